import * as z from "zod/mini";
import { limits } from "../limits.ts";
import { bodyOfValue, type GraphCall, type GraphReply, readBody } from "./graph-call.ts";
import { GraphError, invalidRequest } from "./graph-error.ts";
import type { JsonDraft, JsonObject } from "./json.ts";
import { parseQueryOptions } from "./query-options.ts";
import { errorReply, jsonContentType, type RequestIds } from "./wire.ts";

const batchSchema = z.object({
  requests: z.array(
    z.object({
      id: z.string().check(z.minLength(1)),
      method: z.string(),
      url: z.string(),
      headers: z.optional(z.record(z.string(), z.string())),
      body: z.optional(z.unknown()),
      dependsOn: z.optional(z.array(z.string())),
    }),
  ),
});

type BatchRequest = z.infer<typeof batchSchema>["requests"][number];

/**
 * `$batch`: up to 20 requests, one after the other, no transaction across them. The outer answer is 200 whatever
 * happened inside; what depends on a failed request is 424.
 */
export function answerBatch(call: GraphCall, ids: RequestIds, answer: (inner: GraphCall) => GraphReply): GraphReply {
  const { requests } = readBody(call, batchSchema);
  requireLawful(requests);
  const statuses = new Map<string, number>();
  const responses: JsonObject[] = [];
  for (const request of requests) {
    const reply = answerInner(call, request, ids, statuses, answer);
    statuses.set(request.id, reply.status);
    responses.push(responseJson(request.id, reply));
  }
  return { status: 200, body: { responses } };
}

function requireLawful(requests: readonly BatchRequest[]): void {
  if (requests.length > limits.batchRequests) {
    throw new GraphError(
      400,
      "BadRequest",
      `Number of batch request steps exceeds the maximum value of ${limits.batchRequests}.`,
    );
  }
  const seen = new Set<string>();
  for (const request of requests) {
    if (seen.has(request.id)) throw new GraphError(400, "BadRequest", "Request Id has to be unique in a batch.");
    const unknown = request.dependsOn?.find((id) => !seen.has(id));
    if (unknown !== undefined) {
      throw new GraphError(
        400,
        "BadRequest",
        `Request '${request.id}' depends on '${unknown}', which does not come before it.`,
      );
    }
    seen.add(request.id);
  }
}

function answerInner(
  outer: GraphCall,
  request: BatchRequest,
  ids: RequestIds,
  statuses: ReadonlyMap<string, number>,
  answer: (inner: GraphCall) => GraphReply,
): GraphReply {
  const failed = request.dependsOn?.some((id) => (statuses.get(id) ?? 0) >= 400);
  try {
    if (failed === true) throw new GraphError(424, "FailedDependency", "A request this one depends on has failed.");
    return answer(toCall(outer, request));
  } catch (cause) {
    if (cause instanceof GraphError) return errorReply(cause, ids);
    throw cause;
  }
}

function toCall(outer: GraphCall, request: BatchRequest): GraphCall {
  const headers = new Headers(request.headers);
  if (request.body !== undefined && !headers.has("content-type")) {
    throw invalidRequest("A body needs the header 'Content-Type'.");
  }
  const relative = request.url.startsWith("/") ? request.url : `/${request.url}`;
  const cut = relative.indexOf("?");
  const path = cut < 0 ? relative : relative.slice(0, cut);
  return {
    method: request.method.toUpperCase(),
    path,
    query: parseQueryOptions(cut < 0 ? "" : relative.slice(cut + 1)),
    headers,
    body: bodyOfValue(request.body),
    claims: outer.claims,
  };
}

function responseJson(id: string, reply: GraphReply): JsonObject {
  const headers: JsonDraft = { "Cache-Control": "no-store", ...reply.headers };
  if (reply.content) {
    const body = Buffer.from(reply.content.bytes).toString("base64");
    return { id, status: reply.status, headers: { ...headers, "Content-Type": reply.content.type }, body };
  }
  if (reply.body === undefined) return { id, status: reply.status, headers };
  return { id, status: reply.status, headers: { ...headers, "Content-Type": jsonContentType }, body: reply.body };
}
