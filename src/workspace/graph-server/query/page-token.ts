import { createHash } from "node:crypto";
import { invalidRequest } from "../http/graph-error.ts";
import type { Tenant } from "../tenant/tenant.ts";

/** Where a page ended: the last row's number, and its sort value where the query is sorted. */
export interface PageCursor {
  readonly id: number;
  readonly sortValue: string | number | null;
}

const shape = /^Paged=TRUE&p_ID=(\d+)(?:&p_Sort=([^&]*))?&p_Check=([0-9a-f]{12})$/;

/** An opaque token in SharePoint's dress: unpadded base64url of "Paged=TRUE&p_ID=…". Bound to the query it came from. */
export function writePageToken(tenant: Tenant, queryKey: string, cursor: PageCursor, sorted: boolean): string {
  const sort = sorted ? `&p_Sort=${encodeURIComponent(JSON.stringify(cursor.sortValue))}` : "";
  const text = `Paged=TRUE&p_ID=${cursor.id}${sort}`;
  return Buffer.from(`${text}&p_Check=${check(tenant, queryKey, text)}`).toString("base64url");
}

/** Reads a token this server has written for the same query; anything else is 400. */
export function readPageToken(tenant: Tenant, queryKey: string, token: string): PageCursor {
  const text = Buffer.from(token, "base64url").toString("utf8");
  const match = shape.exec(text);
  const signed = text.slice(0, text.lastIndexOf("&p_Check="));
  if (!match || match[3] !== check(tenant, queryKey, signed))
    throw invalidRequest("The provided skip token is not valid.");
  const sort = match[2];
  const sortValue = sort === undefined ? null : (JSON.parse(decodeURIComponent(sort)) as PageCursor["sortValue"]);
  return { id: Number(match[1]), sortValue };
}

function check(tenant: Tenant, queryKey: string, text: string): string {
  return createHash("sha256").update(`${tenant.secret}\n${queryKey}\n${text}`).digest("hex").slice(0, 12);
}
