import type { Version } from "#use-cases/ports/versioned.ts";
import { revisionOf } from "../client/list-item.ts";

/** SharePoint's id and eTag of a stored version, packed so that nobody outside looks in (law 7). */
export function packVersion(item: { readonly id: string; readonly etag: string }): Version {
  return `${item.id} ${item.etag}` as Version;
}

/** What was packed; undefined for a text that is no version of ours. */
export function unpackVersion(
  version: Version,
): { readonly id: string; readonly etag: string; readonly revision: number } | undefined {
  const match = /^([1-9]\d*) (".+")$/.exec(version);
  const [, id, etag] = match ?? [];
  return id === undefined || etag === undefined ? undefined : { id, etag, revision: revisionOf(etag) };
}
