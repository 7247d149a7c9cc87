import * as z from "zod/mini";
import { budgetCategorySchema } from "./drafts.ts";
import { criterionSchema } from "./rounds.ts";
import { instantSchema, keySchema, oereSchema, personRefSchema, plainDateSchema } from "./scalars.ts";

export const timelineEntrySchema = z.object({
  at: instantSchema,
  /** e.g. "submitted", "approved", "review-given"; words stand in the texts. */
  action: z.string(),
  who: z.optional(z.string()),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

export const reviewSummarySchema = z.object({
  /** Missing where the reviewer's name may not be seen. */
  reviewer: z.optional(personRefSchema),
  state: z.enum(["missing", "begun", "given", "recused"]),
  recusalReason: z.optional(z.string()),
  scores: z.optional(z.record(z.string(), z.int())),
  remarks: z.optional(z.record(z.string(), z.string())),
  support: z.optional(z.enum(["support", "support-partly", "do-not-support"])),
  reason: z.optional(z.string()),
});
export type ReviewSummary = z.infer<typeof reviewSummarySchema>;

/** A message in Teams: `planned` leaves at its time, `no-chat` waits for somebody the bot cannot reach. */
export const applicationNoticeSchema = z.object({
  kind: z.enum(["approval-request", "application-returned", "application-approved", "outcome"]),
  to: z.string(),
  state: z.enum(["planned", "no-chat", "sending", "sent", "uncertain", "expired", "undeliverable"]),
  at: instantSchema,
  /** Why an expired one was not needed: what had happened by then, or since when a decision can be read here. */
  settled: z.optional(
    z.object({ how: z.enum(["approved", "returned", "withdrawn", "sent-again", "readable"]), at: instantSchema }),
  ),
});

/** GET /api/applications/{key}. Parts the reader may not see are missing, never empty. */
export const applicationSchema = z.object({
  now: instantSchema,
  key: keySchema,
  number: z.string(),
  title: z.string(),
  status: z.string(),
  roundKey: keySchema,
  roundName: z.string(),
  poolTitle: z.string(),
  centreName: z.string(),
  applicant: z.optional(personRefSchema),
  submittedAt: instantSchema,
  approvedAt: z.optional(instantSchema),
  focusArea: z.int(),
  requestedOere: oereSchema,
  text: z.optional(
    z.object({
      description: z.string(),
      effect: z.string(),
      sdgs: z.array(z.int()),
      operation: z.string(),
      startDate: z.optional(plainDateSchema),
      endDate: z.optional(plainDateSchema),
      resubmissionOf: z.string(),
      budgetLines: z.array(z.object({ category: budgetCategorySchema, note: z.string(), amountOere: oereSchema })),
      ownContributionOere: oereSchema,
    }),
  ),
  questions: z.optional(z.string()),
  /** This attempt came back with questions, and has been sent again as that one. */
  newerKey: z.optional(keySchema),
  /** What the applicant answered to the questions this application came back with. */
  answer: z.optional(z.string()),
  decision: z.optional(
    z.object({
      outcome: z.enum(["award", "partial-award", "rejection"]),
      amountOere: oereSchema,
      decidedAt: instantSchema,
      reason: z.optional(z.string()),
      /** Whether the reader may fetch the letter as a Word file. */
      hasLetter: z.optional(z.boolean()),
      step: z.string(),
      answerBy: z.optional(instantSchema),
      /** What one says yes to, for who may answer. */
      conditions: z.optional(z.array(z.string())),
      /** The own award was not answered in time: when that was, and whom to write to. */
      unanswered: z.optional(z.object({ deadline: instantSchema, contact: z.optional(personRefSchema) })),
    }),
  ),
  criteria: z.array(criterionSchema),
  /** Mean per criterion and weighted score (tenths), when visible. */
  score: z.optional(z.object({ scoreTenths: z.int(), means: z.record(z.string(), z.number()) })),
  reviews: z.optional(z.array(reviewSummarySchema)),
  timeline: z.array(timelineEntrySchema),
  /** What still happens to the own application, as its receipt says it: missing once it is decided or gone. */
  ahead: z.optional(z.object({ headName: z.string(), reviewBy: plainDateSchema, decisionOn: plainDateSchema })),
  /** Messages in Teams about it, for the secretariat; for the applicant whether her head has been asked and the decision told. */
  notices: z.optional(z.array(applicationNoticeSchema)),
  /** The item of the action plan it became; everybody reads the plan. */
  actionItem: z.optional(z.object({ key: keySchema, title: z.string() })),
  /** Whether the reader may make it an item now. */
  mayBecomeItem: z.optional(z.boolean()),
  sharePointUrl: z.optional(z.string()),
  may: z.object({
    approve: z.boolean(),
    return: z.boolean(),
    withdraw: z.boolean(),
    review: z.boolean(),
    answerAward: z.boolean(),
    editDraft: z.boolean(),
  }),
  draftKey: z.optional(keySchema),
});
export type ApplicationView = z.infer<typeof applicationSchema>;

/** POST /api/applications/{key}/approve | /withdraw → application */
export const plainCommandSchema = z.object({ commandKey: keySchema });
/** POST /api/applications/{key}/return → application */
export const returnApplicationRequestSchema = z.object({
  commandKey: keySchema,
  questions: z.string().check(z.maxLength(4000)),
});
/** POST /api/applications/{key}/award-answer → application */
export const answerAwardRequestSchema = z.object({ commandKey: keySchema, accept: z.boolean() });
