import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { keyOf } from "#domain/shared/keys.ts";
import type { Recommendation } from "./grant-pool.ts";
import type { Review } from "./review.ts";
import { reviewCounts } from "./review-progress.ts";

const PUT_BACK = "review-put-back";

/**
 * A review that crossed the list being put up, as it would be had it come a moment later: what the list rests on stands
 * as it is, and what it does not rest on is kept, marked late (law 5). The same object when nothing is to be done.
 *
 * @param before the review the list may rest on; undefined when there was none
 */
export function setAsideReview(
  current: Review,
  before: Review | undefined,
  recommendation: Recommendation,
  command: Command,
  actor: Pick<Actor, "personKey">,
  now: Instant,
): Review {
  if (current.state !== "given") return current;
  // A line of its own beside that of the press, which is one line however often it arrives.
  const own = { commandKey: keyOf("set-aside", command.commandKey, current.key) };
  const log = (action: string) => logged(current.log, own, actor, now, action, { late: true });
  if (before !== undefined && reviewCounts(before, recommendation)) {
    const { answers, givenAt, late } = before;
    return { ...current, answers, givenAt, late, log: log(PUT_BACK) };
  }
  return current.late ? current : { ...current, late: true, log: log("review-late") };
}

/** Whether the answers given with this press gave way to those the list rests on. */
export function wasPutBack({ log }: Review, { commandKey }: Command): boolean {
  const given = log.tail.find((line) => line.commandKey === commandKey);
  return given !== undefined && log.tail.some(({ action, seq }) => action === PUT_BACK && seq > given.seq);
}
