import type { Context, Hono } from "hono";
import type * as z from "zod/mini";
import { plainCommandSchema } from "#contract/applications.ts";
import {
  caseDocumentMediaType,
  caseSchema,
  casesSchema,
  createCaseRequestSchema,
  editCaseRequestSchema,
  endConsultationStepRequestSchema,
  recordDecisionRequestSchema,
  setRouteRequestSchema,
} from "#contract/cases.ts";
import type { PlainDate } from "#domain/shared/dates.ts";
import { parsePlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { oere } from "#domain/shared/money.ts";
import { type Result, refuse } from "#domain/shared/result.ts";
import { closeCase, editCase, endConsultationStep, recordDecision, setRoute } from "#use-cases/cases/case-acts.ts";
import { caseFile } from "#use-cases/cases/case-file.ts";
import { casePage } from "#use-cases/cases/case-page.ts";
import { casesPage } from "#use-cases/cases/case-views.ts";
import { createCase, draftPoolCase } from "#use-cases/cases/create-case.ts";
import { seesOpenSite } from "#use-cases/organisation/me.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerView } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { type AnyRefusal, problemResponse } from "../problem-response.ts";
import { keyIn, keyParam, readBody } from "../read-body.ts";

export interface CaseFacts {
  /** Whose document it is. */
  readonly municipality: string;
  /** Address of a case's row in the open list, once it stands there. */
  readonly caseRowUrl: (caseKey: Key) => string | undefined;
}

/** Cases: their list, their page, what may be done with them, and the Word file. */
export function caseRoutes(app: Hono<AppEnv>, deps: Deps, facts: CaseFacts): void {
  const page = (context: Context<AppEnv>, key: Key, status: 200 | 201 = 200): Response => {
    const actor = context.get("actor");
    const view = casePage(deps, actor, key);
    if (!view.ok) return problemResponse(context, view.refusal);
    const rowUrl = seesOpenSite(actor) ? facts.caseRowUrl(key) : undefined;
    return answerView(context, caseSchema, rowUrl === undefined ? view.value : { ...view.value, rowUrl }, status);
  };

  /** A press that concerns what the address names; the case's page is the answer. */
  const command = <S extends z.ZodMiniType>(
    method: "post" | "put",
    path: string,
    schema: S,
    run: (context: Context<AppEnv>, key: Key, body: z.output<S>) => Promise<Result<{ readonly key: Key }, AnyRefusal>>,
  ): void => {
    app[method](path, async (context) => {
      const key = keyParam(context);
      if (!key.ok) return problemResponse(context, key.refusal);
      const body = await readBody(context, schema);
      if (!body.ok) return problemResponse(context, body.refusal);
      const done = await run(context, key.value, body.value);
      return done.ok ? page(context, done.value.key) : problemResponse(context, done.refusal);
    });
  };

  app.get("/api/cases", (context) => answerView(context, casesSchema, casesPage(deps, context.get("actor"))));
  app.post("/api/cases", async (context) => {
    const body = await readBody(context, createCaseRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const made = await createCase(deps, context.get("actor"), editIn(body.value));
    return made.ok ? page(context, made.value.key, 201) : problemResponse(context, made.refusal);
  });
  app.get("/api/cases/:key", (context) => {
    const key = keyParam(context);
    return key.ok ? page(context, key.value) : problemResponse(context, key.refusal);
  });
  command("put", "/api/cases/:key", editCaseRequestSchema, (context, caseKey, body) =>
    editCase(deps, context.get("actor"), { caseKey, ...editIn(body) }),
  );
  command("put", "/api/cases/:key/route", setRouteRequestSchema, (context, caseKey, { commandKey, text, dates }) => {
    const days = dates.map((date) => (date === null ? undefined : dayIn(date)));
    return setRoute(deps, context.get("actor"), { commandKey: keyIn(commandKey), caseKey, text, dates: days });
  });
  command("post", "/api/cases/:key/decisions", recordDecisionRequestSchema, async (context, caseKey, body) => {
    const date = dayIn(body.date);
    if (date === undefined) return refuse({ kind: "malformed-body" });
    const { points, apologies } = body;
    const keys = { commandKey: keyIn(body.commandKey), caseKey, stepKey: keyIn(body.stepKey) };
    return recordDecision(deps, context.get("actor"), { ...keys, date, points, apologies });
  });
  command(
    "post",
    "/api/cases/:key/consultation-end",
    endConsultationStepRequestSchema,
    async (context, caseKey, body) => {
      const date = dayIn(body.date);
      if (date === undefined) return refuse({ kind: "malformed-body" });
      const keys = { commandKey: keyIn(body.commandKey), caseKey, stepKey: keyIn(body.stepKey) };
      return endConsultationStep(deps, context.get("actor"), { ...keys, date });
    },
  );
  command("post", "/api/cases/:key/closing", plainCommandSchema, (context, caseKey, { commandKey }) =>
    closeCase(deps, context.get("actor"), { commandKey: keyIn(commandKey), caseKey }),
  );
  command("post", "/api/pools/:key/case", plainCommandSchema, (context, poolKey, { commandKey }) =>
    draftPoolCase(deps, context.get("actor"), { commandKey: keyIn(commandKey), poolKey }),
  );
  documentRoute(app, deps, facts);
}

function documentRoute(app: Hono<AppEnv>, deps: Deps, { municipality }: CaseFacts): void {
  app.get("/api/cases/:key/document", async (context) => {
    const key = keyParam(context);
    if (!key.ok) return problemResponse(context, key.refusal);
    const file = caseFile(deps, context.get("actor"), key.value, municipality);
    if (!file.ok) return problemResponse(context, file.refusal);
    // Word files are asked for now and then: nobody else waits for the library at start.
    const { caseWordFile } = await import("#documents/case-document.ts");
    return context.body(await caseWordFile(file.value), 200, {
      "Content-Type": caseDocumentMediaType,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.value.fileName)}`,
      "Cache-Control": "no-store",
    });
  });
}

/** What a person writes about a case, with keys and money of ours. */
function editIn(body: z.output<typeof editCaseRequestSchema>) {
  const { commandKey, fields, amountOere, programmeKey, competentBodyKey: competent } = body;
  return {
    commandKey: keyIn(commandKey),
    fields,
    ...(amountOere === undefined ? {} : { amountOere: oere(amountOere) }),
    ...(programmeKey === undefined ? {} : { programmeKey: keyIn(programmeKey) }),
    ...(competent === undefined
      ? {}
      : { competentBodyKey: competent === "last" ? ("last" as const) : keyIn(competent) }),
  };
}

/** A day the contract has given its form; the calendar may still not have it. */
function dayIn(text: string): PlainDate | undefined {
  const parsed = parsePlainDate(text);
  return parsed.ok ? parsed.value : undefined;
}
