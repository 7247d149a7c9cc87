import type { Hono } from "hono";
import { letterSchema } from "#contract/letters.ts";
import { finalLetter, letterPreview } from "#use-cases/grants/outcome-letter.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerResult } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problem-response.ts";
import { keyParam } from "../read-body.ts";
import { wordFile } from "../saved-file.ts";

/** What letters say that no record holds. */
export interface LetterFacts {
  /** Whose letterhead it is. */
  readonly municipality: string;
}

/** The letters of a decision: as a Word file once it stands, and shown before it is sent. */
export function letterRoutes(app: Hono<AppEnv>, deps: Deps, { municipality }: LetterFacts): void {
  app.get("/api/applications/:key/letter", async (context) => {
    const key = keyParam(context);
    if (!key.ok) return problemResponse(context, key.refusal);
    const letter = finalLetter(deps, context.get("actor"), key.value, municipality);
    if (!letter.ok) return problemResponse(context, letter.refusal);
    // Word files are asked for now and then: nobody else waits for the library at start.
    const { letterDocument } = await import("#documents/letter.ts");
    return wordFile(context, letter.value.fileName, await letterDocument(letter.value));
  });

  app.get("/api/applications/:key/letter-preview", (context) => {
    const key = keyParam(context);
    if (!key.ok) return problemResponse(context, key.refusal);
    const offerPartial = context.req.query("offerPartial") === "1";
    const letter = letterPreview(deps, context.get("actor"), key.value, { municipality, offerPartial });
    return answerResult(context, letterSchema, letter);
  });
}
