import * as z from "zod/mini";
import type { GraphReader } from "./graph-reader.ts";
import type { Row } from "./list-model.ts";
import { itemsPath, type ListData, loadRow } from "./load-list.ts";
import { refusalIn } from "./use-loaded.ts";

/** What Graph's delta told. */
export interface Trace {
  /** Ids of what has changed; true: deleted. */
  readonly ids: ReadonlyMap<string, boolean>;
  /** Leads on from there. */
  readonly link: string;
}

const deltaSchema = z.looseObject({
  value: z.array(z.looseObject({ id: z.string(), deleted: z.optional(z.unknown()) })),
  "@odata.nextLink": z.optional(z.string()),
  "@odata.deltaLink": z.optional(z.string()),
});

/** All pages of what has changed since `from`; undefined: nothing, only the link from now on. Throws a ReadFailure. */
export async function readTrace(reader: GraphReader, data: ListData, from: string | undefined): Promise<Trace> {
  const start = `${itemsPath(data)}/delta?token=latest`;
  const ids = new Map<string, boolean>();
  for (let link = from ?? start; ; ) {
    const page = await reader.get(deltaSchema, link);
    for (const { id, deleted } of page.value) ids.set(id, deleted !== undefined);
    link = pathOf(page["@odata.nextLink"] ?? page["@odata.deltaLink"] ?? start);
    if (page["@odata.nextLink"] === undefined) return { ids, link };
  }
}

/** The rows that a trace names as they stand now, and the ids of those that are gone. Throws a ReadFailure. */
export async function readChanged(
  reader: GraphReader,
  data: ListData,
  ids: Trace["ids"],
): Promise<{ readonly rows: readonly Row[]; readonly removed: readonly string[] }> {
  const rowOf = async (id: string): Promise<Row | undefined> => {
    try {
      return await loadRow(reader, data, id);
    } catch (error) {
      // Deleted since the trace was read.
      if (refusalIn(error) === "not-found") return undefined;
      throw error;
    }
  };
  const read = await Promise.all([...ids].map(async ([id, gone]) => ({ id, row: gone ? undefined : await rowOf(id) })));
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    removed: read.filter(({ row }) => row === undefined).map(({ id }) => id),
  };
}

/** Graph's links carry its origin and version; the reader puts its own before. */
function pathOf(link: string): string {
  return link.replace(/^https?:\/\/[^/]+\/v1\.0/u, "");
}
