import * as z from "zod/mini";
import { decisionCodes, opennesses } from "#domain/cases/case.ts";
import { caseStatuses } from "#domain/cases/case-course.ts";
import { bodyKinds } from "#domain/organisation/body.ts";
import { instantSchema, keySchema, oereSchema, personRefSchema, plainDateSchema } from "./scalars.ts";

const opennessSchema = z.enum(opennesses);
const decisionCodeSchema = z.enum(decisionCodes);

/** A body of the municipality, for routes: "ØK" is Økonomiudvalget. */
export const bodyViewSchema = z.object({
  key: keySchema,
  code: z.string(),
  name: z.string(),
  kind: z.enum(bodyKinds),
});

const pointSchema = z.object({ number: z.int(), text: z.string() });
const attachmentSchema = z.object({
  number: z.int(),
  openness: opennessSchema,
  title: z.string(),
  documentNumber: z.string(),
  mark: z.string(),
  systemId: z.string(),
});
const apologySchema = z.object({ role: z.string(), partyLetter: z.string() });
const pointDecisionSchema = z.object({ number: z.int(), text: z.string(), code: decisionCodeSchema });

/** One line of the list of cases. */
export const caseRowSchema = z.object({
  key: keySchema,
  /** "" while the records system has given none. */
  number: z.string(),
  /** Of a closed case the alternative title, for those who may not read it. */
  title: z.string(),
  openness: opennessSchema,
  status: z.enum(caseStatuses),
  /** "ØK, høring, ØK, KB". */
  route: z.string(),
  /** Where it goes next: a body's name or "" ; with its day. */
  nextStep: z.optional(
    z.object({ kind: z.enum(["body", "consultation"]), name: z.string(), date: z.optional(plainDateSchema) }),
  ),
  decidedOn: z.optional(plainDateSchema),
  isMine: z.boolean(),
});
export type CaseRow = z.infer<typeof caseRowSchema>;

/** GET /api/cases */
export const casesSchema = z.object({
  now: instantSchema,
  cases: z.array(caseRowSchema),
  bodies: z.array(bodyViewSchema),
  /** Pools whose appropriation case the reader may draft. */
  poolsToDraft: z.array(z.object({ key: keySchema, title: z.string() })),
  may: z.object({
    create: z.boolean(),
    /** Whether the reader may read a pasted case in; the secretariat the pools' own. */
    readIn: z.optional(z.boolean()),
  }),
});
export type CasesView = z.infer<typeof casesSchema>;

/** A step of the route with what was decided there. */
export const caseStepSchema = z.object({
  key: keySchema,
  kind: z.enum(["body", "consultation"]),
  code: z.string(),
  name: z.string(),
  leg: z.int(),
  date: z.optional(plainDateSchema),
  state: z.enum(["pending", "postponed", "decided"]),
  isNext: z.boolean(),
  isFinal: z.boolean(),
  decisions: z.array(
    z.object({
      date: plainDateSchema,
      points: z.array(pointDecisionSchema),
      /** "Ad 1. Godkendt. Ad 2. Godkendt." */
      text: z.string(),
      apologies: z.array(apologySchema),
    }),
  ),
});
export type CaseStepView = z.infer<typeof caseStepSchema>;

