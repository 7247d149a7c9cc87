import * as z from "zod/mini";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type GraphFailure, ownFailure } from "./graph-error.ts";
import { type CallOptions, parsed, type Sender } from "./send.ts";

const pageSchema = z.looseObject({
  value: z.array(z.unknown()),
  "@odata.nextLink": z.optional(z.string()),
  "@odata.deltaLink": z.optional(z.string()),
});

export interface Page {
  readonly entries: readonly unknown[];
  readonly nextLink: string | undefined;
  readonly deltaLink: string | undefined;
}

export interface PageRequest {
  readonly path: string;
  readonly units: number;
  /** Repeated on every page: Graph forgets `Prefer` otherwise. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly options: CallOptions | undefined;
}

/** One page; the paging links are opaque and absolute. */
export async function readPage(sender: Sender, request: PageRequest): Promise<Result<Page, GraphFailure>> {
  const page = parsed(await sender.send({ method: "GET", ...request }), pageSchema);
  if (!page.ok) return page;
  const { value, "@odata.nextLink": nextLink, "@odata.deltaLink": deltaLink } = page.value;
  return ok({ entries: value, nextLink, deltaLink });
}

/** All pages, in order. A page that leads back to one already read is a fault of the server, not an endless loop. */
export async function readAll(sender: Sender, request: PageRequest): Promise<Result<readonly unknown[], GraphFailure>> {
  const entries: unknown[] = [];
  const seen = new Set<string>();
  for (let path: string | undefined = request.path; path !== undefined; ) {
    if (seen.has(path)) return refuse(ownFailure("unavailable", "A nextLink led back to a page already read"));
    seen.add(path);
    const page: Result<Page, GraphFailure> = await readPage(sender, { ...request, path });
    if (!page.ok) return page;
    for (const entry of page.value.entries) entries.push(entry);
    path = page.value.nextLink;
  }
  return ok(entries);
}
