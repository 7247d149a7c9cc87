import * as z from "zod/mini";
import { columnsOf } from "../columns/column.ts";
import { authenticate, type VerifyToken } from "../http/authenticate.ts";
import { GraphError, invalidRequest, itemNotFound } from "../http/graph-error.ts";
import { isJsonObject, type Json, type JsonObject } from "../http/json.ts";
import { addCors, preflight } from "../http/wire.ts";
import { itemCount, listsOf, listWebUrl, requireList, type SharePointList } from "../lists/list.ts";
import { actorOf } from "../tenant/identity-set.ts";
import type { Site } from "../tenant/site-directory.ts";
import { hasRight, requireRight } from "../tenant/site-rights.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { TokenClaims } from "../token-claims.ts";
import { fieldJson, viewJson } from "./rest-json.ts";
import { applySiteScript, SiteScriptError, type SiteScriptOutcome } from "./site-script.ts";
import { viewsOf } from "./view.ts";

/** The little of SharePoint's own REST that Graph lacks: views, column formatting, site scripts. */
export interface SharePointRest {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Runs a script as the server's own hand, for tests and tools inside the process. */
  readonly applySiteScript: (siteId: string, script: unknown) => readonly SiteScriptOutcome[];
}

export interface SharePointCall {
  readonly site: Site;
  readonly claims: TokenClaims;
  /** Below `{site}/_api/`, decoded. */
  readonly operation: string;
  readonly body: string;
}

const address = /^(?<site>.*)\/_api\/(?<operation>.+)$/;
const executeScript = "Microsoft.Sharepoint.Utilities.WebTemplateExtensions.SiteScriptUtility.ExecuteTemplateScript";

/** Answers `_api` requests on the SharePoint origin; the same tokens and site rights as on Graph. */
export async function answerSharePoint(tenant: Tenant, verifyToken: VerifyToken, request: Request): Promise<Response> {
  if (request.method === "OPTIONS") return preflight(request);
  try {
    const path = decodeURIComponent(new URL(request.url).pathname);
    const groups = address.exec(path)?.groups;
    if (!groups) throw itemNotFound();
    const claims = await authenticate(request, verifyToken);
    const wanted = (groups["site"] || "/").toLowerCase();
    const site = tenant.sites.all.find((candidate) => candidate.path.toLowerCase() === wanted);
    if (!site) throw itemNotFound("The site was not found.");
    const call = { site, claims, operation: groups["operation"] ?? "", body: await request.text() };
    const answered = answer(tenant, request.method, call);
    return respond(200, isJsonObject(answered) ? answered : { value: answered });
  } catch (cause) {
    return refusal(cause);
  }
}

function answer(tenant: Tenant, method: string, call: SharePointCall): Json {
  if (method === "POST" && call.operation.toLowerCase() === executeScript.toLowerCase()) return runScript(tenant, call);
  if (method !== "GET") throw new GraphError(405, "notAllowed", "The method is not allowed on this resource.");
  requireRight(call.claims, call.site, "read");
  if (call.operation === "web/lists") return listsJson(tenant, call.site);
  if (/^web\/effectiveBasePermissions$/i.test(call.operation)) return permissionsJson(call);
  const ofList = /^web\/lists(?:\(guid'(?<id>[^']+)'\)|\/getByTitle\('(?<title>.+)'\))\/(?<part>views|fields)$/i.exec(
    call.operation,
  )?.groups;
  if (!ofList) throw itemNotFound();
  const list = requireList(tenant.db, call.site, ofList["id"] ?? (ofList["title"] ?? "").replaceAll("''", "'"));
  if (ofList["part"] === "views") return viewsOf(tenant.db, list.key).map(viewJson);
  return columnsOf(tenant.db, list.key).map(fieldJson);
}

/** The low half of SharePoint's permission bits: look, add, change and delete items, change lists. */
const bits = { look: 0x1, add: 0x2, change: 0x4, remove: 0x8, manageLists: 0x800 } as const;

function permissionsJson({ claims, site }: SharePointCall): Json {
  const write = hasRight(claims, site, "write") ? bits.add | bits.change | bits.remove : 0;
  const manage = hasRight(claims, site, "manage") ? bits.manageLists : 0;
  return { High: "0", Low: String(bits.look | write | manage) };
}

function listsJson(tenant: Tenant, site: Site): Json {
  return listsOf(tenant.db, site.id).map((list) => ({
    Id: list.id,
    Title: list.displayName,
    Description: list.description,
    BaseTemplate: baseTemplates[list.template],
    Hidden: list.system === 1,
    ItemCount: itemCount(tenant.db, list.key),
    Created: list.created,
    LastItemModifiedDate: list.modified,
    RootFolderUrl: listWebUrl(tenant, site, list),
  }));
}

const baseTemplates: Readonly<Record<SharePointList["template"], number>> = {
  genericList: 100,
  documentLibrary: 101,
  userInformation: 112,
};

const scriptBody = z.object({ script: z.string() });

function runScript(tenant: Tenant, call: SharePointCall): Json {
  requireRight(call.claims, call.site, "full-control");
  const parsed = scriptBody.safeParse(parseJson(call.body));
  if (!parsed.success) throw invalidRequest("The body must hold the site script as text in 'script'.");
  const script = parseJson(parsed.data.script);
  return applySiteScript(tenant, call.site, script, actorOf(tenant, call.claims)).map((outcome) => ({
    ErrorCode: outcome.succeeded ? 0 : 1,
    Outcome: outcome.succeeded ? 0 : 1,
    OutcomeText: outcome.outcomeText ?? null,
    Title: outcome.title,
  }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw invalidRequest("The body is not JSON.");
  }
}

function refusal(cause: unknown): Response {
  if (cause instanceof SiteScriptError) return respond(400, odataError("invalidRequest", cause.message));
  if (cause instanceof URIError) return respond(404, odataError("itemNotFound", "The resource could not be found."));
  if (!(cause instanceof GraphError)) throw cause;
  return respond(cause.status, odataError(cause.code, cause.message), cause.headers);
}

function odataError(code: string, message: string): JsonObject {
  return { "odata.error": { code, message: { lang: "da-DK", value: message } } };
}

function respond(status: number, body: JsonObject, more: Readonly<Record<string, string>> = {}): Response {
  const headers = new Headers(more);
  addCors(headers);
  headers.set("Content-Type", "application/json;odata=nometadata;charset=utf-8");
  headers.set("Cache-Control", "no-store");
  return new Response(JSON.stringify(body), { status, headers });
}
