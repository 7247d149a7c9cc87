import type { Hono } from "hono";
import { consultationNoteSchema } from "#contract/consultation-note.ts";
import { consultationReport } from "#use-cases/consultations/consultation-note.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerResult } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problem-response.ts";
import { keyParam } from "../read-body.ts";
import { wordFile } from "../saved-file.ts";
import type { LetterFacts } from "./letters.ts";

/** The consultation report: as a Word file, and shown before it is fetched. */
export function consultationNoteRoutes(app: Hono<AppEnv>, deps: Deps, { municipality }: LetterFacts): void {
  app.get("/api/consultations/:key/note", async (context) => {
    const key = keyParam(context);
    if (!key.ok) return problemResponse(context, key.refusal);
    const note = consultationReport(deps, context.get("actor"), key.value, municipality);
    if (!note.ok) return problemResponse(context, note.refusal);
    // Word files are asked for now and then: nobody else waits for the library at start.
    const { consultationNoteDocument } = await import("#documents/consultation-note.ts");
    return wordFile(context, note.value.fileName, await consultationNoteDocument(note.value));
  });

  app.get("/api/consultations/:key/note-preview", (context) => {
    const key = keyParam(context);
    if (!key.ok) return problemResponse(context, key.refusal);
    const note = consultationReport(deps, context.get("actor"), key.value, municipality);
    return answerResult(context, consultationNoteSchema, note);
  });
}
