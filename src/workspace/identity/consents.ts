import type { WorkspaceApplication } from "../workspace-seed.ts";
import type { Directory } from "./directory.ts";
import { consentedScopes, type RequestedScopes } from "./requested-scopes.ts";

/** Who has allowed which application what: the seed's tenant-wide consent plus what people accept themselves. */
export interface Consents {
  /** Scope names a person may be given tokens for on one resource. */
  consented(client: WorkspaceApplication, personId: string, audience: string): readonly string[];
  /** Requested names nobody has allowed yet; ".default" is never missing. */
  missing(client: WorkspaceApplication, personId: string, requested: RequestedScopes): readonly string[];
  accept(client: WorkspaceApplication, personId: string, requested: RequestedScopes): void;
}

/** Keeps personal consent in memory: a new start asks again. */
export function createConsents(directory: Directory): Consents {
  const personal = new Map<string, Set<string>>();
  const keyOf = (client: WorkspaceApplication, personId: string, audience: string): string =>
    `${client.id}|${personId}|${audience}`;
  const consented: Consents["consented"] = (client, personId, audience) => [
    ...consentedScopes(client, audience, directory),
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
      for (const { audience, names } of requested.resources) {
        const key = keyOf(client, personId, audience);
        personal.set(key, new Set([...(personal.get(key) ?? []), ...names]));
      }
    },
  };
}
