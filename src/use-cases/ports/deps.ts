import type { SeenMarks } from "../notices/seen-marks.ts";
import type { AnswerFiles } from "./answer-files.ts";
import type { BasisLibrary } from "./basis-library.ts";
import type { Clock } from "./clock.ts";
import type { Records } from "./records.ts";

/** What every operation works with; the composition root fills it in. */
export interface Deps {
  readonly records: Records;
  readonly basis: BasisLibrary;
  readonly answerFiles: AnswerFiles;
  readonly clock: Clock;
  /** Where it is noted what people look at, until the background writes it down; nothing is noted without. */
  readonly seen?: SeenMarks;
}
