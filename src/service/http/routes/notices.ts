import type { Hono } from "hono";
import { chooseNoticesRequestSchema, noticeChoicesSchema } from "#contract/notice-choices.ts";
import { deliveriesSchema } from "#contract/notice-deliveries.ts";
import { chooseNotices, noticeChoices } from "#use-cases/notices/choose-notices.ts";
import { noticeDeliveries } from "#use-cases/notices/deliveries.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerResult, answerView } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problem-response.ts";
import { keyIn, readBody } from "../read-body.ts";

/** How the signed-in person is told, and for who handles notices what was told to whom. */
export function noticeRoutes(app: Hono<AppEnv>, deps: Deps): void {
  app.get("/api/me/notices", (context) =>
    answerView(context, noticeChoicesSchema, noticeChoices(context.get("person"))),
  );
  app.get("/api/notices/deliveries", (context) =>
    answerResult(context, deliveriesSchema, noticeDeliveries(deps, context.get("actor"))),
  );
  app.put("/api/me/notices", async (context) => {
    const body = await readBody(context, chooseNoticesRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const { commandKey, modes, hours } = body.value;
    const command = { commandKey: keyIn(commandKey), modes, hours };
    const chosen = await chooseNotices(deps, context.get("actor"), command);
    if (!chosen.ok) return problemResponse(context, chosen.refusal);
    return answerView(context, noticeChoicesSchema, noticeChoices(chosen.value));
  });
}
