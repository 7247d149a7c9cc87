import type { PoolSummary, RoundSummary } from "#contract/overview.ts";
import { closingInstant, parsePlainDate } from "#domain/shared/dates.ts";

/** What comes next in the rounds. */
export interface NextMark {
  readonly kind: "opens" | "closes" | "review" | "decision";
  /** The moment a round opens, else the closing instant of a deadline. */
  readonly at: string;
  readonly round: RoundSummary;
  readonly pool: PoolSummary;
}

/** The next date in any round that is not decided yet; undefined when none is planned. */
export function nextMark(pools: readonly PoolSummary[], now: string): NextMark | undefined {
  const marks = pools.flatMap((pool) =>
    pool.rounds
      .filter(({ status }) => status !== "decided" && status !== "completed")
      .flatMap((round): readonly NextMark[] => [
        { kind: "opens", at: round.opensAt, round, pool },
        { kind: "closes", at: round.closesAt, round, pool },
        { kind: "review", at: endOf(round.reviewBy), round, pool },
        { kind: "decision", at: endOf(round.decisionOn), round, pool },
      ]),
  );
  return marks.filter(({ at }) => at > now).toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
}

/** The contract has checked the text; what is no day lies behind us. */
function endOf(date: string): string {
  const day = parsePlainDate(date);
  return day.ok ? closingInstant(day.value) : "";
}
