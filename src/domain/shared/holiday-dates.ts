import { daysBetween, type PlainDate } from "./dates.ts";
import type { Language } from "./language.ts";

/** A Danish public holiday. */
export type Holiday =
  | "new-years-day"
  | "maundy-thursday"
  | "good-friday"
  | "easter-sunday"
  | "easter-monday"
  | "great-prayer-day"
  | "ascension-day"
  | "whit-sunday"
  | "whit-monday"
  | "christmas-day"
  | "boxing-day";

const FIXED: Readonly<Record<string, Holiday>> = {
  "01-01": "new-years-day",
  "12-25": "christmas-day",
  "12-26": "boxing-day",
};

/** By days after Easter Sunday. */
const MOVABLE: Readonly<Record<number, Holiday>> = {
  [-3]: "maundy-thursday",
  [-2]: "good-friday",
  0: "easter-sunday",
  1: "easter-monday",
  26: "great-prayer-day",
  39: "ascension-day",
  49: "whit-sunday",
  50: "whit-monday",
};

/** Store Bededag was abolished by law from 1 January 2024. */
const LAST_YEAR_OF_GREAT_PRAYER_DAY = 2023;

const NAMES: Readonly<Record<Holiday, Readonly<Record<Language, string>>>> = {
  "new-years-day": { da: "Nytårsdag", en: "New Year's Day" },
  "maundy-thursday": { da: "Skærtorsdag", en: "Maundy Thursday" },
  "good-friday": { da: "Langfredag", en: "Good Friday" },
  "easter-sunday": { da: "Påskedag", en: "Easter Sunday" },
  "easter-monday": { da: "2. påskedag", en: "Easter Monday" },
  "great-prayer-day": { da: "Store bededag", en: "Great Prayer Day" },
  "ascension-day": { da: "Kristi himmelfartsdag", en: "Ascension Day" },
  "whit-sunday": { da: "Pinsedag", en: "Whit Sunday" },
  "whit-monday": { da: "2. pinsedag", en: "Whit Monday" },
  "christmas-day": { da: "Juledag", en: "Christmas Day" },
  "boxing-day": { da: "2. juledag", en: "Boxing Day" },
};

/** The public holiday that falls on the day, if any. Sundays as such are not holidays here. */
export function holidayOn(date: PlainDate): Holiday | undefined {
  const year = Number(date.slice(0, 4));
  const holiday = FIXED[date.slice(5)] ?? MOVABLE[daysBetween(easterSunday(year), date)];
  return holiday === "great-prayer-day" && year > LAST_YEAR_OF_GREAT_PRAYER_DAY ? undefined : holiday;
}

/** Whether the day is a Danish public holiday. */
export function isHoliday(date: PlainDate): boolean {
  return holidayOn(date) !== undefined;
}

/** "Kristi himmelfartsdag" / "Ascension Day"; undefined when the day is no public holiday. */
export function holidayName(date: PlainDate, language: Language): string | undefined {
  const holiday = holidayOn(date);
  return holiday && NAMES[holiday][language];
}

/** Easter Sunday of the Gregorian calendar, by the anonymous computus (Meeus/Jones/Butcher). */
export function easterSunday(year: number): PlainDate {
  const a = year % 19;
  const b = whole(year, 100);
  const c = year % 100;
  const h = (19 * a + b - whole(b, 4) - whole(b - whole(b + 8, 25) + 1, 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * whole(c, 4) - h - (c % 4)) % 7;
  const monthAndDay = h + l - 7 * whole(a + 11 * h + 22 * l, 451) + 114;
  const [month, day] = [whole(monthAndDay, 31), (monthAndDay % 31) + 1];
  return `${year}-0${month}-${String(day).padStart(2, "0")}` as PlainDate;
}

function whole(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}
