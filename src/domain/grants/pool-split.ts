import type { Instant } from "#domain/shared/dates.ts";
import { type Oere, oere, subtractOere, sumOere } from "#domain/shared/money.ts";
import type { GrantApplication } from "./application.ts";
import type { Award, GrantPool, RoundStatus } from "./grant-pool.ts";
import { committedOere, remaining, roundFrame } from "./pool-money.ts";
import { awardsOf } from "./pool-parts.ts";
import { roundStatus } from "./round-status.ts";

/** Where a pool's money is, in øre; the four add up to what is appropriated. */
export interface PoolSplit {
  /** Spent by projects whose accounts are closed. */
  readonly spentOere: Oere;
  /** Bound by awards that stand. */
  readonly boundOere: Oere;
  /** Waiting in the frames of rounds without a decision. */
  readonly setAsideOere: Oere;
  /** Waits in no round: another sum than what a round has not granted. */
  readonly restOere: Oere;
}

const ended: readonly RoundStatus[] = ["decided", "completed"];

/** "Hvor er pengene?". A round's frame counts until its decision; it cannot hold more than the pool has left. */
export function splitPool(pool: GrantPool, applications: readonly GrantApplication[], now: Instant): PoolSplit {
  const spent = spentOere(pool.awards);
  const left = remaining(pool);
  const running = pool.rounds.filter((round) => !ended.includes(roundStatus(pool, round, applications, now)));
  const frames = running.map(({ key }) => {
    return atLeastNothing(subtractOere(roundFrame(pool, key), committedOere(awardsOf(pool, key))));
  });
  const wanted = pool.closedAt === undefined ? sumOere(frames) : oere(0);
  const setAside = atLeastNothing(wanted < left ? wanted : left);
  return {
    spentOere: spent,
    boundOere: subtractOere(committedOere(pool.awards), spent),
    setAsideOere: setAside,
    restOere: subtractOere(left, setAside),
  };
}

/** What was spent by projects whose accounts are closed: the award without what came back. */
function spentOere(awards: readonly Award[]): Oere {
  const closed = awards.filter((award) => award.step === "closed");
  return sumOere(closed.map((award) => subtractOere(award.amountOere, award.returnedOere)));
}

function atLeastNothing(amount: Oere): Oere {
  return amount < 0 ? oere(0) : amount;
}
