import type { Context, Hono } from "hono";
import {
  declareRecusalRequestSchema,
  reviewItemSchema,
  reviewWalkSchema,
  saveReviewRequestSchema,
} from "#contract/reviews.ts";
import type { Key } from "#domain/shared/keys.ts";
import { declareRecusal } from "#use-cases/grants/declare-recusal.ts";
import { giveReview } from "#use-cases/grants/give-review.ts";
import { reviewItem, reviewWalk } from "#use-cases/grants/review-walk.ts";
import { saveReview } from "#use-cases/grants/save-review.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerResult } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problem-response.ts";
import { keyIn, keyParam, readBody } from "../read-body.ts";

/** Reviewing: the reviewer's own walk, saving what was typed, giving it, stepping aside. */
export function reviewRoutes(app: Hono<AppEnv>, deps: Deps): void {
  const item = (context: Context<AppEnv>, key: Key): Response =>
    answerResult(context, reviewItemSchema, reviewItem(deps, context.get("actor"), key, context.get("language")));

  app.get("/api/rounds/:key/reviews", (context) => {
    const key = keyParam(context);
    if (!key.ok) return problemResponse(context, key.refusal);
    const walk = reviewWalk(deps, context.get("actor"), key.value, context.get("language"));
    return answerResult(context, reviewWalkSchema, walk);
  });

  app.put("/api/applications/:key/review", async (context) => {
    const applicationKey = keyParam(context);
    if (!applicationKey.ok) return problemResponse(context, applicationKey.refusal);
    const body = await readBody(context, saveReviewRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const { scores, remarks, support, reason } = body.value.answers;
    const command = {
      commandKey: keyIn(body.value.commandKey),
      applicationKey: applicationKey.value,
      answers: { scores, remarks, support, reason },
    };
    const operation = body.value.give ? giveReview : saveReview;
    const done = await operation(deps, context.get("actor"), command);
    return done.ok ? item(context, applicationKey.value) : problemResponse(context, done.refusal);
  });

  app.post("/api/applications/:key/recusal", async (context) => {
    const applicationKey = keyParam(context);
    if (!applicationKey.ok) return problemResponse(context, applicationKey.refusal);
    const body = await readBody(context, declareRecusalRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const done = await declareRecusal(deps, context.get("actor"), {
      commandKey: keyIn(body.value.commandKey),
      applicationKey: applicationKey.value,
      reason: body.value.reason,
    });
    return done.ok ? item(context, applicationKey.value) : problemResponse(context, done.refusal);
  });
}
