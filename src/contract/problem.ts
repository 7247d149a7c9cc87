import * as z from "zod/mini";

/** A problem at a field: code and data; the words stand in tab/texts and card texts. */
export const fieldProblemSchema = z.object({
  field: z.string(),
  code: z.string(),
  /** Figures and texts the sentence needs, e.g. { differenceOere: 100000 }. */
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type FieldProblem = z.infer<typeof fieldProblemSchema>;

/** RFC 9457 problem details. `code` is the refusal's kind or the store failure's; never a raw Graph code. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** A Danish or English sentence: what happened, what is kept, what to do. */
  detail: z.string(),
  code: z.string(),
  /** Correlation id, shown to the user. */
  instance: z.string(),
  data: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  fields: z.optional(z.array(fieldProblemSchema)),
});
export type Problem = z.infer<typeof problemSchema>;
