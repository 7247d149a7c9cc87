import type { TypedDateRefusal } from "#domain/shared/typed-date.ts";

/** What is the matter with a day that cannot be used, by kind; the days are those it may have meant. */
export const typedDates: Readonly<
  Record<Exclude<TypedDateRefusal["kind"], "empty" | "not-a-date">, (reading: string, other: string) => string>
> = {
  "part-missing": () => "Skriv både dag, måned og år, fx 1-3-2027.",
  "no-such-day": () => "Den dag findes ikke. Se på dag og måned.",
  "year-out-of-range": () => "Se på årstallet, fx 2027.",
  "month-first": (reading) => `Skriv dagen før måneden. Mente du ${reading}?`,
  "two-readings": (reading, other) =>
    `Datoen kan læses på to måder: ${reading} eller ${other}. Skriv årstallet med fire cifre.`,
  "other-weekday": (reading) => `Ugedag og dato passer ikke sammen. Skriv kun datoen, hvis du mener ${reading}.`,
};
