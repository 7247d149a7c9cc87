import {
  Client,
  type Context,
  HTTPMessageHandler,
  type Middleware,
  PageIterator,
} from "@microsoft/microsoft-graph-client";
import type { TimelinePipe } from "@pnp/core";
import { type _GraphQueryable, GraphBrowser, GraphCollection, graphfi } from "@pnp/graph";
import "@pnp/graph/columns/index.js";
import "@pnp/graph/files/index.js";
import "@pnp/graph/list-item/index.js";
import "@pnp/graph/lists/index.js";
import "@pnp/graph/sites/index.js";
import * as z from "zod/mini";

/** A list as clients see it. */
const listSchema = z.object({ id: z.string(), name: z.string(), displayName: z.string() });
const itemSchema = z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) });
const idSchema = z.object({ id: z.string() });
const pageSchema = z.looseObject({ value: z.array(z.unknown()) });
type Item = z.infer<typeof itemSchema>;

const idsOf = (answer: unknown): readonly string[] =>
  z
    .array(idSchema)
    .parse(answer)
    .map(({ id }) => id);
const rowPages = (items: readonly Item[], pages: number): RowPages => ({
  rows: items.map(({ fields }) => fields),
  ids: items.map(({ id }) => id),
  pages,
});

/** The columns of a row, by internal name. */
export type Row = Readonly<Record<string, unknown>>;

/** What to read of a list. */
export interface RowQuery {
  readonly fields: readonly string[];
  readonly filter?: string;
  readonly pageSize?: number;
}

/** Rows in the order they came, their item ids, and by how many pages. */
export interface RowPages {
  readonly rows: readonly Row[];
  readonly ids: readonly string[];
  readonly pages: number;
}

/** Where a list is. */
export interface ListPlace {
  readonly siteId: string;
  readonly listId: string;
}

/** What a manager's script does with a published client; every road rejects with the client's own error. */
export interface PublishedClient {
  /** The id of a site by its address. */
  siteId(host: string, path: string): Promise<string>;
  lists(siteId: string): Promise<readonly z.infer<typeof listSchema>[]>;
  /** All rows that match, by as many pages as the server makes of them. */
  rows(place: ListPlace, query: RowQuery): Promise<RowPages>;
  item(place: ListPlace, itemId: string): Promise<Row>;
  delta(place: ListPlace): Promise<unknown>;
  driveIds(siteId: string): Promise<readonly string[]>;
  driveFiles(driveId: string): Promise<unknown>;
  /** Makes an item and answers its id. */
  create(place: ListPlace, fields: Row): Promise<string>;
  change(place: ListPlace, itemId: string, fields: Row): Promise<unknown>;
  remove(place: ListPlace, itemId: string): Promise<unknown>;
  addColumn(place: ListPlace, column: Row): Promise<unknown>;
  addList(siteId: string, list: Row): Promise<unknown>;
}

/** The published client packages under test: configured with an address and a token, nothing else. */
export const publishedClients = {
  "@pnp/graph": pnpClient,
  "@microsoft/microsoft-graph-client": graphSdkClient,
} as const;

/** HTTP status of the error either client rejected with; 0 when it did not reject. */
export async function statusOf(call: Promise<unknown>): Promise<number> {
  try {
    await call;
    return 0;
  } catch (error) {
    const failed = z.object({ status: z.optional(z.number()), statusCode: z.optional(z.number()) }).parse(error);
    return failed.status ?? failed.statusCode ?? -1;
  }
}

/** @pnp/graph with its own behaviours: base address and a bearer header. */
export function pnpClient(graphUrl: string, token: string): PublishedClient {
  const graph = graphfi().using(GraphBrowser({ baseUrl: graphUrl }), bearer(token));
  const listAt = ({ siteId, listId }: ListPlace) => graph.sites.getById(siteId).lists.getById(listId);
  return {
    siteId: async (host, path) => {
      const site = await graph.sites.getByUrl(host, path);
      return idSchema.parse(await site.select("id")()).id;
    },
    lists: async (siteId) => z.array(listSchema).parse(await graph.sites.getById(siteId).lists()),
    rows: async (place, { fields, filter, pageSize }) => {
      const items = listAt(place)
        .items.select("id")
        .expand(`fields($select=${fields.join(",")})`);
      if (filter !== undefined) items.filter(filter);
      if (pageSize !== undefined) items.top(pageSize);
      const found: Item[] = [];
      let pages = 0;
      for await (const page of items) {
        pages += 1;
        found.push(...z.array(itemSchema).parse(page));
      }
      return rowPages(found, pages);
    },
    item: async (place, itemId) =>
      itemSchema.parse(await listAt(place).items.getById(itemId).select("id").expand("fields")()).fields,
    delta: (place) => GraphCollection(listAt(place), "items/delta")(),
    driveIds: async (siteId) => idsOf(await graph.sites.getById(siteId).drives()),
    driveFiles: (driveId) => graph.drives.getById(driveId).root.children(),
    create: async (place, fields) => idSchema.parse(await listAt(place).items.add({ fields })).id,
    change: (place, itemId, fields) => listAt(place).items.getById(itemId).update({ fields }),
    remove: (place, itemId) => listAt(place).items.getById(itemId).delete(),
    addColumn: (place, column) => listAt(place).columns.add(column),
    addList: (siteId, list) => graph.sites.getById(siteId).lists.add(list),
  };
}

