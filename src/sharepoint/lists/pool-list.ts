import * as z from "zod/mini";
import {
  type AppropriationBasis,
  awardSteps,
  type Criterion,
  type FundingRound,
  type GrantPool,
  outcomes,
  packetKinds,
  type Recommendation,
} from "#domain/grants/grant-pool.ts";
import { numberColumn, textColumn, titleColumn } from "./column.ts";
import { defineRecordList } from "./record-list.ts";
import { instantSchema, keySchema, logSchema, oereSchema, orUndefined, plainDateSchema } from "./schema-parts.ts";

const anchors = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]);

const appropriationSchema: z.ZodMiniType<AppropriationBasis> = z.object({
  caseKey: orUndefined(keySchema),
  caseNumber: z.string(),
  kind: z.literal("capital"),
  amountOere: oereSchema,
  steps: z.array(
    z.object({
      body: z.string(),
      appropriates: z.boolean(),
      date: orUndefined(plainDateSchema),
      text: z.string(),
      code: z.enum(["approved", "concurred", "recommended", "rejected", "pending"]),
    }),
  ),
});

const criterionSchema: z.ZodMiniType<Criterion> = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  weight: z.number(),
  anchors,
  anchorsEn: anchors,
});

const roundSchema: z.ZodMiniType<FundingRound> = z.object({
  key: keySchema,
  code: z.string(),
  name: z.string(),
  frameOere: oereSchema,
  capOere: oereSchema,
  opensAt: instantSchema,
  closesAt: instantSchema,
  reviewBy: plainDateSchema,
  decisionOn: plainDateSchema,
  reviewerKeys: z.array(keySchema),
  substituteKey: orUndefined(keySchema),
  adviserKeys: z.array(keySchema),
  chairKey: keySchema,
  deputyKey: keySchema,
});

const recommendationSchema: z.ZodMiniType<Recommendation> = z.object({
  key: keySchema,
  roundKey: keySchema,
  recommendedAt: instantSchema,
  recommendedBy: keySchema,
  basisSha256: z.string(),
  frameOere: orUndefined(oereSchema),
  lines: z.array(
    z.object({
      applicationKey: keySchema,
      number: z.string(),
      rank: z.number(),
      scoreTenths: z.number(),
      requestedOere: oereSchema,
      grantOere: oereSchema,
      outcome: z.enum(outcomes),
      packet: z.enum(packetKinds),
      reason: z.string(),
    }),
  ),
  packets: z.array(
    z.object({
      kind: z.enum(packetKinds),
      deciderKey: keySchema,
      totalOere: oereSchema,
      decidedAt: orUndefined(instantSchema),
    }),
  ),
});

const poolSchema: z.ZodMiniType<GrantPool> = z.object({
  key: keySchema,
  number: z.string(),
  title: z.string(),
  purpose: z.string(),
  eligibility: z.string(),
  allocation: z.object({ plan: z.string(), year: z.number(), project: z.string(), amountOere: oereSchema }),
  appropriation: orUndefined(appropriationSchema),
  criteria: z.array(criterionSchema),
  rounds: z.array(roundSchema),
  moves: z.array(
    z.object({
      key: keySchema,
      fromRoundKey: keySchema,
      toRoundKey: keySchema,
      amountOere: oereSchema,
      decidedBy: z.string(),
      date: plainDateSchema,
      reason: z.string(),
    }),
  ),
  recommendations: z.array(recommendationSchema),
  sentBack: orUndefined(
    z.array(
      z.object({
        recommendationKey: keySchema,
        roundKey: keySchema,
        recommendedAt: instantSchema,
        recommendedBy: keySchema,
        at: instantSchema,
        by: keySchema,
        reason: z.string(),
      }),
    ),
  ),
  awards: z.array(
    z.object({
      applicationKey: keySchema,
      number: z.string(),
      roundKey: keySchema,
      outcome: z.enum(outcomes),
      amountOere: oereSchema,
      reason: z.string(),
      decidedAt: instantSchema,
      decidedBy: keySchema,
      step: z.enum(awardSteps),
      stepAt: instantSchema,
      returnedOere: oereSchema,
    }),
  ),
  minimumReviewers: z.number(),
  closedAt: orUndefined(instantSchema),
  log: logSchema,
});

/** Grant pools: every money act of a pool is one write of its item (law 5). Eight columns hold 500 applications twice over. */
export const poolList = defineRecordList({
  name: "Puljer",
  title: "Puljer",
  description: "Puljerne med rammer, runder, indstillinger og tilsagn. Én række er én pulje; skrives kun af Fremdrift.",
  schemaVersion: 1,
  schema: poolSchema,
  parts: 8,
  columns: {
    Title: titleColumn({ title: "Pulje", description: "Puljens navn" }),
    Nummer: textColumn({ title: "Nummer", description: "Puljens nummer", indexed: true }),
    AfsatKr: numberColumn({ title: "Afsat beløb", description: "Rådighedsbeløb i kroner", decimals: 2 }),
    Aar: numberColumn({ title: "År", description: "Budgetår" }),
  },
  toColumns: (pool) => ({
    Title: pool.title,
    Nummer: pool.number,
    AfsatKr: pool.allocation.amountOere / 100,
    Aar: pool.allocation.year,
  }),
});
