import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { DeltaEntry } from "../client/delta.ts";
import type { GraphClient } from "../client/graph-client.ts";
import { ownFailure } from "../client/graph-error.ts";
import { inTurns } from "../client/in-turns.ts";
import type { GraphItem, ListRef } from "../client/list-item.ts";
import type { CallOptions } from "../client/send.ts";
import type { ListDefinition } from "../lists/define-list.ts";
import type { ListDirectory } from "../lists/list-directory.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { createReadWindows, type ReadWindow, type ReadWindows } from "./read-windows.ts";
import { createReplicaRows, type ReplicaRows } from "./replica-rows.ts";

/** One list in memory, kept fresh by delta; can be thrown away at any time. */
export interface ListReplica<T> {
  readonly list: ListDefinition<T>;
  readonly rows: ReplicaRows<T>;
  /** Whether the whole list has been read; before that an absent row says nothing. */
  readonly isRead: () => boolean;
  /** One delta (the first time: everything). Ends with rows at least as new as when it was called. */
  readonly refresh: (options?: CallOptions) => Promise<Result<void, StoreFailure>>;
  /** An own write or a fresh read, taken at once. */
  readonly taken: (item: GraphItem) => void;
  /** An own delete. */
  readonly removed: (id: string) => void;
  readonly itemOf: (id: string) => GraphItem | undefined;
  readonly onChange: (listener: () => void) => () => void;
}

interface Parts<T> {
  readonly client: GraphClient;
  readonly list: ListDefinition<T>;
  readonly rows: ReplicaRows<T>;
  readonly windows: ReadWindows;
}

/** What a read brought: whether rows changed, and where to go on from. */
interface ReadEnd {
  readonly changed: boolean;
  readonly deltaLink: string;
}

/** A replica of one list. Nothing is read until the first refresh. */
export function createListReplica<T>(
  client: GraphClient,
  list: ListDefinition<T>,
  directory: ListDirectory,
): ListReplica<T> {
  const parts: Parts<T> = { client, list, rows: createReplicaRows(list), windows: createReadWindows() };
  const listeners = new Set<() => void>();
  let deltaLink: string | undefined;
  /** The list the rows are of; undefined before the first whole read. */
  let readListId: string | undefined;

  function tell(changed: boolean): void {
    if (changed) for (const listener of listeners) listener();
  }

  /** The list itself is gone. What was read is shown until there is one again: nothing newer is known (T41). */
  function startAnew(): void {
    directory.forget(list.site);
    deltaLink = undefined;
  }

  /** What was read says nothing of a list provisioned in its place, whose ids begin at 1 again. */
  function dropAll(): void {
    readListId = undefined;
    const ids = parts.rows.items().map(({ id }) => id);
    for (const id of ids) parts.rows.drop(id);
    tell(ids.length > 0);
  }

  const refresh = oneAtATime(async (options: CallOptions): Promise<Result<void, StoreFailure>> => {
    const ref = await directory.locate(list);
    if (!ref.ok) return ref;
    if (readListId !== undefined && readListId !== ref.value.listId) dropAll();
    const read =
      deltaLink === undefined
        ? await readEverything(parts, ref.value, options)
        : await readChanges(parts, ref.value, deltaLink, options);
    if (!read.ok) {
      if (read.refusal.kind === "not-found") startAnew();
      return read;
    }
    deltaLink = read.value.deltaLink;
    readListId = ref.value.listId;
    tell(read.value.changed);
    return ok(undefined);
  });

  return {
    list,
    rows: parts.rows,
    isRead: () => readListId !== undefined,
    refresh: (options = {}) => refresh(options),
    taken: (item) => {
      parts.windows.taken(item.id);
      tell(parts.rows.take(item));
    },
    removed: (id) => {
      parts.windows.removed(id);
      tell(parts.rows.drop(id));
    },
    itemOf: parts.rows.itemOf,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function readEverything<T>(
  parts: Parts<T>,
  ref: ListRef,
  options: CallOptions,
): Promise<Result<ReadEnd, StoreFailure>> {
  const { client, list, rows } = parts;
  // The token first: what changes during the read comes with the first delta.
  const latest = await client.latest(ref, list.readColumns, options);
  if (!latest.ok) return latest;
  if (latest.value.kind === "resync") return refuse(ownFailure("unavailable", "Delta gives no token"));
  const window = parts.windows.open();
  const items = await client.items(ref, list.readColumns, options);
  if (!items.ok) {
    window.close();
    return items;
  }
  let changed = false;
  const before = rows.items();
  const present = new Set(before.length === 0 ? [] : items.value.map(({ id }) => id));
  for (const { id } of before) {
    if (!present.has(id) && !window.taken.has(id)) changed = rows.drop(id) || changed;
  }
  await inTurns(items.value, (item) => {
    if (!window.removed.has(item.id)) changed = rows.take(item) || changed;
  });
  // What is written or deleted here between two turns is newer than what was read, too.
  window.close();
  return ok({ changed, deltaLink: latest.value.deltaLink });
}

async function readChanges<T>(
  parts: Parts<T>,
  ref: ListRef,
  link: string,
  options: CallOptions,
): Promise<Result<ReadEnd, StoreFailure>> {
  const window = parts.windows.open();
  const answer = await parts.client.changes(link, parts.list.readColumns, options);
  window.close();
  if (!answer.ok) return answer;
  if (answer.value.kind === "resync") return readEverything(parts, ref, options);
  let changed = false;
  for (const entry of newestOfEach(answer.value.entries)) {
    const applied = await applyEntry(parts, ref, entry, window, options);
    if (!applied.ok) return applied;
    changed = applied.value || changed;
  }
  return ok({ changed, deltaLink: answer.value.deltaLink });
}

/**
 * One entry an item, its newest version: a feed may name an item several times and in any order (graph.md 6). Named as
 * deleted and as present, only the item itself can tell.
 */
function newestOfEach(entries: readonly DeltaEntry[]): readonly DeltaEntry[] {
  const byId = new Map<string, DeltaEntry>();
  for (const entry of entries) {
    if (entry.kind === "unreadable") continue;
    const id = entry.kind === "item" ? entry.item.id : entry.id;
    const before = byId.get(id);
    byId.set(id, before === undefined ? entry : newerOf(id, before, entry));
  }
  return [...byId.values()];
}

function newerOf(id: string, before: DeltaEntry, after: DeltaEntry): DeltaEntry {
  if (before.kind === "item" && after.kind === "item") {
    return after.item.revision >= before.item.revision ? after : before;
  }
  return before.kind === after.kind ? after : { kind: "id-only", id };
}

/** True when a row changed. */
async function applyEntry<T>(
  parts: Parts<T>,
  ref: ListRef,
  entry: DeltaEntry,
  window: ReadWindow,
  options: CallOptions,
): Promise<Result<boolean, StoreFailure>> {
  const { rows, client, list } = parts;
  switch (entry.kind) {
    case "unreadable":
      return ok(false);
    case "deleted":
      return ok(!window.taken.has(entry.id) && rows.drop(entry.id));
    case "item":
      return ok(!window.removed.has(entry.item.id) && rows.take(entry.item));
    case "id-only": {
      const item = await client.itemById(ref, entry.id, list.readColumns, options);
      if (item.ok) return ok(!window.removed.has(entry.id) && rows.take(item.value));
      if (item.refusal.kind === "malformed-item") return ok(false);
      return item.refusal.kind === "not-found" ? ok(rows.drop(entry.id)) : item;
    }
  }
}
