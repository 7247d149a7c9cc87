import { useEffect, useState } from "react";
import type { Live } from "./use-live.ts";
import { formatClock } from "./zoned-time.ts";

/** Business time now, by the last reading and this page's own timer. */
export function businessNow(clock: Live["clock"]): Date | undefined {
  return clock === undefined ? undefined : new Date(clock.now + performance.now() - clock.heardAt);
}

/** The clock's text, kept up with the minutes; empty until the clock is known. */
export function useClockText(clock: Live["clock"], timeZone: string, locale: string): string {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTick((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  const now = businessNow(clock);
  return now === undefined ? "" : formatClock(now, timeZone, locale);
}