/** GET /api/cases/{key}; of a closed case others get number, alternative title and nothing else. */
export const caseSchema = z.object({
  now: instantSchema,
  key: keySchema,
  number: z.string(),
  title: z.string(),
  openness: opennessSchema,
  /** True where the reader sees of a closed case only that it is there. */
  isLimited: z.boolean(),
  status: z.enum(caseStatuses),
  officer: z.optional(personRefSchema),
  alternativeTitle: z.string(),
  closedReason: z.string(),
  statement: z.string(),
  policyContext: z.string(),
  financialConsequences: z.string(),
  isFinancial: z.boolean(),
  recommendedByRole: z.string(),
  points: z.array(
    z.object({
      ...pointSchema.shape,
      effect: z.enum(["open", "provisionally-approved", "approved", "noted", "rejected"]),
      isFinal: z.boolean(),
    }),
  ),
  attachments: z.array(attachmentSchema),
  route: z.string(),
  steps: z.array(caseStepSchema),
  stop: z.optional(z.enum(["rejected", "withdrawn", "not-decided"])),
  decidedOn: z.optional(plainDateSchema),
  /** The body that is said to decide finally; left out where it is the last of the route. */
  competentBodyKey: z.optional(keySchema),
  /** The document as the bodies have it before them: a new version after each consultation. */
  versions: z.array(
    z.object({
      version: z.int(),
      status: z.enum(["draft", "provisionally-approved", "approved", "rejected"]),
      date: z.optional(plainDateSchema),
    }),
  ),
  /** Consultations about the case that the reader may see. */
  consultations: z.array(z.object({ key: keySchema, subject: z.string() })),
  /** The programme whose text the case is about. */
  programme: z.optional(z.object({ key: keySchema, title: z.string() })),
  /** Programmes the case may be said to be about, for those who write it. */
  programmes: z.optional(z.array(z.object({ key: keySchema, title: z.string() }))),
  pool: z.optional(
    z.object({
      key: keySchema,
      number: z.string(),
      title: z.string(),
      amountOere: oereSchema,
      isReleased: z.boolean(),
    }),
  ),
  timeline: z.array(
    z.object({
      at: instantSchema,
      action: z.string(),
      who: z.optional(z.string()),
      data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
  bodies: z.array(bodyViewSchema),
  rowUrl: z.optional(z.string()),
  may: z.object({
    edit: z.boolean(),
    route: z.boolean(),
    decide: z.boolean(),
    endConsultation: z.boolean(),
    close: z.boolean(),
    document: z.boolean(),
    /** Whether the pool it names can be made from it, by the secretariat. */
    makePool: z.optional(z.boolean()),
  }),
});
export type CaseView = z.infer<typeof caseSchema>;

const command = { commandKey: keySchema };

/** What a person writes about a case; a number is read as it is typed and refused with what it may have meant. */
export const caseFieldsSchema = z.object({
  number: z.string(),
  title: z.string(),
  openness: opennessSchema,
  alternativeTitle: z.string(),
  closedReason: z.string(),
  statement: z.string(),
  policyContext: z.string(),
  financialConsequences: z.string(),
  isFinancial: z.boolean(),
  recommendedByRole: z.string(),
  points: z.array(z.string()),
  attachments: z.array(attachmentSchema),
});
export type CaseFieldsRequest = z.infer<typeof caseFieldsSchema>;

/** POST /api/cases */
export const createCaseRequestSchema = z.object({
  ...command,
  fields: caseFieldsSchema,
  /** The programme whose text the case is about. */
  programmeKey: z.optional(keySchema),
});
/** PUT /api/cases/{key} */
export const editCaseRequestSchema = z.object({
  ...command,
  fields: caseFieldsSchema,
  /** What a pool's own case asks for, in øre. */
  amountOere: z.optional(oereSchema),
  /** The programme whose text the case is about; as before where it is left out. */
  programmeKey: z.optional(keySchema),
  /** The body that decides finally, "last" for the last of the route; as before where it is left out. */
  competentBodyKey: z.optional(z.union([keySchema, z.literal("last")])),
});
/** PUT /api/cases/{key}/route: "ØK, høring, ØK, KB", with the days of the steps that are not treated yet. */
export const setRouteRequestSchema = z.object({
  ...command,
  text: z.string(),
  dates: z.array(z.nullable(plainDateSchema)),
});
/** POST /api/cases/{key}/decisions */
export const recordDecisionRequestSchema = z.object({
  ...command,
  stepKey: keySchema,
  date: plainDateSchema,
  points: z.array(pointDecisionSchema),
  apologies: z.array(apologySchema),
});
/** POST /api/cases/{key}/consultation-end */
export const endConsultationStepRequestSchema = z.object({ ...command, stepKey: keySchema, date: plainDateSchema });

/** GET /api/cases/{key}/document: the case as a Word file in the municipality's template. */
export const caseDocumentMediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
