import * as z from "zod/mini";
import { poolSummarySchema, roundSummarySchema } from "./overview.ts";
import { instantSchema, keySchema, oereSchema, personRefSchema } from "./scalars.ts";

export const criterionSchema = z.object({
  code: z.string(),
  name: z.string(),
  weight: z.int(),
  /** Anchor texts for 1..5 in the reader's language. */
  anchors: z.array(z.string()),
});
export type CriterionView = z.infer<typeof criterionSchema>;

export const applicationRowSchema = z.object({
  key: keySchema,
  number: z.string(),
  title: z.string(),
  centreName: z.string(),
  focusArea: z.int(),
  requestedOere: oereSchema,
  status: z.string(),
  grantedOere: z.optional(oereSchema),
  submittedAt: instantSchema,
});
export type ApplicationRow = z.infer<typeof applicationRowSchema>;

/** GET /api/rounds/{key} */
export const roundSchema = z.object({
  now: instantSchema,
  round: roundSummarySchema,
  pool: poolSummarySchema,
  criteria: z.array(criterionSchema),
  /** Only what the reader may see by B10. */
  applications: z.array(applicationRowSchema),
  applicationsHidden: z.boolean(),
  myDraftKey: z.optional(keySchema),
  contact: z.optional(personRefSchema),
  may: z.object({ apply: z.boolean(), review: z.boolean(), rank: z.boolean(), decide: z.boolean() }),
});
export type RoundView = z.infer<typeof roundSchema>;
