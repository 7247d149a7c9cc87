import type { Hono } from "hono";
import type * as z from "zod/mini";
import {
  caseReadingSchema,
  createdFromTextSchema,
  createFromTextRequestSchema,
  readCaseTextRequestSchema,
} from "#contract/case-intake.ts";
import type { PlainDate } from "#domain/shared/dates.ts";
import { oere } from "#domain/shared/money.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { type CreateFromText, createFromText } from "#use-cases/cases/create-from-text.ts";
import { readCaseText } from "#use-cases/cases/read-case-text.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerResult, answerView } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { dayIn } from "../consultation-fields.ts";
import { problemResponse, problemSentence } from "../problem-response.ts";
import { type BodyRefusal, keyIn, readBody } from "../read-body.ts";

/** "Læs en sag ind": a pasted text read into proposals, and made into records once a person has looked through them. */
export function caseIntakeRoutes(app: Hono<AppEnv>, deps: Deps): void {
  app.post("/api/cases/from-text/reading", async (context) => {
    const body = await readBody(context, readCaseTextRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    return answerResult(
      context,
      caseReadingSchema,
      readCaseText(deps, context.get("actor"), { ...body.value, language: context.get("language") }),
    );
  });
  app.post("/api/cases/from-text", async (context) => {
    const body = await readBody(context, createFromTextRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const command = commandIn(body.value);
    if (!command.ok) return problemResponse(context, command.refusal);
    const made = await createFromText(deps, context.get("actor"), command.value);
    if (!made.ok) return problemResponse(context, made.refusal);
    const parts = made.value.parts.map(({ refusal, ...part }) => ({
      ...part,
      ...(refusal === undefined ? {} : { problem: problemSentence(context, refusal) }),
    }));
    return answerView(context, createdFromTextSchema, { caseKey: made.value.theCase.key, parts }, 201);
  });
}

/** The request with keys and days of ours. */
function commandIn(body: z.output<typeof createFromTextRequestSchema>): Result<CreateFromText, BodyRefusal> {
  const { fields, route, consultation, pool } = body;
  const decisions: CreateFromText["decisions"][number][] = [];
  for (const { bodyKey, date, points, apologies } of body.decisions) {
    const day = dayIn(date, "decisions.date");
    if (!day.ok) return day;
    decisions.push({ bodyKey: keyIn(bodyKey), date: day.value, points, apologies });
  }
  const sentAfter = maybeDayIn(consultation?.sentAfter, "consultation.sentAfter");
  if (!sentAfter.ok) return sentAfter;
  const deadline = maybeDayIn(consultation?.deadline, "consultation.deadline");
  if (!deadline.ok) return deadline;
  return ok({
    commandKey: keyIn(body.textKey),
    fields,
    route,
    decisions,
    pool: pool && { ...pool, amountOere: oere(pool.amountOere), likePoolKey: keyIn(pool.likePoolKey) },
    consultation: consultation && {
      parties: consultation.parties,
      sentAfter: sentAfter.value,
      deadline: deadline.value,
    },
  });
}

function maybeDayIn(text: string | undefined, where: string): Result<PlainDate | undefined, BodyRefusal> {
  return text === undefined ? ok(undefined) : dayIn(text, where);
}
