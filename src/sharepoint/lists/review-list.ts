import * as z from "zod/mini";
import { type Review, reviewStates, scorePoints, supports } from "#domain/grants/review.ts";
import { booleanColumn, dateTimeColumn, textColumn, titleColumn } from "./column.ts";
import { defineRecordList } from "./record-list.ts";
import { instantSchema, keySchema, logSchema, orUndefined } from "./schema-parts.ts";

const reviewSchema: z.ZodMiniType<Review> = z.object({
  key: keySchema,
  poolKey: keySchema,
  roundKey: keySchema,
  applicationKey: keySchema,
  reviewerKey: keySchema,
  state: z.enum(reviewStates),
  answers: z.object({
    scores: z.record(z.string(), z.literal(scorePoints)),
    remarks: z.record(z.string(), z.string()),
    support: orUndefined(z.enum(supports)),
    reason: z.string(),
  }),
  givenAt: orUndefined(instantSchema),
  late: z.boolean(),
  recusal: orUndefined(z.object({ at: instantSchema, reason: z.string() })),
  log: logSchema,
});

/** Reviews: blind, so they stand in the closed site and nowhere else (law 3). */
export const reviewList = defineRecordList({
  name: "Bedoemmelser",
  title: "Bedømmelser",
  description: "Én række pr. bedømmer og ansøgning. Er fortrolige, til fristen er udløbet; skrives kun af Fremdrift.",
  schemaVersion: 1,
  schema: reviewSchema,
  columns: {
    Title: titleColumn({ title: "Ansøgning", description: "Ansøgningens nøgle" }),
    Runde: textColumn({ title: "Runde", description: "Rundens nøgle", indexed: true }),
    Bedoemmer: textColumn({ title: "Bedømmer", description: "Bedømmerens nøgle" }),
    Afgivet: dateTimeColumn({ title: "Afgivet", description: "Hvornår bedømmelsen blev afgivet" }),
    ForSent: booleanColumn({
      title: "For sent",
      description: "Afgivet efter indstillingen og derfor uden for grundlaget",
    }),
  },
  toColumns: (review) => ({
    Title: review.applicationKey,
    Runde: review.roundKey,
    Bedoemmer: review.reviewerKey,
    Afgivet: review.givenAt,
    ForSent: review.late,
  }),
});