function bearer(token: string): TimelinePipe<_GraphQueryable> {
  return (instance) => {
    instance.on.auth.replace(async (url, init) => {
      // Plain, as pnp's other behaviours spread it again.
      const headers: unknown = Object.assign({}, init.headers, { Authorization: `Bearer ${token}` });
      return [url, { ...init, headers: headers as Record<string, string> }];
    });
    return instance;
  };
}

/** Microsoft's Graph SDK with its own middleware chain; over http it takes its token from a handler of ours. */
export function graphSdkClient(graphUrl: string, token: string): PublishedClient {
  const { origin, pathname } = new URL(graphUrl);
  const handler = new BearerHandler(token);
  const client = Client.initWithMiddleware({
    middleware: handler,
    baseUrl: `${origin}/`,
    defaultVersion: pathname.slice(1),
  });
  const at = ({ siteId, listId }: ListPlace) => `/sites/${siteId}/lists/${listId}`;
  const valuesOf = (answer: unknown): unknown => z.object({ value: z.unknown() }).parse(answer).value;
  return {
    siteId: async (host, path) => idSchema.parse(await client.api(`/sites/${host}:${path}`).select("id").get()).id,
    lists: async (siteId) => z.array(listSchema).parse(valuesOf(await client.api(`/sites/${siteId}/lists`).get())),
    rows: async (place, { fields, filter, pageSize }) => {
      const request = client
        .api(`${at(place)}/items`)
        .select("id")
        .expand(`fields($select=${fields.join(",")})`);
      // The SDK does not encode query values.
      if (filter !== undefined) request.filter(encodeURIComponent(filter));
      if (pageSize !== undefined) request.top(pageSize);
      const before = handler.calls;
      const found: Item[] = [];
      const first = pageSchema.parse(await request.get());
      const pager = new PageIterator(client, first, (item) => {
        found.push(itemSchema.parse(item));
        return true;
      });
      await pager.iterate();
      return rowPages(found, handler.calls - before);
    },
    item: async (place, itemId) =>
      itemSchema.parse(
        await client
          .api(`${at(place)}/items/${itemId}`)
          .select("id")
          .expand("fields")
          .get(),
      ).fields,
    delta: (place) => client.api(`${at(place)}/items/delta`).get(),
    driveIds: async (siteId) => idsOf(valuesOf(await client.api(`/sites/${siteId}/drives`).get())),
    driveFiles: (driveId) => client.api(`/drives/${driveId}/root/children`).get(),
    create: async (place, fields) => idSchema.parse(await client.api(`${at(place)}/items`).post({ fields })).id,
    change: (place, itemId, fields) => client.api(`${at(place)}/items/${itemId}/fields`).patch(fields),
    remove: (place, itemId) => client.api(`${at(place)}/items/${itemId}`).delete(),
    addColumn: (place, column) => client.api(`${at(place)}/columns`).post(column),
    addList: (siteId, list) => client.api(`/sites/${siteId}/lists`).post(list),
  };
}

/** First handler of the SDK's chain: adds the token and lets the SDK's own handler send. */
class BearerHandler implements Middleware {
  /** Requests sent so far. */
  calls = 0;
  private readonly token: string;
  private readonly sender = new HTTPMessageHandler();

  constructor(token: string) {
    this.token = token;
  }

  async execute(context: Context): Promise<void> {
    this.calls += 1;
    if (typeof context.request === "string") {
      // The SDK nests an absolute http address, such as a nextLink, into a path of its own.
      context.request = context.request.replace(/^https?:\/\/[^/]+\/[^/]+\/(https?:\/\/.+)$/u, "$1");
    }
    const headers = { ...(context.options?.headers as Record<string, string>), authorization: `Bearer ${this.token}` };
    context.options = { ...context.options, headers };
    await this.sender.execute(context);
  }
}
