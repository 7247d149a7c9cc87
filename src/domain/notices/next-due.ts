import { approvalDeadline } from "#domain/grants/approval-deadline.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import { closingInstant, type Instant } from "#domain/shared/dates.ts";
import type { Notice } from "./notice.ts";

/**
 * The next instant after now at which something is due by itself: a notice may be sent or runs out, a round opens or
 * closes, the heads' or the reviewers' time is up. Undefined when nothing is due any more.
 *
 * @param more further moments at which something changes by itself
 */
export function nextDue(
  notices: readonly Pick<Notice, "dueAt" | "expiresAt">[],
  pools: readonly Pick<GrantPool, "rounds">[],
  now: Instant,
  more: readonly Instant[] = [],
): Instant | undefined {
  const marks = pools.flatMap((pool) =>
    pool.rounds.flatMap((round) => [
      round.opensAt,
      round.closesAt,
      approvalDeadline(round),
      closingInstant(round.reviewBy),
    ]),
  );
  let next: Instant | undefined;
  for (const instant of [...notices.flatMap((notice) => [notice.dueAt, notice.expiresAt]), ...marks, ...more]) {
    if (instant > now && (next === undefined || instant < next)) next = instant;
  }
  return next;
}
