import * as z from "zod/mini";
import type { GrantApplication } from "#domain/grants/application.ts";
import { budgetCategories } from "#domain/grants/draft.ts";
import { outcomes } from "#domain/grants/grant-pool.ts";
import { dateTimeColumn, numberColumn, textColumn, titleColumn } from "./column.ts";
import { defineRecordList } from "./record-list.ts";
import { instantSchema, keySchema, logSchema, oereSchema, orUndefined, plainDateSchema } from "./schema-parts.ts";

const applicationSchema: z.ZodMiniType<GrantApplication> = z.object({
  key: keySchema,
  number: z.string(),
  draftKey: keySchema,
  attempt: z.number(),
  poolKey: keySchema,
  roundKey: keySchema,
  applicantKey: keySchema,
  centreKey: keySchema,
  title: z.string(),
  description: z.string(),
  focusArea: z.number(),
  effect: z.string(),
  sdgs: z.array(z.number()),
  budgetLines: z.array(z.object({ category: z.enum(budgetCategories), note: z.string(), amountOere: oereSchema })),
  requestedOere: oereSchema,
  ownContributionOere: oereSchema,
  operation: z.string(),
  startDate: orUndefined(plainDateSchema),
  endDate: orUndefined(plainDateSchema),
  resubmissionOf: z.string(),
  answer: orUndefined(z.string()),
  pressedAt: instantSchema,
  approval: orUndefined(
    z.object({ at: instantSchema, by: keySchema, how: z.enum(["head", "applicant-is-head", "secretariat"]) }),
  ),
  returned: orUndefined(z.object({ at: instantSchema, by: keySchema, questions: z.string() })),
  withdrawnAt: orUndefined(instantSchema),
  reasonDrafts: orUndefined(z.partialRecord(z.enum(outcomes), z.string())),
  log: logSchema,
});

/** Handed-in applications, whole: only the service reads them here; rights are checked before anybody sees one. */
export const applicationList = defineRecordList({
  name: "Ansoegninger",
  title: "Ansøgninger",
  description: "Indsendte ansøgninger med tekst, budget og godkendelse. Skrives kun af Fremdrift.",
  schemaVersion: 1,
  schema: applicationSchema,
  parts: 2,
  columns: {
    Title: titleColumn({ title: "Ansøgning", description: "Projektets titel" }),
    Nummer: textColumn({ title: "Nummer", description: "Ansøgningens nummer", indexed: true }),
    Runde: textColumn({ title: "Runde", description: "Rundens nøgle", indexed: true }),
    AnsoegtKr: numberColumn({ title: "Ansøgt beløb", description: "Kroner", decimals: 2 }),
    Indsendt: dateTimeColumn({ title: "Indsendt", description: "Hvornår ansøgeren trykkede" }),
  },
  toColumns: (application) => ({
    Title: application.title,
    Nummer: application.number,
    Runde: application.roundKey,
    AnsoegtKr: application.requestedOere / 100,
    Indsendt: application.pressedAt,
  }),
});
