import { randomUUID } from "node:crypto";
import type { Database } from "../database/open-database.ts";
import { limits } from "../limits.ts";
import type { Tenant } from "../tenant/tenant.ts";

export type ConflictBehavior = "fail" | "replace" | "rename";

/** A large file on its way in: what it becomes, and how much of it has come. */
export interface UploadSession {
  readonly id: string;
  readonly siteId: string;
  readonly listId: string;
  /** Drive item id of the folder the path starts from. */
  readonly startId: string;
  readonly path: string;
  readonly conflict: ConflictBehavior;
  /** Whoever made the session, as JSON; the slices come without a token. */
  readonly madeBy: string;
  /** Machine time in milliseconds. */
  readonly expires: number;
  readonly received: number;
  /** Size of the whole file, told by the first slice. */
  readonly total: number | null;
}

/** Begins a session; those nobody went on with are cleared away. */
export function insertUploadSession(
  tenant: Tenant,
  made: Pick<UploadSession, "siteId" | "listId" | "startId" | "path" | "conflict" | "madeBy">,
): UploadSession {
  const { db } = tenant;
  db.run("DELETE FROM uploadSessions WHERE expires < ?", tenant.machineNow());
  const id = randomUUID();
  db.run(
    `INSERT INTO uploadSessions (id, siteId, listId, startId, path, conflict, madeBy, expires, received)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    id,
    made.siteId,
    made.listId,
    made.startId,
    made.path,
    made.conflict,
    made.madeBy,
    expiryFrom(tenant),
  );
  const session = findUploadSession(tenant, id);
  if (!session) throw new Error("The upload session just made is gone.");
  return session;
}

/** The session with this id, unless it has expired. */
export function findUploadSession(tenant: Tenant, id: string): UploadSession | undefined {
  return tenant.db.get("SELECT * FROM uploadSessions WHERE id = ? AND expires >= ?", id, tenant.machineNow());
}

/** Keeps the next slice; the session lives on from now. */
export function keepSlice(tenant: Tenant, session: UploadSession, content: Uint8Array, total: number): UploadSession {
  const received = session.received + content.byteLength;
  const expires = expiryFrom(tenant);
  tenant.db.run(
    "INSERT INTO uploadSlices (session, start, content) VALUES (?, ?, ?)",
    session.id,
    session.received,
    content,
  );
  tenant.db.run(
    "UPDATE uploadSessions SET received = ?, total = ?, expires = ? WHERE id = ?",
    received,
    total,
    expires,
    session.id,
  );
  return { ...session, received, total, expires };
}

/** All slices in order. */
export function contentOfSession(db: Database, session: UploadSession): Uint8Array {
  const slices = db.all<{ content: Uint8Array }>(
    "SELECT content FROM uploadSlices WHERE session = ? ORDER BY start",
    session.id,
  );
  return Buffer.concat(slices.map(({ content }) => content));
}

/** Ends a session: its slices go with it, by the data file's own rule. */
export function removeUploadSession(db: Database, session: UploadSession): void {
  db.run("DELETE FROM uploadSessions WHERE id = ?", session.id);
}

function expiryFrom(tenant: Tenant): number {
  return tenant.machineNow() + limits.uploadSessionSeconds * 1_000;
}
