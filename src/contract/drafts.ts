import * as z from "zod/mini";
import { mostNotCpr } from "#domain/grants/draft-cpr.ts";
import { mostBudgetLines } from "#domain/grants/draft-limits.ts";
import { roundSummarySchema } from "./overview.ts";
import { fieldProblemSchema } from "./problem.ts";
import { instantSchema, keySchema } from "./scalars.ts";

export const budgetCategorySchema = z.enum([
  "equipment",
  "licences",
  "training",
  "installation",
  "development",
  "communication",
  "other",
]);

/** Nothing typed is refused while writing; only absurd sizes are. */
const typed = z.string().check(z.maxLength(20_000));

export const draftFieldsSchema = z.object({
  title: typed,
  description: typed,
  focusArea: typed,
  effect: typed,
  sdgs: z.array(z.int()).check(z.maxLength(17)),
  budgetLines: z
    .array(
      z.object({ id: z.string().check(z.maxLength(40)), category: budgetCategorySchema, note: typed, amount: typed }),
    )
    .check(z.maxLength(mostBudgetLines)),
  requestedAmount: typed,
  ownContribution: typed,
  operation: typed,
  startDate: typed,
  endDate: typed,
  resubmissionOf: typed,
  answer: typed,
  notCpr: z.array(z.string()).check(z.maxLength(mostNotCpr)),
});

export const draftFieldNameSchema = z.keyof(draftFieldsSchema);

/** POST /api/rounds/{key}/drafts → 201 draft. `commandKey` makes a double press one draft. */
export const createDraftRequestSchema = z.object({ commandKey: keySchema, centreKey: z.optional(keySchema) });

/** What "this is no CPR number" may be said of: a field's name and the hash of the number, never words. */
const notCprMark = /^(?:title|description|effect|budgetLines|operation|resubmissionOf|answer)(?::[0-9a-f]{16})?$/;
const notCprSchema = z.array(z.string().check(z.regex(notCprMark))).check(
  z.maxLength(mostNotCpr),
  z.refine((names) => new Set(names).size === names.length),
);

/** PATCH /api/drafts/{key}: only what changed, each field with the stamp it was based on. */
export const saveDraftRequestSchema = z.object({
  changes: z.partial(z.extend(draftFieldsSchema, { notCpr: notCprSchema })),
  base: z.partialRecord(draftFieldNameSchema, instantSchema),
});

/** GET/PATCH answer. `problems` is the live completeness, the same rules as on submit. */
export const draftSchema = z.object({
  key: keySchema,
  number: z.string(),
  roundKey: keySchema,
  poolTitle: z.string(),
  round: roundSummarySchema,
  centreName: z.string(),
  headName: z.string(),
  ownerName: z.string(),
  fields: draftFieldsSchema,
  stamps: z.partialRecord(draftFieldNameSchema, instantSchema),
  savedAt: instantSchema,
  problems: z.array(fieldProblemSchema),
  /** Sums in øre of what can be read so far. */
  sums: z.object({ linesOere: z.int(), requestedOere: z.int(), ownOere: z.int(), differenceOere: z.int() }),
  /** Set when the draft has been handed in and is inert. */
  applicationKey: z.optional(keySchema),
  /** Questions from the head when the application was returned. */
  questions: z.optional(z.string()),
  /** Who asked them. */
  questionsBy: z.optional(z.string()),
  /** Until when it may be sent: the round's deadline, or the approval's for what came back with questions. */
  deadline: z.optional(instantSchema),
  /** Numbers of the centre's earlier applications that the reader may see, for "Genansøgning af". */
  earlierNumbers: z.optional(z.array(z.string())),
  /** Fields somebody else changed since the base stamps. */
  changedElsewhere: z.array(z.string()),
  /** Whose hand that was. */
  changedBy: z.optional(z.enum(["self", "other", "unknown"])),
  /** What stood in those of them that this save has written over, so that no word is lost. */
  overwritten: z.partial(draftFieldsSchema),
  /** What the same hand's earlier saves on the same stamps had written over: told again, for answers may be lost. */
  overwrittenBefore: z.optional(z.array(z.partial(draftFieldsSchema))),
  /** Paths of texts in this save that look like a CPR number and are therefore not stored. */
  notStored: z.optional(z.array(z.string())),
  now: instantSchema,
});
export type DraftView = z.infer<typeof draftSchema>;

/** POST /api/drafts/{key}/submit → application page. */
export const submitDraftRequestSchema = z.object({ commandKey: keySchema });
/** DELETE /api/drafts/{key} → 204 */
