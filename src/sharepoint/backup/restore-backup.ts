import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { GraphClient } from "../client/graph-client.ts";
import { KEY_COLUMN, type WantedList } from "../lists/define-list.ts";
import { libraryFiles } from "../lists/library-files.ts";
import type { SiteAddresses } from "../lists/list-directory.ts";
import { auditList, conversationList, senderList } from "../lists/service-lists.ts";
import { backfill } from "../provisioning/backfill.ts";
import type { ProvisioningReport } from "../provisioning/provision.ts";
import { readSites } from "../provisioning/read-sites.ts";
import type { BackupFolder, BackupRow } from "./backup-format.ts";
import { type BackupRefusal, storeRefusal } from "./backup-refusal.ts";
import { type Backup, readBackup } from "./read-backup.ts";
import { keptColumns, type ListToRead, readRows, type SiteRow } from "./read-rows.ts";
import { byKey, columnsLeft, isReadable, isSameRow, type RowToWrite, writeRows } from "./restore-rows.ts";

export interface RestoreOptions {
  /** Signed in as an administrator who owns both sites. */
  readonly client: GraphClient;
  readonly sites: SiteAddresses;
  readonly lists: readonly WantedList[];
  readonly folder: BackupFolder;
  /** Makes the lists, or mends them. */
  readonly provision: () => Promise<Result<ProvisioningReport, StoreFailure>>;
  /** `fill` fetches what is missing or unreadable on sites that are not empty, and touches nothing else. */
  readonly mode: "empty" | "fill";
  readonly progress: (title: string) => void;
}

export interface RestoredList {
  readonly title: string;
  /** Rows in the backup, and how many of them were written now. */
  readonly rows: number;
  readonly written: number;
  /** Rows in the backup without a key of ours: they are in its files only. */
  readonly withoutKey: number;
  /** Internal names of columns with values in the backup that were not restored: not there, or not writable. */
  readonly columnsLeft: readonly string[];
}

export interface RestoreReport {
  readonly takenAt: string;
  readonly lists: readonly RestoredList[];
  readonly files: number;
  /** Rows written by a former version that were upgraded. */
  readonly upgraded: number;
}

/**
 * Writes a backup onto the sites. Everything is checked first; a run that was stopped is finished by the next. What
 * was sent is there before anything that could be told about, and where people are reached comes last: a service that
 * runs meanwhile sends nothing twice.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Result<RestoreReport, BackupRefusal>> {
  const backup = await readBackup(options.folder, options.lists);
  if (!backup.ok) return backup;
  const made = await options.provision();
  if (!made.ok) return storeRefusal(made.refusal);
  if (made.value.problems.length > 0) return refuse({ kind: "sites-not-ready", problems: made.value.problems });
  const targets = await findTargets(options, backup.value);
  if (!targets.ok) return targets;
  if (options.mode === "empty") {
    const others = targets.value.filter((target) => holdsOtherRows(target)).map(({ wanted }) => wanted.title);
    if (others.length > 0) return refuse({ kind: "not-empty", titles: others });
  }
  const files = await restoreFiles(options, backup.value);
  if (!files.ok) return files;
  const lists: RestoredList[] = [];
  let upgraded = 0;
  for (const target of targets.value) {
    options.progress(target.wanted.title);
    const restored = await restoreList(options, target);
    if (!restored.ok) return restored;
    lists.push(restored.value.list);
    upgraded += restored.value.upgraded;
  }
  return ok({ takenAt: backup.value.manifest.takenAt, lists, files: files.value, upgraded });
}

interface Target extends ListToRead {
  /** What the backup holds. */
  readonly rows: readonly BackupRow[];
  /** What is on the site before anything is written. */
  readonly present: readonly SiteRow[];
}

/** Senders and log first, conversations last. */
function orderOf({ name }: WantedList): number {
  if (name === senderList.name) return 0;
  if (name === auditList.name) return 1;
  return name === conversationList.name ? 3 : 2;
}

