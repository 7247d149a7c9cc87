/**
 * The Danish calendar computed a second time, by other means than `#domain/shared` uses: days are counted by number,
 * Easter comes from the table of paschal full moons, the clock from the rule of directive 2000/84/EC. Holds 1900-2099.
 */

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The paschal full moon by golden number less one, as days after 21 March (Gregorian table for 1900-2199). */
const FULL_MOONS = [24, 13, 2, 21, 10, 28, 18, 7, 26, 15, 4, 23, 12, 1, 20, 9, 27, 17, 6];

/** Days of the municipality that are closed though no holidays. */
const CLOSED = ["06-05", "12-24", "12-31"];

/** "2027-03-28" as a number of days; 0 is a Thursday. */
export function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The day with that number. */
export function dateOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** Every day of these years, in order. */
export function daysOf(firstYear: number, lastYear: number): readonly string[] {
  const first = dayNumber(`${firstYear}-01-01`);
  return Array.from({ length: dayNumber(`${lastYear + 1}-01-01`) - first }, (_, index) => dateOf(first + index));
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: string): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The Sunday after the paschal full moon. */
export function easterOf(year: number): string {
  const moon = dayNumber(`${year}-03-21`) + (FULL_MOONS[year % 19] ?? 0);
  let day = moon + 1;
  while (weekdayOf(dateOf(day)) !== 7) day += 1;
  return dateOf(day);
}

/** The public holidays of a year by date, with their Danish names. */
export function holidaysOf(year: number): ReadonlyMap<string, string> {
  const easter = dayNumber(easterOf(year));
  const named: (readonly [string, string])[] = [
    [`${year}-01-01`, "Nytårsdag"],
    [dateOf(easter - 3), "Skærtorsdag"],
    [dateOf(easter - 2), "Langfredag"],
    [dateOf(easter), "Påskedag"],
    [dateOf(easter + 1), "2. påskedag"],
    // The fourth Friday after Easter, by law until 2023.
    ...(year <= 2023 ? [[dateOf(easter + 26), "Store bededag"] as const] : []),
    // The sixth Thursday, the seventh Sunday and the Monday after.
    [dateOf(easter + 39), "Kristi himmelfartsdag"],
    [dateOf(easter + 49), "Pinsedag"],
    [dateOf(easter + 50), "2. pinsedag"],
    [`${year}-12-25`, "Juledag"],
    [`${year}-12-26`, "2. juledag"],
  ];
  return new Map(named);
}

/** The working days of these years, in order: what is left when everything closed is struck out. */
export function workingDaysOf(firstYear: number, lastYear: number): readonly string[] {
  const holidays = new Set<string>();
  for (let year = firstYear; year <= lastYear; year += 1)
    for (const date of holidaysOf(year).keys()) holidays.add(date);
  return daysOf(firstYear, lastYear).filter(
    (date) => weekdayOf(date) < 6 && !holidays.has(date) && !CLOSED.includes(date.slice(5)),
  );
}

/** ISO weeks of these years by date, counted off from the first Monday: a week with 4 January is number 1. */
export function isoWeeksOf(firstYear: number, lastYear: number): ReadonlyMap<string, number> {
  const weeks = new Map<string, number>();
  let week = 0;
  for (const date of daysOf(firstYear - 2, lastYear)) {
    const sunday = dateOf(dayNumber(date) + 6).slice(5);
    const holdsFourth = sunday >= "01-04" && sunday <= "01-10";
    if (weekdayOf(date) === 1) week = holdsFourth ? 1 : week + 1;
    if (date >= `${firstYear}`) weeks.set(date, week);
  }
  return weeks;
}

/** Milliseconds the Danish clock is ahead of UTC: summer time from 01.00 UTC on the last Sundays of March and October. */
export function aheadOfUtc(time: number): number {
  const year = new Date(time).getUTCFullYear();
  const isSummer = time >= lastSunday(year, "03") + HOUR_MS && time < lastSunday(year, "10") + HOUR_MS;
  return (isSummer ? 2 : 1) * HOUR_MS;
}

const sundays = new Map<string, number>();

function lastSunday(year: number, month: string): number {
  const known = sundays.get(`${year}-${month}`);
  if (known !== undefined) return known;
  let day = dayNumber(`${year}-${month}-31`);
  while (weekdayOf(dateOf(day)) !== 7) day -= 1;
  sundays.set(`${year}-${month}`, day * DAY_MS);
  return day * DAY_MS;
}

/** What the Danish clock shows: "2027-03-28 23:59:59.999". */
export function danishClock(time: number): string {
  return new Date(time + aheadOfUtc(time)).toISOString().replace("T", " ").slice(0, -1);
}

/** Every moment at which the Danish clock shows the time ("2027-10-31", "02:30"): none, one or two. */
export function momentsAt(date: string, time: string): readonly string[] {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  return [asUtc - 2 * HOUR_MS, asUtc - HOUR_MS]
    .filter((moment) => danishClock(moment) === `${date} ${time}:00.000`)
    .map((moment) => new Date(moment).toISOString());
}

/** The first moment from `time` on at which people may be disturbed, found by trying one hour after the other. */
export function sendingMomentFrom(time: number, workingDays: ReadonlySet<string>): string {
  let moment = time;
  for (;;) {
    const shown = danishClock(moment);
    const hour = Number(shown.slice(11, 13));
    if (workingDays.has(shown.slice(0, 10)) && hour >= 7 && hour < 18) return new Date(moment).toISOString();
    moment = (Math.floor(moment / HOUR_MS) + 1) * HOUR_MS;
  }
}
