import { type OptimumChange, optimumChange } from "#domain/grants/optimise.ts";
import type { RankingSource } from "./ranking-rows.ts";

/**
 * What most points for the money would be (000-16), for who sees every line: of a line that is kept from the reader
 * nothing may be told. Once every review is given, since before that points say little.
 */
export function optimumView({ progress, ranked, frameOere, sight }: RankingSource): OptimumChange | undefined {
  const seesAll = ranked.every((line) => sight.classes.get(line.application.key)?.has("scores-all"));
  return seesAll && progress.isComplete ? optimumChange(ranked, frameOere) : undefined;
}
