import type { Context, Hono } from "hono";
import {
  answerAwardRequestSchema,
  applicationSchema,
  plainCommandSchema,
  returnApplicationRequestSchema,
} from "#contract/applications.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok } from "#domain/shared/result.ts";
import { answerAward } from "#use-cases/grants/answer-award.ts";
import { applicationPage } from "#use-cases/grants/application-page.ts";
import { approveApplication } from "#use-cases/grants/approve-application.ts";
import { returnApplication } from "#use-cases/grants/return-application.ts";
import { withdrawApplication } from "#use-cases/grants/withdraw-application.ts";
import { seesOpenSite } from "#use-cases/organisation/me.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerResult } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problem-response.ts";
import { keyIn, keyParam, readBody } from "../read-body.ts";

export interface ApplicationFacts {
  /** Address of an application's row in the open list, once it stands there. */
  readonly applicationRowUrl: (applicationKey: Key) => string | undefined;
}

/** An application after it was handed in: read, approved or returned by the head, withdrawn, its award answered. */
export function applicationRoutes(app: Hono<AppEnv>, deps: Deps, facts: ApplicationFacts): void {
  const page = (context: Context<AppEnv>, key: Key): Response => {
    const actor = context.get("actor");
    const view = applicationPage(deps, actor, key, context.get("language"));
    const sharePointUrl = seesOpenSite(actor) ? facts.applicationRowUrl(key) : undefined;
    const isLinked = view.ok && sharePointUrl !== undefined;
    return answerResult(context, applicationSchema, isLinked ? ok({ ...view.value, sharePointUrl }) : view);
  };

  app.get("/api/applications/:key", (context) => {
    const key = keyParam(context);
    return key.ok ? page(context, key.value) : problemResponse(context, key.refusal);
  });

  for (const [name, operation] of [
    ["approve", approveApplication],
    ["withdraw", withdrawApplication],
  ] as const) {
    app.post(`/api/applications/:key/${name}`, async (context) => {
      const applicationKey = keyParam(context);
      if (!applicationKey.ok) return problemResponse(context, applicationKey.refusal);
      const body = await readBody(context, plainCommandSchema);
      if (!body.ok) return problemResponse(context, body.refusal);
      const command = { commandKey: keyIn(body.value.commandKey), applicationKey: applicationKey.value };
      const done = await operation(deps, context.get("actor"), command);
      return done.ok ? page(context, applicationKey.value) : problemResponse(context, done.refusal);
    });
  }

  app.post("/api/applications/:key/return", async (context) => {
    const applicationKey = keyParam(context);
    if (!applicationKey.ok) return problemResponse(context, applicationKey.refusal);
    const body = await readBody(context, returnApplicationRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const done = await returnApplication(deps, context.get("actor"), {
      commandKey: keyIn(body.value.commandKey),
      applicationKey: applicationKey.value,
      questions: body.value.questions,
    });
    return done.ok ? page(context, applicationKey.value) : problemResponse(context, done.refusal);
  });

  app.post("/api/applications/:key/award-answer", async (context) => {
    const applicationKey = keyParam(context);
    if (!applicationKey.ok) return problemResponse(context, applicationKey.refusal);
    const body = await readBody(context, answerAwardRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const done = await answerAward(deps, context.get("actor"), {
      commandKey: keyIn(body.value.commandKey),
      applicationKey: applicationKey.value,
      accept: body.value.accept,
    });
    return done.ok ? page(context, applicationKey.value) : problemResponse(context, done.refusal);
  });
}
