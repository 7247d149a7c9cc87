import type { FundingRound } from "./grant-pool.ts";

/**
 * The next number of a round, "FR22-07": one more than the highest ever drawn, so that gaps stay gaps. Two who draw at
 * the same moment get the same number; the store's unique column lets one of them draw again.
 *
 * @param existingNumbers numbers of all drafts and applications, discarded ones too; other rounds' are passed over
 */
export function nextApplicationNumber(existingNumbers: readonly string[], round: Pick<FundingRound, "code">): string {
  const prefix = `${round.code}-`;
  let highest = 0;
  for (const number of existingNumbers) {
    const drawn = number.startsWith(prefix) ? Number(number.slice(prefix.length)) : 0;
    if (Number.isSafeInteger(drawn) && drawn > highest) highest = drawn;
  }
  return `${prefix}${String(highest + 1).padStart(2, "0")}`;
}
