import * as z from "zod/mini";
import { plainCommandSchema } from "#contract/applications.ts";
import {
  caseReadingSchema,
  createdFromTextSchema,
  createFromTextRequestSchema,
  readCaseTextRequestSchema,
} from "#contract/case-intake.ts";
import {
  caseDocumentMediaType,
  caseSchema,
  casesSchema,
  createCaseRequestSchema,
  editCaseRequestSchema,
  endConsultationStepRequestSchema,
  recordDecisionRequestSchema,
  setRouteRequestSchema,
} from "#contract/cases.ts";
import type { Endpoint } from "./openapi.ts";

const one = "/api/cases/{key}";

/** Endpoints of cases. */
export const caseEndpoints: readonly Endpoint[] = [
  { method: "get", path: "/api/cases", summary: "Cases, closed ones by alternative title", answer: casesSchema },
  {
    method: "post",
    path: "/api/cases",
    summary: "Begin a case",
    body: createCaseRequestSchema,
    answer: caseSchema,
    status: 201,
  },
  {
    method: "post",
    path: "/api/cases/from-text/reading",
    summary: "Read a pasted case text into proposals; nothing is stored",
    body: readCaseTextRequestSchema,
    answer: caseReadingSchema,
  },
  {
    method: "post",
    path: "/api/cases/from-text",
    summary: "Make a case, its pool, route, decisions and consultation of a text somebody has looked through",
    body: createFromTextRequestSchema,
    answer: createdFromTextSchema,
    status: 201,
  },
  { method: "get", path: one, summary: "A case", answer: caseSchema },
  {
    method: "put",
    path: one,
    summary: "Change what a case says",
    body: editCaseRequestSchema,
    answer: caseSchema,
  },
  {
    method: "put",
    path: `${one}/route`,
    summary: "Lay what is still to come of a case's way",
    body: setRouteRequestSchema,
    answer: caseSchema,
  },
  {
    method: "post",
    path: `${one}/decisions`,
    summary: "Record what a body decided",
    body: recordDecisionRequestSchema,
    answer: caseSchema,
  },
  {
    method: "post",
    path: `${one}/consultation-end`,
    summary: "End the consultation on a case's way",
    body: endConsultationStepRequestSchema,
    answer: caseSchema,
  },
  { method: "post", path: `${one}/closing`, summary: "Close a case", body: plainCommandSchema, answer: caseSchema },
  {
    method: "get",
    path: `${one}/document`,
    summary: "A case as a Word file",
    answer: z.string(),
    type: caseDocumentMediaType,
  },
  {
    method: "post",
    path: "/api/pools/{key}/case",
    summary: "Draft a pool's own appropriation case",
    body: plainCommandSchema,
    answer: caseSchema,
  },
];
