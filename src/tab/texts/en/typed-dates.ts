import type { typedDates as danish } from "../da/typed-dates.ts";

/** What is the matter with a typed day, in English. */
export const typedDates: typeof danish = {
  "part-missing": () => "Write day, month and year, e.g. 1-3-2027.",
  "no-such-day": () => "There is no such day. Look at day and month.",
  "year-out-of-range": () => "Look at the year, e.g. 2027.",
  "month-first": (reading) => `Write the day before the month. Did you mean ${reading}?`,
  "two-readings": (reading, other) =>
    `The date can be read in two ways: ${reading} or ${other}. Write the year with four digits.`,
  "other-weekday": (reading) => `Weekday and date do not match. Write the date alone if you mean ${reading}.`,
};
