import { type Instant, instantFromEpochMs, parseInstant, plainDateOf } from "#domain/shared/dates.ts";
import { formatDate, formatDayAndMonth, formatTime } from "#domain/shared/format-dates.ts";
import type { Language } from "#domain/shared/language.ts";
import type { ApplyTexts } from "./apply-texts.ts";

/** "Gemt kl. 10.42" today, "Gemt 20. november kl. 10.42" of an earlier day, with the year when it is another. */
export function savedWhen(
  savedAt: Instant,
  now: Instant,
  { apply }: Pick<ApplyTexts, "apply">,
  language: Language,
): string {
  const [day, today] = [plainDateOf(savedAt), plainDateOf(now)];
  const time = formatTime(savedAt, language);
  if (day === today) return apply.savedAt(time);
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return apply.savedOn((isThisYear ? formatDayAndMonth : formatDate)(day, language), time);
}

/** The contract has checked the text; what it cannot be is a bug that must not blank the page. */
export function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  return instant.ok ? instant.value : instantFromEpochMs(0);
}
