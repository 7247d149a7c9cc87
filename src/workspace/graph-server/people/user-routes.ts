import { createHash } from "node:crypto";
import type { WorkspacePerson } from "../../workspace-seed.ts";
import type { GraphReply, RoutedCall } from "../http/graph-call.ts";
import { GraphError, invalidRequest } from "../http/graph-error.ts";
import type { JsonDraft } from "../http/json.ts";
import { selectOf, topOf, withOption } from "../http/query-options.ts";
import type { Route } from "../http/route.ts";
import { selectMembers } from "../http/select-members.ts";
import { limits } from "../limits.ts";
import { contextOf, graphUrl, type Tenant } from "../tenant/tenant.ts";
import type { TokenClaims } from "../token-claims.ts";
import { denied, findUser, hasAny } from "./directory-rights.ts";
import { defaultUserMembers, userJson } from "./user-json.ts";
import { findPeople } from "./user-query.ts";

const basic = ["User.ReadBasic.All"];
const full = ["User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];

/** Whether only names and mail may be seen of others; without any permission 403. */
function requireDirectory(claims: TokenClaims): { readonly basicOnly: boolean } {
  if (!hasAny(claims, [...basic, ...full])) throw denied();
  return { basicOnly: !hasAny(claims, full) };
}

function show(person: WorkspacePerson, call: RoutedCall, basicOnly: boolean): JsonDraft {
  return selectMembers(userJson(person, basicOnly), selectOf(call.query) ?? defaultUserMembers);
}

function getUsers(tenant: Tenant, call: RoutedCall): GraphReply {
  const { basicOnly } = requireDirectory(call.claims);
  if (call.query.has("$skip")) throw invalidRequest("$skip is not supported on this API.");
  const found = findPeople(call, tenant.people);
  const top = topOf(call.query, limits.userPageDefault, limits.userPageMax);
  const start = startOf(call);
  const body: JsonDraft = { "@odata.context": contextOf(tenant, "users") };
  if (call.query.get("$count") === "true") body["@odata.count"] = found.length;
  if (start + top < found.length) {
    const token = Buffer.from(`users;${start + top}`).toString("base64url");
    body["@odata.nextLink"] =
      `${graphUrl(tenant, call.path)}?${withOption(call.query.raw, ["$skiptoken"], "$skiptoken", token)}`;
  }
  body["value"] = found.slice(start, start + top).map((person) => show(person, call, basicOnly));
  return { status: 200, body };
}

function startOf(call: RoutedCall): number {
  const token = call.query.get("$skiptoken");
  if (token === undefined) return 0;
  const match = /^users;(\d{1,9})$/.exec(Buffer.from(token, "base64url").toString("utf8"));
  if (!match) throw new GraphError(400, "Directory_ExpiredPageToken", "The specified page token value is not valid.");
  return Number(match[1]);
}

function getUser(tenant: Tenant, call: RoutedCall): GraphReply {
  const { basicOnly } = requireDirectory(call.claims);
  return userReply(tenant, call, findUser(tenant, call.param("user")), basicOnly);
}

function getMe(tenant: Tenant, call: RoutedCall): GraphReply {
  const me = requireMe(tenant, call);
  return userReply(tenant, call, me, !hasAny(call.claims, ["User.Read", ...full]));
}

function requireMe(tenant: Tenant, call: RoutedCall): WorkspacePerson {
  if (call.claims.kind === "application") {
    throw new GraphError(400, "BadRequest", "/me request is only valid with delegated authentication flow.");
  }
  if (!hasAny(call.claims, ["User.Read", ...basic, ...full])) throw denied();
  return findUser(tenant, call.claims.userId);
}

function userReply(tenant: Tenant, call: RoutedCall, person: WorkspacePerson, basicOnly: boolean): GraphReply {
  return {
    status: 200,
    body: { "@odata.context": contextOf(tenant, "users/$entity"), ...show(person, call, basicOnly) },
  };
}

function getMyPhoto(tenant: Tenant, call: RoutedCall): GraphReply {
  return photoReply(tenant, call, requireMe(tenant, call));
}

function getPhoto(tenant: Tenant, call: RoutedCall): GraphReply {
  requireDirectory(call.claims);
  return photoReply(tenant, call, findUser(tenant, call.param("user")));
}

/** The picture itself below `$value`, else what it is; one size only, whichever is asked for. */
function photoReply(tenant: Tenant, call: RoutedCall, person: WorkspacePerson): GraphReply {
  const photo = tenant.photoOf(person.id);
  if (!photo) throw new GraphError(404, "ImageNotFound", "The photo wasn't found.");
  if (call.path.endsWith("/$value")) return { status: 200, content: photo };
  return {
    status: 200,
    body: {
      "@odata.context": contextOf(tenant, `users('${person.id}')/photo/$entity`),
      "@odata.mediaContentType": photo.type,
      "@odata.mediaEtag": `"${createHash("sha256").update(photo.bytes).digest("hex").slice(0, 32).toUpperCase()}"`,
    },
  };
}

function photoRoutes(base: string, handle: Route["handle"]): readonly Route[] {
  return ["photo", "photo/$value", "photos/{size}", "photos/{size}/$value"].map((tail) => ({
    method: "GET",
    pattern: `${base}/${tail}`,
    cost: 1,
    handle,
  }));
}

/** People of the tenant. */
export const userRoutes: readonly Route[] = [
  { method: "GET", pattern: "/me", cost: 1, handle: getMe },
  { method: "GET", pattern: "/users", cost: 1, handle: getUsers },
  { method: "GET", pattern: "/users/{user}", cost: 1, handle: getUser },
  ...photoRoutes("/me", getMyPhoto),
  ...photoRoutes("/users/{user}", getPhoto),
];
