import type { Context, Hono } from "hono";
import { createMiddleware } from "hono/factory";
import type * as z from "zod/mini";
import {
  type AdminHealth,
  adminHealthSchema,
  healthActRequestSchema,
  settleNoticeRequestSchema,
} from "#contract/health.ts";
import { hasRole } from "#domain/organisation/actor.ts";
import type { Language } from "#domain/shared/language.ts";
import { settleNotice } from "#use-cases/notices/settle-notice.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerView } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problem-response.ts";
import { keyIn, keyParam, readBody } from "../read-body.ts";

type HealthAct = z.output<typeof healthActRequestSchema>["act"];

/** What the administrators' page can show and do. */
export interface Administration {
  readonly page: (language: Language) => AdminHealth;
  /** Ends when it is done; whether it helped the page says. */
  readonly act: (act: HealthAct) => Promise<void>;
}

/** The state of the service and its lists; the role administrator and nobody else (B10). */
export function adminRoutes(app: Hono<AppEnv>, deps: Deps, administration: Administration): void {
  const page = (context: Context<AppEnv>): Response =>
    answerView(context, adminHealthSchema, administration.page(context.get("language")));

  app.use("/api/admin/*", onlyAdministrators());
  app.get("/api/admin/health", page);
  app.post("/api/admin/health/acts", async (context) => {
    const body = await readBody(context, healthActRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    await administration.act(body.value.act);
    return page(context);
  });
  app.post("/api/admin/notices/:key", async (context) => {
    const key = keyParam(context);
    if (!key.ok) return problemResponse(context, key.refusal);
    const body = await readBody(context, settleNoticeRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const { commandKey, noticeKey, fate } = body.value;
    const command = { commandKey: keyIn(commandKey), senderKey: key.value, noticeKey: keyIn(noticeKey), fate };
    const settled = await settleNotice(deps, context.get("actor"), command);
    return settled.ok ? page(context) : problemResponse(context, settled.refusal);
  });
}

function onlyAdministrators() {
  return createMiddleware<AppEnv>(async (context, next) => {
    if (!hasRole(context.get("actor"), "administrator")) return problemResponse(context, { kind: "not-allowed" });
    await next();
    return undefined;
  });
}
