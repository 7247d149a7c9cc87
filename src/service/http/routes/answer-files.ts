import type { Hono } from "hono";
import { answerFileSchema, attachFileRequestSchema } from "#contract/consultations.ts";
import { attachFile, fetchAnswerFile } from "#use-cases/consultations/answer-files.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { answerView } from "../answer.ts";
import type { AppEnv } from "../app-env.ts";
import { problemResponse } from "../problem-response.ts";
import { keyParam, readBody } from "../read-body.ts";
import { savedFile } from "../saved-file.ts";

/** Documents that come with answers: kept for the answer that is being written, and fetched by who reads it. */
export function answerFileRoutes(app: Hono<AppEnv>, deps: Deps): void {
  app.post("/api/parties/:key/files", async (context) => {
    const key = keyParam(context);
    if (!key.ok) return problemResponse(context, key.refusal);
    const body = await readBody(context, attachFileRequestSchema);
    if (!body.ok) return problemResponse(context, body.refusal);
    const { name, content } = body.value;
    const bytes = Buffer.from(content, "base64");
    const file = await attachFile(deps, context.get("actor"), { partyKey: key.value, name, content: bytes });
    return file.ok ? answerView(context, answerFileSchema, file.value, 201) : problemResponse(context, file.refusal);
  });

  app.get("/api/parties/:key/files/:sha256", async (context) => {
    const key = keyParam(context);
    if (!key.ok) return problemResponse(context, key.refusal);
    const file = await fetchAnswerFile(deps, context.get("actor"), key.value, context.req.param("sha256"));
    if (!file.ok) return problemResponse(context, file.refusal);
    return savedFile(context, file.value.name, new Uint8Array(file.value.content), file.value.type);
  });
}
