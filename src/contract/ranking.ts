import * as z from "zod/mini";
import { poolSummarySchema, roundSummarySchema } from "./overview.ts";
import { criterionSchema } from "./rounds.ts";
import { instantSchema, keySchema, oereSchema, personRefSchema } from "./scalars.ts";

export const outcomeSchema = z.enum(["award", "partial-award", "rejection"]);

export const rankingRowSchema = z.object({
  applicationKey: keySchema,
  number: z.string(),
  title: z.string(),
  centreName: z.string(),
  rank: z.int(),
  scoreTenths: z.int(),
  means: z.record(z.string(), z.number()),
  /** Lowest and highest single reviewer's weighted score, tenths. */
  spread: z.object({ lowTenths: z.int(), highTenths: z.int() }),
  reviewsGiven: z.int(),
  reviewsExpected: z.int(),
  missing: z.array(personRefSchema),
  recusals: z.array(
    z.object({
      person: personRefSchema,
      kind: z.enum(["own-centre", "declared"]),
      reason: z.string(),
      /** The round's substitute, who would have stood in and is recused too. */
      isSubstitute: z.optional(z.boolean()),
    }),
  ),
  /** The substitute who stands in for a reviewer; only where names and recusals may be seen. */
  substitute: z.optional(personRefSchema),
  /** Criteria on which two reviewers are two points apart or more; only where single reviews may be seen. */
  disagreements: z.optional(z.array(z.object({ code: z.string(), low: z.int(), high: z.int() }))),
  requestedOere: oereSchema,
  grantOere: oereSchema,
  outcome: outcomeSchema,
  packet: z.enum(["chair", "deputy"]),
  /** Money left of the frame after this line; left out where the reader is recused for another line. */
  restAfterOere: z.optional(oereSchema),
  /** Why this line stands where it stands: code for the sentence. */
  cut: z.enum(["fits", "partial-offered", "does-not-fit", "below-the-line"]),
  /** What the applicant is told; left out where the reader may not see it yet (B10). */
  reason: z.optional(z.string()),
  /** The same if the rest is offered to the partial candidate. */
  reasonIfOffered: z.optional(z.string()),
  /** What the secretariat begins with where nothing is written: a draft from the reviewers' remarks, never sent by itself. */
  reasonDraft: z.optional(z.string()),
  /** The same if the rest is offered to the partial candidate. */
  reasonDraftIfOffered: z.optional(z.string()),
  /** `preview`: the reader may see the letter before it is sent; `final`: and fetch it, as the decision stands. */
  letter: z.optional(z.enum(["preview", "final"])),
});
export type RankingRow = z.infer<typeof rankingRowSchema>;

export const packetSchema = z.object({
  kind: z.enum(["chair", "deputy"]),
  decider: personRefSchema,
  count: z.int(),
  /** Left out where it would tell what a line gets that the reader is recused for; always there for the decider. */
  totalOere: z.optional(oereSchema),
  decidedAt: z.optional(instantSchema),
  /** Until when the reader may take the decision back; missing where she may not. */
  undoUntil: z.optional(instantSchema),
  mayDecide: z.boolean(),
});
export type PacketView = z.infer<typeof packetSchema>;

/** GET /api/rounds/{key}/ranking. 0 Graph requests. */
export const rankingSchema = z.object({
  now: instantSchema,
  round: roundSummarySchema,
  pool: poolSummarySchema,
  criteria: z.array(criterionSchema),
  rows: z.array(rankingRowSchema),
  frameOere: oereSchema,
  /** What the lines get; while lines are kept from the reader, the others only. */
  supportedOere: oereSchema,
  /** Left out while lines are kept from the reader, since it would tell what they get. */
  restOere: z.optional(oereSchema),
  /** How many undecided lines the reader is recused for. */
  keptCount: z.optional(z.int()),
  complete: z.boolean(),
  missingReviews: z.int(),
  /** How many the round names as reviewers: why a count is "4 af 4". */
  reviewerCount: z.optional(z.int()),
  /** The first that does not fit could get the rest: offered, not assumed. Only where the reader may see that line. */
  partialCandidate: z.optional(z.object({ applicationKey: keySchema, restOere: oereSchema })),
  recommendation: z.optional(
    z.object({
      key: keySchema,
      recommendedAt: instantSchema,
      recommendedBy: personRefSchema,
      packets: z.array(packetSchema),
      /** Whether the reader may take the list back: the secretariat, while nothing in it is decided. */
      mayWithdraw: z.optional(z.boolean()),
      /** Whether the reader may send the list back to the secretariat: who decides a part, while nothing is decided. */
      maySendBack: z.optional(z.boolean()),
    }),
  ),
  /** A decider sent the list back, and no new one is put up. No reason where the reader may not read it. */
  sentBack: z.optional(z.object({ by: personRefSchema, at: instantSchema, reason: z.optional(z.string()) })),
  mayRecommend: z.boolean(),
  /** What most points for the money would be, as information only; missing where it is the list itself, or may not be seen. */
  optimum: z.optional(
    z.object({
      joins: z.array(z.string()),
      leaves: z.array(z.string()),
      totalOere: oereSchema,
      pointsTenths: z.int(),
      listTenths: z.int(),
    }),
  ),
});
export type RankingView = z.infer<typeof rankingSchema>;

/** POST /api/rounds/{key}/recommendation → ranking */
export const recommendRequestSchema = z.object({
  commandKey: keySchema,
  /** Offer the rest to the first application that does not fit. */
  offerPartial: z.boolean(),
  /** By application key, reasons that are not saved; where one is missing what is saved, else the proposal, is used, where one is empty the proposal. */
  reasons: z.record(keySchema, z.string().check(z.maxLength(2000))),
  /** By application key, the drafts from remarks as they were read: used where nothing is written for that outcome. */
  drafts: z.optional(
    z.record(keySchema, z.object({ outcome: outcomeSchema, reason: z.string().check(z.maxLength(2000)) })),
  ),
});
/** PUT /api/rounds/{key}/reason: keeps a reason while it is written; empty lets the proposal stand again. → ranking */
export const draftReasonRequestSchema = z.object({
  commandKey: keySchema,
  applicationKey: keySchema,
  /** The outcome it was written for. */
  outcome: outcomeSchema,
  reason: z.string().check(z.maxLength(2000)),
});
/** POST /api/rounds/{key}/recommendation/withdrawal: takes the list back while nothing in it is decided. → ranking */
export const withdrawRecommendationRequestSchema = z.object({ commandKey: keySchema });
/** POST /api/rounds/{key}/recommendation/return: a decider sends the list back with a reason. → ranking */
export const sendBackRequestSchema = z.object({
  commandKey: keySchema,
  recommendationKey: keySchema,
  reason: z.string().check(z.maxLength(4000)),
});
/** POST /api/rounds/{key}/packets/{chair|deputy}/decision → ranking. The total is what the decider saw. */
export const decidePacketRequestSchema = z.object({
  commandKey: keySchema,
  recommendationKey: keySchema,
  totalOere: oereSchema,
});
/** DELETE /api/rounds/{key}/packets/{chair|deputy}/decision: undo, until the first letter has left. → ranking */
export const undoDecisionRequestSchema = z.object({ commandKey: keySchema });
