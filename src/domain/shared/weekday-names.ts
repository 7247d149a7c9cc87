import type { Language } from "./language.ts";

/** Full names of the days of the week, Monday first. Danish writes them in small letters. */
export const weekdayNames = {
  da: ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
} as const satisfies Record<Language, readonly string[]>;
