import * as z from "zod/mini";
import { ok, type Result } from "#domain/shared/result.ts";
import { fieldsSelect, queryString } from "./encoding.ts";
import type { GraphFailure } from "./graph-error.ts";
import { itemsPath } from "./items.ts";
import { type GraphItem, type ListRef, parseItem } from "./list-item.ts";
import { PAGE_SIZE, readPage } from "./paging.ts";
import type { CallOptions, Sender } from "./send.ts";

/** What the feed says of one item; `id-only` must be read by its id, `unreadable` is skipped (graph.md 6). */
export type DeltaEntry =
  | { readonly kind: "item"; readonly item: GraphItem }
  | { readonly kind: "deleted"; readonly id: string }
  | { readonly kind: "id-only"; readonly id: string }
  | { readonly kind: "unreadable" };

export type DeltaAnswer =
  | { readonly kind: "changes"; readonly entries: readonly DeltaEntry[]; readonly deltaLink: string }
  /** The token is too old: read everything again. */
  | { readonly kind: "resync" };

export interface DeltaOperations {
  /** A token for "from now on", without any items. */
  readonly latest: (
    list: ListRef,
    fields: readonly string[],
    options?: CallOptions,
  ) => Promise<Result<DeltaAnswer, GraphFailure>>;
  /** Everything since the token in the link. */
  readonly changes: (
    deltaLink: string,
    fields: readonly string[],
    options?: CallOptions,
  ) => Promise<Result<DeltaAnswer, GraphFailure>>;
}

const idOnly = z.looseObject({ id: z.string(), deleted: z.optional(z.unknown()) });

export function deltaOperations(sender: Sender): DeltaOperations {
  return {
    latest: (list, fields, options) => {
      const query = queryString({ token: "latest", $select: "id", $expand: fieldsSelect(fields), $top: PAGE_SIZE });
      return walk(sender, `${itemsPath(list)}/delta${query}`, 2, options);
    },
    changes: (deltaLink, fields, options) => walk(sender, withExpand(deltaLink, fields), 1, options),
  };
}

async function walk(
  sender: Sender,
  start: string,
  units: number,
  options: CallOptions | undefined,
): Promise<Result<DeltaAnswer, GraphFailure>> {
  const entries: DeltaEntry[] = [];
  let path = start;
  for (;;) {
    const page = await readPage(sender, { path, units, options });
    if (!page.ok) return page.refusal.status === 410 ? ok({ kind: "resync" }) : page;
    for (const entry of page.value.entries) entries.push(readEntry(entry));
    if (page.value.deltaLink !== undefined) return ok({ kind: "changes", entries, deltaLink: page.value.deltaLink });
    // Neither link: nothing to go on from.
    if (page.value.nextLink === undefined || page.value.nextLink === path) return ok({ kind: "resync" });
    path = page.value.nextLink;
  }
}

function readEntry(entry: unknown): DeltaEntry {
  const known = z.safeParse(idOnly, entry);
  if (!known.success || !/^[1-9]\d*$/.test(known.data.id)) return { kind: "unreadable" };
  if (known.data.deleted !== undefined) return { kind: "deleted", id: known.data.id };
  const item = parseItem(entry);
  return item ? { kind: "item", item } : { kind: "id-only", id: known.data.id };
}

/** A deltaLink may have lost its `$expand`; without it the feed tells ids only. */
function withExpand(deltaLink: string, fields: readonly string[]): string {
  if (/[?&](\$|%24)expand=/i.test(deltaLink)) return deltaLink;
  const joint = deltaLink.includes("?") ? "&" : "?";
  return `${deltaLink}${joint}$select=id&$expand=${fieldsSelect(fields)}`;
}
