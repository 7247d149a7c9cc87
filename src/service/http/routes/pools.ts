import type { Context, Hono } from "hono";
import type * as z from "zod/mini";
import { newPoolRequestSchema, newPoolSchema, openRoundRequestSchema, poolSchema } from "#contract/pools.ts";
import { plainDateOf } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { oere } from "#domain/shared/money.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { poolForCase, poollessCase } from "#use-cases/cases/pool-for-case.ts";
import { likePools } from "#use-cases/grants/like-pools.ts";
import { newPool } from "#use-cases/grants/new-pool.ts";
import { type OpenRound, openRound, type RoundPeople } from "#use-cases/grants/open-round.ts";
import { poolPage } from "#use-cases/grants/pool-page.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerView } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { dayIn } from "../consultation-fields.ts";
import { problemResponse } from "../problem-response.ts";
import { type BodyRefusal, keyIn, keyParam, readBody } from "../read-body.ts";

/** The page of a pool, and the rounds that are opened in it. */
export function poolRoutes(app: Hono<AppEnv>, deps: Deps): void {
  const page = (context: Context<AppEnv>, key: Key, status: 200 | 201 = 200): Response => {
    const view = poolPage(deps, context.get("actor"), key, context.get("language"));
    return view.ok ? answerView(context, poolSchema, view.value, status) : problemResponse(context, view.refusal);
  };
  app.get("/api/pools/new", (context) => {
    // Criteria are typed in Danish, which is what applicants read; the form of a reader in English holds them too.
    const like = likePools(deps, context.get("actor"), "da");
    if (like === undefined) return problemResponse(context, { kind: "not-allowed" });
    const form = { year: Number(plainDateOf(deps.clock.now()).slice(0, 4)), like };
    const asked = context.req.query("case");
    if (asked === undefined) return answerView(context, newPoolSchema, form);
    const from = poollessCase(deps, context.get("actor"), keyIn(asked));
    if (!from.ok) return problemResponse(context, from.refusal);
    return answerView(context, newPoolSchema, { ...form, case: from.value });
  });
  app.post("/api/pools", async (context) => {
    const body = await readBody(context, newPoolRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const { commandKey, amountOere, caseKey, ...typed } = body.value;
    const command = { ...typed, commandKey: keyIn(commandKey), amountOere: oere(amountOere) };
    const actor = context.get("actor");
    const made =
      caseKey === undefined
        ? await newPool(deps, actor, command)
        : await poolForCase(deps, actor, { ...command, caseKey: keyIn(caseKey) });
    return made.ok ? page(context, made.value.key, 201) : problemResponse(context, made.refusal);
  });
  app.get("/api/pools/:key", (context) => {
    const key = keyParam(context);
    return key.ok ? page(context, key.value) : problemResponse(context, key.refusal);
  });
  app.post("/api/pools/:key/rounds", async (context) => {
    const key = keyParam(context);
    if (!key.ok) return problemResponse(context, key.refusal);
    const body = await readBody(context, openRoundRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const command = commandIn(key.value, body.value);
    if (!command.ok) return problemResponse(context, command.refusal);
    const opened = await openRound(deps, context.get("actor"), command.value);
    return opened.ok ? page(context, key.value, 201) : problemResponse(context, opened.refusal);
  });
}

function peopleIn(people: NonNullable<z.output<typeof openRoundRequestSchema>["people"]>): RoundPeople {
  const { reviewerKeys, substituteKey, chairKey, deputyKey } = people;
  return {
    reviewerKeys: reviewerKeys.map(keyIn),
    substituteKey: substituteKey === undefined ? undefined : keyIn(substituteKey),
    chairKey: keyIn(chairKey),
    deputyKey: keyIn(deputyKey),
  };
}

/** The request with keys, days and amounts of ours. */
function commandIn(poolKey: Key, body: z.output<typeof openRoundRequestSchema>): Result<OpenRound, BodyRefusal> {
  const { name, code, capOere } = body;
  const opensOn = dayIn(body.opensOn, "opensOn");
  if (!opensOn.ok) return opensOn;
  const closesOn = dayIn(body.closesOn, "closesOn");
  if (!closesOn.ok) return closesOn;
  const reviewBy = dayIn(body.reviewBy, "reviewBy");
  if (!reviewBy.ok) return reviewBy;
  const decisionOn = dayIn(body.decisionOn, "decisionOn");
  if (!decisionOn.ok) return decisionOn;
  return ok({
    commandKey: keyIn(body.commandKey),
    poolKey,
    name,
    code,
    frameOere: oere(body.frameOere),
    capOere: capOere === undefined ? undefined : oere(capOere),
    opensOn: opensOn.value,
    closesOn: closesOn.value,
    reviewBy: reviewBy.value,
    decisionOn: decisionOn.value,
    likeRoundKey: body.likeRoundKey === undefined ? undefined : keyIn(body.likeRoundKey),
    people: body.people && peopleIn(body.people),
  });
}
