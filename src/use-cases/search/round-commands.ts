import type { FundingRound, GrantPool } from "#domain/grants/grant-pool.ts";
import { mayDoInRound } from "#domain/grants/may-do.ts";
import { roundStatus } from "#domain/grants/round-status.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { ownDraftKey, reviewsHere } from "../grants/round-page.ts";
import type { Deps } from "../ports/deps.ts";
import { type RoundsOnce, roundName } from "./rounds-once.ts";

/** Something the actor may do now, and the page where it is done. */
export interface RoundCommandView {
  readonly kind: "apply" | "continue-draft" | "review" | "rank" | "decide" | "create-item";
  readonly subject: string;
  readonly link: string;
}

/** Rounds that are over offer nothing but reading, which the search finds. */
const LIVE: readonly string[] = ["open", "closed", "under-review", "recommended"];

/**
 * What the actor may do now in the rounds that are not over, the one that closes first at the top. Asks the rules the
 * pages' own buttons ask, so that a command that is offered is answered. 0 Graph requests.
 */
export function roundCommands(deps: Deps, actor: Actor, rounds: RoundsOnce): readonly RoundCommandView[] {
  const now = deps.clock.now();
  return deps.records.pools
    .all()
    .flatMap(({ value: pool }) => pool.rounds.map((round) => ({ pool, round })))
    .filter(({ pool, round }) => {
      const applications = rounds(pool, round).state.applications;
      return LIVE.includes(roundStatus(pool, round, applications, now));
    })
    .toSorted((a, b) => (a.round.closesAt < b.round.closesAt ? -1 : 1))
    .flatMap(({ pool, round }) => commandsOf(deps, actor, pool, round, rounds));
}

function commandsOf(
  deps: Deps,
  actor: Actor,
  pool: GrantPool,
  round: FundingRound,
  rounds: RoundsOnce,
): readonly RoundCommandView[] {
  const now = deps.clock.now();
  const { state, progress } = rounds(pool, round);
  const may = (action: Parameters<typeof mayDoInRound>[1]) => mayDoInRound(actor, action, state, progress, now);
  const subject = roundName(pool, round);
  const page = `/rounds/${round.key}`;
  const draftKey = ownDraftKey(deps, actor, round);
  const decides = may("decide-chair") || may("decide-deputy");
  const reviews = reviewsHere(round, actor) && now >= round.closesAt;
  return [
    ...(draftKey === undefined ? [] : [{ kind: "continue-draft" as const, subject, link: `/drafts/${draftKey}` }]),
    // As on the round's page: who has a draft may begin another application beside it.
    ...(may("apply") ? [{ kind: "apply" as const, subject, link: page }] : []),
    ...(reviews ? [{ kind: "review" as const, subject, link: `${page}/reviews` }] : []),
    ...(decides ? [{ kind: "decide" as const, subject, link: `${page}/ranking` }] : []),
    ...(!decides && may("see-ranking") ? [{ kind: "rank" as const, subject, link: `${page}/ranking` }] : []),
  ];
}
