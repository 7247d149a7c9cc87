import type { Actor } from "#domain/organisation/actor.ts";
import { findCentre } from "#domain/organisation/organisation.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { answerRefusal } from "./answer-award.ts";
import type { GrantApplication } from "./application.ts";
import { approveRefusal } from "./approve-application.ts";
import { recommendationRefusal } from "./build-recommendation.ts";
import { applyingCentre } from "./create-draft.ts";
import { takesPart } from "./declare-recusal.ts";
import type { PacketKind } from "./grant-pool.ts";
import { awardOf, recommendationOf } from "./pool-parts.ts";
import { maySeeRanking } from "./ranking-access.ts";
import { recusalOf } from "./recusal.ts";
import { returnRefusal } from "./return-application.ts";
import { reviewerRefusal } from "./review-context.ts";
import type { ReviewProgress, RoundState } from "./review-progress.ts";
import { withdrawRefusal } from "./withdraw-application.ts";

/** What may be done to one application. */
export const applicationActions = [
  "approve",
  "return",
  "withdraw",
  "review",
  "declare-recusal",
  "answer-award",
] as const;
export type ApplicationAction = (typeof applicationActions)[number];

/** What may be done to a round. */
export const roundActions = ["apply", "see-ranking", "recommend", "decide-chair", "decide-deputy"] as const;
export type RoundAction = (typeof roundActions)[number];

/**
 * Whether the actor may press a button of an application now. Asks the same rules as the act itself, so a button that
 * is shown is answered.
 */
export function mayDo(
  actor: Actor,
  action: ApplicationAction,
  application: GrantApplication,
  state: RoundState,
  now: Instant,
): boolean {
  const { pool, round, organisation, reviews } = state;
  const approval = { application, pool, round, centre: findCentre(organisation, application.centreKey) };
  switch (action) {
    case "approve":
      return approveRefusal(approval, actor, now) === undefined;
    case "return":
      return returnRefusal(approval, actor, now) === undefined;
    case "withdraw":
      return withdrawRefusal(application, pool, actor) === undefined;
    case "review": {
      const context = { pool, round, application, organisation, reviews };
      return reviewerRefusal(context, actor, now) === undefined && !recommendationOf(pool, round.key);
    }
    case "declare-recusal": {
      const person = { key: actor.personKey, centreKey: actor.centreKey };
      const isIn = takesPart(round, actor) && !recusalOf(person, application, organisation, reviews);
      return isIn && !recommendationOf(pool, round.key);
    }
    case "answer-award": {
      const award = awardOf(pool, application.key);
      if (!award || award.outcome === "rejection") return false;
      return answerRefusal(pool, award, application, actor, now) === undefined;
    }
  }
}

/** The same for a round's buttons; applying is for the actor's own centre. */
export function mayDoInRound(
  actor: Actor,
  action: RoundAction,
  state: RoundState,
  progress: ReviewProgress,
  now: Instant,
): boolean {
  const { pool, round, organisation } = state;
  switch (action) {
    case "apply":
      return applyingCentre({ pool, round, centre: findCentre(organisation, actor.centreKey) }, actor, now).ok;
    case "see-ranking":
      return maySeeRanking(actor, state, progress, now);
    case "recommend":
      return recommendationRefusal(state, progress, actor, now) === undefined;
    case "decide-chair":
      return mayDecide(actor, "chair", state);
    case "decide-deputy":
      return mayDecide(actor, "deputy", state);
  }
}

function mayDecide(actor: Actor, kind: PacketKind, { pool, round }: RoundState): boolean {
  const packet = recommendationOf(pool, round.key)?.packets.find((each) => each.kind === kind);
  return packet?.deciderKey === actor.personKey && packet.decidedAt === undefined;
}
