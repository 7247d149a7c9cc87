import type { Context, Hono } from "hono";
import type * as z from "zod/mini";
import {
  checkDeadlineRequestSchema,
  checkDeadlineSchema,
  consultationCommandSchema,
  consultationListSchema,
  consultationPageSchema,
  councilsSchema,
  createConsultationRequestSchema,
  editConsultationRequestSchema,
  setPartiesRequestSchema,
} from "#contract/consultations.ts";
import { adviceSentence } from "#domain/consultations/deadline-sentences.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import type { Result } from "#domain/shared/result.ts";
import { defaultWorkingDayCalendar } from "#domain/shared/working-days.ts";
import { checkDeadline } from "#use-cases/consultations/check-deadline.ts";
import { type ConsultationPageView, consultationPage } from "#use-cases/consultations/consultation-page.ts";
import { consultationList } from "#use-cases/consultations/consultation-views.ts";
import { councils } from "#use-cases/consultations/councils.ts";
import { createConsultation } from "#use-cases/consultations/create-consultation.ts";
import { editConsultation } from "#use-cases/consultations/edit-consultation.ts";
import { sendConsultation } from "#use-cases/consultations/send-consultation.ts";
import { setParties } from "#use-cases/consultations/set-parties.ts";
import { treatConsultation } from "#use-cases/consultations/treat-consultation.ts";
import { seesOpenSite } from "#use-cases/organisation/me.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerResult, answerView } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { consultationFields, partyFields } from "../consultation-fields.ts";
import { type AnyRefusal, problemResponse, problemSentence } from "../problem-response.ts";
import { keyIn, keyParam, readBody } from "../read-body.ts";
import { answerFileRoutes } from "./answer-files.ts";
import { answerRoutes } from "./consultation-answers.ts";

export interface ConsultationFacts {
  /** Address of a consultation's row in the open list, once it stands there. */
  readonly consultationRowUrl: (key: Key) => string | undefined;
}

/** Consultations: the list, one page, and what who runs them may do; the parties' answers beside them. */
export function consultationRoutes(app: Hono<AppEnv>, deps: Deps, facts: ConsultationFacts): void {
  const page = (context: Context<AppEnv>, key: Key, status: 200 | 201 = 200): Response => {
    const [actor, language] = [context.get("actor"), context.get("language")];
    const view = consultationPage(deps, actor, key, language);
    if (!view.ok) return problemResponse(context, view.refusal);
    const rowUrl = seesOpenSite(actor) ? facts.consultationRowUrl(key) : undefined;
    const said = pageInWords(context, view.value, language);
    const linked = rowUrl === undefined ? said : { ...said, rowUrl };
    return answerView(context, consultationPageSchema, linked, status);
  };

  /** A command about one consultation, whose page is the answer. */
  const command = <S extends z.ZodMiniType>(
    method: "post" | "put",
    name: string,
    schema: S,
    run: (context: Context<AppEnv>, consultationKey: Key, body: z.output<S>) => Promise<Result<unknown, AnyRefusal>>,
  ): void => {
    app[method](`/api/consultations/:key${name}`, async (context) => {
      const key = keyParam(context);
      if (!key.ok) return problemResponse(context, key.refusal);
      const body = await readBody(context, schema);
      if (!body.ok) return problemResponse(context, body.refusal);
      const done = await run(context, key.value, body.value);
      return done.ok ? page(context, key.value) : problemResponse(context, done.refusal);
    });
  };

  formRoutes(app, deps);
  app.get("/api/consultations/:key", (context) => {
    const key = keyParam(context);
    return key.ok ? page(context, key.value) : problemResponse(context, key.refusal);
  });
  app.post("/api/consultations", async (context) => {
    const body = await readBody(context, createConsultationRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const fields = consultationFields(body.value.fields);
    if (!fields.ok) return problemResponse(context, fields.refusal);
    const actor = context.get("actor");
    const commandKey = keyIn(body.value.commandKey);
    const made = await createConsultation(deps, actor, { commandKey, fields: fields.value });
    if (!made.ok) return problemResponse(context, made.refusal);
    const parties = partyFields(body.value.parties);
    const set = await setParties(deps, actor, { commandKey, consultationKey: made.value, parties });
    return set.ok ? page(context, made.value, 201) : problemResponse(context, set.refusal);
  });
  command("put", "", editConsultationRequestSchema, async (context, consultationKey, { commandKey, fields: typed }) => {
    const fields = consultationFields(typed);
    if (!fields.ok) return fields;
    const { value } = fields;
    return editConsultation(deps, context.get("actor"), {
      commandKey: keyIn(commandKey),
      consultationKey,
      fields: value,
    });
  });
  command("put", "/parties", setPartiesRequestSchema, (context, consultationKey, { commandKey, parties }) =>
    setParties(deps, context.get("actor"), {
      commandKey: keyIn(commandKey),
      consultationKey,
      parties: partyFields(parties),
    }),
  );
  command("post", "/send", consultationCommandSchema, (context, consultationKey, { commandKey }) =>
    sendConsultation(deps, context.get("actor"), { commandKey: keyIn(commandKey), consultationKey }),
  );
  command("post", "/treat", consultationCommandSchema, (context, consultationKey, { commandKey }) =>
    treatConsultation(deps, context.get("actor"), { commandKey: keyIn(commandKey), consultationKey }),
  );
  answerRoutes(app, deps, page);
  answerFileRoutes(app, deps);
}

/** The list, and what a form asks while it is filled in. */
function formRoutes(app: Hono<AppEnv>, deps: Deps): void {
  app.get("/api/consultations", (context) =>
    answerView(context, consultationListSchema, consultationList(deps, context.get("actor"), context.get("language"))),
  );
  app.get("/api/consultations/councils", (context) =>
    answerResult(context, councilsSchema, councils(deps, context.get("actor"))),
  );
  app.post("/api/consultations/check-deadline", async (context) => {
    const body = await readBody(context, checkDeadlineRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const fields = consultationFields({ ...emptyFields, ...body.value });
    if (!fields.ok) return problemResponse(context, fields.refusal);
    return answerView(context, checkDeadlineSchema, checkDeadline(deps, fields.value, context.get("language")));
  });
}

const emptyFields = { subject: "", caseNumber: "", message: "", material: [], closed: false };

/** Warnings and what blocks a button as whole sentences, in the reader's language. */
function pageInWords(
  context: Context<AppEnv>,
  { advice, treatBlock, sendBlock, ...view }: ConsultationPageView,
  language: Language,
): Omit<ConsultationPageView, "advice" | "treatBlock" | "sendBlock"> & {
  readonly warnings: readonly {
    readonly code: ConsultationPageView["advice"][number]["kind"];
    readonly text: string;
  }[];
  readonly treatBlocked?: string;
  readonly sendBlocked?: string;
} {
  return {
    ...view,
    warnings: advice.map((each) => ({
      code: each.kind,
      text: adviceSentence(each, language, defaultWorkingDayCalendar),
    })),
    ...(treatBlock === undefined ? {} : { treatBlocked: problemSentence(context, treatBlock) }),
    ...(sendBlock === undefined ? {} : { sendBlocked: problemSentence(context, sendBlock) }),
  };
}
