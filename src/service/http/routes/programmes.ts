import type { Context, Hono } from "hono";
import {
  confirmAreaNamesRequestSchema,
  createProgrammeRequestSchema,
  editProgrammeRequestSchema,
  matchAreasRequestSchema,
  matchAreasSchema,
  programmePageSchema,
  programmeSchema,
} from "#contract/action-plans.ts";
import type { Key } from "#domain/shared/keys.ts";
import { programmeView } from "#use-cases/action-plans/plan-views.ts";
import { programmePage } from "#use-cases/action-plans/programme-page.ts";
import { confirmAreaNames, createProgramme, editProgramme, matchAreas } from "#use-cases/action-plans/programmes.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerResult, answerView } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problem-response.ts";
import { keyIn, keyParam, readBody } from "../read-body.ts";

/** Programmes: their text, and other ways of writing the names of their areas. */
export function programmeRoutes(app: Hono<AppEnv>, deps: Deps): void {
  const page = (context: Context<AppEnv>, key: Key | undefined, status: 200 | 201 = 200): Response => {
    const view = programmePage(deps, context.get("actor"), key);
    return view.ok
      ? answerView(context, programmePageSchema, view.value, status)
      : problemResponse(context, view.refusal);
  };
  app.get("/api/programmes/current", (context) => page(context, undefined));
  app.get("/api/programmes/:key", (context) => {
    const key = keyParam(context);
    return key.ok ? page(context, key.value) : problemResponse(context, key.refusal);
  });
  app.post("/api/programmes", async (context) => {
    const body = await readBody(context, createProgrammeRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const { commandKey, areas: focusAreas, ...facts } = body.value;
    const command = { ...facts, focusAreas, commandKey: keyIn(commandKey) };
    const made = await createProgramme(deps, context.get("actor"), command);
    return made.ok ? page(context, made.value.key, 201) : problemResponse(context, made.refusal);
  });
  app.patch("/api/programmes/:key", async (context) => {
    const programmeKey = keyParam(context);
    if (!programmeKey.ok) return problemResponse(context, programmeKey.refusal);
    const body = await readBody(context, editProgrammeRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const { commandKey, ...edit } = body.value;
    const command = { ...edit, commandKey: keyIn(commandKey), programmeKey: programmeKey.value };
    const done = await editProgramme(deps, context.get("actor"), command);
    return done.ok ? page(context, done.value.key) : problemResponse(context, done.refusal);
  });
  areaNameRoutes(app, deps);
}

/** Names of focus areas that are written in other ways: proposed, then confirmed (001-19). */
function areaNameRoutes(app: Hono<AppEnv>, deps: Deps): void {
  app.post("/api/programmes/:key/match-areas", async (context) => {
    const key = keyParam(context);
    if (!key.ok) return problemResponse(context, key.refusal);
    const body = await readBody(context, matchAreasRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const matched = matchAreas(deps, key.value, body.value.names);
    if (!matched.ok) return problemResponse(context, matched.refusal);
    return answerView(context, matchAreasSchema, { matches: matched.value });
  });
  app.post("/api/programmes/:key/area-names", async (context) => {
    const programmeKey = keyParam(context);
    if (!programmeKey.ok) return problemResponse(context, programmeKey.refusal);
    const body = await readBody(context, confirmAreaNamesRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const done = await confirmAreaNames(deps, context.get("actor"), {
      commandKey: keyIn(body.value.commandKey),
      programmeKey: programmeKey.value,
      names: body.value.names,
    });
    return answerResult(context, programmeSchema, done.ok ? { ok: true, value: programmeView(done.value) } : done);
  });
}
