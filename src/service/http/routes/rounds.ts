import type { Hono } from "hono";
import { meSchema } from "#contract/me.ts";
import { overviewSchema } from "#contract/overview.ts";
import { roundSchema } from "#contract/rounds.ts";
import { overview } from "#use-cases/grants/overview.ts";
import { roundPage } from "#use-cases/grants/round-page.ts";
import { me } from "#use-cases/organisation/me.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerResult, answerView } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problem-response.ts";
import { keyParam } from "../read-body.ts";

export interface MunicipalityFacts {
  readonly municipality: string;
  /** Address of the open site, for those who are its members; undefined until provisioning has found it. */
  readonly openSiteUrl: () => string | undefined;
}

/** Who is signed in, the overview and the page of a round. */
export function roundRoutes(app: Hono<AppEnv>, deps: Deps, facts: MunicipalityFacts): void {
  app.get("/api/me", (context) => {
    const openSiteUrl = facts.openSiteUrl();
    const view = me(deps, context.get("person"), { municipality: facts.municipality, openSiteUrl });
    return answerView(context, meSchema, view);
  });

  app.get("/api/overview", (context) => answerView(context, overviewSchema, overview(deps, context.get("actor"))));

  app.get("/api/rounds/:key", (context) => {
    const key = keyParam(context);
    if (!key.ok) return problemResponse(context, key.refusal);
    return answerResult(
      context,
      roundSchema,
      roundPage(deps, context.get("actor"), key.value, context.get("language")),
    );
  });
}
