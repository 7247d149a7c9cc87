import type { Context, Hono } from "hono";
import {
  decidePacketRequestSchema,
  draftReasonRequestSchema,
  rankingSchema,
  recommendRequestSchema,
  sendBackRequestSchema,
  undoDecisionRequestSchema,
  withdrawRecommendationRequestSchema,
} from "#contract/ranking.ts";
import { type PacketKind, packetKinds } from "#domain/grants/grant-pool.ts";
import type { Key } from "#domain/shared/keys.ts";
import { oere } from "#domain/shared/money.ts";
import { decidePacket } from "#use-cases/grants/decide-packet.ts";
import { draftReason } from "#use-cases/grants/draft-reason.ts";
import { rankingPage } from "#use-cases/grants/ranking-page.ts";
import { recommend } from "#use-cases/grants/recommend.ts";
import { sendBackRecommendation } from "#use-cases/grants/send-back-recommendation.ts";
import { undoDecision } from "#use-cases/grants/undo-decision.ts";
import { withdrawRecommendation } from "#use-cases/grants/withdraw-recommendation.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerResult } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problem-response.ts";
import { keyIn, keyParam, readBody } from "../read-body.ts";

/** From the ranked list to the decision: write reasons, recommend, take or send the list back, decide a packet, take the decision back. */
export function rankingRoutes(app: Hono<AppEnv>, deps: Deps): void {
  const page = (context: Context<AppEnv>, key: Key): Response =>
    answerResult(context, rankingSchema, rankingPage(deps, context.get("actor"), key, context.get("language")));

  app.get("/api/rounds/:key/ranking", (context) => {
    const key = keyParam(context);
    return key.ok ? page(context, key.value) : problemResponse(context, key.refusal);
  });

  app.put("/api/rounds/:key/reason", async (context) => {
    const roundKey = keyParam(context);
    if (!roundKey.ok) return problemResponse(context, roundKey.refusal);
    const body = await readBody(context, draftReasonRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const { commandKey, applicationKey, outcome, reason } = body.value;
    const keys = { commandKey: keyIn(commandKey), applicationKey: keyIn(applicationKey) };
    const done = await draftReason(deps, context.get("actor"), { ...keys, outcome, reason });
    return done.ok ? page(context, roundKey.value) : problemResponse(context, done.refusal);
  });

  app.post("/api/rounds/:key/recommendation", async (context) => {
    const roundKey = keyParam(context);
    if (!roundKey.ok) return problemResponse(context, roundKey.refusal);
    const body = await readBody(context, recommendRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const done = await recommend(deps, context.get("actor"), {
      commandKey: keyIn(body.value.commandKey),
      roundKey: roundKey.value,
      offerPartial: body.value.offerPartial,
      reasons: body.value.reasons,
      drafts: body.value.drafts,
    });
    return done.ok ? page(context, roundKey.value) : problemResponse(context, done.refusal);
  });

  app.post("/api/rounds/:key/recommendation/withdrawal", async (context) => {
    const roundKey = keyParam(context);
    if (!roundKey.ok) return problemResponse(context, roundKey.refusal);
    const body = await readBody(context, withdrawRecommendationRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const command = { commandKey: keyIn(body.value.commandKey), roundKey: roundKey.value };
    const done = await withdrawRecommendation(deps, context.get("actor"), command);
    return done.ok ? page(context, roundKey.value) : problemResponse(context, done.refusal);
  });

  app.post("/api/rounds/:key/recommendation/return", async (context) => {
    const roundKey = keyParam(context);
    if (!roundKey.ok) return problemResponse(context, roundKey.refusal);
    const body = await readBody(context, sendBackRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const { commandKey, recommendationKey, reason } = body.value;
    const keys = { commandKey: keyIn(commandKey), recommendationKey: keyIn(recommendationKey) };
    const command = { ...keys, roundKey: roundKey.value, reason };
    const done = await sendBackRecommendation(deps, context.get("actor"), command);
    return done.ok ? page(context, roundKey.value) : problemResponse(context, done.refusal);
  });

  decisionRoutes(app, deps, page);
}

/** A packet is decided, and its decision taken back. */
function decisionRoutes(app: Hono<AppEnv>, deps: Deps, page: (context: Context<AppEnv>, key: Key) => Response): void {
  const decision = "/api/rounds/:key/packets/:kind/decision";
  app.post(decision, async (context) => {
    const roundKey = keyParam(context);
    const kind = packetKind(context.req.param("kind"));
    if (!roundKey.ok || kind === undefined) return problemResponse(context, { kind: "not-found" });
    const body = await readBody(context, decidePacketRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const done = await decidePacket(deps, context.get("actor"), {
      commandKey: keyIn(body.value.commandKey),
      roundKey: roundKey.value,
      packet: kind,
      recommendationKey: keyIn(body.value.recommendationKey),
      totalOere: oere(body.value.totalOere),
    });
    return done.ok ? page(context, roundKey.value) : problemResponse(context, done.refusal);
  });

  app.delete(decision, async (context) => {
    const roundKey = keyParam(context);
    const kind = packetKind(context.req.param("kind"));
    if (!roundKey.ok || kind === undefined) return problemResponse(context, { kind: "not-found" });
    const body = await readBody(context, undoDecisionRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const command = { commandKey: keyIn(body.value.commandKey), roundKey: roundKey.value, packet: kind };
    const done = await undoDecision(deps, context.get("actor"), command);
    return done.ok ? page(context, roundKey.value) : problemResponse(context, done.refusal);
  });
}

function packetKind(text: string): PacketKind | undefined {
  return packetKinds.find((kind) => kind === text);
}