async function findTargets(
  options: RestoreOptions,
  { rows }: Backup,
): Promise<Result<readonly Target[], BackupRefusal>> {
  const now = await readSites(options);
  if (!now.ok) return storeRefusal(now.refusal);
  const targets: Target[] = [];
  for (const wanted of options.lists.toSorted((a, b) => orderOf(a) - orderOf(b))) {
    const list = now.value.actual[wanted.site].lists.find(({ name }) => name === wanted.name);
    if (!list || wanted.template === "documentLibrary") continue;
    const ref = { siteId: now.value.ids[wanted.site], listId: list.id };
    const place = { wanted, ref, columns: keptColumns(list) };
    const present = await readRows(options.client, place);
    if (!present.ok) return storeRefusal(present.refusal);
    targets.push({ ...place, rows: rows.get(wanted.name) ?? [], present: present.value });
  }
  return ok(targets);
}

/** Rows that are as in the backup were written by a run that was stopped; rows of the open site are generated. */
function holdsOtherRows({ wanted, rows, present }: Target): boolean {
  if (wanted.site === "open") return false;
  const kept = byKey(rows);
  return present.some((row) => !isSameRow(wanted, row, kept.get(String(row.fields[KEY_COLUMN]))));
}

/** Answers that were lost are looked for again, but not for ever. */
const MAX_ROUNDS = 5;

async function restoreList(
  { client }: RestoreOptions,
  target: Target,
): Promise<Result<{ readonly list: RestoredList; readonly upgraded: number }, BackupRefusal>> {
  const { wanted, ref, columns } = target;
  const kept = byKey(target.rows);
  const planned = rowsToWrite(target, target.present);
  let toWrite = planned;
  let present = target.present;
  for (let round = 1; round <= MAX_ROUNDS && toWrite.length > 0; round += 1) {
    const sent = await writeRows(client, ref, wanted, columns, toWrite);
    if (!sent.ok) return storeRefusal(sent.refusal);
    const now = await readRows(client, target);
    if (!now.ok) return storeRefusal(now.refusal);
    present = now.value;
    toWrite = rowsToWrite(target, present);
  }
  // A running service writes the open rows meanwhile, and whoever mended a row before it was filled: both are right.
  const there = byKey(present);
  const isWhole = planned.every(({ row, into }) => {
    const now = there.get(String(row.fields[KEY_COLUMN]));
    const isMended = into !== undefined && now !== undefined && isReadable(wanted, now);
    return isMended || isSameRow(wanted, row, now);
  });
  if (!isWhole && wanted.site === "records") return refuse({ kind: "not-equal", titles: [wanted.title] });
  const isRecord = wanted.site === "records" && wanted.rewrite !== undefined;
  const filled = isRecord ? await backfill(client, ref, wanted) : ok({ changed: 0 });
  if (!filled.ok) return storeRefusal(filled.refusal);
  const list = {
    title: wanted.title,
    rows: target.rows.length,
    written: planned.length,
    withoutKey: target.rows.length - kept.size,
    columnsLeft: columnsLeft(target.rows, columns),
  };
  return ok({ list, upgraded: filled.value.changed });
}

/** Rows that are missing, and rows that are there but unreadable while the backup has them whole. */
function rowsToWrite({ wanted, rows }: Target, present: readonly SiteRow[]): readonly RowToWrite[] {
  const there = byKey(present);
  return [...byKey(rows)].flatMap(([key, row]): readonly RowToWrite[] => {
    const now = there.get(key);
    if (now === undefined) return [{ row, into: undefined }];
    return !isReadable(wanted, now) && isReadable(wanted, row) ? [{ row, into: now }] : [];
  });
}

async function restoreFiles(
  { client, lists, ...options }: RestoreOptions,
  { manifest, files }: Backup,
): Promise<Result<number, BackupRefusal>> {
  const now = await readSites({ client, lists, ...options });
  if (!now.ok) return storeRefusal(now.refusal);
  let written = 0;
  for (const wanted of lists.filter(({ template }) => template === "documentLibrary")) {
    const list = now.value.actual[wanted.site].lists.find(({ name }) => name === wanted.name);
    if (!list) continue;
    const library = await libraryFiles(client, { siteId: now.value.ids[wanted.site], listId: list.id });
    if (!library.ok) return storeRefusal(library.refusal);
    const present = new Set(library.value.names);
    for (const { name, file } of manifest.files.filter((stored) => stored.library === wanted.name)) {
      const content = files.get(file);
      if (content === undefined || present.has(name)) continue;
      const put = await client.putFile(library.value.driveId, name, content);
      if (!put.ok) return storeRefusal(put.refusal);
      written += 1;
    }
  }
  return ok(written);
}
