import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { GraphClient } from "../client/graph-client.ts";
import type { WantedList } from "../lists/define-list.ts";
import { libraryFiles } from "../lists/library-files.ts";
import type { SiteAddresses } from "../lists/list-directory.ts";
import { readMarker } from "../lists/list-marker.ts";
import { readSites, type SitesNow } from "../provisioning/read-sites.ts";
import {
  BACKUP_FORMAT,
  type BackupFile,
  type BackupFolder,
  type BackupList,
  type BackupManifest,
  type BackupRow,
  checksum,
  MANIFEST_CHECKSUM_FILE,
  MANIFEST_FILE,
} from "./backup-format.ts";
import { type BackupRefusal, storeRefusal } from "./backup-refusal.ts";
import { keptColumns, type ListToRead, readAllRows } from "./read-rows.ts";

export interface TakeBackupOptions {
  /** Signed in as an administrator who owns both sites. */
  readonly client: GraphClient;
  readonly sites: SiteAddresses;
  readonly lists: readonly WantedList[];
  readonly folder: BackupFolder;
  /** When, ISO. */
  readonly takenAt: string;
}

/**
 * Writes every list with all rows and fields, and every file of the libraries, into an empty folder; with counts and
 * checksums, the manifest last. It holds blind reviews and names: whoever can read it reads everything.
 */
export async function takeBackup(options: TakeBackupOptions): Promise<Result<BackupManifest, BackupRefusal>> {
  const { client, sites, lists, folder } = options;
  if (!(await folder.isEmpty())) return refuse({ kind: "folder-not-empty" });
  const now = await readSites(options);
  if (!now.ok) return storeRefusal(now.refusal);
  const found = presentLists(lists, now.value);
  if (found.length === 0) return refuse({ kind: "nothing-there" });
  const read = await readAllRows(
    client,
    found.filter(({ wanted }) => wanted.template !== "documentLibrary"),
  );
  if (!read.ok) return storeRefusal(read.refusal);
  const stored: BackupList[] = [];
  const files: BackupFile[] = [];
  for (const list of found) {
    const rows = read.value.rows.get(list.wanted) ?? [];
    stored.push(await writeRows(folder, list, rows));
    if (list.wanted.template !== "documentLibrary") continue;
    const written = await writeFiles(options, list);
    if (!written.ok) return written;
    files.push(...written.value);
  }
  const manifest: BackupManifest = {
    format: BACKUP_FORMAT,
    takenAt: options.takenAt,
    host: sites.host,
    recordSite: sites.records,
    openSite: sites.open,
    isOfOneMoment: read.value.isOfOneMoment,
    missing: lists.filter((list) => !found.some(({ wanted }) => wanted === list)).map(({ title }) => title),
    lists: stored,
    files,
  };
  const bytes = new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`);
  await folder.write(MANIFEST_CHECKSUM_FILE, new TextEncoder().encode(`${checksum(bytes)}\n`));
  await folder.write(MANIFEST_FILE, bytes);
  return ok(manifest);
}

type PresentList = ListToRead & { readonly schemaVersion: number };

function presentLists(lists: readonly WantedList[], { ids, actual }: SitesNow): readonly PresentList[] {
  return lists.flatMap((wanted) => {
    const present = actual[wanted.site].lists.find(({ name }) => name === wanted.name);
    if (!present) return [];
    const { marker } = readMarker(present.description, present.columns);
    const ref = { siteId: ids[wanted.site], listId: present.id };
    return [
      { wanted, ref, columns: keptColumns(present), schemaVersion: marker?.schemaVersion ?? wanted.schemaVersion },
    ];
  });
}

async function writeRows(folder: BackupFolder, list: PresentList, rows: readonly BackupRow[]): Promise<BackupList> {
  const { site, name, title } = list.wanted;
  const file = `${site}/${name}.jsonl`;
  const bytes = new TextEncoder().encode(rows.map(({ id, fields }) => `${JSON.stringify({ id, fields })}\n`).join(""));
  await folder.write(file, bytes);
  const sums = { file, bytes: bytes.byteLength, sha256: checksum(bytes) };
  return { ...sums, site, name, title, schemaVersion: list.schemaVersion, rows: rows.length };
}

async function writeFiles(
  { client, folder }: TakeBackupOptions,
  { wanted, ref }: PresentList,
): Promise<Result<readonly BackupFile[], BackupRefusal>> {
  const library = await libraryFiles(client, ref);
  if (!library.ok) return storeRefusal(library.refusal);
  const written: BackupFile[] = [];
  for (const name of library.value.names) {
    const content = await client.getFile(library.value.driveId, name);
    // Deleted since the library was listed.
    if (!content.ok && content.refusal.kind === "not-found") continue;
    if (!content.ok) return storeRefusal(content.refusal);
    const file = `${wanted.site}/${wanted.name}/${name}`;
    await folder.write(file, content.value);
    const sums = { file, bytes: content.value.byteLength, sha256: checksum(content.value) };
    written.push({ ...sums, library: wanted.name, name });
  }
  return ok(written);
}
