import * as z from "zod/mini";
import {
  answerAwardRequestSchema,
  applicationSchema,
  plainCommandSchema,
  returnApplicationRequestSchema,
} from "#contract/applications.ts";
import {
  createDraftRequestSchema,
  draftSchema,
  saveDraftRequestSchema,
  submitDraftRequestSchema,
} from "#contract/drafts.ts";
import { changeEventSchema } from "#contract/events.ts";
import { adminHealthSchema, healthActRequestSchema, settleNoticeRequestSchema } from "#contract/health.ts";
import { letterMediaType, letterSchema } from "#contract/letters.ts";
import { chooseLanguageRequestSchema, meSchema } from "#contract/me.ts";
import { chooseNoticesRequestSchema, noticeChoicesSchema } from "#contract/notice-choices.ts";
import { deliveriesSchema } from "#contract/notice-deliveries.ts";
import { overviewSchema } from "#contract/overview.ts";
import { problemSchema } from "#contract/problem.ts";
import {
  decidePacketRequestSchema,
  draftReasonRequestSchema,
  rankingSchema,
  recommendRequestSchema,
  sendBackRequestSchema,
  undoDecisionRequestSchema,
  withdrawRecommendationRequestSchema,
} from "#contract/ranking.ts";
import {
  declareRecusalRequestSchema,
  reviewItemSchema,
  reviewWalkSchema,
  saveReviewRequestSchema,
} from "#contract/reviews.ts";
import { roundSchema } from "#contract/rounds.ts";
import { searchSchema } from "#contract/search.ts";
import { planEndpoints } from "./openapi-action-plans.ts";
import { caseEndpoints } from "./openapi-cases.ts";
import { consultationEndpoints } from "./openapi-consultations.ts";
import { needEndpoints } from "./openapi-needs.ts";
import { poolEndpoints } from "./openapi-pools.ts";

export interface Endpoint {
  readonly method: "get" | "post" | "put" | "patch" | "delete";
  readonly path: string;
  readonly summary: string;
  readonly body?: z.ZodMiniType;
  /** Undefined where nothing comes back. */
  readonly answer: z.ZodMiniType | undefined;
  readonly status?: number;
  readonly type?: string;
  readonly open?: boolean;
  /** A text in the address, which may be left out. */
  readonly query?: string;
}

const drafts = "/api/drafts/{key}";
const applications = "/api/applications/{key}";
const rounds = "/api/rounds/{key}";

