import { createHash } from "node:crypto";
import * as z from "zod/mini";

/** A folder of files; names are relative, with "/" between parts. */
export interface BackupFolder {
  readonly isEmpty: () => Promise<boolean>;
  readonly write: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Undefined when there is no such file. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
}

/** Written last: a backup without it was never finished. */
export const MANIFEST_FILE = "manifest.json";
/** SHA-256 of the manifest, which holds those of all other files. */
export const MANIFEST_CHECKSUM_FILE = "manifest.sha256";

const storedFile = { file: z.string(), bytes: z.number(), sha256: z.string() } as const;

const listSchema = z.object({
  ...storedFile,
  site: z.enum(["records", "open"]),
  name: z.string(),
  title: z.string(),
  schemaVersion: z.number(),
  rows: z.number(),
});

const fileSchema = z.object({ ...storedFile, library: z.string(), name: z.string() });

export const manifestSchema = z.object({
  format: z.number(),
  takenAt: z.string(),
  host: z.string(),
  recordSite: z.string(),
  openSite: z.string(),
  /** False when somebody wrote all the while, so that lists may be of slightly different moments. */
  isOfOneMoment: z.boolean(),
  /** Titles of lists that were not there. */
  missing: z.array(z.string()),
  lists: z.array(listSchema),
  files: z.array(fileSchema),
});

export type BackupManifest = z.infer<typeof manifestSchema>;
export type BackupList = z.infer<typeof listSchema>;
export type BackupFile = z.infer<typeof fileSchema>;

/** The form of the folder this version writes and reads. */
export const BACKUP_FORMAT = 1;

/** A list item as it is kept: SharePoint's id (for people only) and the fields. */
export const rowSchema = z.object({
  id: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

export type BackupRow = z.infer<typeof rowSchema>;

/** SHA-256 of a file's bytes, 64 hex digits. */
export function checksum(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
