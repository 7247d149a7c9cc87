import { createHmac, timingSafeEqual } from "node:crypto";
import { addCors } from "../http/wire.ts";
import { limits } from "../limits.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { contentOf, type DriveItem } from "./drive-item.ts";

const prefix = "/_download/";

/** A short-lived address on this origin that needs no token: it is its own proof. */
export function downloadUrl(tenant: Tenant, item: DriveItem): string {
  const expires = Math.floor(tenant.machineNow() / 1000) + limits.downloadUrlSeconds;
  const text = `${item.driveItemId}.${expires}`;
  return `${tenant.origin}${prefix}${text}.${signatureOf(tenant, text)}`;
}

/** Answers a download address, or undefined when the path is none; a wrong or expired one is 401. */
export function answerDownload(tenant: Tenant, pathname: string): Response | undefined {
  if (!pathname.startsWith(prefix)) return undefined;
  const headers = new Headers();
  addCors(headers);
  headers.set("X-Content-Type-Options", "nosniff");
  const row = fileOf(tenant, pathname.slice(prefix.length));
  if (!row) return new Response(null, { status: 401, headers });
  headers.set("Content-Type", row.mimeType);
  headers.set("Content-Disposition", `attachment; filename*=UTF-8''${encodeURIComponent(row.name)}`);
  headers.set("Cache-Control", "private, max-age=0");
  return new Response(contentOf(tenant.db, { key: row.itemKey }), { status: 200, headers });
}

interface FileRow {
  readonly itemKey: number;
  readonly name: string;
  readonly mimeType: string;
}

function fileOf(tenant: Tenant, ticket: string): FileRow | undefined {
  const match = /^(01[0-9A-F]{32})\.(\d+)\.([0-9a-f]{64})$/.exec(ticket);
  if (!match) return undefined;
  const [, id = "", expires = "", signature = ""] = match;
  const expected = signatureOf(tenant, `${id}.${expires}`);
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) return undefined;
  if (Number(expires) * 1000 < tenant.machineNow()) return undefined;
  return tenant.db.get("SELECT itemKey, name, mimeType FROM driveItems WHERE id = ? AND folder = 0", id);
}

function signatureOf(tenant: Tenant, text: string): string {
  return createHmac("sha256", tenant.secret).update(text).digest("hex");
}
