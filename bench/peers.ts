import {
  BatchRequestContent,
  BatchResponseContent,
  Client,
  type Context,
  HTTPMessageHandler,
  type Middleware,
  PageIterator,
  RetryHandler,
  RetryHandlerOptions,
} from "@microsoft/microsoft-graph-client";
import type { TimelinePipe } from "@pnp/core";
import { type _GraphQueryable, GraphBrowser, graphfi } from "@pnp/graph";
import "@pnp/graph/batching.js";
import "@pnp/graph/list-item/index.js";
import "@pnp/graph/lists/index.js";
import "@pnp/graph/sites/index.js";
import * as z from "zod/mini";
import type { ListRef } from "#sharepoint/client/list-item.ts";
import { GRAPH_ORIGIN } from "./bench-graph.ts";

const pageSchema = z.looseObject({ value: z.array(z.unknown()) });

/** What a library's user writes who follows its documentation. */
export interface Peer {
  readonly name: string;
  /** All items with all fields, at the library's page size. Answers how many came. */
  readonly readAll: (list: ListRef) => Promise<number>;
  /** Creates the rows by the library's batches. Answers how many were reported as done. */
  readonly createAll: (list: ListRef, rows: readonly Readonly<Record<string, string>>[]) => Promise<number>;
}

/** @pnp/graph with its own behaviours. */
export function pnpPeer(token: string): Peer {
  const graph = graphfi().using(GraphBrowser({ baseUrl: `${GRAPH_ORIGIN}/v1.0` }), bearer(token));
  return {
    name: "@pnp/graph",
    readAll: async ({ siteId, listId }) => {
      let count = 0;
      for await (const page of graph.sites.getById(siteId).lists.getById(listId).items.expand("fields")) {
        count += z.array(z.unknown()).parse(page).length;
      }
      return count;
    },
    createAll: async ({ siteId, listId }, rows) => {
      const [batched, execute] = graph.batched();
      // A new one for each: pnp takes an instance into one batch only.
      const items = () => batched.sites.getById(siteId).lists.getById(listId).items;
      let done = 0;
      const ends = rows.map((fields) =>
        items()
          .add({ fields })
          .then(
            () => {
              done += 1;
            },
            () => undefined,
          ),
      );
      await execute();
      await Promise.all(ends);
      return done;
    },
  };
}

function bearer(token: string): TimelinePipe<_GraphQueryable> {
  return (instance) => {
    instance.on.auth.replace(async (url, init) => {
      const headers: unknown = Object.assign({}, init.headers, { Authorization: `Bearer ${token}` });
      return [url, { ...init, headers: headers as Record<string, string> }];
    });
    return instance;
  };
}

/** The Graph SDK with its own retry; only the token comes from us. */
export function sdkPeer(token: string): Peer {
  const sign: Middleware = new Signer(token);
  const retry = new RetryHandler(new RetryHandlerOptions());
  const client = Client.initWithMiddleware({ middleware: [sign, retry, new HTTPMessageHandler()] });
  return {
    name: "graph-client",
    readAll: async ({ siteId, listId }) => {
      const first = pageSchema.parse(await client.api(`/sites/${siteId}/lists/${listId}/items`).expand("fields").get());
      let count = 0;
      await new PageIterator(client, first, () => {
        count += 1;
        return true;
      }).iterate();
      return count;
    },
    createAll: async ({ siteId, listId }, rows) => {
      let done = 0;
      for (let from = 0; from < rows.length; from += 20) {
        const steps = rows.slice(from, from + 20).map((fields, index) => ({
          id: String(index + 1),
          request: new Request(`${GRAPH_ORIGIN}/sites/${siteId}/lists/${listId}/items`, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify({ fields }),
          }),
        }));
        const content = await new BatchRequestContent(steps).getContent();
        const answer: unknown = await client.api("/$batch").post(content);
        const responses = new BatchResponseContent(z.parse(batchSchema, answer)).getResponses();
        for (const response of responses.values()) if (response.ok) done += 1;
      }
      return done;
    },
  };
}

const batchSchema = z.looseObject({ responses: z.array(z.any()) });

class Signer implements Middleware {
  private readonly token: string;
  private next: Middleware | undefined;

  constructor(token: string) {
    this.token = token;
  }

  setNext(next: Middleware): void {
    this.next = next;
  }

  async execute(context: Context): Promise<void> {
    const headers = { ...(context.options?.headers as Record<string, string>), authorization: `Bearer ${this.token}` };
    context.options = { ...context.options, headers };
    await this.next?.execute(context);
  }
}
