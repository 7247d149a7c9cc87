import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./app-env.ts";
import { problemResponse } from "./problem-response.ts";

const WINDOW_MS = 60_000;
const MOST_WRITES = 60;

/** At most 60 writes a minute and person: more is a stuck key or a script. Counted on the machine's clock. */
export function writeLimit(machineNow: () => number) {
  const writes = new Map<string, number[]>();
  return createMiddleware<AppEnv>(async (context, next) => {
    if (context.req.method === "GET" || context.req.method === "HEAD") return next();
    const now = machineNow();
    const who = context.get("actor").personKey;
    const recent = (writes.get(who) ?? []).filter((at) => at > now - WINDOW_MS);
    if (recent.length >= MOST_WRITES) {
      const wait = Math.ceil(((recent[0] ?? now) + WINDOW_MS - now) / 1000);
      context.header("Retry-After", String(wait));
      const refusal = { kind: "too-many-writes", retryAfterS: wait } as const;
      return problemResponse(context, refusal);
    }
    recent.push(now);
    writes.set(who, recent);
    return next();
  });
}
