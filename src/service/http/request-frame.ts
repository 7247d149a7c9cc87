import { randomUUID } from "node:crypto";
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { Logger } from "pino";
import { metered } from "#sharepoint/client/unit-meter.ts";
import type { Clock } from "#use-cases/ports/clock.ts";
import type { AppEnv } from "./app-env.ts";

const CORRELATION = /^[\w-]{8,64}$/u;

/**
 * Gives each request its correlation id, its language and one log line at the end. The line holds method, the pattern of
 * the route, status, resource units of Graph and duration only: of the address itself nothing, for it may hold keys, names and texts.
 */
export function requestFrame(log: Logger, machineNow: () => number, clock: Clock) {
  return createMiddleware<AppEnv>(async (context, next) => {
    const given = context.req.header("x-correlation-id") ?? "";
    const requestId = CORRELATION.test(given) ? given : randomUUID();
    context.set("requestId", requestId);
    context.set("receivedAt", clock.now());
    context.set("language", /^\s*en\b/iu.test(context.req.header("accept-language") ?? "") ? "en" : "da");
    context.set("log", log.child({ requestId }));
    context.header("X-Correlation-Id", requestId);
    const started = machineNow();
    const units = await metered(async (meter) => {
      await next();
      return meter.units;
    }, requestId);
    const line = { method: context.req.method, route: routePath(context, -1), status: context.res.status, units };
    const ms = Math.round(machineNow() - started);
    if (context.res.status >= 500) context.get("log").warn({ ...line, ms }, "request");
    else if (context.req.method !== "GET") context.get("log").info({ ...line, ms }, "request");
    else context.get("log").debug({ ...line, ms }, "request");
  });
}
