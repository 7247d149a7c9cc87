import * as z from "zod/mini";
import { consultationNoteSchema } from "#contract/consultation-note.ts";
import {
  answerConsultationRequestSchema,
  answerFileSchema,
  attachFileRequestSchema,
  checkDeadlineRequestSchema,
  checkDeadlineSchema,
  commentAnswerRequestSchema,
  consultationCommandSchema,
  consultationListSchema,
  consultationPageSchema,
  councilsSchema,
  createConsultationRequestSchema,
  editConsultationRequestSchema,
  includeLateRequestSchema,
  registerAnswerRequestSchema,
  setPartiesRequestSchema,
} from "#contract/consultations.ts";
import { letterMediaType } from "#contract/letters.ts";
import type { Endpoint } from "./openapi.ts";

const one = "/api/consultations/{key}";
const party = "/api/parties/{key}";
const page = { answer: consultationPageSchema } as const;

/** Endpoints of consultations. */
export const consultationEndpoints: readonly Endpoint[] = [
  {
    method: "get",
    path: "/api/consultations",
    summary: "Consultations I may see",
    answer: consultationListSchema,
  },
  {
    method: "get",
    path: "/api/consultations/councils",
    summary: "Councils and people a consultation can be sent to, and cases it may be about",
    answer: councilsSchema,
  },
  {
    method: "post",
    path: "/api/consultations/check-deadline",
    summary: "What there is to say about a deadline",
    body: checkDeadlineRequestSchema,
    answer: checkDeadlineSchema,
  },
  {
    method: "post",
    path: "/api/consultations",
    summary: "Begin a consultation",
    body: createConsultationRequestSchema,
    status: 201,
    ...page,
  },
  { method: "get", path: one, summary: "A consultation", ...page },
  {
    method: "get",
    path: `${one}/note`,
    summary: "The consultation report as a Word file",
    answer: z.string(),
    type: letterMediaType,
  },
  {
    method: "get",
    path: `${one}/note-preview`,
    summary: "The consultation report as it would be fetched",
    answer: consultationNoteSchema,
  },
  { method: "put", path: one, summary: "Write in a consultation", body: editConsultationRequestSchema, ...page },
  { method: "put", path: `${one}/parties`, summary: "Say who is heard", body: setPartiesRequestSchema, ...page },
  { method: "post", path: `${one}/send`, summary: "Send it", body: consultationCommandSchema, ...page },
  { method: "post", path: `${one}/treat`, summary: "Its answers are read", body: consultationCommandSchema, ...page },
  {
    method: "post",
    path: `${party}/files`,
    summary: "Keep a document for an answer that is being written",
    body: attachFileRequestSchema,
    status: 201,
    answer: answerFileSchema,
  },
  {
    method: "get",
    path: `${party}/files/{sha256}`,
    summary: "A document of an answer",
    answer: z.string(),
    type: "application/octet-stream",
  },
  { method: "post", path: `${party}/answer`, summary: "Answer", body: answerConsultationRequestSchema, ...page },
  {
    method: "post",
    path: `${party}/registered-answer`,
    summary: "Register an answer that came another way",
    body: registerAnswerRequestSchema,
    ...page,
  },
  { method: "put", path: `${party}/comment`, summary: "Comment an answer", body: commentAnswerRequestSchema, ...page },
  {
    method: "put",
    path: `${party}/included`,
    summary: "Take a late answer in or leave it out",
    body: includeLateRequestSchema,
    ...page,
  },
];
