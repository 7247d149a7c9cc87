import { notImplemented } from "./graph-error.ts";
import type { Method, Route } from "./route.ts";

/** What the real Graph has and this server says cleanly that it has not: nobody here could call a notification address. */
export const unsupportedRoutes: readonly Route[] = (
  [
    ["POST", "/subscriptions"],
    ["GET", "/subscriptions"],
    ["PATCH", "/subscriptions/{id}"],
    ["DELETE", "/subscriptions/{id}"],
  ] as const satisfies readonly (readonly [Method, string])[]
).map(([method, pattern]) => ({
  method,
  pattern,
  cost: 1,
  handle: () => {
    throw notImplemented("A subscription");
  },
}));
