import * as z from "zod/mini";
import { decisionCodes, opennesses } from "#domain/cases/case.ts";
import { bodyViewSchema, caseFieldsSchema } from "./cases.ts";
import { likePoolSchema } from "./pools.ts";
import { keySchema, oereSchema, plainDateSchema } from "./scalars.ts";

/** Where a value stands in the pasted text, in UTF-16 units: `text.slice(start, end)`. */
const spanSchema = z.object({ start: z.int(), end: z.int() });

const found = <S extends z.ZodMiniType>(value: S) => z.object({ value, span: spanSchema });
const text = found(z.string());
const apologySchema = z.object({ role: z.string(), partyLetter: z.string() });

/** POST /api/cases/from-text/reading: nothing is stored. `notCpr`: what looks like a CPR number is none. */
export const readCaseTextRequestSchema = z.object({ text: z.string(), notCpr: z.boolean() });

/** What a pasted case text says, each value with its place; what it does not say plainly is left out. */
export const caseReadingSchema = z.object({
  title: z.optional(text),
  number: z.optional(text),
  openness: z.optional(found(z.enum(opennesses))),
  route: z.array(
    found(
      z.object({
        kind: z.enum(["body", "consultation"]),
        /** "" of a consultation. */
        code: z.string(),
        date: z.optional(plainDateSchema),
      }),
    ),
  ),
  statement: z.optional(text),
  policyContext: z.optional(text),
  financialConsequences: z.optional(text),
  isFinancial: z.optional(found(z.boolean())),
  recommendedByRole: z.optional(text),
  points: z.array(found(z.object({ number: z.int(), text: z.string() }))),
  decisions: z.array(
    z.object({
      body: z.optional(text),
      bodyKey: z.optional(keySchema),
      date: z.optional(found(plainDateSchema)),
      points: z.array(found(z.object({ number: z.int(), text: z.string(), code: z.optional(z.enum(decisionCodes)) }))),
      apologies: z.array(found(apologySchema)),
    }),
  ),
  attachments: z.array(
    found(
      z.object({
        number: z.optional(z.int()),
        openness: z.optional(z.enum(opennesses)),
        title: z.string(),
        documentNumber: z.string(),
        mark: z.string(),
        systemId: z.string(),
      }),
    ),
  ),
  consultation: z.optional(
    z.object({
      parties: z.array(text),
      sentAfter: z.optional(found(plainDateSchema)),
      deadline: z.optional(found(plainDateSchema)),
    }),
  ),
  pool: z.optional(
    z.object({
      title: z.optional(text),
      /** "2025-2028": the budget the money is set aside on. */
      budgetYears: z.optional(text),
      amount: z.optional(found(oereSchema)),
      year: z.optional(found(z.int())),
      purpose: z.optional(text),
      eligibility: z.optional(text),
      rounds: z.array(z.object({ label: text, frame: found(oereSchema) })),
    }),
  ),
  /** What a person must look at: nearly a case number, or a body that is not known. */
  notes: z.array(
    z.object({
      kind: z.enum(["almost-a-case-number", "unknown-body"]),
      written: z.string(),
      reading: z.optional(z.string()),
      span: spanSchema,
    }),
  ),
  bodies: z.array(bodyViewSchema),
  /** For who makes pools, where the text is about one: the pools a new one may be like, the newest first, and the proposal last. */
  poolMaking: z.optional(
    z.object({
      like: z.array(likePoolSchema),
      /** Without its pool the reader may not make the case. */
      isRequired: z.boolean(),
    }),
  ),
});
export type CaseReading = z.infer<typeof caseReadingSchema>;

/**
 * POST /api/cases/from-text: what is to be made of a pasted text, as a person has corrected it. `textKey` belongs to the
 * text, so that a repeated press goes on where the first stopped and makes nothing twice.
 */
export const createFromTextRequestSchema = z.object({
  textKey: keySchema,
  fields: caseFieldsSchema,
  /** "ØK 15-06-2021, høring, KB"; "" lays none. */
  route: z.string(),
  decisions: z
    .array(
      z.object({
        bodyKey: keySchema,
        date: plainDateSchema,
        points: z.array(z.object({ number: z.int(), text: z.string(), code: z.enum(decisionCodes) })),
        apologies: z.array(apologySchema),
      }),
    )
    .check(z.maxLength(20)),
  /** The pool the case asks for money for, made with it: how it is judged is as in `likePoolKey`. */
  pool: z.optional(
    z.object({
      number: z.string(),
      title: z.string(),
      purpose: z.string(),
      eligibility: z.string(),
      plan: z.string(),
      project: z.string(),
      year: z.int().check(z.gte(1970), z.lte(2100)),
      amountOere: oereSchema,
      likePoolKey: keySchema,
    }),
  ),
  consultation: z.optional(
    z.object({
      parties: z.array(z.string().check(z.maxLength(120))).check(z.maxLength(200)),
      sentAfter: z.optional(plainDateSchema),
      deadline: z.optional(plainDateSchema),
    }),
  ),
});
export type CreateFromTextRequest = z.infer<typeof createFromTextRequestSchema>;

/** The case that was made, and what became of each of the rest. */
export const createdFromTextSchema = z.object({
  caseKey: keySchema,
  parts: z.array(
    z.object({
      part: z.enum(["pool", "route", "decision", "consultation", "parties"]),
      /** Which of them, from 0. */
      index: z.int(),
      /** Why it was not made, as a whole sentence; left out when it was. */
      problem: z.optional(z.string()),
    }),
  ),
});
export type CreatedFromText = z.infer<typeof createdFromTextSchema>;
