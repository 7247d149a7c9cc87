import {
  BatchRequestContent,
  type BatchResponseBody,
  BatchResponseContent,
  Client,
  type Context,
  FileUpload,
  HTTPMessageHandler,
  type Middleware,
  OneDriveLargeFileUploadTask,
  PageIterator,
} from "@microsoft/microsoft-graph-client";
import * as z from "zod/mini";
import {
  deltaSchema,
  type Item,
  idSchema,
  idsOf,
  itemSchema,
  listSchema,
  pageSchema,
  rowPages,
  sliceBytes,
} from "./clients-answers.ts";
import type { ListPlace, PublishedClient } from "./clients-published.ts";

/** Microsoft's Graph SDK with its own middleware chain; over http it takes its token from a handler of ours. */
export function graphSdkClient(graphUrl: string, token: string): PublishedClient {
  const { origin, pathname } = new URL(graphUrl);
  const handler = new BearerHandler(graphUrl, token);
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
    changeIf: (place, itemId, etag, fields) =>
      client
        .api(`${at(place)}/items/${itemId}/fields`)
        .header("If-Match", etag)
        .patch(fields),
    changes: async (place, deltaLink) => {
      const answer: unknown = await client.api(deltaLink ?? `${at(place)}/items/delta?token=latest`).get();
      const page = deltaSchema.parse(answer);
      return { ids: idsOf(page.value), deltaLink: page["@odata.deltaLink"] };
    },
    createTogether: async (place, rows) => {
      const steps = rows.map((fields, index) => ({
        id: String(index),
        // A name only: the SDK keeps what follows it.
        request: new Request(`https://graph${at(place)}/items`, {
          method: "POST",
          body: JSON.stringify({ fields }),
          headers: { "Content-Type": "application/json" },
        }),
      }));
      const batch = await new BatchRequestContent(steps).getContent();
      const answer: unknown = await client.api("/$batch").post(batch);
      const answers = new BatchResponseContent(answer as BatchResponseBody);
      return idsOf(await Promise.all(steps.map(({ id }) => answers.getResponseById(id).json())));
    },
    upload: (driveId, name, content) =>
      client.api(`/drives/${driveId}/root:/${encodeURIComponent(name)}:/content`).put(Buffer.from(content)),
    uploadInSlices: async (driveId, name, content) => {
      const address = `/drives/${driveId}/root:/${encodeURIComponent(name)}:/createUploadSession`;
      const session = await OneDriveLargeFileUploadTask.createUploadSession(client, address, {
        fileName: name,
        conflictBehavior: "fail",
      });
      const file = new FileUpload(new Uint8Array(content).buffer, name, content.byteLength);
      const task = new OneDriveLargeFileUploadTask(client, file, session, { rangeSize: sliceBytes });
      return (await task.upload()).responseBody;
    },
    addColumn: (place, column) => client.api(`${at(place)}/columns`).post(column),
    addList: (siteId, list) => client.api(`/sites/${siteId}/lists`).post(list),
  };
}

/** First handler of the SDK's chain: adds the token and lets the SDK's own handler send. */
class BearerHandler implements Middleware {
  /** Requests sent so far. */
  calls = 0;
  private readonly graphUrl: string;
  private readonly token: string;
  private readonly sender = new HTTPMessageHandler();

  constructor(graphUrl: string, token: string) {
    this.graphUrl = graphUrl;
    this.token = token;
  }

  async execute(context: Context): Promise<void> {
    this.calls += 1;
    if (typeof context.request === "string") {
      // The SDK nests an absolute http address, such as a nextLink, into a path of its own.
      context.request = context.request.replace(/^https?:\/\/[^/]+\/[^/]+\/(https?:\/\/.+)$/u, "$1");
    }
    // As with Microsoft: no token to the address of an upload, which is no address of Graph.
    if (typeof context.request === "string" && context.request.startsWith(this.graphUrl)) {
      const headers = {
        ...(context.options?.headers as Record<string, string>),
        authorization: `Bearer ${this.token}`,
      };
      context.options = { ...context.options, headers };
    }
    await this.sender.execute(context);
  }
}
