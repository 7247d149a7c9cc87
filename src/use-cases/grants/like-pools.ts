import { proposedCriteria } from "#domain/grants/proposed-criteria.ts";
import { isSecretariat } from "#domain/grants/who.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import { compareDanish } from "#domain/shared/plain-text.ts";
import type { Deps } from "../ports/deps.ts";
import type { PoolJudging } from "./plan-pool.ts";
import { type CriterionView, criterionViews } from "./pool-views.ts";

/** How a new pool's applications may be judged: as an earlier pool's are, or as is proposed, which has neither number nor title. */
export interface LikePoolView {
  readonly key: Key;
  readonly number: string;
  readonly title: string;
  readonly minimumReviewers: number;
  readonly criteria: readonly CriterionView[];
}

/** What stands for the proposed criteria where a pool to be like is chosen. */
const proposalKey = keyOf("proposed-criteria");

/** What a municipality may begin with; nothing of it is kept before a pool is made of it. */
const proposed: PoolJudging = { criteria: proposedCriteria, minimumReviewers: 3 };

/** The pools a new one may be like, the newest first, and the proposal last; undefined for somebody who makes no pools. */
export function likePools(
  deps: Pick<Deps, "records">,
  actor: Actor,
  language: Language,
): readonly LikePoolView[] | undefined {
  if (!isSecretariat(actor)) return undefined;
  const pools = deps.records.pools
    .all()
    .map(({ value }) => value)
    .toSorted((a, b) => b.allocation.year - a.allocation.year || compareDanish(a.title, b.title));
  return [...pools, { key: proposalKey, number: "", title: "", ...proposed }].map(
    ({ key, number, title, minimumReviewers, criteria }) => ({
      key,
      number,
      title,
      minimumReviewers,
      criteria: criterionViews(criteria, language),
    }),
  );
}

/** Criteria, weights and fewest reviewers of a pool by its key, or the proposed ones. */
export function judgingOf({ records }: Pick<Deps, "records">, key: Key): PoolJudging | undefined {
  return key === proposalKey ? proposed : records.pools.byKey(key)?.value;
}
