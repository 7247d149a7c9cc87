import * as z from "zod/mini";
import { needTitle } from "#domain/needs/carry-need.ts";
import { type Need, needFrequencies } from "#domain/needs/need.ts";
import type { NeedForm } from "#domain/needs/need-form.ts";
import { daNeedTerms } from "#domain/needs/need-terms-da.ts";
import { dateTimeColumn, numberColumn, textColumn, titleColumn } from "./column.ts";
import { defineRecordList } from "./record-list.ts";
import { instantSchema, keySchema, logSchema, orUndefined } from "./schema-parts.ts";

const outcomeSchema = z.union([
  z.object({
    kind: z.literal("application"),
    draftKey: keySchema,
    number: z.string(),
    writerKey: keySchema,
    at: instantSchema,
    by: keySchema,
  }),
  z.object({ kind: z.literal("action-item"), actionItemKey: keySchema, at: instantSchema, by: keySchema }),
  z.object({ kind: z.literal("closed"), reply: z.string(), at: instantSchema, by: keySchema }),
]);

const needSchema: z.ZodMiniType<Need> = z.object({
  key: keySchema,
  problem: z.string(),
  affected: z.string(),
  frequency: z.enum(needFrequencies),
  finderKey: keySchema,
  centreKey: keySchema,
  supports: z.array(z.object({ personKey: keySchema, centreKey: keySchema, at: instantSchema })),
  registeredAt: instantSchema,
  outcome: orUndefined(outcomeSchema),
  log: logSchema,
});

/** Needs found by staff, with who found them: that name is not for everybody, so the record is in the closed site. */
export const needList = defineRecordList({
  name: "Behov",
  title: "Behov",
  description: "Behov, som medarbejdere har registreret, med hvem der fandt dem. Skrives kun af Fremdrift.",
  schemaVersion: 1,
  schema: needSchema,
  columns: {
    Title: titleColumn({ title: "Behov", description: "Det, der er besværligt, i kort form" }),
    HvorTit: textColumn({ title: "Hvor tit", description: "Hvor tit det sker" }),
    Opbakning: numberColumn({ title: "Opbakning", description: "Hvor mange andre der har samme behov" }),
    Registreret: dateTimeColumn({ title: "Registreret", description: "Hvornår behovet blev registreret" }),
  },
  toColumns: (need) => ({
    Title: needTitle(need, 120),
    HvorTit: daNeedTerms.frequency[need.frequency],
    Opbakning: need.supports.length,
    Registreret: need.registeredAt,
  }),
});

const needFormSchema: z.ZodMiniType<NeedForm> = z.object({
  key: keySchema,
  ownerKey: keySchema,
  answers: z.object({ problem: z.string(), affected: z.string(), frequency: z.string() }),
  savedAt: instantSchema,
});

/** Needs being written, one form for each person. */
export const needFormList = defineRecordList({
  name: "Behovskladder",
  title: "Behovskladder",
  description: "Behov under udarbejdelse. Kun den, der skriver, ser sin kladde, og kun i Fremdrift.",
  schemaVersion: 1,
  schema: needFormSchema,
  columns: {
    // The key only: nobody but the writer reads what is being written.
    Title: titleColumn({ title: "Ejer", description: "Ejerens nøgle" }),
    Gemt: dateTimeColumn({ title: "Gemt", description: "Senest gemt" }),
  },
  toColumns: (form) => ({ Title: form.ownerKey, Gemt: form.savedAt }),
});
