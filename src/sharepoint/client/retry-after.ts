/** Longer than any quota of Microsoft's lasts (a day): more is a broken header, and timers do not reach far beyond. */
const LONGEST_WAIT_MS = 86_400_000;

/**
 * Milliseconds the answer asks to wait: the greater of `Retry-After` (seconds, also fractions, or an HTTP date; 0 for
 * a date in the past) and `RateLimit-Reset` (seconds, when nothing remains); undefined when neither says anything usable.
 */
export function retryAfterMs(headers: { get(name: string): string | null }, now: number): number | undefined {
  const waits = [waitOf(headers.get("retry-after")?.trim() ?? "", now), rateLimitResetMs(headers)];
  const told = waits.filter((wait) => wait !== undefined);
  return told.length === 0 ? undefined : Math.min(LONGEST_WAIT_MS, Math.max(0, ...told));
}

/** Only what RFC 9110 allows: `Date.parse` alone reads a year into nearly everything, "-5" for one. */
function waitOf(text: string, now: number): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const moment = text.endsWith(" GMT") ? Date.parse(text) : Number.NaN;
  return Number.isNaN(moment) ? undefined : moment - now;
}

function rateLimitResetMs(headers: { get(name: string): string | null }): number | undefined {
  const seconds = Number(headers.get("ratelimit-reset") ?? "");
  return headers.get("ratelimit-remaining") === "0" && seconds > 0 ? seconds * 1000 : undefined;
}
