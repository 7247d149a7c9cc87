import * as z from "zod/mini";
import { budgetCategories, type Draft, type DraftField, type DraftFields } from "#domain/grants/draft.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { dateTimeColumn, keyColumn, textColumn, titleColumn } from "./column.ts";
import { defineRecordList } from "./record-list.ts";
import { instantSchema, keySchema, orUndefined } from "./schema-parts.ts";

const fieldsSchema: z.ZodMiniType<DraftFields> = z.object({
  title: z.string(),
  description: z.string(),
  focusArea: z.string(),
  effect: z.string(),
  sdgs: z.array(z.number()),
  budgetLines: z.array(
    z.object({ id: z.string(), category: z.enum(budgetCategories), note: z.string(), amount: z.string() }),
  ),
  requestedAmount: z.string(),
  ownContribution: z.string(),
  operation: z.string(),
  startDate: z.string(),
  endDate: z.string(),
  resubmissionOf: z.string(),
  // Missing in drafts from before there was such a field.
  answer: z._default(z.string(), ""),
  notCpr: z.array(z.string()),
});

const stampsSchema = z.pipe(
  z.record(z.string(), z.nullable(instantSchema)),
  z.transform((stamps): Readonly<Partial<Record<DraftField, Instant>>> => {
    return Object.fromEntries(Object.entries(stamps).filter(([, at]) => at !== null));
  }),
);

const draftSchema: z.ZodMiniType<Draft> = z.object({
  key: keySchema,
  number: z.string(),
  poolKey: keySchema,
  roundKey: keySchema,
  ownerKey: keySchema,
  centreKey: keySchema,
  fields: fieldsSchema,
  stamps: stampsSchema,
  createdAt: instantSchema,
  savedAt: instantSchema,
  discardedAt: orUndefined(instantSchema),
});

/** Forms being written, one item each (law 10). */
export const draftList = defineRecordList({
  name: "Kladder",
  title: "Kladder",
  description: "Ansøgninger under udarbejdelse. Kun ansøgeren ser sin kladde, og kun i Fremdrift.",
  schemaVersion: 1,
  schema: draftSchema,
  parts: 2,
  columns: {
    // Unique, so that two instances can never draw the same number.
    Nummer: keyColumn({ title: "Nummer", description: "Ansøgningens nummer; trækkes, når kladden laves" }),
    // The number only: nobody but the applicant reads a draft's title.
    Title: titleColumn({ title: "Nummer", description: "Kladdens nummer" }),
    Ejer: textColumn({ title: "Ejer", description: "Ejerens nøgle" }),
    Gemt: dateTimeColumn({ title: "Gemt", description: "Senest gemt" }),
  },
  toColumns: (draft) => ({ Nummer: draft.number, Title: draft.number, Ejer: draft.ownerKey, Gemt: draft.savedAt }),
});
