import {
  atTime,
  type Instant,
  instantFromEpochMs,
  parseInstant,
  parsePlainDate,
  plainDateOf,
} from "#domain/shared/dates.ts";
import { defaultWorkingDayCalendar, isWorkingDay, nextWorkingDay } from "#domain/shared/working-days.ts";
import { type Settings, SettingsError } from "./settings.ts";

/**
 * Where the clock stands once the demo is in: FREMDRIFT_NOW, as an instant ("2026-12-31T09:00:00Z") or as Danish local
 * time ("2026-12-31T10:00"); without it 10.00 on the next working day, and 30-12-2022 for the history.
 */
export function startTime(settings: Settings, machineNow: number): Instant {
  if (settings.now !== undefined) return readTime(settings.now);
  if (settings.demo === "historik") return readTime("2022-12-30T10:00");
  const today = plainDateOf(instantFromEpochMs(machineNow));
  const day = isWorkingDay(today, defaultWorkingDayCalendar) ? today : nextWorkingDay(today, defaultWorkingDayCalendar);
  return atTime(day, "10:00");
}

function readTime(text: string): Instant {
  const local = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/u.exec(text);
  const date = parsePlainDate(local?.[1] ?? "");
  if (local?.[2] && date.ok) return atTime(date.value, local[2]);
  const instant = parseInstant(text);
  if (instant.ok) return instant.value;
  throw new SettingsError(`FREMDRIFT_NOW is no time: ${text} (write 2026-12-31T10:00)`);
}
