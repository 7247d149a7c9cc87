import type { Key } from "#domain/shared/keys.ts";
import type { RecordCollection } from "#use-cases/ports/record-collection.ts";
import type { GraphClient } from "../client/graph-client.ts";
import type { ListDirectory } from "../lists/list-directory.ts";
import { createListStore } from "../lists/list-store.ts";
import type { ListReplica } from "./list-replica.ts";

/** The record port of one list: reads from the replica, writes to SharePoint, own writes in the replica at once. */
export function createRecordCollection<T extends { readonly key: Key }>(
  client: GraphClient,
  directory: ListDirectory,
  replica: ListReplica<T>,
): RecordCollection<T> {
  const store = createListStore(client, replica.list, directory, replica);
  return {
    all: () => replica.rows.all(),
    byKey: (key) => replica.rows.byKey(key),
    read: (key) => store.read(key),
    create: (value) => store.create(value.key, value),
    save: (value, version) => store.save(value.key, value, version),
    remove: (_key, version) => store.remove(version),
  };
}
