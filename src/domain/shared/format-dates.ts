import { clockTimeOf, type Instant, type PlainDate, plainDateOf, plusMillis } from "./dates.ts";
import type { Language } from "./language.ts";
import { monthNames } from "./month-names.ts";

/** "28. marts 2027" / "28 March 2027". */
export function formatDate(date: PlainDate, language: Language): string {
  return `${formatDayAndMonth(date, language)} ${date.slice(0, 4)}`;
}

/** "28. marts" / "28 March", where the year goes without saying. */
export function formatDayAndMonth(date: PlainDate, language: Language): string {
  const month = monthNames[language][Number(date.slice(5, 7)) - 1];
  return `${Number(date.slice(8))}${language === "da" ? "." : ""} ${month}`;
}

/** "28-03-2027", as Danish case files write it; `Intl` would give "28.03.2027". */
export function formatShortDate(date: PlainDate): string {
  return `${date.slice(8)}-${date.slice(5, 7)}-${date.slice(0, 4)}`;
}

/** The Danish clock: "23.59"; in English "23:59". */
export function formatTime(instant: Instant, language: Language = "da"): string {
  const time = clockTimeOf(instant);
  return language === "da" ? time.replace(":", ".") : time;
}

/** "28. marts 2027 kl. 10.00" / "28 March 2027 at 10:00", for when something happened. Deadlines: `formatDeadline`. */
export function formatInstant(instant: Instant, language: Language): string {
  return `${formatDate(plainDateOf(instant), language)} ${atClock(instant, language)}`;
}

/**
 * The last minute in which a closing instant still lets people in: 2027-03-28T22:00Z is "28. marts 2027 kl. 23.59",
 * as nobody understands a deadline at 00.00.
 */
export function formatDeadline(closing: Instant, language: Language = "da"): string {
  return formatInstant(plusMillis(closing, -1), language);
}

function atClock(instant: Instant, language: Language): string {
  return `${language === "da" ? "kl." : "at"} ${formatTime(instant, language)}`;
}
