import type { Key } from "#domain/shared/keys.ts";
import type { Version, Versioned } from "#use-cases/ports/versioned.ts";
import type { GraphItem } from "../client/list-item.ts";
import type { ListDefinition, MalformedItem } from "../lists/define-list.ts";
import { packVersion } from "../lists/version.ts";

/** A readable row of the replica. */
export interface ReplicaRow<T> extends Versioned<T> {
  readonly key: Key;
  readonly version: Version;
  readonly item: GraphItem;
}

/** A row that is not what its list says, kept aside for the health page. */
export interface UnreadableRow extends MalformedItem {
  readonly item: GraphItem;
}

/** The rows of one list in memory; pure bookkeeping without Graph. */
export interface ReplicaRows<T> {
  readonly all: () => readonly ReplicaRow<T>[];
  readonly byKey: (key: Key) => ReplicaRow<T> | undefined;
  readonly unreadable: () => readonly UnreadableRow[];
  /** Readable and not, for the reconcile. */
  readonly items: () => readonly GraphItem[];
  readonly itemOf: (id: string) => GraphItem | undefined;
  /** Takes the item if it is newer than what is here. True when something changed. */
  readonly take: (item: GraphItem) => boolean;
  readonly drop: (id: string) => boolean;
  /** Rows by a text made of the value; kept while rows come and go. */
  readonly indexBy: (
    name: string,
    of: (value: T) => string | undefined,
  ) => (wanted: string) => readonly ReplicaRow<T>[];
}

type Row<T> =
  | { readonly kind: "row"; readonly row: ReplicaRow<T> }
  | { readonly kind: "unreadable"; readonly row: UnreadableRow };

/** An empty set of rows of a list. */
export function createReplicaRows<T>(list: ListDefinition<T>): ReplicaRows<T> {
  const byId = new Map<string, Row<T>>();
  const idByKey = new Map<Key, string>();
  const indexes = new Map<string, ReadonlyMap<string, ReplicaRow<T>[]>>();
  let cached: readonly ReplicaRow<T>[] | undefined;

  function changed(): void {
    cached = undefined;
    indexes.clear();
  }

  function forget(id: string): void {
    const present = byId.get(id);
    if (present?.kind === "row" && idByKey.get(present.row.key) === id) idByKey.delete(present.row.key);
    byId.delete(id);
  }

  function all(): readonly ReplicaRow<T>[] {
    cached ??= [...byId.values()].flatMap((entry) => (entry.kind === "row" ? [entry.row] : []));
    return cached;
  }

  return {
    all,
    byKey: (key) => {
      const entry = byId.get(idByKey.get(key) ?? "");
      return entry?.kind === "row" ? entry.row : undefined;
    },
    unreadable: () => [...byId.values()].flatMap((entry) => (entry.kind === "unreadable" ? [entry.row] : [])),
    items: () => [...byId.values()].map((entry) => entry.row.item),
    itemOf: (id) => byId.get(id)?.row.item,
    take: (item) => {
      const present = byId.get(item.id);
      if (present && present.row.item.revision >= item.revision) return false;
      forget(item.id);
      const read = list.decode(item.fields);
      if (read.ok) {
        const { key, value } = read.value;
        byId.set(item.id, { kind: "row", row: { key, value, version: packVersion(item), item } });
        idByKey.set(key, item.id);
      } else {
        byId.set(item.id, { kind: "unreadable", row: { ...read.refusal, item } });
      }
      changed();
      return true;
    },
    drop: (id) => {
      if (!byId.has(id)) return false;
      forget(id);
      changed();
      return true;
    },
    indexBy: (name, of) => (wanted) => {
      const index = indexes.get(name) ?? buildIndex(all(), of);
      indexes.set(name, index);
      return index.get(wanted) ?? [];
    },
  };
}

function buildIndex<T>(
  rows: readonly ReplicaRow<T>[],
  of: (value: T) => string | undefined,
): ReadonlyMap<string, ReplicaRow<T>[]> {
  const index = new Map<string, ReplicaRow<T>[]>();
  for (const row of rows) {
    const name = of(row.value);
    if (name === undefined) continue;
    const bucket = index.get(name);
    if (bucket) bucket.push(row);
    else index.set(name, [row]);
  }
  return index;
}
