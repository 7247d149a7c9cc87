import { createMiddleware } from "hono/factory";
import { pageAt } from "#use-cases/notices/notice-pages.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { AppEnv } from "./app-env.ts";

/** Notes which pages a person was shown: a notice about one of them has been seen then. Nobody waits for it. */
export function seenPages({ seen }: Pick<Deps, "seen">) {
  return createMiddleware<AppEnv>(async (context, next) => {
    await next();
    if (seen === undefined || context.req.method !== "GET" || !context.res.ok) return;
    const page = pageAt(context.req.path);
    if (page !== undefined) seen.note(context.get("actor").personKey, "page", page);
  });
}
