import * as z from "zod/mini";
import { poolSummarySchema } from "./overview.ts";
import { criterionSchema } from "./rounds.ts";
import { instantSchema, keySchema, oereSchema, plainDateSchema } from "./scalars.ts";

/** GET /api/pools/{key}: a pool from the day it is on the budget. */
export const poolSchema = z.object({
  now: instantSchema,
  pool: poolSummarySchema,
  /** The budget its money is set aside on, and what it is called there. */
  plan: z.string(),
  project: z.string(),
  minimumReviewers: z.int(),
  criteria: z.array(criterionSchema),
  /** The case it asks for its money with. */
  case: z.optional(
    z.object({
      key: keySchema,
      number: z.string(),
      title: z.string(),
      hasRoute: z.boolean(),
      next: z.optional(
        z.object({ kind: z.enum(["body", "consultation"]), name: z.string(), date: z.optional(plainDateSchema) }),
      ),
      stop: z.optional(z.enum(["rejected", "withdrawn", "not-decided"])),
    }),
  ),
  /** What no round's frame holds yet. */
  unframedOere: oereSchema,
  /** Rounds whose people a new one may have too, for who may add one; the newest first. */
  likeRounds: z.optional(
    z.array(
      z.object({
        key: keySchema,
        name: z.string(),
        poolTitle: z.string(),
        reviewers: z.array(z.string()),
        chair: z.string(),
        deputy: z.string(),
      }),
    ),
  ),
  may: z.object({ draftCase: z.boolean(), addRound: z.boolean() }),
});
export type PoolView = z.infer<typeof poolSchema>;

/** POST /api/pools/{key}/rounds: opens at 08.00, closes at 23.59. */
export const openRoundRequestSchema = z.object({
  commandKey: keySchema,
  name: z.string(),
  /** What the numbers of its applications begin with: "FR22". */
  code: z.string(),
  frameOere: oereSchema,
  /** Largest single request; the frame where it is left out. */
  capOere: z.optional(oereSchema),
  opensOn: plainDateSchema,
  closesOn: plainDateSchema,
  reviewBy: plainDateSchema,
  decisionOn: plainDateSchema,
  /** The round whose reviewers, advisers and deciders it has too. */
  likeRoundKey: keySchema,
});
