import type { Context, Hono } from "hono";
import { chooseLanguageRequestSchema, meSchema } from "#contract/me.ts";
import { overviewSchema } from "#contract/overview.ts";
import { roundSchema } from "#contract/rounds.ts";
import type { Person } from "#domain/organisation/person.ts";
import { overview } from "#use-cases/grants/overview.ts";
import { roundPage } from "#use-cases/grants/round-page.ts";
import { chooseLanguage } from "#use-cases/organisation/choose-language.ts";
import { me } from "#use-cases/organisation/me.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerResult, answerView } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problem-response.ts";
import { keyIn, keyParam, readBody } from "../read-body.ts";

export interface MunicipalityFacts {
  readonly municipality: string;
  /** Address of the open site, for those who are its members; undefined until provisioning has found it. */
  readonly openSiteUrl: () => string | undefined;
  /** Titles of lists that are damaged in SharePoint. */
  readonly readOnlyLists?: () => readonly string[];
}

/** Who is signed in and in which language, the overview and the page of a round. */
export function roundRoutes(app: Hono<AppEnv>, deps: Deps, facts: MunicipalityFacts): void {
  const meAnswer = (context: Context<AppEnv>, person: Person): Response => {
    const openSiteUrl = facts.openSiteUrl();
    const readOnlyLists = facts.readOnlyLists?.() ?? [];
    return answerView(
      context,
      meSchema,
      me(deps, person, { municipality: facts.municipality, openSiteUrl, readOnlyLists }),
    );
  };
  app.get("/api/me", (context) => meAnswer(context, context.get("person")));
  app.put("/api/me/language", async (context) => {
    const body = await readBody(context, chooseLanguageRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const { commandKey, language } = body.value;
    const command = { commandKey: keyIn(commandKey), language };
    const chosen = await chooseLanguage(deps, context.get("actor"), command);
    return chosen.ok ? meAnswer(context, chosen.value) : problemResponse(context, chosen.refusal);
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
