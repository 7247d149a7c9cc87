import type { Hono } from "hono";
import { longestSearch, searchSchema } from "#contract/search.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { search } from "#use-cases/search/search.ts";
import { answerView } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";

/** What the signed-in person finds. The typed text is in no log: of an address the request's line holds the pattern only. */
export function searchRoutes(app: Hono<AppEnv>, deps: Deps): void {
  app.get("/api/search", (context) => {
    const typed = (context.req.query("q") ?? "").slice(0, longestSearch);
    return answerView(context, searchSchema, search(deps, context.get("actor"), typed));
  });
}
