import { Temporal } from "temporal-polyfill";
import { monthNumber } from "./month-names.ts";
import { ok, type Result, refuse } from "./result.ts";

declare const instantBrand: unique symbol;
declare const plainDateBrand: unique symbol;

/** A point in time, always written `YYYY-MM-DDTHH:MM:SS.sssZ`, so that comparing strings is comparing times. */
export type Instant = string & { readonly [instantBrand]: true };

/** A Danish calendar day, `YYYY-MM-DD`; comparing strings is comparing days. */
export type PlainDate = string & { readonly [plainDateBrand]: true };

/** Why a text is no date or point in time. */
export type DateRefusal =
  | { readonly kind: "empty" }
  | { readonly kind: "not-a-date"; readonly text: string }
  | { readonly kind: "no-such-day"; readonly text: string }
  | { readonly kind: "two-digit-year"; readonly text: string }
  | { readonly kind: "year-out-of-range"; readonly text: string; readonly year: number };

const ZONE = "Europe/Copenhagen";
const DAY_FIRST = /^(\d{1,2})[-./](\d{1,2})[-./ ](\d{2}|\d{4})$/;
const MONTH_IN_LETTERS =
  /^(?:(?:(?:man|tirs|ons|tors|fre|lør|søn)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? )?(?:den )?(\d{1,2})\.? ([a-z]+\.?) (\d{2}|\d{4})$/i;
const INSTANT = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const CLOCK_TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/**
 * Reads a point in time from ISO 8601 with seconds and an offset ("2021-07-30T22:00:00Z", "…+02:00").
 * Parts of a millisecond are cut off. Years 1900-2999.
 */
export function parseInstant(text: string): Result<Instant, DateRefusal> {
  if (text.trim() === "") return refuse({ kind: "empty" });
  const match = INSTANT.exec(text);
  if (!match) return refuse({ kind: "not-a-date", text });
  const [, day = "", , fraction = "", offset] = match;
  const date = parsePlainDate(day);
  if (!date.ok) return refuse({ ...date.refusal, text });
  if (offset === "Z" && fraction.length === 4) return ok(text as Instant);
  return ok(written(Temporal.Instant.from(text)));
}

/**
 * Reads a day as Danes write it: "2022-02-08", "08-02-2022", "30.07.2021", "8/2 2022", "15. juni 2021",
 * "tirsdag den 15. juni 2021"; month names also in English. Years 1900-2999, always with four digits.
 */
export function parsePlainDate(text: string): Result<PlainDate, DateRefusal> {
  const trimmed = text.replace(/\s+/g, " ").trim();
  if (trimmed === "") return refuse({ kind: "empty" });
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(trimmed);
  if (iso) return dayOf(text, iso[1], Number(iso[2]), iso[3]);
  const numbers = DAY_FIRST.exec(trimmed);
  if (numbers) return dayOf(text, numbers[3], Number(numbers[2]), numbers[1]);
  const letters = MONTH_IN_LETTERS.exec(trimmed);
  const month = letters?.[2] === undefined ? undefined : monthNumber(letters[2]);
  if (letters && month !== undefined) return dayOf(text, letters[3], month, letters[1]);
  return refuse({ kind: "not-a-date", text });
}

function dayOf(text: string, yearText = "", month: number, dayText = ""): Result<PlainDate, DateRefusal> {
  if (yearText.length !== 4) return refuse({ kind: "two-digit-year", text });
  const [year, day] = [Number(yearText), Number(dayText)];
  if (year < 1900 || year > 2999) return refuse({ kind: "year-out-of-range", text, year });
  if (month < 1 || month > 12 || day < 1) return refuse({ kind: "no-such-day", text });
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day ? ok(date.toString() as PlainDate) : refuse({ kind: "no-such-day", text });
}

/** The point in time so many milliseconds after 1970-01-01T00:00Z. Throws RangeError outside the years 1000-9999. */
export function instantFromEpochMs(milliseconds: number): Instant {
  return written(Temporal.Instant.fromEpochMilliseconds(milliseconds));
}

/** Milliseconds since 1970-01-01T00:00Z. */
export function epochMs(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

/** The Danish day on which a point in time falls. */
export function plainDateOf(instant: Instant): PlainDate {
  return inDenmark(instant).toPlainDate().toString() as PlainDate;
}

/** The Danish clock time of a point in time, to the minute: "23:59". */
export function clockTimeOf(instant: Instant): string {
  return inDenmark(instant).toPlainTime().toString({ smallestUnit: "minute" });
}

/** The first moment of a Danish day. */
export function startOfDay(date: PlainDate): Instant {
  return written(Temporal.PlainDate.from(date).toZonedDateTime(ZONE).toInstant());
}

/**
 * The moment the Danish clock shows `time` ("08:00") on that day. In the hour that summer time skips, the same
 * minute one hour later; in the hour that comes twice, the first. Throws RangeError unless `time` is HH:MM.
 */
export function atTime(date: PlainDate, time: string): Instant {
  if (!CLOCK_TIME.test(time)) throw new RangeError(`Not a clock time HH:MM: ${time}`);
  return written(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant());
}

/**
 * The first moment that is too late for a deadline on that day. People are told 23.59 and the whole minute counts,
 * so it is the next day's 00.00; with a clock time ("12:00") it is the minute after.
 */
export function closingInstant(date: PlainDate, lastMinute = "23:59"): Instant {
  return plusMillis(atTime(date, lastMinute), 60_000);
}

/** The day `days` calendar days later (earlier when negative). */
export function plusDays(date: PlainDate, days: number): PlainDate {
  return writtenDay(Temporal.PlainDate.from(date).add({ days }));
}

/** The same day of the month `months` later, or the month's last day where that day is missing. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return writtenDay(Temporal.PlainDate.from(date).add({ months }));
}

/** The point in time `milliseconds` later (earlier when negative). */
export function plusMillis(instant: Instant, milliseconds: number): Instant {
  return written(Temporal.Instant.from(instant).add({ milliseconds }));
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: "days" }).days;
}

/** ISO week number, 1-53 ("uge 30"). The days around New Year may belong to a week of the other year. */
export function isoWeek(date: PlainDate): number {
  const day = Temporal.PlainDate.from(date);
  // A week belongs to the year that holds its Thursday.
  const thursday = day.add({ days: 4 - day.dayOfWeek }).dayOfYear;
  return (thursday - 1 - ((thursday - 1) % 7)) / 7 + 1;
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(date: PlainDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

function inDenmark(instant: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
}

function written(instant: Temporal.Instant): Instant {
  return inRange(instant.toString({ smallestUnit: "millisecond" })) as Instant;
}

function writtenDay(date: Temporal.PlainDate): PlainDate {
  return inRange(date.toString()) as PlainDate;
}

/** Outside 1000-9999 the written form has another length or sign, and strings would no longer sort as time. */
function inRange(text: string): string {
  if (!/^[1-9]\d{3}-/.test(text)) throw new RangeError(`Outside the years 1000-9999: ${text}`);
  return text;
}
