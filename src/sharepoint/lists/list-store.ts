import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { Version, Versioned } from "#use-cases/ports/versioned.ts";
import type { GraphClient } from "../client/graph-client.ts";
import { type GraphFailure, ownFailure } from "../client/graph-error.ts";
import type { GraphItem, ListRef } from "../client/list-item.ts";
import type { CallOptions } from "../client/send.ts";
import { type GraphFields, KEY_COLUMN, type ListDefinition, type StoredFields } from "./define-list.ts";
import { type ListDirectory, unlessListIsGone } from "./list-directory.ts";
import { packVersion, unpackVersion } from "./version.ts";

/** One list straight on Graph: every call is a request. */
export interface ListStore<T> {
  readonly read: (key: Key, options?: CallOptions) => Promise<Result<Versioned<T>, StoreFailure>>;
  /** All readable rows; malformed ones are left out (the replica keeps them for the health page). */
  readonly list: (options?: CallOptions) => Promise<Result<readonly Versioned<T>[], StoreFailure>>;
  /** `duplicate-key` when another value stands under the key; the same value under it is this create's own success. */
  readonly create: (key: Key, value: T, options?: CallOptions) => Promise<Result<Versioned<T>, StoreFailure>>;
  readonly save: (
    key: Key,
    value: T,
    version: Version,
    options?: CallOptions,
  ) => Promise<Result<Versioned<T>, StoreFailure>>;
  readonly remove: (version: Version, options?: CallOptions) => Promise<Result<void, StoreFailure>>;
}

/** Told of everything the store reads or writes, so that a replica has it at once. */
export interface ListStoreWatcher {
  readonly taken: (item: GraphItem) => void;
  readonly removed: (id: string) => void;
  /** The newest item it has been told of. */
  readonly itemOf: (id: string) => GraphItem | undefined;
}

interface StoreParts<T> {
  readonly client: GraphClient;
  readonly list: ListDefinition<T>;
  readonly directory: ListDirectory;
  readonly watcher: ListStoreWatcher | undefined;
}

/** The generic store of a list: keys, If-Match, codec; a write whose answer was lost is recognised as our own. */
export function createListStore<T>(
  client: GraphClient,
  list: ListDefinition<T>,
  directory: ListDirectory,
  watcher?: ListStoreWatcher,
): ListStore<T> {
  const parts: StoreParts<T> = { client, list, directory, watcher };
  return {
    read: (key, options) =>
      located(parts, async (ref) => {
        const item = await client.itemByKey(ref, KEY_COLUMN, key, list.readColumns, options);
        if (!item.ok) return item;
        return item.value ? versioned(parts, item.value) : refuse(ownFailure("not-found", "No item with the key"));
      }),
    list: (options) =>
      located(parts, async (ref) => {
        const items = await client.items(ref, list.readColumns, options);
        if (!items.ok) return items;
        return ok(items.value.map((item) => versioned(parts, item)).flatMap((row) => (row.ok ? [row.value] : [])));
      }),
    create: (key, value, options) => located(parts, (ref) => createRow(parts, ref, key, value, options)),
    save: (key, value, version, options) => located(parts, (ref) => saveRow(parts, ref, key, value, version, options)),
    remove: (version, options) => located(parts, (ref) => removeRow(parts, ref, version, options)),
  };
}

async function located<T, R>(
  parts: StoreParts<T>,
  run: (ref: ListRef) => Promise<Result<R, StoreFailure>>,
): Promise<Result<R, StoreFailure>> {
  const ref = await parts.directory.locate(parts.list);
  return ref.ok ? run(ref.value) : refuse(unlessListIsGone(ref.refusal));
}

