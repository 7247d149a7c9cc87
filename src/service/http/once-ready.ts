import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./app-env.ts";
import { problemResponse } from "./problem-response.ts";

/**
 * Answers 503 until every record list has been read: before that everybody would be a stranger. Where a list is missing
 * people are told whom to ask, for waiting does not help.
 */
export function onceReady(isReady: () => boolean, isSetUp: () => boolean = () => true) {
  return createMiddleware<AppEnv>(async (context, next) => {
    if (!isReady()) return problemResponse(context, { kind: isSetUp() ? "starting" : "not-set-up" });
    await next();
    return undefined;
  });
}
