import * as z from "zod/mini";
import { poolSummarySchema } from "./overview.ts";
import { criterionSchema } from "./rounds.ts";
import { instantSchema, keySchema, oereSchema, personRefSchema, plainDateSchema } from "./scalars.ts";

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
        /** Those of them who are still here. */
        people: z.object({
          reviewerKeys: z.array(keySchema),
          substituteKey: z.optional(keySchema),
          chairKey: z.optional(keySchema),
          deputyKey: z.optional(keySchema),
        }),
        /** Names of those who are not. */
        gone: z.array(z.string()),
      }),
    ),
  ),
  /** Who can be named instead, by the role they hold, for who may add a round. */
  roundPeople: z.optional(
    z.object({
      reviewers: z.array(personRefSchema),
      substitutes: z.array(personRefSchema),
      chairs: z.array(personRefSchema),
      deputies: z.array(personRefSchema),
    }),
  ),
  /** The round that is next by the pool's case, where its words name rounds with their amounts. */
  namedRound: z.optional(z.object({ name: z.string(), frameOere: oereSchema })),
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
  /** The round whose advisers it has too, and unless `people` names others its reviewers and deciders. */
  likeRoundKey: z.optional(keySchema),
  people: z.optional(
    z.object({
      reviewerKeys: z.array(keySchema).check(z.maxLength(30)),
      substituteKey: z.optional(keySchema),
      chairKey: keySchema,
      deputyKey: keySchema,
    }),
  ),
});

/** How a new pool's applications may be judged: as an earlier pool's are, or as is proposed, which has no number and no title. */
export const likePoolSchema = z.object({
  key: keySchema,
  number: z.string(),
  title: z.string(),
  minimumReviewers: z.int(),
  criteria: z.array(criterionSchema),
});
export type LikePool = z.infer<typeof likePoolSchema>;

/** GET /api/pools/new: what a new pool begins with, in Danish; criteria of earlier pools first, the newest first. */
export const newPoolSchema = z.object({
  year: z.int(),
  like: z.array(likePoolSchema),
  /** The case it is to be made from (`?case=`), with what its text says plainly of the pool. */
  case: z.optional(
    z.object({
      key: keySchema,
      number: z.string(),
      title: z.string(),
      says: z.object({
        title: z.optional(z.string()),
        amountOere: z.optional(oereSchema),
        year: z.optional(z.int()),
        budgetYears: z.optional(z.string()),
        purpose: z.optional(z.string()),
        eligibility: z.optional(z.string()),
      }),
    }),
  ),
});
export type NewPool = z.infer<typeof newPoolSchema>;

const anchor = z.string();

/** POST /api/pools: a pool with its allocation and criteria, made once. What is wrong is told at "title", "criteria.0.name", "criteria.0.anchors.4". */
export const newPoolRequestSchema = z.object({
  commandKey: keySchema,
  /** The case that stands already and asks for its money; left out, the pool has none yet. */
  caseKey: z.optional(keySchema),
  number: z.string(),
  title: z.string(),
  purpose: z.string(),
  eligibility: z.string(),
  plan: z.string(),
  project: z.string(),
  year: z.int().check(z.gte(1970), z.lte(2100)),
  amountOere: oereSchema,
  minimumReviewers: z.int().check(z.gte(1), z.lte(20)),
  criteria: z
    .array(
      z.object({
        name: z.string(),
        /** Percent; together they are 100. */
        weight: z.int().check(z.gte(1), z.lte(100)),
        /** What 1 to 5 points mean. */
        anchors: z.tuple([anchor, anchor, anchor, anchor, anchor]),
      }),
    )
    .check(z.minLength(1), z.maxLength(10)),
});
