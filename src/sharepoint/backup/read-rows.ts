import { ok, type Result } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { GraphClient } from "../client/graph-client.ts";
import type { ListRef } from "../client/list-item.ts";
import type { WantedList } from "../lists/define-list.ts";
import { MARKER_COLUMN } from "../lists/list-marker.ts";
import type { ActualList } from "../provisioning/plan.ts";
import type { BackupRow } from "./backup-format.ts";

/** A list to read, and the columns whose values are kept. */
export interface ListToRead {
  readonly wanted: WantedList;
  readonly ref: ListRef;
  readonly columns: readonly string[];
}

const KEPT_FACETS = ["text", "choice", "number", "boolean", "dateTime"];
/** How SharePoint writes a heading that begins with a letter such as Æ, Ø or Å; its own columns begin otherwise. */
const ENCODED_LETTER = /^_x[0-9a-f]{4}_/;
const BUILT_IN = ["ComplianceAssetId", "ID", "ContentType", "Attachments", "Edit", "LinkTitle", "LinkTitleNoMenu"];
const BUILT_IN_MORE = ["DocIcon", "ItemChildCount", "FolderChildCount", "AppAuthor", "AppEditor"];

/** The columns a backup keeps: ours, a manager's own ones, and when the row was made and changed. */
export function keptColumns(list: ActualList): readonly string[] {
  const skipped = new Set([...BUILT_IN, ...BUILT_IN_MORE, MARKER_COLUMN]);
  return list.columns
    .filter(({ name, facet }) => !skipped.has(name) && KEPT_FACETS.includes(facet ?? ""))
    .filter(({ name }) => !name.startsWith("_") || ENCODED_LETTER.test(name))
    .map(({ name }) => name);
}

/** A row as it stands on the site now. */
export interface SiteRow extends BackupRow {
  readonly etag: string;
}

/** All rows of a list, oldest first, without Graph's annotations. */
export async function readRows(
  client: GraphClient,
  list: ListToRead,
): Promise<Result<readonly SiteRow[], StoreFailure>> {
  const items = await client.items(list.ref, list.columns);
  if (!items.ok) return items;
  const rows = items.value.map(({ id, etag, fields }) => ({ id, etag, fields: keptFields(fields, list.columns) }));
  return ok(rows.toSorted((a, b) => Number(a.id) - Number(b.id)));
}

function keptFields(fields: Readonly<Record<string, unknown>>, columns: readonly string[]): BackupRow["fields"] {
  const kept: Record<string, string | number | boolean> = {};
  for (const name of columns) {
    const value = fields[name];
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") kept[name] = value;
  }
  return kept;
}

/** How often lists that somebody writes in are read again. */
const MAX_ROUNDS = 5;

export interface RowsOfOneMoment {
  readonly rows: ReadonlyMap<WantedList, readonly BackupRow[]>;
  readonly isOfOneMoment: boolean;
}

/**
 * Rows of all lists as they stood at one moment: what changed while others were read is read again, until nothing has.
 */
export async function readAllRows(
  client: GraphClient,
  lists: readonly ListToRead[],
): Promise<Result<RowsOfOneMoment, StoreFailure>> {
  const rows = new Map<WantedList, readonly BackupRow[]>();
  const links = new Map<WantedList, string>();
  let stale: readonly ListToRead[] = lists;
  for (let round = 1; round <= MAX_ROUNDS && stale.length > 0; round += 1) {
    for (const list of stale) {
      // The token first: what changes during the read comes with it.
      const latest = await client.latest(list.ref, ["Title"]);
      if (!latest.ok) return latest;
      if (latest.value.kind === "changes") links.set(list.wanted, latest.value.deltaLink);
      const read = await readRows(client, list);
      if (!read.ok) return read;
      rows.set(list.wanted, read.value);
    }
    const changed: ListToRead[] = [];
    for (const list of lists) {
      const isQuiet = await hasNoChange(client, links.get(list.wanted));
      if (!isQuiet.ok) return isQuiet;
      if (!isQuiet.value) changed.push(list);
    }
    stale = changed;
  }
  return ok({ rows, isOfOneMoment: stale.length === 0 });
}

async function hasNoChange(client: GraphClient, link: string | undefined): Promise<Result<boolean, StoreFailure>> {
  if (link === undefined) return ok(false);
  const answer = await client.changes(link, ["Title"]);
  if (!answer.ok) return answer;
  return ok(answer.value.kind === "changes" && answer.value.entries.length === 0);
}