async function createRow<T>(
  parts: StoreParts<T>,
  ref: ListRef,
  key: Key,
  value: T,
  options: CallOptions | undefined,
): Promise<Result<Versioned<T>, StoreFailure>> {
  const encoded = encode(parts.list, value);
  if (!encoded.ok) return encoded;
  // Nothing is sent for what is empty: a new row has no former value to clear.
  const filled = Object.fromEntries(Object.entries(encoded.value).filter(([, field]) => field !== null));
  const answer = await parts.client.createItem(ref, { keyColumn: KEY_COLUMN, key, fields: filled }, options);
  if (!answer.ok) return answer;
  if (answer.value.created) return written(parts, answer.value.item, value, { ...encoded.value, [KEY_COLUMN]: key });
  // The lookup brought only the fields that were sent; read what a reader needs.
  const present = await parts.client.itemById(ref, answer.value.item.id, parts.list.readColumns, options);
  if (!present.ok) return present;
  const row = versioned(parts, present.value);
  const own = parts.list.canonical(present.value.fields) === parts.list.canonical(encoded.value);
  return own ? row : refuse(ownFailure("duplicate-key", "Another value stands under the key"));
}

async function saveRow<T>(
  parts: StoreParts<T>,
  ref: ListRef,
  key: Key,
  value: T,
  version: Version,
  options: CallOptions | undefined,
): Promise<Result<Versioned<T>, StoreFailure>> {
  const at = unpackVersion(version);
  if (!at) return refuse(ownFailure("conflict", "Not a version of this store"));
  const before = parts.watcher?.itemOf(at.id);
  // Another version than the one that is replaced says nothing; the write will meet a conflict.
  const encoded = encode(parts.list, value, before?.etag === at.etag ? before.fields : undefined);
  if (!encoded.ok) return encoded;
  const answer = await parts.client.updateItem(ref, at.id, at.etag, { ...encoded.value, [KEY_COLUMN]: key }, options);
  if (answer.ok) return written(parts, answer.value, value, encoded.value);
  const { kind, afterUnclear, ambiguous } = answer.refusal;
  if (!((kind === "conflict" && afterUnclear) || ambiguous)) return answer;
  // The eTag moved after an attempt whose answer was lost: it may have been that attempt.
  const present = await parts.client.itemById(ref, at.id, parts.list.readColumns, options);
  if (!present.ok) return answer;
  const own = parts.list.canonical(present.value.fields) === parts.list.canonical(encoded.value);
  return own ? versioned(parts, present.value) : answer;
}

async function removeRow<T>(
  parts: StoreParts<T>,
  ref: ListRef,
  version: Version,
  options: CallOptions | undefined,
): Promise<Result<void, StoreFailure>> {
  const at = unpackVersion(version);
  if (!at) return refuse(ownFailure("conflict", "Not a version of this store"));
  const answer = await parts.client.deleteItem(ref, at.id, at.etag, options);
  if (answer.ok) parts.watcher?.removed(at.id);
  return answer;
}

/** After a good answer the value is what was sent: nothing needs to be parsed again. */
function written<T>(
  parts: StoreParts<T>,
  item: GraphItem,
  value: T,
  sent: GraphFields,
): Result<Versioned<T>, StoreFailure> {
  parts.watcher?.taken({ ...item, fields: { ...item.fields, ...sent } });
  return ok({ value, version: packVersion(item) });
}

function versioned<T>(parts: StoreParts<T>, item: GraphItem): Result<Versioned<T>, GraphFailure> {
  parts.watcher?.taken(item);
  const row = parts.list.decode(item.fields);
  if (row.ok) return ok({ value: row.value.value, version: packVersion(item) });
  return refuse(ownFailure("malformed-item", `${row.refusal.column} ${row.refusal.reason}`));
}

function encode<T>(list: ListDefinition<T>, value: T, before?: StoredFields): Result<GraphFields, GraphFailure> {
  const fields = list.encode(value, before);
  if (fields.ok) return fields;
  const { kind, column, reason } = fields.refusal;
  return refuse(ownFailure(kind === "too-large" ? "too-large" : "malformed-item", `${column} ${reason}`));
}
