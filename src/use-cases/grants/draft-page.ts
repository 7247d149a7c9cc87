import { sendDeadline } from "#domain/grants/approval-deadline.ts";
import { latestReturned, liveAttempt } from "#domain/grants/attempts.ts";
import { checkDraft } from "#domain/grants/check-draft.ts";
import type { Draft, DraftField, DraftFields } from "#domain/grants/draft.ts";
import { type DraftSums, draftSums } from "#domain/grants/draft-amounts.ts";
import { withCurrentAnswer } from "#domain/grants/draft-answer.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { organisationNow, personRef } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { earlierNumbers } from "./draft-earlier.ts";
import { draftParts } from "./draft-parts.ts";
import type { ChangedBy } from "./draft-writers.ts";
import { poolContext, type RoundSummaryView, roundSummary } from "./pool-views.ts";
import type { SavedDraft } from "./save-draft.ts";

export interface DraftPageView {
  readonly key: Key;
  readonly number: string;
  readonly roundKey: Key;
  readonly poolTitle: string;
  readonly round: RoundSummaryView;
  readonly centreName: string;
  readonly headName: string;
  readonly ownerName: string;
  readonly fields: DraftFields;
  readonly stamps: Draft["stamps"];
  readonly savedAt: Instant;
  readonly deadline: Instant;
  readonly earlierNumbers: readonly string[];
  readonly problems: readonly FieldProblem[];
  readonly sums: DraftSums;
  readonly applicationKey?: Key;
  readonly questions?: string;
  readonly questionsBy?: string;
  readonly changedElsewhere: readonly DraftField[];
  readonly overwritten: Readonly<Partial<DraftFields>>;
  readonly changedBy?: ChangedBy;
  readonly notStored: readonly string[];
  readonly now: Instant;
}

/**
 * The form as its writer sees it, with the same completeness as on submit. 0 Graph requests.
 *
 * @param saved what another window has changed, found while saving
 */
export function draftPage(
  deps: Deps,
  actor: Actor,
  draftKey: Key,
  saved: SavedDraft = { changedElsewhere: [], overwritten: {}, notStored: [] },
): Result<DraftPageView, StoreFailure> {
  const parts = draftParts(deps, actor, draftKey);
  if (!parts.ok) return parts;
  const { pool, round, centre, attempts } = parts.value;
  const draft = withCurrentAnswer(parts.value.draft.value, attempts);
  const organisation = organisationNow(deps);
  const numbers = earlierNumbers(deps, actor, draft);
  const live = liveAttempt(attempts);
  const returned = live === undefined ? latestReturned(attempts)?.returned : undefined;
  return ok({
    key: draft.key,
    number: draft.number,
    roundKey: draft.roundKey,
    poolTitle: pool.title,
    round: roundSummary(poolContext(deps, actor, pool), round),
    centreName: centre?.name ?? "",
    headName: centre?.headKey === undefined ? "" : personRef(organisation, centre.headKey).name,
    ownerName: personRef(organisation, draft.ownerKey).name,
    fields: draft.fields,
    stamps: draft.stamps,
    savedAt: draft.savedAt,
    deadline: sendDeadline(round, attempts),
    earlierNumbers: numbers,
    problems: checkDraft(draft.fields, { capOere: round.capOere, earlierNumbers: numbers }),
    sums: draftSums(draft.fields),
    ...(live === undefined ? {} : { applicationKey: live.key }),
    ...(returned === undefined
      ? {}
      : { questions: returned.questions, questionsBy: personRef(organisation, returned.by).name }),
    ...saved,
    now: deps.clock.now(),
  });
}
