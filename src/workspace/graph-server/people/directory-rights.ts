import type { WorkspacePerson } from "../../workspace-seed.ts";
import { GraphError } from "../http/graph-error.ts";
import type { Tenant } from "../tenant/tenant.ts";
import type { TokenClaims } from "../token-claims.ts";

/** Whether the token carries one of the permissions, delegated or as an application. */
export function hasAny(claims: TokenClaims, wanted: readonly string[]): boolean {
  const carried = claims.kind === "application" ? claims.roles : claims.scopes;
  return wanted.some((permission) => carried.includes(permission));
}

/** 403 in the directory's words. */
export function denied(): GraphError {
  return new GraphError(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
}

/** The person with this object id or user principal name, or 404. */
export function findUser(tenant: Tenant, idOrName: string): WorkspacePerson {
  const wanted = idOrName.toLowerCase();
  const person = tenant.people.find(
    (candidate) => candidate.id === wanted || candidate.userPrincipalName.toLowerCase() === wanted,
  );
  if (person) return person;
  throw new GraphError(
    404,
    "Request_ResourceNotFound",
    `Resource '${idOrName}' does not exist or one of its queried reference-property objects are not present.`,
  );
}
