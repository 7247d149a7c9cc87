import { daysBetween, epochMs, type Instant, plainDateOf, plusMillis, weekday } from "./dates.ts";
import { formatDate, formatDayAndMonth, formatTime } from "./format-dates.ts";
import type { Language } from "./language.ts";
import { weekdayNames } from "./weekday-names.ts";

const MINUTE_MS = 60_000;

/**
 * How far away a closing instant is, in Danish calendar days and with its last minute: "om 5 dage, søndag den 28. marts
 * kl. 23.59", "i morgen kl. 23.59", "i dag kl. 23.59", in the last hour "om 12 minutter, kl. 23.59" without seconds,
 * then "overskredet". The year is added when it is another than now's.
 */
export function formatCountdown(closing: Instant, now: Instant, language: Language): string {
  const danish = language === "da";
  const distance = formatDistance(closing, now, language);
  if (now >= closing) return distance;
  const last = plusMillis(closing, -1);
  const clock = `${danish ? "kl." : "at"} ${formatTime(last, language)}`;
  if (minutesLeft(closing, now) < 60) return `${distance}, ${clock}`;
  const [today, day] = [plainDateOf(now), plainDateOf(last)];
  if (daysBetween(today, day) < 2) return `${distance} ${clock}`;
  const date = today.slice(0, 4) === day.slice(0, 4) ? formatDayAndMonth(day, language) : formatDate(day, language);
  const name = weekdayNames[language][weekday(day) - 1];
  return danish ? `${distance}, ${name} den ${date} ${clock}` : `${distance}, ${name} ${date} ${clock}`;
}

/** The same without the day, for where the deadline itself stands beside it: "om 5 dage", "i morgen", "overskredet". */
export function formatDistance(closing: Instant, now: Instant, language: Language): string {
  const danish = language === "da";
  if (now >= closing) return danish ? "overskredet" : "overdue";
  const left = minutesLeft(closing, now);
  if (left < 60) return minutes(left, danish);
  const days = daysBetween(plainDateOf(now), plainDateOf(plusMillis(closing, -1)));
  if (days === 0) return danish ? "i dag" : "today";
  if (days === 1) return danish ? "i morgen" : "tomorrow";
  return danish ? `om ${days} dage` : `in ${days} days`;
}

/** Whole minutes that are left, rounded up: 0 never stands while one may still send. */
function minutesLeft(closing: Instant, now: Instant): number {
  const left = epochMs(closing) - epochMs(now);
  return (left + ((MINUTE_MS - (left % MINUTE_MS)) % MINUTE_MS)) / MINUTE_MS;
}

function minutes(left: number, danish: boolean): string {
  if (left === 1) return danish ? "om under 1 minut" : "in less than 1 minute";
  return danish ? `om ${left} minutter` : `in ${left} minutes`;
}
