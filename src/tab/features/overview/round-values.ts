import { parseAmount } from "#domain/shared/money.ts";
import { readTypedDate } from "#domain/shared/typed-date.ts";

/** A new round as it stands in its dialog: days and amounts as they are typed. */
export interface RoundValues {
  readonly name: string;
  readonly code: string;
  readonly frame: string;
  /** "" is the frame. */
  readonly cap: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly reviewBy: string;
  readonly decisionOn: string;
  readonly likeRoundKey: string;
}

export const roundDays = ["opensOn", "closesOn", "reviewBy", "decisionOn"] as const;

/** A new round about which nothing is said yet, but whose people it has. */
export function emptyRound(likeRoundKey: string): RoundValues {
  const days = { opensOn: "", closesOn: "", reviewBy: "", decisionOn: "" };
  return { name: "", code: "", frame: "", cap: "", ...days, likeRoundKey };
}

/** Fields that are missing or cannot be read, in the order of the dialog. */
export function wrongInRound(values: RoundValues): readonly (keyof RoundValues)[] {
  const wrong: (keyof RoundValues)[] = [];
  for (const name of ["name", "code"] as const) if (values[name].trim() === "") wrong.push(name);
  if (!isAmount(values.frame)) wrong.push("frame");
  if (values.cap.trim() !== "" && !isAmount(values.cap)) wrong.push("cap");
  for (const name of roundDays) if (!readTypedDate(values[name]).ok) wrong.push(name);
  if (values.likeRoundKey === "") wrong.push("likeRoundKey");
  return wrong;
}

/** What is sent of a dialog in which nothing is wrong. */
export function roundRequest({ name, code, likeRoundKey, ...typed }: RoundValues): Readonly<Record<string, unknown>> {
  const cap = typed.cap.trim() === "" ? {} : { capOere: oereIn(typed.cap) };
  const days = {
    opensOn: dayIn(typed.opensOn),
    closesOn: dayIn(typed.closesOn),
    reviewBy: dayIn(typed.reviewBy),
    decisionOn: dayIn(typed.decisionOn),
  };
  return { name, code, likeRoundKey, frameOere: oereIn(typed.frame), ...cap, ...days };
}

function isAmount(typed: string): boolean {
  const amount = parseAmount(typed);
  return amount.ok && amount.value > 0;
}

function oereIn(typed: string): number {
  const amount = parseAmount(typed);
  return amount.ok ? amount.value : 0;
}

function dayIn(typed: string): string {
  const day = readTypedDate(typed);
  return day.ok ? day.value : "";
}
