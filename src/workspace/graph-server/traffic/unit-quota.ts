import { limits } from "../limits.ts";

/** What the quota says to a call. */
export interface QuotaAnswer {
  /** Seconds to wait when the minute's units are used up. */
  readonly retryAfterS: number | undefined;
  /** RateLimit headers, once the quota is nearly used. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Resource units per application and minute; a refused call is charged as well. */
export interface UnitQuota {
  readonly charge: (client: string, units: number, perMinute: number | undefined, now: number) => QuotaAnswer;
}

const unlimited: QuotaAnswer = { retryAfterS: undefined, headers: {} };

export function createUnitQuota(): UnitQuota {
  const windows = new Map<string, { readonly start: number; readonly used: number }>();
  return {
    charge: (client, units, perMinute, now) => {
      const present = windows.get(client);
      const current = present && now - present.start < limits.throttleWindowMs ? present : { start: now, used: 0 };
      const used = current.used + units;
      windows.set(client, { start: current.start, used });
      if (perMinute === undefined) return unlimited;
      const resetS = Math.max(1, Math.ceil((current.start + limits.throttleWindowMs - now) / 1000));
      const nearlyUsed = used >= perMinute * limits.rateLimitHeadersFrom;
      const headers = nearlyUsed
        ? {
            "RateLimit-Limit": String(perMinute),
            "RateLimit-Remaining": String(Math.max(0, perMinute - used)),
            "RateLimit-Reset": String(resetS),
          }
        : unlimited.headers;
      return { retryAfterS: used > perMinute ? resetS : undefined, headers };
    },
  };
}
