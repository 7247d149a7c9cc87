import * as z from "zod/mini";
import { outcomeSchema } from "./ranking.ts";

const factSchema = z.tuple([z.string(), z.string()]);

/** GET /api/applications/{key}/letter-preview: the letter as it would be sent, in Danish; `?offerPartial=1` as if the rest were offered. */
export const letterSchema = z.object({
  outcome: outcomeSchema,
  isDraft: z.boolean(),
  municipality: z.string(),
  sender: z.string(),
  addressee: z.array(z.string()),
  date: z.string(),
  references: z.array(factSchema),
  title: z.string(),
  blocks: z.array(
    z.union([
      z.object({ kind: z.literal("heading"), text: z.string() }),
      z.object({ kind: z.literal("paragraph"), text: z.string() }),
      z.object({ kind: z.literal("list"), items: z.array(z.string()) }),
      z.object({ kind: z.literal("facts"), facts: z.array(factSchema) }),
      z.object({ kind: z.literal("table"), head: z.array(z.string()), rows: z.array(z.array(z.string())) }),
    ]),
  ),
  signature: z.array(z.string()),
});
export type LetterView = z.infer<typeof letterSchema>;

/** GET /api/applications/{key}/letter: the same as a Word file, once the decision can no longer be taken back. */
export const letterMediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