/** Every endpoint of the service, as the description lists them. */
export const endpoints: readonly Endpoint[] = [
  { method: "get", path: "/api/me", summary: "Who is signed in", answer: meSchema },
  {
    method: "put",
    path: "/api/me/language",
    summary: "Choose the language of tab, cards and notices",
    body: chooseLanguageRequestSchema,
    answer: meSchema,
  },
  { method: "get", path: "/api/me/notices", summary: "How I am told", answer: noticeChoicesSchema },
  {
    method: "put",
    path: "/api/me/notices",
    summary: "Choose how to be told",
    body: chooseNoticesRequestSchema,
    answer: noticeChoicesSchema,
  },
  {
    method: "get",
    path: "/api/notices/deliveries",
    summary: "What was told to whom, and who waits for whom",
    answer: deliveriesSchema,
  },
  { method: "get", path: "/api/overview", summary: "What waits for me, pools and own work", answer: overviewSchema },
  {
    method: "get",
    path: "/api/search",
    summary: "What I find by a typed text, and what I may do now",
    query: "q",
    answer: searchSchema,
  },
  { method: "get", path: rounds, summary: "A round", answer: roundSchema },
  {
    method: "post",
    path: `${rounds}/drafts`,
    summary: "Begin a form",
    body: createDraftRequestSchema,
    answer: draftSchema,
    status: 201,
  },
  { method: "get", path: drafts, summary: "A form", answer: draftSchema },
  { method: "patch", path: drafts, summary: "Save what changed", body: saveDraftRequestSchema, answer: draftSchema },
  { method: "delete", path: drafts, summary: "Put a form away", answer: undefined, status: 204 },
  {
    method: "post",
    path: `${drafts}/submit`,
    summary: "Hand a form in",
    body: submitDraftRequestSchema,
    answer: applicationSchema,
  },
  { method: "get", path: applications, summary: "An application", answer: applicationSchema },
  {
    method: "post",
    path: `${applications}/approve`,
    summary: "The head's approval",
    body: plainCommandSchema,
    answer: applicationSchema,
  },
  {
    method: "post",
    path: `${applications}/return`,
    summary: "Return with questions",
    body: returnApplicationRequestSchema,
    answer: applicationSchema,
  },
  {
    method: "post",
    path: `${applications}/withdraw`,
    summary: "Take an application back",
    body: plainCommandSchema,
    answer: applicationSchema,
  },
  {
    method: "post",
    path: `${applications}/award-answer`,
    summary: "Accept or decline an award",
    body: answerAwardRequestSchema,
    answer: applicationSchema,
  },
  {
    method: "get",
    path: `${applications}/letter`,
    summary: "The letter of a decision as a Word file",
    answer: z.string(),
    type: letterMediaType,
  },
  {
    method: "get",
    path: `${applications}/letter-preview`,
    summary: "The letter as it would be sent",
    answer: letterSchema,
  },
  { method: "get", path: `${rounds}/reviews`, summary: "The reviewer's own walk", answer: reviewWalkSchema },
  {
    method: "put",
    path: `${applications}/review`,
    summary: "Save or give a review",
    body: saveReviewRequestSchema,
    answer: reviewItemSchema,
  },
  {
    method: "post",
    path: `${applications}/recusal`,
    summary: "Step aside from an application",
    body: declareRecusalRequestSchema,
    answer: reviewItemSchema,
  },
  { method: "get", path: `${rounds}/ranking`, summary: "The ranked list", answer: rankingSchema },
  {
    method: "put",
    path: `${rounds}/reason`,
    summary: "Keep a reason to an applicant while it is written",
    body: draftReasonRequestSchema,
    answer: rankingSchema,
  },
  {
    method: "post",
    path: `${rounds}/recommendation`,
    summary: "Put the list up for decision",
    body: recommendRequestSchema,
    answer: rankingSchema,
  },
  {
    method: "post",
    path: `${rounds}/recommendation/withdrawal`,
    summary: "Take the list back while nothing in it is decided",
    body: withdrawRecommendationRequestSchema,
    answer: rankingSchema,
  },
  {
    method: "post",
    path: `${rounds}/recommendation/return`,
    summary: "Send the list back to the secretariat with a reason while nothing in it is decided",
    body: sendBackRequestSchema,
    answer: rankingSchema,
  },
  {
    method: "post",
    path: `${rounds}/packets/{packet}/decision`,
    summary: "Decide a packet",
    body: decidePacketRequestSchema,
    answer: rankingSchema,
  },
  {
    method: "delete",
    path: `${rounds}/packets/{packet}/decision`,
    summary: "Take a decision back until the first letter has left",
    body: undoDecisionRequestSchema,
    answer: rankingSchema,
  },
  { method: "get", path: "/api/admin/health", summary: "How service and lists fare", answer: adminHealthSchema },
  {
    method: "post",
    path: "/api/admin/health/acts",
    summary: "Read anew, build the open lists again, or check the logs",
    body: healthActRequestSchema,
    answer: adminHealthSchema,
  },
  {
    method: "post",
    path: "/api/admin/notices/{key}",
    summary: "Say what became of a message whose fate is unknown",
    body: settleNoticeRequestSchema,
    answer: adminHealthSchema,
  },
  {
    method: "get",
    path: "/api/events",
    summary: "Changes as they happen, one JSON line each",
    answer: changeEventSchema,
    type: "application/x-ndjson",
  },
  ...planEndpoints,
  ...consultationEndpoints,
  ...caseEndpoints,
  ...needEndpoints,
  ...poolEndpoints,
];

/** The OpenAPI 3.1 description, generated from the schemas both sides parse with. */
export function openApiDocument(publicUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method]: operation(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Fremdrift", version: "1" },
    servers: [{ url: publicUrl }],
    security: [{ entra: [] }],
    paths,
    components: {
      securitySchemes: { entra: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: { Problem: z.toJSONSchema(problemSchema) },
    },
  };
}

function operation({ path, summary, body, answer, query, status = 200, type = "application/json" }: Endpoint): object {
  const parameters = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: name === "key" ? { type: "string", pattern: "^[0-9a-f]{32}$" } : { enum: ["chair", "deputy"] },
  }));
  const typed = query === undefined ? [] : [{ name: query, in: "query", required: false, schema: { type: "string" } }];
  const problem = { $ref: "#/components/schemas/Problem" };
  return {
    summary,
    parameters: [...parameters, ...typed],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: z.toJSONSchema(body) } } } }),
    responses: {
      [status]: {
        description: summary,
        ...(answer === undefined ? {} : { content: { [type]: { schema: z.toJSONSchema(answer) } } }),
      },
      default: { description: "A problem", content: { "application/problem+json": { schema: problem } } },
    },
  };
}
