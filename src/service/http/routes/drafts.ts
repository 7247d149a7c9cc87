import type { Hono } from "hono";
import { applicationSchema } from "#contract/applications.ts";
import {
  createDraftRequestSchema,
  draftSchema,
  saveDraftRequestSchema,
  submitDraftRequestSchema,
} from "#contract/drafts.ts";
import type { DraftField } from "#domain/grants/draft.ts";
import { type Instant, parseInstant } from "#domain/shared/dates.ts";
import { parseKey } from "#domain/shared/keys.ts";
import { applicationPage } from "#use-cases/grants/application-page.ts";
import { createDraft } from "#use-cases/grants/create-draft.ts";
import { discardDraft } from "#use-cases/grants/discard-draft.ts";
import { draftPage } from "#use-cases/grants/draft-page.ts";
import { saveDraft } from "#use-cases/grants/save-draft.ts";
import { submitDraft } from "#use-cases/grants/submit-draft.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerResult } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problem-response.ts";
import { keyIn, keyParam, readBody } from "../read-body.ts";

/** Drafts: made once per press, saved field by field, handed in by one press. */
export function draftRoutes(app: Hono<AppEnv>, deps: Deps): void {
  app.post("/api/rounds/:key/drafts", async (context) => {
    const roundKey = keyParam(context);
    if (!roundKey.ok) return problemResponse(context, roundKey.refusal);
    const body = await readBody(context, createDraftRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const actor = context.get("actor");
    const made = await createDraft(deps, actor, {
      commandKey: keyIn(body.value.commandKey),
      roundKey: roundKey.value,
      centreKey: parseKey(body.value.centreKey),
    });
    if (!made.ok) return problemResponse(context, made.refusal);
    return answerResult(context, draftSchema, draftPage(deps, actor, made.value), 201);
  });

  app.get("/api/drafts/:key", (context) => {
    const key = keyParam(context);
    if (!key.ok) return problemResponse(context, key.refusal);
    return answerResult(context, draftSchema, draftPage(deps, context.get("actor"), key.value));
  });

  app.patch("/api/drafts/:key", async (context) => {
    const draftKey = keyParam(context);
    if (!draftKey.ok) return problemResponse(context, draftKey.refusal);
    const body = await readBody(context, saveDraftRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const actor = context.get("actor");
    const base = stampsOf(body.value.base);
    const saved = await saveDraft(deps, actor, { draftKey: draftKey.value, changes: given(body.value.changes), base });
    if (!saved.ok) return problemResponse(context, saved.refusal);
    return answerResult(context, draftSchema, draftPage(deps, actor, draftKey.value, saved.value));
  });

  app.delete("/api/drafts/:key", async (context) => {
    const key = keyParam(context);
    if (!key.ok) return problemResponse(context, key.refusal);
    const gone = await discardDraft(deps, context.get("actor"), key.value);
    return gone.ok ? context.body(null, 204) : problemResponse(context, gone.refusal);
  });

  app.post("/api/drafts/:key/submit", async (context) => {
    const draftKey = keyParam(context);
    if (!draftKey.ok) return problemResponse(context, draftKey.refusal);
    // In time by when the service received the press, not by when token, body and store were done with.
    const pressedAt = context.get("receivedAt");
    const body = await readBody(context, submitDraftRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const actor = context.get("actor");
    const command = { commandKey: keyIn(body.value.commandKey), draftKey: draftKey.value, pressedAt };
    const sent = await submitDraft(deps, actor, command);
    if (!sent.ok) return problemResponse(context, sent.refusal);
    return answerResult(context, applicationSchema, applicationPage(deps, actor, sent.value, context.get("language")));
  });
}

function stampsOf(base: Readonly<Record<string, string | undefined>>): Partial<Record<DraftField, Instant>> {
  const stamps: Partial<Record<DraftField, Instant>> = {};
  for (const [field, text] of Object.entries(base)) {
    const instant = text === undefined ? undefined : parseInstant(text);
    if (instant?.ok) stamps[field as DraftField] = instant.value;
  }
  return stamps;
}

/** The fields that were sent, without those that are only named. */
function given<T extends object>(changes: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  const sent = Object.entries(changes).filter(([, value]) => value !== undefined);
  return Object.fromEntries(sent) as { [Name in keyof T]?: Exclude<T[Name], undefined> };
}
