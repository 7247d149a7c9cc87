import { lettersLeaveAt } from "#domain/notices/project-notices.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { GrantApplication } from "./application.ts";
import type { FieldClass } from "./grant-access.ts";
import type { Award } from "./grant-pool.ts";
import { awardOf } from "./pool-parts.ts";
import type { RoundState } from "./review-progress.ts";
import { isOwn, isSecretariat } from "./who.ts";

/**
 * The award whose letter the actor may have now: the applicant's side, the secretariat and who decides, as far as they
 * may read reason and text at all (B10), and for everybody only once the decision can no longer be taken back.
 *
 * @param sees what of the application the actor may see
 */
export function letterAward(
  actor: Actor,
  application: GrantApplication,
  state: RoundState,
  sees: ReadonlySet<FieldClass>,
  now: Instant,
): Award | undefined {
  const award = awardOf(state.pool, application.key);
  if (award === undefined || now < lettersLeaveAt(award.decidedAt)) return undefined;
  const has = isOwn(actor, application) || writesLetters(actor, state);
  return has && readsLetter(sees) ? award : undefined;
}

/** Whether the actor may see the letter before it is sent: the secretariat and who decides, never the applicant. */
export function mayPreviewLetter(
  actor: Actor,
  application: GrantApplication,
  state: RoundState,
  sees: ReadonlySet<FieldClass>,
): boolean {
  return !isOwn(actor, application) && writesLetters(actor, state) && readsLetter(sees) && sees.has("scores-all");
}

function writesLetters(actor: Actor, { round }: RoundState): boolean {
  return isSecretariat(actor) || round.chairKey === actor.personKey || round.deputyKey === actor.personKey;
}

function readsLetter(sees: ReadonlySet<FieldClass>): boolean {
  return sees.has("decision-reason") && sees.has("text");
}
