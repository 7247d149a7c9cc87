import type { WorkspaceApplication } from "../workspace-seed.ts";
import type { Directory } from "./directory.ts";
import { consentedScopes, type RequestedScopes } from "./requested-scopes.ts";

/**
 * Who may allow an application what its registration asks for: "granted" = an administrator has, for everybody (as the
 * seed says); "personal" = each person is asked; "administrator" = only an administrator may, for everybody.
 */
export type ConsentPolicy = "granted" | "personal" | "administrator";

/** Who has allowed which application what: tenant-wide consent plus what people accept themselves. */
export interface Consents {
  /** Scope names a person may be given tokens for on one resource. */
  consented(client: WorkspaceApplication, personId: string, audience: string): readonly string[];
  /** Requested names nobody has allowed yet; ".default" is never missing. */
  missing(client: WorkspaceApplication, personId: string, requested: RequestedScopes): readonly string[];
  /** A person's own yes; without effect where only an administrator's counts. */
  accept(client: WorkspaceApplication, personId: string, requested: RequestedScopes): void;
  needsAdministrator(client: WorkspaceApplication): boolean;
  /** Takes back what was allowed before, or (with "granted") allows it for everybody. */
  setPolicy(client: WorkspaceApplication, policy: ConsentPolicy): void;
}

/** Keeps personal consent and policies in memory: a new start stands as the seed says. */
export function createConsents(directory: Directory): Consents {
  const personal = new Map<string, Set<string>>();
  const policies = new Map<string, ConsentPolicy>();
  const policyOf = ({ id }: WorkspaceApplication): ConsentPolicy => policies.get(id) ?? "granted";
  const keyOf = (client: WorkspaceApplication, personId: string, audience: string): string =>
    `${client.id}|${personId}|${audience}`;
  const consented: Consents["consented"] = (client, personId, audience) => [
    ...(policyOf(client) === "granted" ? consentedScopes(client, audience, directory) : []),
    ...(personal.get(keyOf(client, personId, audience)) ?? []),
  ];
  return {
    consented,
    missing: (client, personId, requested) =>
      requested.resources.flatMap(({ audience, names }) => {
        const allowed = new Set(consented(client, personId, audience).map((name) => name.toLowerCase()));
        return names.filter((name) => name !== ".default" && !allowed.has(name.toLowerCase()));
      }),
    accept(client, personId, requested) {
      if (policyOf(client) === "administrator") return;
      for (const { audience, names } of requested.resources) {
        const key = keyOf(client, personId, audience);
        personal.set(key, new Set([...(personal.get(key) ?? []), ...names]));
      }
    },
    needsAdministrator: (client) => policyOf(client) === "administrator",
    setPolicy(client, policy) {
      policies.set(client.id, policy);
      for (const key of personal.keys()) if (key.startsWith(`${client.id}|`)) personal.delete(key);
    },
  };
}
