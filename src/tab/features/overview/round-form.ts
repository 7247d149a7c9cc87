import type { RoundValues } from "./round-values.ts";

/** A new round while it is written, for the fields of its dialog. */
export interface RoundForm {
  readonly values: RoundValues;
  readonly set: (change: Partial<RoundValues>) => void;
  readonly isWrong: (name: keyof RoundValues) => boolean;
  /** What the service said at a field. */
  readonly saidOf: (name: keyof RoundValues) => string | undefined;
}

/** The id a field is found by, to give it the focus. */
export function idOf(name: keyof RoundValues): string {
  return `round-${name}`;
}
