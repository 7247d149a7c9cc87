import { findCpr } from "./cpr.ts";
import { type FieldProblem, problemAt } from "./field-problem.ts";
import { checkText, cleanText, type TextLimits } from "./plain-text.ts";

/** A text field made fit to store, and what is wrong with it. */
export interface ReadText {
  readonly text: string;
  readonly problems: readonly FieldProblem[];
}

/** Invisible, but kept in stored texts, since names in some scripts and combined emoji need them. */
const INVISIBLE_JOINERS = /[\u200c\u200d]/g;

/**
 * Reads a free text: right length, and no CPR number unless the writer has said that it is none.
 * What looks like a number is never repeated in the problem.
 */
export function readText(typed: string, field: string, limits: TextLimits, isNotCpr = false): ReadText {
  const checked = checkText(typed, limits);
  const problems: FieldProblem[] = [];
  if (!checked.ok && checked.refusal.kind === "empty") problems.push(problemAt(field, "missing"));
  if (!checked.ok && checked.refusal.kind === "too-long") {
    problems.push(problemAt(field, "too-long", { max: checked.refusal.max, length: checked.refusal.length }));
  }
  if (!isNotCpr && findCpr(readableText(typed, limits))) problems.push(problemAt(field, "cpr"));
  return { text: checked.ok ? checked.value : "", problems };
}

/**
 * A text as a reader sees it, for looking for CPR numbers. What is stored is looked at, not what was typed: cleaning
 * brings together what invisible characters kept apart.
 */
export function readableText(typed: string, limits: Pick<TextLimits, "multiline">): string {
  return cleanText(typed, limits).replace(INVISIBLE_JOINERS, "");
}

/** The text with every number that looks like a CPR number replaced. A text without any stays as it is. */
export function maskCpr(typed: string, replacement: string): string {
  let text = readableText(typed, { multiline: true });
  let found = findCpr(text);
  if (found === undefined) return typed;
  for (; found !== undefined; found = findCpr(text)) {
    text = `${text.slice(0, found.start)}${replacement}${text.slice(found.end)}`;
  }
  return text;
}
