/**
 * Milliseconds the answer asks to wait: the greater of `Retry-After` (seconds, also fractions, or an HTTP date) and
 * `RateLimit-Reset` (seconds); undefined when there is no usable `Retry-After`.
 */
export function retryAfterMs(headers: { get(name: string): string | null }, now: number): number | undefined {
  const text = headers.get("retry-after")?.trim();
  if (text === undefined || text === "") return undefined;
  const wait = /^\d+(\.\d+)?$/.test(text) ? Math.ceil(Number(text) * 1000) : Date.parse(text) - now;
  if (Number.isNaN(wait)) return undefined;
  return Math.max(0, wait, rateLimitResetMs(headers));
}

function rateLimitResetMs(headers: { get(name: string): string | null }): number {
  const seconds = Number(headers.get("ratelimit-reset") ?? "0");
  return Number.isFinite(seconds) && headers.get("ratelimit-remaining") === "0" ? seconds * 1000 : 0;
}
