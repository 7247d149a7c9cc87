import * as z from "zod/mini";
import {
  type BodyStep,
  type Case,
  type ConsultationStep,
  decisionCodes,
  opennesses,
  type StepDecision,
} from "#domain/cases/case.ts";
import { type Body, bodyKinds } from "#domain/organisation/body.ts";
import { booleanColumn, textColumn, titleColumn } from "./column.ts";
import { defineRecordList } from "./record-list.ts";
import { instantSchema, keySchema, logSchema, oereSchema, orUndefined, plainDateSchema } from "./schema-parts.ts";

const bodySchema: z.ZodMiniType<Body> = z.object({
  key: keySchema,
  name: z.string(),
  kind: z.enum(bodyKinds),
  abbreviations: z.array(
    z.object({ code: z.string(), from: orUndefined(plainDateSchema), to: orUndefined(plainDateSchema) }),
  ),
  active: z.boolean(),
  log: logSchema,
});

/** Bodies with their abbreviations, term by term (B6). */
export const bodyList = defineRecordList({
  name: "Organer",
  title: "Udvalg og råd",
  description: "Kommunalbestyrelse, udvalg og andre organer med deres forkortelser. Skrives kun af Fremdrift.",
  schemaVersion: 1,
  schema: bodySchema,
  columns: {
    Title: titleColumn({ title: "Organ", description: "Organets navn" }),
    Forkortelser: textColumn({ title: "Forkortelser", description: "Som de bruges i sagsgange", clip: true }),
    Aktiv: booleanColumn({ title: "Aktiv", description: "Nej, når organet er nedlagt" }),
  },
  toColumns: (body) => ({
    Title: body.name,
    Forkortelser: body.abbreviations.map(({ code }) => code).join(", "),
    Aktiv: body.active,
  }),
});

const step = { key: keySchema, leg: z.number(), date: orUndefined(plainDateSchema) };

const bodyStepSchema: z.ZodMiniType<BodyStep> = z.object({
  ...step,
  kind: z.literal("body"),
  bodyKey: keySchema,
  code: z.string(),
  name: z.string(),
  bodyKind: z.enum(bodyKinds),
});

const consultationStepSchema: z.ZodMiniType<ConsultationStep> = z.object({
  ...step,
  kind: z.literal("consultation"),
  endedOn: orUndefined(plainDateSchema),
});

const decisionSchema: z.ZodMiniType<StepDecision> = z.object({
  stepKey: keySchema,
  date: plainDateSchema,
  points: z.array(z.object({ number: z.number(), text: z.string(), code: z.enum(decisionCodes) })),
  apologies: z.array(z.object({ role: z.string(), partyLetter: z.string() })),
  recordedAt: instantSchema,
  recordedBy: keySchema,
});

const caseSchema: z.ZodMiniType<Case> = z.object({
  key: keySchema,
  number: orUndefined(z.string()),
  title: z.string(),
  openness: z.enum(opennesses),
  alternativeTitle: z.string(),
  closedReason: z.string(),
  statement: z.string(),
  policyContext: z.string(),
  financialConsequences: z.string(),
  isFinancial: z.boolean(),
  recommendedByRole: z.string(),
  points: z.array(z.object({ number: z.number(), text: z.string() })),
  attachments: z.array(
    z.object({
      number: z.number(),
      openness: z.enum(opennesses),
      title: z.string(),
      documentNumber: z.string(),
      mark: z.string(),
      systemId: z.string(),
    }),
  ),
  officerKey: keySchema,
  steps: z.array(z.union([bodyStepSchema, consultationStepSchema])),
  competentBodyKey: orUndefined(keySchema),
  decisions: z.array(decisionSchema),
  appropriation: orUndefined(
    z.object({ poolKey: keySchema, kind: z.literal("capital"), amountOere: oereSchema, financing: z.string() }),
  ),
  programmeKey: z.optional(orUndefined(keySchema)),
  createdAt: instantSchema,
  closedAt: orUndefined(instantSchema),
  log: logSchema,
});

/** Cases with their way through the bodies: one item is one case. Four columns hold the longest texts and many meetings. */
export const caseList = defineRecordList({
  name: "Sager",
  title: "Sager",
  description: "Sager med sagsgang, indstilling og beslutninger. Én række er én sag; skrives kun af Fremdrift.",
  schemaVersion: 1,
  schema: caseSchema,
  parts: 4,
  columns: {
    Title: titleColumn({ title: "Sag", description: "Sagens titel" }),
    Nummer: textColumn({ title: "Sagsnr.", description: "Sagens nummer", indexed: true }),
    Lukket: booleanColumn({ title: "Lukket", description: "Ja, når sagen behandles for lukkede døre" }),
  },
  toColumns: (theCase) => ({
    Title: theCase.title,
    Nummer: theCase.number,
    Lukket: theCase.openness === "closed",
  }),
});
