import type { Actor } from "#domain/organisation/actor.ts";
import { findCpr } from "#domain/shared/cpr.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { cleanText } from "#domain/shared/plain-text.ts";
import { needLimits } from "./need.ts";
import type { TypedAnswers } from "./register-need.ts";

/** The need a person is writing: one form each, kept until it is registered, seen by nobody else. */
export interface NeedForm {
  readonly key: Key;
  readonly ownerKey: Key;
  readonly answers: TypedAnswers;
  readonly savedAt: Instant;
}

/** The form that nobody has written in. */
export const emptyAnswers: TypedAnswers = { problem: "", affected: "", frequency: "" };

/** The key of a person's form. */
export function needFormKey(ownerKey: Key): Key {
  return keyOf("need-form", ownerKey);
}

/** Keeps room for what is too long to be registered, so that the writer can shorten it. */
const ROOM = 4;

/**
 * What is typed, merged field by field into what is stored. A text that looks like a CPR number is not stored;
 * the rest is.
 *
 * @returns the form (the same object when nothing changed) and the names of the fields that were not stored
 */
export function mergeNeedForm(
  before: NeedForm | undefined,
  changes: Partial<TypedAnswers>,
  actor: Pick<Actor, "personKey">,
  now: Instant,
): { readonly form: NeedForm; readonly notStored: readonly string[] } {
  const key = needFormKey(actor.personKey);
  const form = before ?? { key, ownerKey: actor.personKey, answers: emptyAnswers, savedAt: now };
  const notStored: string[] = [];
  const kept = (field: "problem" | "affected", text: string): string => {
    const { problem } = needLimits;
    const cut = text.slice(0, problem * ROOM);
    if (findCpr(cleanText(cut, { multiline: true })) === undefined) return cut;
    notStored.push(field);
    return form.answers[field];
  };
  const { problem, affected, frequency } = changes;
  const answers: TypedAnswers = {
    problem: problem === undefined ? form.answers.problem : kept("problem", problem),
    affected: affected === undefined ? form.answers.affected : kept("affected", affected),
    frequency: frequency === undefined ? form.answers.frequency : frequency.slice(0, 20),
  };
  const isSame =
    answers.problem === form.answers.problem &&
    answers.affected === form.answers.affected &&
    answers.frequency === form.answers.frequency;
  return { form: before !== undefined && isSame ? before : { ...form, answers, savedAt: now }, notStored };
}
