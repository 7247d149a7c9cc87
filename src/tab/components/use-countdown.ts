import { useEffect, useState } from "react";
import { epochMs, type Instant, plusMillis } from "#domain/shared/dates.ts";
import { formatCountdown } from "#domain/shared/format-countdown.ts";
import { useLanguage } from "../texts/texts-context.ts";
import { instantOf, zoneNote } from "./use-format.ts";

const TICK_MS = 10_000;
/** Timers cannot wait for weeks; nobody's answer is older than a day while they write. */
const DAY_MS = 86_400_000;

/**
 * The service's clock: the time of its answer, counted on from there by the machine, whatever the machine's own says.
 *
 * @param tickMs how often it is looked at anew
 */
export function useServiceNow(answeredAt: string, tickMs = TICK_MS): Instant {
  const [passed, setPassed] = useState({ since: answeredAt, milliseconds: 0 });
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => {
      setPassed({ since: answeredAt, milliseconds: Math.floor(performance.now() - began) });
    }, tickMs);
    return () => clearInterval(timer);
  }, [answeredAt, tickMs]);
  return plusMillis(instantOf(answeredAt), passed.since === answeredAt ? passed.milliseconds : 0);
}

/** Whether a closing instant has passed by the service's clock; turns true by itself while the page stands. */
export function useIsOver(closing: string, answeredAt: string): boolean {
  const [overSince, setOverSince] = useState<string>();
  const left = epochMs(instantOf(closing)) - epochMs(instantOf(answeredAt));
  useEffect(() => {
    if (left <= 0 || left > DAY_MS) return;
    const timer = setTimeout(() => setOverSince(answeredAt), left);
    return () => clearTimeout(timer);
  }, [left, answeredAt]);
  return left <= 0 || overSince === answeredAt;
}

/** How far away closing instants are by the service's clock: "om 3 dage, torsdag den 26. november kl. 23.59". */
export function useCountdown(answeredAt: string): (closing: string) => string {
  const now = useServiceNow(answeredAt);
  const language = useLanguage();
  return (closing) => {
    const text = formatCountdown(instantOf(closing), now, language);
    return now < closing ? text + zoneNote(plusMillis(instantOf(closing), -1), language) : text;
  };
}
