import * as z from "zod/mini";

/** Where a list is: SharePoint's own ids, which never leave `src/sharepoint`. */
export interface ListRef {
  readonly siteId: string;
  readonly listId: string;
}

/** A list item as Graph gives it. */
export interface GraphItem {
  readonly id: string;
  /** With its own double quotes, ready for If-Match. */
  readonly etag: string;
  /** Counter in the eTag; rises by one with every change. */
  readonly revision: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

const itemSchema = z.looseObject({
  id: z.string(),
  eTag: z.optional(z.string()),
  "@odata.etag": z.optional(z.string()),
  fields: z.optional(z.looseObject({})),
});

/** The item in an answer; undefined for what is none (delta feeds have held error objects, graph.md 6). */
export function parseItem(body: unknown): GraphItem | undefined {
  const parsed = z.safeParse(itemSchema, body);
  if (!parsed.success || !/^[1-9]\d*$/.test(parsed.data.id) || parsed.data.fields === undefined) return undefined;
  const { id, fields } = parsed.data;
  const own = fields["@odata.etag"];
  const etag = quoted(parsed.data["@odata.etag"] ?? parsed.data.eTag ?? (typeof own === "string" ? own : undefined));
  return etag === undefined ? undefined : { id, etag, revision: revisionOf(etag), fields };
}

/** Some answers carry the eTag without its quotes (graph.md 3). */
export function quoted(etag: string | undefined): string | undefined {
  if (etag === undefined || etag === "") return undefined;
  return etag.startsWith('"') ? etag : `"${etag}"`;
}

/** The number after the comma of `"<guid>,<n>"`; 0 when there is none. */
export function revisionOf(etag: string): number {
  const match = /,(\d+)"?$/.exec(etag);
  return match?.[1] === undefined ? 0 : Number(match[1]);
}
