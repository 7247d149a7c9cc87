import type { JsonDraft, JsonObject } from "../http/json.ts";
import type { TokenClaims } from "../token-claims.ts";
import type { ItemChange, Tenant } from "./tenant.ts";

/** Who did something: a person through an application, or an application by itself. Kept as JSON text in the tables. */
export interface Actor {
  readonly application?: { readonly id: string; readonly displayName: string };
  readonly user?: { readonly email: string; readonly id: string; readonly displayName: string };
}

/** The server's own hand, for what exists before anybody has called. */
export const systemActor: Actor = { user: { email: "", id: "", displayName: "Systemkonto" } };

export function actorOf(tenant: Tenant, claims: TokenClaims): Actor {
  const known = tenant.applications.find((application) => application.id === claims.appId);
  const application = { id: claims.appId, displayName: known?.displayName ?? claims.appId };
  if (claims.kind === "application") return { application };
  const person = tenant.people.find((candidate) => candidate.id === claims.userId);
  const user = {
    email: person?.userPrincipalName ?? claims.userPrincipalName,
    id: claims.userId,
    displayName: person?.displayName ?? claims.userPrincipalName,
  };
  return { application, user };
}

/** An actor as createdBy and lastModifiedBy show it. */
export function identitySet(actor: Actor): JsonObject {
  const set: JsonDraft = {};
  if (actor.application) set["application"] = { ...actor.application };
  if (actor.user) set["user"] = { ...actor.user };
  return set;
}

/** An actor as it was kept. */
export function readActor(text: string): Actor {
  return JSON.parse(text) as Actor;
}

export function announcedBy(actor: Actor): ItemChange["by"] {
  if (actor.user) return { kind: "user", id: actor.user.id, displayName: actor.user.displayName };
  const application = actor.application ?? { id: "", displayName: "" };
  return { kind: "application", id: application.id, displayName: application.displayName };
}
