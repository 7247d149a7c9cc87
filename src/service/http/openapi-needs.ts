import {
  closeNeedRequestSchema,
  needRequestSchema,
  needsSchema,
  needWaysSchema,
  promoteToActionItemRequestSchema,
  promoteToApplicationRequestSchema,
  savedNeedFormSchema,
  saveNeedFormRequestSchema,
  supportNeedRequestSchema,
} from "#contract/needs.ts";
import type { Endpoint } from "./openapi.ts";

const need = "/api/needs/{key}";

/** Endpoints of needs. */
export const needEndpoints: readonly Endpoint[] = [
  {
    method: "get",
    path: "/api/needs",
    summary: "The needs one may see, and the form being written",
    answer: needsSchema,
  },
  {
    method: "patch",
    path: "/api/needs/form",
    summary: "Keep what is typed about a need",
    body: saveNeedFormRequestSchema,
    answer: savedNeedFormSchema,
  },
  {
    method: "post",
    path: "/api/needs",
    summary: "Register a need",
    body: needRequestSchema,
    answer: needsSchema,
    status: 201,
  },
  { method: "put", path: need, summary: "Correct a need", body: needRequestSchema, answer: needsSchema },
  { method: "get", path: `${need}/ways`, summary: "What may be made of a need", answer: needWaysSchema },
  {
    method: "post",
    path: `${need}/support`,
    summary: "Say that one has the same need",
    body: supportNeedRequestSchema,
    answer: needsSchema,
  },
  {
    method: "post",
    path: `${need}/close`,
    summary: "Close a need with a word to the finder",
    body: closeNeedRequestSchema,
    answer: needsSchema,
  },
  {
    method: "post",
    path: `${need}/application`,
    summary: "Make a draft of an application from a need",
    body: promoteToApplicationRequestSchema,
    answer: needsSchema,
  },
  {
    method: "post",
    path: `${need}/action-item`,
    summary: "Put a need into the action plan",
    body: promoteToActionItemRequestSchema,
    answer: needsSchema,
  },
];
