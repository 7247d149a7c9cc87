import type { Context, Hono } from "hono";
import type * as z from "zod/mini";
import {
  actionChoicesSchema,
  actionItemSchema,
  actionPlanSchema,
  createActionItemRequestSchema,
  editActionItemRequestSchema,
  itemFromApplicationRequestSchema,
  reportActionItemRequestSchema,
} from "#contract/action-plans.ts";
import { plainCommandSchema } from "#contract/applications.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import { createActionItem } from "#use-cases/action-plans/create-action-item.ts";
import { editActionItem } from "#use-cases/action-plans/edit-action-item.ts";
import { itemFromApplication } from "#use-cases/action-plans/item-from-application.ts";
import { itemPage } from "#use-cases/action-plans/item-page.ts";
import { planChoices, planPage } from "#use-cases/action-plans/plan-page.ts";
import { confirmUnchanged, reportOnActionItem } from "#use-cases/action-plans/report-on-action-item.ts";
import { seesOpenSite } from "#use-cases/organisation/me.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerView } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { allFields, someFields } from "../plan-fields.ts";
import { type AnyRefusal, problemResponse } from "../problem-response.ts";
import { keyIn, keyParam, readBody } from "../read-body.ts";
import { programmeRoutes } from "./programmes.ts";
import { statusReportRoute } from "./status-report.ts";

export interface PlanFacts {
  /** Address of an item's row in the open list, once it stands there. */
  readonly actionItemRowUrl: (itemKey: Key) => string | undefined;
  /** Address of the open list, once it has been seen. */
  readonly planListUrl?: () => string | undefined;
  /** Whose letterhead the status report has. */
  readonly municipality: string;
}

/** The action plan, its items and what may be done with them; programmes as far as the plan needs them. */
export function actionPlanRoutes(app: Hono<AppEnv>, deps: Deps, facts: PlanFacts): void {
  const page: AnswerItem = (context, key, status = 200) => {
    const actor = context.get("actor");
    const view = itemPage(deps, actor, key);
    const sharePointUrl = seesOpenSite(actor) ? facts.actionItemRowUrl(key) : undefined;
    if (!view.ok) return problemResponse(context, view.refusal);
    const linked = sharePointUrl === undefined ? view.value : { ...view.value, sharePointUrl };
    return answerView(context, actionItemSchema, linked, status);
  };

  /** A command about one item, whose page is the answer. */
  const command = <S extends z.ZodMiniType>(
    name: string,
    schema: S,
    run: (
      context: Context<AppEnv>,
      itemKey: Key,
      body: z.output<S>,
    ) => Promise<Result<{ readonly key: Key }, AnyRefusal>>,
  ): void => {
    app.post(`/api/action-items/:key/${name}`, async (context) => {
      const itemKey = keyParam(context);
      if (!itemKey.ok) return problemResponse(context, itemKey.refusal);
      const body = await readBody(context, schema);
      if (!body.ok) return problemResponse(context, body.refusal);
      const done = await run(context, itemKey.value, body.value);
      return done.ok ? page(context, itemKey.value) : problemResponse(context, done.refusal);
    });
  };

  statusReportRoute(app, deps, facts.municipality);
  app.get("/api/action-items/:key", (context) => {
    const key = keyParam(context);
    return key.ok ? page(context, key.value) : problemResponse(context, key.refusal);
  });
  command("edit", editActionItemRequestSchema, async (context, itemKey, { commandKey, ...typed }) => {
    const [changes, seen] = [someFields(typed.changes), someFields(typed.seen)];
    if (!changes.ok) return changes;
    if (!seen.ok) return seen;
    return editActionItem(deps, context.get("actor"), {
      commandKey: keyIn(commandKey),
      itemKey,
      changes: changes.value,
      seen: seen.value,
    });
  });
  command("report", reportActionItemRequestSchema, (context, itemKey, { commandKey, ...report }) =>
    reportOnActionItem(deps, context.get("actor"), { commandKey: keyIn(commandKey), itemKey, ...report }),
  );
  command("unchanged", plainCommandSchema, (context, itemKey, { commandKey }) =>
    confirmUnchanged(deps, context.get("actor"), { commandKey: keyIn(commandKey), itemKey }),
  );
  makingRoutes(app, deps, page);
  planRoutes(app, deps, facts.planListUrl ?? (() => undefined));
}

type AnswerItem = (context: Context<AppEnv>, key: Key, status?: 200 | 201) => Response;

/** New items, from a form or from an awarded application. */
function makingRoutes(app: Hono<AppEnv>, deps: Deps, page: AnswerItem): void {
  app.post("/api/action-items", async (context) => {
    const body = await readBody(context, createActionItemRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const { commandKey, status, ...fields } = body.value;
    const typed = allFields(fields);
    if (!typed.ok) return problemResponse(context, typed.refusal);
    const made = await createActionItem(deps, context.get("actor"), {
      commandKey: keyIn(commandKey),
      status,
      fields: typed.value,
    });
    return made.ok ? page(context, made.value.key, 201) : problemResponse(context, made.refusal);
  });
  app.post("/api/applications/:key/action-item", async (context) => {
    const applicationKey = keyParam(context);
    if (!applicationKey.ok) return problemResponse(context, applicationKey.refusal);
    const body = await readBody(context, itemFromApplicationRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const made = await itemFromApplication(deps, context.get("actor"), {
      commandKey: keyIn(body.value.commandKey),
      applicationKey: applicationKey.value,
    });
    return made.ok ? page(context, made.value.key, 201) : problemResponse(context, made.refusal);
  });
}

/** The plan as a whole: what it shows, what its forms offer, and names of focus areas. */
function planRoutes(app: Hono<AppEnv>, deps: Deps, listUrl: () => string | undefined): void {
  app.get("/api/action-plan", (context) => {
    const actor = context.get("actor");
    const plan = planPage(deps, actor);
    const sharePointUrl = seesOpenSite(actor) ? listUrl() : undefined;
    return answerView(context, actionPlanSchema, sharePointUrl === undefined ? plan : { ...plan, sharePointUrl });
  });
  app.get("/api/action-plan/choices", (context) =>
    answerView(context, actionChoicesSchema, planChoices(deps, context.get("actor"))),
  );
  programmeRoutes(app, deps);
}
