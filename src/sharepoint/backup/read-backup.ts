import * as z from "zod/mini";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { WantedList } from "../lists/define-list.ts";
import {
  BACKUP_FORMAT,
  type BackupFolder,
  type BackupManifest,
  type BackupRow,
  checksum,
  MANIFEST_CHECKSUM_FILE,
  MANIFEST_FILE,
  manifestSchema,
  rowSchema,
} from "./backup-format.ts";
import type { BackupRefusal } from "./backup-refusal.ts";

/** A whole backup in memory, every file as it was written. */
export interface Backup {
  readonly manifest: BackupManifest;
  /** By list name. */
  readonly rows: ReadonlyMap<string, readonly BackupRow[]>;
  /** By the file's name in the folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Reads and checks all of a backup before anything is done with it; refused with the first file that is not right. */
export async function readBackup(
  folder: BackupFolder,
  lists: readonly WantedList[],
): Promise<Result<Backup, BackupRefusal>> {
  const manifest = await readManifest(folder);
  if (!manifest.ok) return manifest;
  const rows = new Map<string, readonly BackupRow[]>();
  const files = new Map<string, Uint8Array>();
  for (const { name, title, schemaVersion } of manifest.value.lists) {
    const known = lists.find((list) => list.name === name)?.schemaVersion ?? 0;
    if (schemaVersion > known) return refuse({ kind: "newer-schema", title, found: schemaVersion, known });
  }
  for (const { file, sha256 } of [...manifest.value.lists, ...manifest.value.files]) {
    const bytes = await folder.read(file);
    if (bytes === undefined || checksum(bytes) !== sha256) return refuse({ kind: "damaged", file });
    files.set(file, bytes);
  }
  for (const list of manifest.value.lists) {
    const read = parseRows(files.get(list.file));
    if (read?.length !== list.rows) return refuse({ kind: "damaged", file: list.file });
    rows.set(list.name, read);
  }
  return ok({ manifest: manifest.value, rows, files });
}

async function readManifest(folder: BackupFolder): Promise<Result<BackupManifest, BackupRefusal>> {
  const bytes = await folder.read(MANIFEST_FILE);
  if (bytes === undefined) return refuse({ kind: "no-backup", file: MANIFEST_FILE });
  const sum = await folder.read(MANIFEST_CHECKSUM_FILE);
  if (sum === undefined) return refuse({ kind: "no-backup", file: MANIFEST_CHECKSUM_FILE });
  if (new TextDecoder().decode(sum).trim() !== checksum(bytes)) return refuse({ kind: "damaged", file: MANIFEST_FILE });
  const json = parseJson(new TextDecoder().decode(bytes));
  const format = z.safeParse(z.looseObject({ format: z.number() }), json);
  if (format.success && format.data.format > BACKUP_FORMAT)
    return refuse({ kind: "newer-format", found: format.data.format });
  const manifest = z.safeParse(manifestSchema, json);
  return manifest.success ? ok(manifest.data) : refuse({ kind: "damaged", file: MANIFEST_FILE });
}

function parseRows(bytes: Uint8Array | undefined): readonly BackupRow[] | undefined {
  const lines = new TextDecoder().decode(bytes).split("\n").slice(0, -1);
  const rows: BackupRow[] = [];
  for (const line of lines) {
    const row = z.safeParse(rowSchema, parseJson(line));
    if (!row.success) return undefined;
    rows.push(row.data);
  }
  return rows;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
