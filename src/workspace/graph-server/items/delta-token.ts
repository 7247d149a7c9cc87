import { createHash } from "node:crypto";
import { currentSequence } from "../database/sequence.ts";
import { GraphError, invalidRequest } from "../http/graph-error.ts";
import type { SharePointList } from "../lists/list.ts";
import { graphUrl, type Tenant } from "../tenant/tenant.ts";

/** How far a reader of the delta feed has come, in the tenant's change sequence. */
export interface DeltaPosition {
  /** Items changed after this are still to be told. */
  readonly since: number;
  /** Deletions after this are still to be told; ahead of `since` while a first enumeration runs. */
  readonly deletedSince: number;
}

/** The position of a reader who knows nothing yet. */
export function startOfFeed(tenant: Tenant): DeltaPosition {
  return { since: 0, deletedSince: currentSequence(tenant.db) };
}

export function writeDeltaToken(tenant: Tenant, list: SharePointList, position: DeltaPosition): string {
  const text = `${list.deltaEpoch};${position.since};${position.deletedSince}`;
  return Buffer.from(`1;${text};${check(tenant, list, text)}`).toString("base64url");
}

/**
 * Reads a token of this list. Too old, or from before the data were put back: 410 with the address of a fresh
 * enumeration. Not a token at all: 400.
 */
export function readDeltaToken(tenant: Tenant, list: SharePointList, path: string, token: string): DeltaPosition {
  const match = /^1;(\d+);(\d+);(\d+);([0-9a-f]{12})$/.exec(Buffer.from(token, "base64url").toString("utf8"));
  if (!match) throw invalidRequest("The provided delta token is not valid.");
  const [, epoch, since, deletedSince, signature] = match;
  if (signature !== check(tenant, list, `${epoch};${since};${deletedSince}`)) {
    throw invalidRequest("The provided delta token is not valid.");
  }
  const position = { since: Number(since), deletedSince: Number(deletedSince) };
  if (Number(epoch) !== list.deltaEpoch || position.since > currentSequence(tenant.db)) {
    throw new GraphError(410, "resyncRequired", "Resync required. Replace any local items with the server's version.", {
      innerCode: "resyncChangesApplyDifferences",
      headers: { Location: graphUrl(tenant, path) },
    });
  }
  return position;
}

function check(tenant: Tenant, list: SharePointList, text: string): string {
  return createHash("sha256").update(`${tenant.secret}\n${list.id}\n${text}`).digest("hex").slice(0, 12);
}
