import type { TimelinePipe } from "@pnp/core";
import { type _GraphQueryable, GraphBrowser, GraphCollection, graphfi, Paged } from "@pnp/graph";
import "@pnp/graph/batching.js";
import "@pnp/graph/columns/index.js";
import "@pnp/graph/files/index.js";
import "@pnp/graph/list-item/index.js";
import "@pnp/graph/lists/index.js";
import "@pnp/graph/sites/index.js";
import * as z from "zod/mini";
import {
  type Item,
  idSchema,
  idsOf,
  itemSchema,
  listSchema,
  pagedSchema,
  rowPages,
  sliceBytes,
} from "./clients-answers.ts";
import type { ListPlace, PublishedClient } from "./clients-published.ts";

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
    changeIf: (place, itemId, etag, fields) =>
      listAt(place).items.getById(itemId).using(withHeader("If-Match", etag)).update({ fields }),
    changes: async (place, deltaLink) => {
      const feed =
        deltaLink === undefined
          ? GraphCollection(listAt(place), "items/delta?token=latest")
          : GraphCollection([listAt(place), deltaLink]);
      const page = pagedSchema.parse(await feed.using(Paged())());
      return { ids: idsOf(page.value), deltaLink: page.deltaLink };
    },
    createTogether: async ({ siteId, listId }, rows) => {
      const [batched, execute] = graph.batched();
      // An object of pnp's takes part in a batch once.
      const made = rows.map((fields) => batched.sites.getById(siteId).lists.getById(listId).items.add({ fields }));
      await execute();
      return idsOf(await Promise.all(made));
    },
    upload: (driveId, name, content) =>
      graph.drives.getById(driveId).root.upload({ content: new Blob([new Uint8Array(content)]), filePathName: name }),
    uploadInSlices: async (driveId, name, content) => {
      const root = graph.drives.getById(driveId).getItemById("root");
      const { resumableUpload } = await root.createUploadSession({ item: { name }, conflictBehavior: "fail" });
      let answer: unknown;
      for (let start = 0; start < content.byteLength; start += sliceBytes) {
        const slice = content.slice(start, start + sliceBytes);
        const range = `bytes ${start}-${start + slice.byteLength - 1}/${content.byteLength}`;
        answer = await resumableUpload.upload(slice.byteLength, slice, range);
      }
      return answer;
    },
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

function withHeader(name: string, value: string): TimelinePipe<_GraphQueryable> {
  return (instance) => {
    instance.on.pre(async (url, init, result) => {
      const headers: unknown = Object.assign({}, init.headers, { [name]: value });
      return [url, { ...init, headers: headers as Record<string, string> }, result];
    });
    return instance;
  };
}
