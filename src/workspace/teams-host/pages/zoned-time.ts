interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** "søndag 22. november 2026 kl. 10.00" or "Sunday 22 November 2026 at 10:00", as the clock in the zone shows it. */
export function formatClock(instant: Date, timeZone: string, locale: string): string {
  const name = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(instant);
  const { year, day, hour, minute } = localTime(instant, timeZone);
  const [weekday, month] = [name({ weekday: "long" }), name({ month: "long" })];
  const [hours, minutes] = [twoDigits(hour), twoDigits(minute)];
  if (locale.startsWith("da")) return `${weekday} ${day}. ${month} ${year} kl. ${hours}.${minutes}`;
  return `${weekday} ${day} ${month} ${year} at ${hours}:${minutes}`;
}

/** The next day at a full hour in the zone. */
export function tomorrowAt(hour: number, instant: Date, timeZone: string): Date {
  const { year, month, day } = localTime(instant, timeZone);
  const tomorrow = new Date(Date.UTC(year, month - 1, day + 1));
  return zonedInstant(
    { year: tomorrow.getUTCFullYear(), month: tomorrow.getUTCMonth() + 1, day: tomorrow.getUTCDate(), hour, minute: 0 },
    timeZone,
  );
}

/** The value of a date-time field for an instant: "2026-11-22T10:00" in the zone. */
export function toFieldValue(instant: Date, timeZone: string): string {
  const { year, month, day, hour, minute } = localTime(instant, timeZone);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}T${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** The instant of a date-time field's value in the zone; undefined when the field is empty. */
export function fromFieldValue(value: string, timeZone: string): Date | undefined {
  const [year, month, day, hour, minute] = (/^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/u.exec(value)?.slice(1) ?? []).map(
    Number,
  );
  if (year === undefined || month === undefined || day === undefined || hour === undefined || minute === undefined)
    return undefined;
  return zonedInstant({ year, month, day, hour, minute }, timeZone);
}

/** Guesses with the zone's offset at the guess and corrects once: enough on both sides of a change to summer time. */
function zonedInstant(local: LocalTime, timeZone: string): Date {
  const wanted = asUtc(local);
  const guess = wanted - (asUtc(localTime(new Date(wanted), timeZone)) - wanted);
  return new Date(guess - (asUtc(localTime(new Date(guess), timeZone)) - wanted));
}

function asUtc({ year, month, day, hour, minute }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

function localTime(instant: Date, timeZone: string): LocalTime {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((found) => found.type === type)?.value);
  return { year: part("year"), month: part("month"), day: part("day"), hour: part("hour"), minute: part("minute") };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
