import { proposeReason, savedReason } from "#domain/grants/propose-reason.ts";
import type { RankedLine } from "#domain/grants/rank-applications.ts";
import { reasonFromRemarks } from "#domain/grants/reason-from-remarks.ts";
import { isSecretariat } from "#domain/grants/who.ts";
import { findPerson } from "#domain/organisation/organisation.ts";
import type { RankingSource } from "./ranking-rows.ts";

/**
 * The draft from the reviewers' remarks that the secretariat begins a reason with: only for who writes reasons and may
 * read the remarks, when every review is given, and where nothing has been written yet.
 */
export function reasonDraft(
  { actor, state, progress, frozen, frameOere, sight }: RankingSource,
  line: RankedLine,
): string | undefined {
  const { key } = line.application;
  const sees = sight.classes.get(key);
  const reads = isSecretariat(actor) && sees?.has("remarks") === true && sees.has("decision-reason");
  if (!reads || frozen.size > 0 || !progress.isComplete || savedReason(line) !== undefined) return undefined;
  const { pool, round, organisation } = state;
  const names = [...round.reviewerKeys, round.substituteKey].map((person) => findPerson(organisation, person)?.name);
  const proposed = proposeReason(line, frameOere, pool.criteria);
  const counted = progress.byApplication.get(key)?.counted ?? [];
  return reasonFromRemarks(
    line,
    proposed,
    counted,
    pool.criteria,
    names.filter((name) => name !== undefined),
  );
}
