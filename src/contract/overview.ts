import * as z from "zod/mini";
import { instantSchema, keySchema, oereSchema, personRefSchema, plainDateSchema } from "./scalars.ts";

export const taskKindSchema = z.enum([
  "approve-application",
  "finish-draft",
  "answer-questions",
  "review",
  "recommend",
  "decide",
  "answer-award",
  "award-unanswered",
  "reviews-missing",
  "answer-consultation",
  "comment-answers",
  "answers-deleted-soon",
  "update-item",
]);

/** Why it is the reader's: as what the reader is asked. */
export const taskWhySchema = z.enum([
  "applicant",
  "head",
  "silent-head",
  "reviewer",
  "secretariat",
  "sent-back",
  "chair",
  "deputy",
]);

/** One line of "Venter på dig". `link` is the tab route that does it. */
export const taskSchema = z.object({
  key: keySchema,
  kind: taskKindSchema,
  why: z.optional(taskWhySchema),
  /** Whom it comes from: the applicant, the head who asks, who put the list up. */
  from: z.optional(personRefSchema),
  /** What it is about: application title, round name. */
  subject: z.string(),
  /** Number, e.g. "EF22-02", or "". */
  number: z.string(),
  roundName: z.string(),
  deadline: z.optional(instantSchema),
  /** Counts for the sentence, e.g. done 3 of total 8. */
  done: z.int(),
  total: z.int(),
  amountOere: z.optional(oereSchema),
  link: z.string(),
});
export type Task = z.infer<typeof taskSchema>;

export const roundStatusSchema = z.enum([
  "planned",
  "open",
  "closed",
  "under-review",
  "recommended",
  "decided",
  "completed",
]);
export const poolStatusSchema = z.enum(["allocated", "requested", "released", "active", "closed", "settled"]);

export const roundSummarySchema = z.object({
  key: keySchema,
  code: z.string(),
  name: z.string(),
  status: roundStatusSchema,
  frameOere: oereSchema,
  grantedOere: oereSchema,
  capOere: oereSchema,
  opensAt: instantSchema,
  closesAt: instantSchema,
  reviewBy: plainDateSchema,
  decisionOn: plainDateSchema,
  applicationCount: z.int(),
  mayApply: z.boolean(),
});
export type RoundSummary = z.infer<typeof roundSummarySchema>;

export const poolSummarySchema = z.object({
  key: keySchema,
  number: z.string(),
  title: z.string(),
  purpose: z.string(),
  eligibility: z.string(),
  status: poolStatusSchema,
  year: z.int(),
  allocatedOere: oereSchema,
  appropriatedOere: oereSchema,
  caseNumber: z.string(),
  grantedOere: oereSchema,
  returnedOere: oereSchema,
  remainingOere: oereSchema,
  /** Where the money is: the four add up to what is appropriated. */
  split: z.object({
    spentOere: oereSchema,
    boundOere: oereSchema,
    setAsideOere: oereSchema,
    restOere: oereSchema,
  }),
  rounds: z.array(roundSummarySchema),
});
export type PoolSummary = z.infer<typeof poolSummarySchema>;

/** GET /api/overview */
export const overviewSchema = z.object({
  now: instantSchema,
  tasks: z.array(taskSchema),
  pools: z.array(poolSummarySchema),
  may: z.optional(z.object({ createPool: z.boolean() })),
  /** What the person has going: drafts and applications of own hand. */
  mine: z.array(
    z.object({
      key: keySchema,
      kind: z.enum(["draft", "application"]),
      number: z.string(),
      title: z.string(),
      roundName: z.string(),
      status: z.string(),
      amountOere: z.optional(oereSchema),
      savedAt: instantSchema,
      link: z.string(),
    }),
  ),
});
export type Overview = z.infer<typeof overviewSchema>;
