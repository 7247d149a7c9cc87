import type { ParallelTime } from "#sharepoint/client/parallel-time.test-support.ts";
import { graphError, json, type SentRequest } from "#test/contract/scripted-fetch.ts";

/** What a throttling SharePoint saw. */
export interface SeenCall {
  readonly at: number;
  readonly url: string;
  readonly method: string;
  readonly refused: boolean;
  /** Came although an earlier answer had asked nobody to come before a later moment. */
  readonly early: boolean;
}

export interface ThrottledGraph {
  readonly fetch: typeof fetch;
  readonly seen: readonly SeenCall[];
}

export interface ThrottledGraphOptions {
  readonly time: ParallelTime;
  /** Resource units a minute; each call costs two. */
  readonly unitsPerMinute: number;
  /** Seconds of the next Retry-After. */
  readonly retryAfterS: () => number;
  readonly latencyMs?: number;
  readonly answer?: (request: SentRequest) => Response;
}

/** A SharePoint that counts units in windows of a minute, refuses what is above them and remembers who comes early. */
export function throttledGraph(options: ThrottledGraphOptions): ThrottledGraph {
  const { time, unitsPerMinute, retryAfterS, latencyMs = 40 } = options;
  const seen: SeenCall[] = [];
  let window = { from: time.now(), used: 0 };
  let closedUntil = 0;
  let told = 0;

  function refusal(now: number): Response | undefined {
    if (now - window.from >= 60_000) window = { from: now, used: 0 };
    window.used += 2;
    if (window.used <= unitsPerMinute && now >= closedUntil) return undefined;
    const seconds = retryAfterS();
    closedUntil = Math.max(closedUntil, now + seconds * 1000);
    return graphError(429, "activityLimitReached", "", { "Retry-After": String(seconds) });
  }

  return {
    seen,
    fetch: async (input, init) => {
      const url = typeof input === "string" ? input : input instanceof URL ? input.href : input.url;
      const method = init?.method ?? "GET";
      const at = time.now();
      // Only what has been told can be kept: calls under way at the same moment are not early.
      const early = at < told;
      const refused = refusal(at);
      seen.push({ at: time.passed(), url, method, refused: refused !== undefined, early });
      await time.sleep(latencyMs, init?.signal ?? undefined);
      if (refused) {
        told = Math.max(told, closedUntil);
        return refused;
      }
      const body = typeof init?.body === "string" ? init.body : undefined;
      const request = { method, url, headers: new Headers(init?.headers), body };
      return options.answer?.(request) ?? json({ value: [] });
    },
  };
}
