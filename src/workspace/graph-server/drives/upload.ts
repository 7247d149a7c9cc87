import { createHmac, timingSafeEqual } from "node:crypto";
import { columnsOf } from "../columns/column.ts";
import type { GraphReply } from "../http/graph-call.ts";
import { GraphError, invalidRequest, itemNotFound, nameAlreadyExists } from "../http/graph-error.ts";
import type { JsonDraft } from "../http/json.ts";
import { limits } from "../limits.ts";
import { requireList } from "../lists/list.ts";
import { readActor } from "../tenant/identity-set.ts";
import { contextOf, type Tenant, wireTime } from "../tenant/tenant.ts";
import type { DriveItem } from "./drive-item.ts";
import { driveItemJson } from "./drive-item-json.ts";
import { type DrivePlace, findAtPath } from "./drive-place.ts";
import { freeName } from "./file-name.ts";
import { addFile, replaceFile } from "./store-file.ts";
import {
  contentOfSession,
  findUploadSession,
  keepSlice,
  removeUploadSession,
  type UploadSession,
} from "./upload-store.ts";

const prefix = "/_upload/";

/** Where the slices of a session go: on this origin, signed, so that it is its own proof. */
export function uploadUrl(tenant: Tenant, { id }: UploadSession): string {
  return `${tenant.origin}${prefix}${id}.${signatureOf(tenant, id)}`;
}

/** What a session tells of itself. */
export function sessionState(session: UploadSession): JsonDraft {
  return {
    expirationDateTime: wireTime(new Date(session.expires)),
    nextExpectedRanges: [`${session.received}-`],
  };
}

/** Whether a path is one `uploadUrl` gives: it is answered without a token. */
export function isUploadAddress(pathname: string): boolean {
  return pathname.startsWith(prefix);
}

/**
 * Answers an upload address: PUT takes the next slice, GET tells the state, DELETE gives up.
 *
 * @throws {GraphError} 400 for a slice that is empty or does not fit its range, 401 with a token or a wrong address, 404
 * when the session is over, 416 for a slice that is not the next
 */
export function answerUpload(tenant: Tenant, request: Request, content: Uint8Array): GraphReply {
  if (request.headers.has("authorization")) {
    throw new GraphError(401, "unauthenticated", "The upload address takes no Authorization header.");
  }
  const session = sessionAt(tenant, new URL(request.url).pathname.slice(prefix.length));
  switch (request.method) {
    case "GET":
      return { status: 200, body: sessionState(session) };
    case "DELETE":
      removeUploadSession(tenant.db, session);
      return { status: 204 };
    case "PUT":
      return tenant.db.transaction(() => takeSlice(tenant, session, request, content));
    default:
      throw new GraphError(405, "notAllowed", "The method is not allowed on this resource.");
  }
}

function sessionAt(tenant: Tenant, ticket: string): UploadSession {
  const [, id = "", signature = ""] = /^([0-9a-f-]{36})\.([0-9a-f]{64})$/.exec(ticket) ?? [];
  const isOurs = id !== "" && timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(tenant, id)));
  if (!isOurs) throw new GraphError(401, "unauthenticated", "The upload address is not valid.");
  const session = findUploadSession(tenant, id);
  if (!session) throw itemNotFound("The upload session was not found.");
  return session;
}

function takeSlice(tenant: Tenant, session: UploadSession, request: Request, content: Uint8Array): GraphReply {
  const { start, end, total } = readRange(request, content);
  if (session.total !== null && session.total !== total) throw invalidRequest("The size of the file has changed.");
  if (start !== session.received) {
    throw new GraphError(
      416,
      "invalidRange",
      "The uploaded fragment overlaps with data that has already been received.",
    );
  }
  requireSliceSize(content.byteLength, end + 1 === total);
  const grown = keepSlice(tenant, session, content, total);
  if (grown.received < total) return { status: 202, body: sessionState(grown) };
  const reply = finish(tenant, grown);
  removeUploadSession(tenant.db, grown);
  return reply;
}

function readRange(request: Request, content: Uint8Array): { start: number; end: number; total: number } {
  const header = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(request.headers.get("content-range") ?? "");
  if (!header) throw invalidRequest("A fragment needs a Content-Range header.");
  const [start, end, total] = [Number(header[1]), Number(header[2]), Number(header[3])];
  if (end < start || end >= total || end - start + 1 !== content.byteLength) {
    throw invalidRequest("The Content-Range header does not fit the fragment.");
  }
  if (total > limits.uploadedFileBytes) throw new GraphError(413, "quotaLimitReached", "The file is too large.");
  return { start, end, total };
}

function requireSliceSize(bytes: number, isLast: boolean): void {
  if (bytes >= limits.uploadSliceBytes) throw invalidRequest("The fragment is too large.");
  if (!isLast && bytes % limits.uploadSliceUnit !== 0) {
    throw invalidRequest(`The size of a fragment has to be a multiple of ${limits.uploadSliceUnit} bytes.`);
  }
}

/** The whole file is here: it becomes one, or what stands in its way is replaced, or it takes another name. */
function finish(tenant: Tenant, session: UploadSession): GraphReply {
  const site = tenant.sites.byId(session.siteId);
  if (!site) throw itemNotFound();
  const list = requireList(tenant.db, site, session.listId);
  const place = { site, list, columns: columnsOf(tenant.db, list.key), driveId: list.driveId ?? "" };
  const content = contentOfSession(tenant.db, session);
  const by = readActor(session.madeBy);
  const path = session.path.split("/");
  const present = findAtPath(tenant, session.startId, path);
  if (present && session.conflict === "replace" && present.folder === 0) {
    return itemReply(tenant, place, 200, replaceFile(tenant, place, present, content, by));
  }
  if (present && session.conflict !== "rename") throw nameAlreadyExists();
  const isTaken = (name: string): boolean =>
    findAtPath(tenant, session.startId, [...path.slice(0, -1), name]) !== undefined;
  const free = [...path.slice(0, -1), freeName(path.at(-1) ?? "", isTaken)];
  return itemReply(tenant, place, 201, addFile(tenant, place, session.startId, free, content, by));
}

function itemReply(tenant: Tenant, place: DrivePlace, status: 200 | 201, item: DriveItem): GraphReply {
  const context = contextOf(tenant, `drives('${encodeURIComponent(place.driveId)}')/items/$entity`);
  return { status, body: { "@odata.context": context, ...driveItemJson(tenant, place, item) } };
}

function signatureOf(tenant: Tenant, id: string): string {
  return createHmac("sha256", tenant.secret).update(`upload ${id}`).digest("hex");
}
