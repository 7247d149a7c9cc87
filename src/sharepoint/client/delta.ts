import * as z from "zod/mini";
import { ok, type Result } from "#domain/shared/result.ts";
import { fieldsSelect, queryString } from "./encoding.ts";
import type { GraphFailure } from "./graph-error.ts";
import { graphLimits } from "./graph-limits.ts";
import { itemsPath } from "./items.ts";
import { type GraphItem, type ListRef, parseItem } from "./list-item.ts";
import { readPage } from "./paging.ts";
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
      const query = queryString({
        token: "latest",
        $select: "id",
        $expand: fieldsSelect(fields),
        $top: graphLimits.itemsPerPage,
      });
      return walk(sender, `${itemsPath(list)}/delta${query}`, 2, isTooOld, options);
    },
    changes: (deltaLink, fields, options) =>
      walk(sender, withOptions(deltaLink, fields), 1, (failure) => isTooOld(failure) || isForeign(failure), options),
  };
}

async function walk(
  sender: Sender,
  start: string,
  units: number,
  isUnusable: (failure: GraphFailure) => boolean,
  options: CallOptions | undefined,
): Promise<Result<DeltaAnswer, GraphFailure>> {
  const entries: DeltaEntry[] = [];
  let path = start;
  for (;;) {
    const page = await readPage(sender, { path, units, options });
    if (!page.ok) return isUnusable(page.refusal) ? ok({ kind: "resync" }) : page;
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

/** 410 in all its spellings (resyncRequired, resyncChangesApplyDifferences, …UploadDifferences): we hold no own changes. */
function isTooOld(failure: GraphFailure): boolean {
  return failure.status === 410;
}

/** A token that is no token of this list is refused as a bad request; asked again it would be so for ever. */
function isForeign(failure: GraphFailure): boolean {
  return failure.status === 400;
}

/** A deltaLink may have lost its `$expand` or `$select`; without them the feed tells ids only, or everything. */
function withOptions(deltaLink: string, fields: readonly string[]): string {
  const missing = [
    ...(/[?&](\$|%24)select=/i.test(deltaLink) ? [] : ["$select=id"]),
    ...(/[?&](\$|%24)expand=/i.test(deltaLink) ? [] : [`$expand=${fieldsSelect(fields)}`]),
  ];
  if (missing.length === 0) return deltaLink;
  return `${deltaLink}${deltaLink.includes("?") ? "&" : "?"}${missing.join("&")}`;
}
