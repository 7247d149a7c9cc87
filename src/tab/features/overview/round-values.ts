import type { PoolView } from "#contract/pools.ts";
import { formatKr, oere, parseAmount } from "#domain/shared/money.ts";
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
  /** "" where everybody is chosen. */
  readonly likeRoundKey: string;
  /** Undefined where they are as in that round. */
  readonly people: RoundPeopleValues | undefined;
}

/** Keys of the people who are chosen; "" is nobody yet. */
export interface RoundPeopleValues {
  readonly reviewerKeys: readonly string[];
  readonly substituteKey: string;
  readonly chairKey: string;
  readonly deputyKey: string;
}

export const noPeople: RoundPeopleValues = { reviewerKeys: [], substituteKey: "", chairKey: "", deputyKey: "" };

export const roundDays = ["opensOn", "closesOn", "reviewBy", "decisionOn"] as const;

/** A new round whose people are known, and of the rest what the pool's case says of it. */
export function newRound(
  named: { readonly name: string; readonly frameOere: number } | undefined,
  likeRoundKey: string,
  people: RoundPeopleValues | undefined,
): RoundValues {
  const days = { opensOn: "", closesOn: "", reviewBy: "", decisionOn: "" };
  const frame = named === undefined ? "" : formatKr(oere(named.frameOere));
  return { name: named?.name ?? "", code: "", frame, cap: "", ...days, likeRoundKey, people };
}

/** Whether name and frame still are what the pool's case says. */
export function isAsNamed(values: RoundValues, named: PoolView["namedRound"]): boolean {
  const { name, frame } = newRound(named, "", undefined);
  return named !== undefined && values.name === name && values.frame === frame;
}

/** Fields that are missing or cannot be read, in the order of the dialog. */
export function wrongInRound(values: RoundValues, minimumReviewers: number): readonly (keyof RoundValues)[] {
  const wrong: (keyof RoundValues)[] = [];
  for (const name of ["name", "code"] as const) if (values[name].trim() === "") wrong.push(name);
  if (!isAmount(values.frame)) wrong.push("frame");
  if (values.cap.trim() !== "" && !isAmount(values.cap)) wrong.push("cap");
  for (const name of roundDays) if (!readTypedDate(values[name]).ok) wrong.push(name);
  if (values.people === undefined) {
    if (values.likeRoundKey === "") wrong.push("likeRoundKey");
  } else {
    const { reviewerKeys, chairKey, deputyKey } = values.people;
    if (reviewerKeys.length < minimumReviewers || chairKey === "" || deputyKey === "") wrong.push("people");
  }
  return wrong;
}

/** What is sent of a dialog in which nothing is wrong. */
export function roundRequest({
  name,
  code,
  likeRoundKey,
  people,
  ...typed
}: RoundValues): Readonly<Record<string, unknown>> {
  const cap = typed.cap.trim() === "" ? {} : { capOere: oereIn(typed.cap) };
  const days = {
    opensOn: dayIn(typed.opensOn),
    closesOn: dayIn(typed.closesOn),
    reviewBy: dayIn(typed.reviewBy),
    decisionOn: dayIn(typed.decisionOn),
  };
  const like = likeRoundKey === "" ? {} : { likeRoundKey };
  const named = people === undefined ? {} : { people: peopleRequest(people) };
  return { name, code, ...like, ...named, frameOere: oereIn(typed.frame), ...cap, ...days };
}

function peopleRequest({ substituteKey, ...people }: RoundPeopleValues): object {
  return substituteKey === "" ? people : { ...people, substituteKey };
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
