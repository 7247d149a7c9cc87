import type { Context, Hono } from "hono";
import type * as z from "zod/mini";
import {
  closeNeedRequestSchema,
  needRequestSchema,
  needsSchema,
  needWaysSchema,
  promoteToActionItemRequestSchema,
  promoteToApplicationRequestSchema,
  savedNeedFormSchema,
  saveNeedFormRequestSchema,
  supportNeedRequestSchema,
} from "#contract/needs.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Result } from "#domain/shared/result.ts";
import { closeNeed, editNeed, supportNeed } from "#use-cases/needs/answer-need.ts";
import type { NeedCommand } from "#use-cases/needs/commit-need.ts";
import { needsPage, needWays } from "#use-cases/needs/needs-page.ts";
import { promoteToActionItem, promoteToApplication } from "#use-cases/needs/promote-need.ts";
import { registerNeed } from "#use-cases/needs/register-need.ts";
import { saveNeedForm } from "#use-cases/needs/save-need-form.ts";
import { seesOpenSite } from "#use-cases/organisation/me.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerResult, answerView } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { type AnyRefusal, problemResponse } from "../problem-response.ts";
import { keyIn, keyParam, readBody } from "../read-body.ts";

/** Where the open list of needs is below the open site. */
const OPEN_LIST = "AabneBehov";

export interface NeedFacts {
  /** Address of the open site. */
  readonly openSiteUrl: () => string | undefined;
}

type Page = (context: Context<AppEnv>, status?: 200 | 201) => Response;

/** Needs: registered by everybody, supported by colleagues, carried on or closed by who handles them (003-06, 003-07). */
export function needRoutes(app: Hono<AppEnv>, deps: Deps, facts: NeedFacts): void {
  const page: Page = (context, status = 200) => {
    const actor = context.get("actor");
    const site = seesOpenSite(actor) ? facts.openSiteUrl() : undefined;
    const view = needsPage(deps, actor);
    const linked = site === undefined ? view : { ...view, sharePointUrl: `${site}/Lists/${OPEN_LIST}` };
    return answerView(context, needsSchema, linked, status);
  };
  formRoutes(app, deps, page);
  actRoutes(app, deps, page);
}

/** Reading, writing and registering. */
function formRoutes(app: Hono<AppEnv>, deps: Deps, page: Page): void {
  app.get("/api/needs", (context) => page(context));

  app.patch("/api/needs/form", async (context) => {
    const body = await readBody(context, saveNeedFormRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const { problem, affected, frequency } = body.value.changes;
    const saved = await saveNeedForm(deps, context.get("actor"), {
      ...(problem === undefined ? {} : { problem }),
      ...(affected === undefined ? {} : { affected }),
      ...(frequency === undefined ? {} : { frequency }),
    });
    return answerResult(context, savedNeedFormSchema, saved);
  });

  app.post("/api/needs", async (context) => {
    const body = await readBody(context, needRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const command = { commandKey: keyIn(body.value.commandKey), answers: body.value.answers };
    const made = await registerNeed(deps, context.get("actor"), command);
    return made.ok ? page(context, 201) : problemResponse(context, made.refusal);
  });

  app.get("/api/needs/:key/ways", (context) => {
    const key = keyParam(context);
    if (!key.ok) return problemResponse(context, key.refusal);
    return answerResult(context, needWaysSchema, needWays(deps, context.get("actor"), key.value));
  });
}

/** Acts on one need. */
function actRoutes(app: Hono<AppEnv>, deps: Deps, page: Page): void {
  /** Key and body parsed, then the page as it is now. */
  function act<S extends z.ZodMiniType<{ commandKey: string }>>(
    method: "post" | "put",
    path: string,
    schema: S,
    run: (actor: Actor, command: NeedCommand, body: z.output<S>) => Promise<Result<unknown, AnyRefusal>>,
  ): void {
    app[method](path, async (context) => {
      const key = keyParam(context);
      if (!key.ok) return problemResponse(context, key.refusal);
      const body = await readBody(context, schema);
      if (!body.ok) return problemResponse(context, body.refusal);
      const command = { commandKey: keyIn(body.value.commandKey), needKey: key.value };
      const done = await run(context.get("actor"), command, body.value);
      return done.ok ? page(context) : problemResponse(context, done.refusal);
    });
  }

  act("put", "/api/needs/:key", needRequestSchema, (actor, command, { answers }) =>
    editNeed(deps, actor, { ...command, answers }),
  );
  act("post", "/api/needs/:key/support", supportNeedRequestSchema, (actor, command, { supports }) =>
    supportNeed(deps, actor, { ...command, supports }),
  );
  act("post", "/api/needs/:key/close", closeNeedRequestSchema, (actor, command, { reply }) =>
    closeNeed(deps, actor, { ...command, reply }),
  );
  act("post", "/api/needs/:key/application", promoteToApplicationRequestSchema, (actor, command, body) =>
    promoteToApplication(deps, actor, {
      ...command,
      roundKey: keyIn(body.roundKey),
      writerKey: keyIn(body.writerKey),
    }),
  );
  act("post", "/api/needs/:key/action-item", promoteToActionItemRequestSchema, (actor, command, body) =>
    promoteToActionItem(deps, actor, { ...command, title: body.title, focusArea: body.focusArea }),
  );
}
