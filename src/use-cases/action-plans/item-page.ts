import type { ActionItem } from "#domain/action-plans/action-item.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { type Instant, type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { LogDetail } from "#domain/shared/log.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { visibleApplication } from "../grants/visible-application.ts";
import { organisationNow, personRef } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { type ActionRowView, actionRow, type NoteView } from "./plan-views.ts";

export interface ActionItemPageView {
  readonly now: Instant;
  readonly today: PlainDate;
  readonly item: ActionRowView;
  readonly description: string;
  readonly programmeTitle: string;
  readonly focusAreaName: string;
  readonly notes: readonly NoteView[];
  readonly timeline: readonly HistoryEntryView[];
  readonly application?: { readonly key: Key; readonly number?: string; readonly title?: string };
  readonly needKey?: Key;
}

interface HistoryEntryView {
  readonly at: Instant;
  readonly action: string;
  readonly who?: string;
  readonly data: LogDetail;
}

/** One item with notes and history, newest first, and what the actor may do. 0 Graph requests. */
export function itemPage(deps: Deps, actor: Actor, key: Key): Result<ActionItemPageView, StoreFailure> {
  const item = deps.records.actionItems.byKey(key)?.value;
  if (item === undefined) return refuse(notFound);
  const now = deps.clock.now();
  const today = plainDateOf(now);
  const organisation = organisationNow(deps);
  const programme = deps.records.programmes.byKey(item.programmeKey)?.value;
  const application = applicationOf(deps, actor, item);
  return ok({
    now,
    today,
    item: actionRow(item, { organisation, actor, today }),
    description: item.description,
    programmeTitle: programme?.title ?? "",
    focusAreaName: programme?.focusAreas.find(({ number }) => number === item.focusArea)?.name ?? "",
    notes: item.notes.map((note) => ({ ...note, by: personRef(organisation, note.by).name })).toReversed(),
    timeline: item.log.tail
      .map((line) => ({
        at: line.at,
        action: line.action,
        ...(line.by === "system" ? {} : { who: personRef(organisation, line.by).name }),
        data: line.detail,
      }))
      .toReversed(),
    ...(application === undefined ? {} : { application }),
    ...(item.needKey === undefined ? {} : { needKey: item.needKey }),
  });
}

/** The application it came from; that there was one everybody may know, its name only who may see it (B10). */
function applicationOf(deps: Deps, actor: Actor, { applicationKey }: ActionItem): ActionItemPageView["application"] {
  if (applicationKey === undefined) return undefined;
  const seen = visibleApplication(deps, actor, applicationKey);
  if (!seen.ok || !seen.value.seen.sees.has("overview")) return { key: applicationKey };
  const { number, title } = seen.value.application.value;
  return { key: applicationKey, number, title };
}
