import type { Context, Hono } from "hono";
import type * as z from "zod/mini";
import {
  answerConsultationRequestSchema,
  commentAnswerRequestSchema,
  includeLateRequestSchema,
  registerAnswerRequestSchema,
} from "#contract/consultations.ts";
import type { ConsultationParty } from "#domain/consultations/consultation-party.ts";
import { parseInstant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import { answerConsultation, registerAnswer } from "#use-cases/consultations/answer-consultation.ts";
import { commentAnswer, includeLate } from "#use-cases/consultations/comment-answer.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { AppEnv } from "../app-env.ts";
import { dayIn } from "../consultation-fields.ts";
import { type AnyRefusal, problemResponse } from "../problem-response.ts";
import { keyIn, keyParam, readBody } from "../read-body.ts";

/**
 * What is done at one party: its answer, an answer registered for it, the administration's remark.
 *
 * @param page the consultation's page, which every command answers with
 */
export function answerRoutes(
  app: Hono<AppEnv>,
  deps: Deps,
  page: (context: Context<AppEnv>, consultationKey: Key) => Response,
): void {
  const command = <S extends z.ZodMiniType>(
    method: "post" | "put",
    name: string,
    schema: S,
    run: (context: Context<AppEnv>, partyKey: Key, body: z.output<S>) => Promise<Result<ConsultationParty, AnyRefusal>>,
  ): void => {
    app[method](`/api/parties/:key/${name}`, async (context) => {
      const key = keyParam(context);
      if (!key.ok) return problemResponse(context, key.refusal);
      const body = await readBody(context, schema);
      if (!body.ok) return problemResponse(context, body.refusal);
      const done = await run(context, key.value, body.value);
      return done.ok ? page(context, done.value.consultationKey) : problemResponse(context, done.refusal);
    });
  };

  command(
    "post",
    "answer",
    answerConsultationRequestSchema,
    (context, partyKey, { commandKey, replaces, ...answer }) => {
      const seen = replaces === undefined ? undefined : parseInstant(replaces);
      return answerConsultation(deps, context.get("actor"), {
        ...answer,
        commandKey: keyIn(commandKey),
        partyKey,
        replaces: seen?.ok === true ? seen.value : undefined,
        // In time is what has come in before the deadline, however long the rest takes.
        pressedAt: context.get("receivedAt"),
      });
    },
  );
  command(
    "post",
    "registered-answer",
    registerAnswerRequestSchema,
    async (context, partyKey, { commandKey, receivedOn, ...answer }) => {
      const day = dayIn(receivedOn, "receivedOn");
      if (!day.ok) return day;
      return registerAnswer(deps, context.get("actor"), {
        ...answer,
        commandKey: keyIn(commandKey),
        partyKey,
        receivedOn: day.value,
      });
    },
  );
  command("put", "comment", commentAnswerRequestSchema, (context, partyKey, { commandKey, ...comment }) =>
    commentAnswer(deps, context.get("actor"), { ...comment, commandKey: keyIn(commandKey), partyKey }),
  );
  command("put", "included", includeLateRequestSchema, (context, partyKey, { commandKey, included }) =>
    includeLate(deps, context.get("actor"), { included, commandKey: keyIn(commandKey), partyKey }),
  );
}
