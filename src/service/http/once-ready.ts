import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./app-env.ts";
import { problemResponse } from "./problem-response.ts";

/** Answers 503 until every record list has been read: before that everybody would be a stranger. */
export function onceReady(isReady: () => boolean) {
  return createMiddleware<AppEnv>(async (context, next) => {
    if (!isReady()) return problemResponse(context, { kind: "starting" });
    await next();
    return undefined;
  });
}
