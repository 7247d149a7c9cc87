import { type PlainDate, parsePlainDate, weekday } from "./dates.ts";
import { monthNumber } from "./month-names.ts";
import { type Result, refuse } from "./result.ts";

/** Why what somebody has typed is no day that can be used. */
export type TypedDateRefusal =
  | { readonly kind: "empty" }
  | { readonly kind: "not-a-date" }
  /** 31-02-2027. */
  | { readonly kind: "no-such-day" }
  | { readonly kind: "year-out-of-range" }
  /** "1/1", "januar 2027": day, month or year is not there. */
  | { readonly kind: "part-missing" }
  /** "3/15/2027": no fifteenth month, but a day when read the American way. */
  | { readonly kind: "month-first"; readonly reading: PlainDate }
  /** "27-01-02": 27 January 2002 to a Dane, 2 January 2027 to a list of files. */
  | { readonly kind: "two-readings"; readonly readings: readonly [PlainDate, PlainDate] }
  /** "mandag den 1. januar 2027", which is a Friday. */
  | { readonly kind: "other-weekday"; readonly reading: PlainDate };

/** No project here is older: a short year before it, written where a year may also come first, is asked about. */
const FIRST_SHORT_YEAR = 2020;

const weekdayStarts = [
  "man",
  "tir",
  "ons",
  "tor",
  "fre",
  "lør",
  "søn",
  "mon",
  "tue",
  "wed",
  "thu",
  "fri",
  "sat",
  "sun",
];
const WEEKDAY = /^([a-zæøå]{3})[a-zæøå]*[.,]* ?/;
const DAY_FIRST = /^(\d{1,2})[-./ ](\d{1,2})[-./ ]'?(\d{2}|\d{4})$/;
const YEAR_FIRST = /^(\d{4})[-./ ](\d{1,2})[-./ ](\d{1,2})$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;
const DIGITS_YEAR_FIRST = /^(\d{4})(\d{2})(\d{2})$/;
const LETTERS = /^(\d{1,2})(?:st|nd|rd|th)?[-. ]*([a-z]+)[-., ]*'?(\d{2}|\d{4})$/;
const LETTERS_FIRST = /^([a-z]+)[. ]+(\d{1,2})(?:st|nd|rd|th)?[, ]+(\d{4})$/;
const PART_OF_DATE = /^(?:\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{4}|\d{4}[-./ ]\d{1,2}|\d{4})$/;
const PART_IN_LETTERS = /^(?:\d{1,2}[-. ]*)?([a-z]+)[-., ]*(?:\d{2}|\d{4})?$/;

/**
 * Reads a day as people type it in a form: "1/1 27", "1.1.27", "01012027", "d. 1. jan. 2027", "fredag 1/1-27",
 * "2027-1-1", "January 1, 2027". Numbers are day, month, year; two digits are a year from 2000 on. What can be read in
 * two ways, or is no day, is refused with what it may have meant.
 */
export function readTypedDate(text: string): Result<PlainDate, TypedDateRefusal> {
  const plain = plainText(text);
  if (plain === "") return refuse({ kind: "empty" });
  const weekdayName = WEEKDAY.exec(plain);
  const place = weekdayStarts.indexOf(weekdayName?.[1] ?? "");
  const withoutWeekday = place < 0 ? plain : plain.slice(weekdayName?.[0].length);
  const read = readDay(withoutWeekday.replace(/^(?:den|d\.?) ?(?=\d)/, ""));
  if (!read.ok || place < 0) return read;
  const isThatDay = weekday(read.value) === (place % 7) + 1;
  return isThatDay ? read : refuse({ kind: "other-weekday", reading: read.value });
}

/** Small letters, one kind of dash, no space around signs, nothing at the ends that says nothing. */
function plainText(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/ ?([-./]) ?/g, "$1")
    .replace(/^[ ,;:]+|[ ,;:.]+$/g, "");
}

function readDay(text: string): Result<PlainDate, TypedDateRefusal> {
  const numbers = DAY_FIRST.exec(text);
  if (numbers) return readDayFirst(numbers[1], numbers[2], numbers[3]);
  const year = YEAR_FIRST.exec(text);
  if (year) return dayOf(year[3], Number(year[2]), year[1]);
  const digits = DIGITS.exec(text);
  if (digits) return readDigits(text, dayOf(digits[1], Number(digits[2]), digits[3]));
  const letters = LETTERS.exec(text);
  if (letters) return dayOf(letters[1], monthOf(letters[2]), letters[3]);
  const american = LETTERS_FIRST.exec(text);
  if (american) return dayOf(american[2], monthOf(american[1]), american[3]);
  const month = PART_IN_LETTERS.exec(text);
  const isPart = PART_OF_DATE.test(text) || (month !== null && monthOf(month[1]) !== undefined);
  return refuse({ kind: isPart ? "part-missing" : "not-a-date" });
}

/** Eight digits, day first where that is a day: no four digits are both a day with its month and a year of ours. */
function readDigits(text: string, dayFirst: ReturnType<typeof readDay>): Result<PlainDate, TypedDateRefusal> {
  const [, year, month, day] = DIGITS_YEAR_FIRST.exec(text) ?? [];
  const yearFirst = dayOf(day, Number(month), year);
  return !dayFirst.ok && yearFirst.ok ? yearFirst : dayFirst;
}

function readDayFirst(first = "", second = "", third = ""): Result<PlainDate, TypedDateRefusal> {
  const read = dayOf(first, Number(second), third);
  if (!read.ok) {
    const american = dayOf(second, Number(first), third);
    return american.ok ? refuse({ kind: "month-first", reading: american.value }) : read;
  }
  const yearFirst = first.length === 2 && third.length === 2 ? dayOf(third, Number(second), first) : undefined;
  const isDoubtful = yearFirst?.ok === true && isRecent(yearFirst.value) && !isRecent(read.value);
  return isDoubtful ? refuse({ kind: "two-readings", readings: [yearFirst.value, read.value] }) : read;
}

function isRecent(date: PlainDate): boolean {
  return Number(date.slice(0, 4)) >= FIRST_SHORT_YEAR;
}

/** The month of a name in full, cut to three letters, or cut as people cut "sept." and "febr.". */
function monthOf(name = ""): number | undefined {
  return monthNumber(/^(?:sept|febr)$/.test(name) ? name.slice(0, 3) : name);
}

function dayOf(day = "", month: number | undefined, year = ""): Result<PlainDate, TypedDateRefusal> {
  if (month === undefined) return refuse({ kind: "not-a-date" });
  const wholeYear = year.length === 2 ? `20${year}` : year;
  const read = parsePlainDate(`${wholeYear}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`);
  if (read.ok) return read;
  const { kind } = read.refusal;
  return refuse({ kind: kind === "year-out-of-range" || kind === "no-such-day" ? kind : "not-a-date" });
}
