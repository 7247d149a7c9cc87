import * as z from "zod/mini";
import {
  actionChoicesSchema,
  actionItemSchema,
  actionPlanSchema,
  confirmAreaNamesRequestSchema,
  createActionItemRequestSchema,
  createProgrammeRequestSchema,
  editActionItemRequestSchema,
  editProgrammeRequestSchema,
  itemFromApplicationRequestSchema,
  matchAreasRequestSchema,
  matchAreasSchema,
  programmePageSchema,
  programmeSchema,
  reportActionItemRequestSchema,
} from "#contract/action-plans.ts";
import { plainCommandSchema } from "#contract/applications.ts";
import { letterMediaType } from "#contract/letters.ts";
import type { Endpoint } from "./openapi.ts";

const items = "/api/action-items/{key}";
const programmes = "/api/programmes/{key}";

/** Endpoints of the action plan. */
export const planEndpoints: readonly Endpoint[] = [
  {
    method: "get",
    path: "/api/action-plan",
    summary: "The programme of today and its items by focus area",
    answer: actionPlanSchema,
  },
  {
    method: "get",
    path: "/api/action-plan/choices",
    summary: "Centres and owners the forms of the plan offer",
    answer: actionChoicesSchema,
  },
  {
    method: "get",
    path: "/api/action-plan/status-report",
    summary: "The status report as a Word file, with format=xlsx as a workbook",
    query: "format",
    answer: z.string(),
    type: letterMediaType,
  },
  {
    method: "post",
    path: "/api/action-items",
    summary: "Put an item into the plan",
    body: createActionItemRequestSchema,
    answer: actionItemSchema,
    status: 201,
  },
  { method: "get", path: items, summary: "An item with notes and history", answer: actionItemSchema },
  {
    method: "post",
    path: `${items}/edit`,
    summary: "Change fields of an item",
    body: editActionItemRequestSchema,
    answer: actionItemSchema,
  },
  {
    method: "post",
    path: `${items}/report`,
    summary: "Say how an item goes",
    body: reportActionItemRequestSchema,
    answer: actionItemSchema,
  },
  {
    method: "post",
    path: `${items}/unchanged`,
    summary: "Say that nothing has changed",
    body: plainCommandSchema,
    answer: actionItemSchema,
  },
  {
    method: "post",
    path: "/api/applications/{key}/action-item",
    summary: "Make an awarded application an item of the plan",
    body: itemFromApplicationRequestSchema,
    answer: actionItemSchema,
    status: 201,
  },
  {
    method: "get",
    path: programmes,
    summary: 'A programme with its focus areas; "current" for the one of today',
    answer: programmePageSchema,
  },
  {
    method: "post",
    path: "/api/programmes",
    summary: "Make a programme",
    body: createProgrammeRequestSchema,
    answer: programmePageSchema,
    status: 201,
  },
  {
    method: "patch",
    path: programmes,
    summary: "Change texts of a programme",
    body: editProgrammeRequestSchema,
    answer: programmePageSchema,
  },
  {
    method: "post",
    path: `${programmes}/match-areas`,
    summary: "Which focus areas imported names mean",
    body: matchAreasRequestSchema,
    answer: matchAreasSchema,
  },
  {
    method: "post",
    path: `${programmes}/area-names`,
    summary: "Confirm other ways of writing the focus areas' names",
    body: confirmAreaNamesRequestSchema,
    answer: programmeSchema,
  },
];
