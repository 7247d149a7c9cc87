import type { Language } from "./language.ts";

/** Full month names, January first. Danish writes them in small letters. */
export const monthNames = {
  da: [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const satisfies Record<Language, readonly string[]>;

/** The number (1-12) of a month name in either language, in full or cut to its first three letters, else undefined. */
export function monthNumber(name: string): number | undefined {
  const wanted = name.toLowerCase().replace(/\.$/, "");
  for (const names of [monthNames.da, monthNames.en]) {
    const index = names.findIndex(
      (month) => month.toLowerCase() === wanted || month.slice(0, 3).toLowerCase() === wanted,
    );
    if (index >= 0) return index + 1;
  }
  return undefined;
}
