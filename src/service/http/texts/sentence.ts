import { type Instant, parseInstant } from "#domain/shared/dates.ts";
import { formatDeadline, formatInstant } from "#domain/shared/format-dates.ts";
import type { Language } from "#domain/shared/language.ts";
import { formatKr, oere } from "#domain/shared/money.ts";

/** What a refusal carries beside its kind: texts and figures. */
export type ProblemData = Readonly<Record<string, string | number>>;

/** Title and sentence in both languages, and the HTTP status they are answered with. */
export interface ProblemText {
  readonly status: number;
  readonly da: (data: ProblemData) => readonly [title: string, detail: string];
  readonly en: (data: ProblemData) => readonly [title: string, detail: string];
}

/** A text of the data as it is, or nothing. */
export function text(data: ProblemData, name: string): string {
  return String(data[name] ?? "");
}

/** " kl. …" of an instant in the data, or nothing. */
export function when(data: ProblemData, name: string, language: Language): string {
  const instant = instantIn(data, name);
  return instant === undefined ? "" : formatInstant(instant, language);
}

/** A closing instant as its last open minute ("31. marts 2022 kl. 23.59"). */
export function deadline(data: ProblemData, name: string, language: Language): string {
  const instant = instantIn(data, name);
  return instant === undefined ? "" : formatDeadline(instant, language);
}

/** An amount in øre from the data, "300.000 kr.". */
export function money(data: ProblemData, name: string, language: Language): string {
  const amount = data[name];
  return typeof amount === "number" && Number.isSafeInteger(amount) ? formatKr(oere(amount), language) : "?";
}

/** "af Karin Thorup den …" as far as it is known. */
export function byAndWhen(data: ProblemData, language: Language): string {
  const name = data["byName"];
  const at = when(data, "at", language);
  const by = typeof name === "string" ? (language === "da" ? ` af ${name}` : ` by ${name}`) : "";
  return `${by}${at === "" ? "" : language === "da" ? ` den ${at}` : ` on ${at}`}`;
}

function instantIn(data: ProblemData, name: string): Instant | undefined {
  const text = data[name];
  const parsed = typeof text === "string" ? parseInstant(text) : undefined;
  return parsed?.ok ? parsed.value : undefined;
}
