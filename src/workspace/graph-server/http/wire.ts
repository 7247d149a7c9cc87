import { randomUUID } from "node:crypto";
import type { GraphReply } from "./graph-call.ts";
import { errorBody, type GraphError } from "./graph-error.ts";
import type { JsonObject } from "./json.ts";

/** The ids every answer carries. */
export interface RequestIds {
  readonly requestId: string;
  readonly clientRequestId: string;
  /** Machine time without zone, for error envelopes. */
  readonly date: string;
}

export const jsonContentType =
  "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

/** Tells the listener to cut the connection instead of answering; never leaves the process. */
export const dropHeader = "x-workspace-drop";

const exposed =
  "ETag, Location, Preference-Applied, Content-Range, request-id, client-request-id, ReadWriteConsistencyToken, " +
  "SdkVersion, WWW-Authenticate, x-ms-client-gcc-tenant, Retry-After";

const allowedHeaders =
  "authorization, content-type, prefer, if-match, if-none-match, consistencylevel, client-request-id, sdkversion, " +
  "accept, content-range, retry-attempt, feature-flag, cache-control";

export function idsOf(request: Request, machineNow: number): RequestIds {
  const requestId = randomUUID();
  return {
    requestId,
    clientRequestId: request.headers.get("client-request-id") ?? requestId,
    date: new Date(machineNow).toISOString().slice(0, 19),
  };
}

export function errorReply(error: GraphError, ids: RequestIds): GraphReply {
  return { status: error.status, headers: error.headers, body: errorBody(error, ids) };
}

/** The answer as it goes out; `bytes` is the size of its body. */
export function toResponse(
  reply: GraphReply,
  ids: RequestIds,
): { readonly response: Response; readonly bytes: number } {
  const headers = new Headers(reply.headers);
  addCors(headers);
  headers.set("Cache-Control", "no-store");
  headers.set("request-id", ids.requestId);
  headers.set("client-request-id", ids.clientRequestId);
  headers.set("x-ms-ags-diagnostic", '{"ServerInfo":{"DataCenter":"Local","Slice":"E","Ring":"1","ScaleUnit":"000"}}');
  const { type, bytes } = reply.content ?? contentOfJson(reply.body);
  if (bytes === undefined) return { response: new Response(null, { status: reply.status, headers }), bytes: 0 };
  headers.set("Content-Type", type);
  return { response: new Response(new Uint8Array(bytes), { status: reply.status, headers }), bytes: bytes.byteLength };
}

function contentOfJson(body: JsonObject | undefined): {
  readonly type: string;
  readonly bytes: Uint8Array | undefined;
} {
  const bytes = body === undefined ? undefined : new TextEncoder().encode(JSON.stringify(body));
  return { type: jsonContentType, bytes };
}

/** The answer to a browser's preflight; whatever headers it asks for are allowed, as on Graph. */
export function preflight(request: Request): Response {
  const headers = new Headers();
  addCors(headers);
  const asked = request.headers.get("access-control-request-headers");
  headers.set("Access-Control-Allow-Headers", asked === null ? allowedHeaders : `${allowedHeaders}, ${asked}`);
  headers.set("Access-Control-Allow-Methods", "GET, POST, PATCH, PUT, DELETE, OPTIONS");
  headers.set("Access-Control-Max-Age", "86400");
  return new Response(null, { status: 204, headers });
}

/** Open to every origin, as Graph is; RateLimit headers stay unreadable for browsers, as there. */
export function addCors(headers: Headers): void {
  headers.set("Access-Control-Allow-Origin", "*");
  headers.set("Access-Control-Expose-Headers", exposed);
}
