import type { BasisLibrary } from "./basis-library.ts";
import type { Clock } from "./clock.ts";
import type { Records } from "./records.ts";

/** What every operation works with; the composition root fills it in. */
export interface Deps {
  readonly records: Records;
  readonly basis: BasisLibrary;
  readonly clock: Clock;
}
