import * as z from "zod/mini";
import { type ActionItem, actionStatuses } from "#domain/action-plans/action-item.ts";
import { daActionTerms } from "#domain/action-plans/action-terms-da.ts";
import type { Programme } from "#domain/action-plans/programme.ts";
import { dateOnlyColumn, numberColumn, textColumn, titleColumn } from "./column.ts";
import { defineRecordList } from "./record-list.ts";
import { instantSchema, keySchema, logSchema, orUndefined, plainDateSchema } from "./schema-parts.ts";

const programmeSchema: z.ZodMiniType<Programme> = z.object({
  key: keySchema,
  title: z.string(),
  fromYear: z.number(),
  toYear: z.number(),
  caseNumber: z.string(),
  supersedes: z.array(z.string()),
  alignedWith: z.array(z.string()),
  organisation: z.string(),
  steeringGroup: z.string(),
  focusAreas: z.array(
    z.object({
      number: z.number(),
      name: z.string(),
      klText: z.string(),
      localStrategy: z.string(),
      examples: z.array(z.string()),
      otherNames: z.array(z.string()),
    }),
  ),
  versions: z.array(
    z.object({
      number: z.number(),
      state: z.enum(["provisionally-approved", "approved"]),
      at: instantSchema,
      caseKey: orUndefined(keySchema),
    }),
  ),
  createdAt: instantSchema,
  log: logSchema,
});

const actionItemSchema: z.ZodMiniType<ActionItem> = z.object({
  key: keySchema,
  programmeKey: keySchema,
  title: z.string(),
  description: z.string(),
  ownerRole: z.string(),
  ownerKey: orUndefined(keySchema),
  centreKey: keySchema,
  focusArea: z.number(),
  furtherAreas: z.array(z.number()),
  sdgs: z.array(z.number()),
  from: plainDateSchema,
  to: plainDateSchema,
  milestones: z.array(
    z.object({ key: keySchema, title: z.string(), due: plainDateSchema, doneOn: orUndefined(plainDateSchema) }),
  ),
  status: z.enum(actionStatuses),
  setLight: orUndefined(
    z.object({ light: z.enum(["yellow", "red"]), reason: z.string(), by: keySchema, at: instantSchema }),
  ),
  notes: z.array(z.object({ at: instantSchema, by: keySchema, text: z.string() })),
  updatedAt: instantSchema,
  updatedBy: keySchema,
  createdAt: instantSchema,
  applicationKey: orUndefined(keySchema),
  needKey: orUndefined(keySchema),
  log: logSchema,
});

/** Programmes with focus areas and approved versions. */
export const programmeList = defineRecordList({
  name: "Programmer",
  title: "Programmer",
  description: "Digitaliseringsprogrammer med fokusområder og godkendte versioner. Skrives kun af Fremdrift.",
  schemaVersion: 1,
  schema: programmeSchema,
  parts: 2,
  columns: {
    Title: titleColumn({ title: "Program", description: "Programmets titel" }),
    FraAar: numberColumn({ title: "Fra", description: "Første år" }),
    TilAar: numberColumn({ title: "Til", description: "Sidste år" }),
  },
  toColumns: (programme) => ({ Title: programme.title, FraAar: programme.fromYear, TilAar: programme.toYear }),
});

/** Items of the action plan, whole, with notes and log. */
export const actionItemList = defineRecordList({
  name: "Indsatser",
  title: "Indsatser",
  description: "Handlingsplanens indsatser med statusnoter og historik. Skrives kun af Fremdrift.",
  schemaVersion: 1,
  schema: actionItemSchema,
  // Years of notes and milestones have room; packed, that is some hundred thousand characters.
  parts: 3,
  columns: {
    Title: titleColumn({ title: "Indsats", description: "Indsatsens titel" }),
    Status: textColumn({ title: "Status", description: "Hvor langt indsatsen er", indexed: true }),
    Fokusomraade: numberColumn({ title: "Fokusområde", description: "Nummer på det primære fokusområde" }),
    Slut: dateOnlyColumn({ title: "Slut", description: "Sidste dag i perioden" }),
  },
  toColumns: (item) => ({
    Title: item.title,
    Status: daActionTerms.status[item.status],
    Fokusomraade: item.focusArea,
    Slut: item.to,
  }),
});
