import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import { closingInstant, type Instant, plainDateOf } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { addWorkingDays, defaultWorkingDayCalendar, type WorkingDayCalendar } from "#domain/shared/working-days.ts";
import type { GrantApplication } from "./application.ts";
import type { Award, AwardStep, GrantPool } from "./grant-pool.ts";
import { awardOf } from "./pool-parts.ts";
import { isOwn, isSecretariat } from "./who.ts";

/** Why an answer to an award is not taken. */
export type AnswerAwardRefusal =
  | { readonly kind: "no-award" }
  | { readonly kind: "not-allowed" }
  | {
      readonly kind: "already-answered";
      readonly step: AwardStep;
      /** Missing where the line has left the record's log. */
      readonly by: Key | "system" | undefined;
      readonly at: Instant;
    }
  /** From now on the secretariat records what happens: money is freed by an act, never by time alone (law 5). */
  | { readonly kind: "answer-deadline-passed"; readonly deadline: Instant };

/** Until when an applicant answers an award: ten working days after the decision (000-21). */
export function answerDeadline(
  award: Pick<Award, "decidedAt">,
  calendar: WorkingDayCalendar = defaultWorkingDayCalendar,
): Instant {
  return closingInstant(addWorkingDays(plainDateOf(award.decidedAt), 10, calendar));
}

/**
 * Accepts an award or says no thanks: the applicant or the head of the centre, in time; the secretariat on behalf, at
 * any time. Declined money is free again at once (000-21).
 */
export function answerAward(
  pool: GrantPool,
  application: GrantApplication,
  command: Command & { readonly accept: boolean },
  actor: Actor,
  now: Instant,
): Result<GrantPool, AnswerAwardRefusal> {
  const award = awardOf(pool, application.key);
  if (!award || award.outcome === "rejection") return refuse({ kind: "no-award" });
  const earlier = earlierPress(pool.log, command);
  if (earlier) return refuse({ kind: "already-answered", step: award.step, ...earlier });
  const refusal = answerRefusal(pool, award, application, actor, now);
  if (refusal) return refuse(refusal);
  const step = command.accept ? "accepted" : "declined";
  return ok({
    ...pool,
    awards: pool.awards.map((each) => (each === award ? { ...award, step, stepAt: now } : each)),
    log: logged(pool.log, command, actor, now, `award-${step}`, {
      applicationKey: award.applicationKey,
      number: award.number,
      amountOere: award.amountOere,
    }),
  });
}

/** Whether an award still waits for its answer though the time is over: the secretariat's turn (000-21). */
export function isUnanswered(award: Pick<Award, "outcome" | "step" | "decidedAt">, now: Instant): boolean {
  return award.outcome !== "rejection" && award.step === "decided" && now >= answerDeadline(award);
}

/** What would refuse an answer, for buttons and for the act itself. */
export function answerRefusal(
  pool: GrantPool,
  award: Award,
  application: GrantApplication,
  actor: Actor,
  now: Instant,
): AnswerAwardRefusal | undefined {
  if (!isOwn(actor, application) && !isSecretariat(actor)) return { kind: "not-allowed" };
  if (award.step !== "decided") {
    const line = pool.log.tail.find((each) => each.at === award.stepAt && each.detail["number"] === award.number);
    return { kind: "already-answered", step: award.step, by: line?.by, at: award.stepAt };
  }
  const deadline = answerDeadline(award);
  return now >= deadline && !isSecretariat(actor) ? { kind: "answer-deadline-passed", deadline } : undefined;
}
