import type { NeedNews } from "#cards/need-card.ts";
import { NEED_WRITER } from "#domain/notices/need-notices.ts";
import { needProgress } from "#domain/projections/need-progress.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { needSources } from "#use-cases/needs/need-sources.ts";
import type { NoticeSubject } from "#use-cases/ports/card-renderer.ts";
import type { Records } from "#use-cases/ports/records.ts";
import { nameOf } from "./names.ts";

/** What became of a need, as its card shows it now; undefined when it is gone. */
export function needNewsOf(records: Records, notice: NoticeSubject, now: Instant): NeedNews | undefined {
  const need = records.needs.byKey(notice.subjectKey)?.value;
  if (need === undefined) return undefined;
  const { outcome } = need;
  return {
    need,
    progress: needProgress(need, needSources({ records }), now),
    byName: nameOf(records, outcome?.by),
    writerName: outcome?.kind === "application" ? nameOf(records, outcome.writerKey) : "",
    // Another one may have been asked since.
    toWriter:
      notice.part === NEED_WRITER && outcome?.kind === "application" && outcome.writerKey === notice.recipientKey,
  };
}
