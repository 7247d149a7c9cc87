import * as z from "zod/mini";
import { applicationSchema } from "./applications.ts";
import { roundSummarySchema } from "./overview.ts";
import { fieldProblemSchema } from "./problem.ts";
import { criterionSchema } from "./rounds.ts";
import { instantSchema, keySchema } from "./scalars.ts";

export const reviewAnswersSchema = z.object({
  scores: z.record(z.string(), z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)])),
  remarks: z.record(z.string(), z.string().check(z.maxLength(2000))),
  support: z.optional(z.enum(["support", "support-partly", "do-not-support"])),
  reason: z.string().check(z.maxLength(2000)),
});

/** What is left of an application for a reviewer who is out of it and may not read its row. */
const unreadApplicationSchema = z.object({ key: keySchema, number: z.string() });

/** One of "2 af 8": what the reviewer walks through. */
export const reviewItemSchema = z.object({
  application: z.union([applicationSchema, unreadApplicationSchema]),
  state: z.enum(["missing", "begun", "given", "recused"]),
  /** Set when the reviewer is out: computed (own centre) or declared. */
  recusal: z.optional(z.object({ kind: z.enum(["own-centre", "declared"]), reason: z.string() })),
  answers: reviewAnswersSchema,
  problems: z.array(fieldProblemSchema),
  savedAt: z.optional(instantSchema),
});
export type ReviewItem = z.infer<typeof reviewItemSchema>;

/** GET /api/rounds/{key}/reviews: the signed-in reviewer's own walk; own recused ones are listed without text, or with their number only. */
export const reviewWalkSchema = z.object({
  now: instantSchema,
  round: roundSummarySchema,
  criteria: z.array(criterionSchema),
  items: z.array(reviewItemSchema),
  given: z.int(),
  total: z.int(),
  open: z.boolean(),
});
export type ReviewWalk = z.infer<typeof reviewWalkSchema>;

/** PUT /api/applications/{key}/review: saves what was typed; with `give` it is handed in when complete. → review walk item */
export const saveReviewRequestSchema = z.object({
  commandKey: keySchema,
  answers: reviewAnswersSchema,
  give: z.boolean(),
});
/** POST /api/applications/{key}/recusal */
export const declareRecusalRequestSchema = z.object({
  commandKey: keySchema,
  reason: z.string().check(z.maxLength(1000)),
});
