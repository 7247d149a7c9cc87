import { Client, PageIterator } from "@microsoft/microsoft-graph-client";
import { describe, expect, test } from "vitest";
import { type Answer, json, scriptedFetch } from "#test/contract/scripted-fetch.ts";
import { virtualMachine } from "#test/contract/virtual-machine.ts";
import { createGraphClient, type GraphClient } from "./graph-client.ts";
import { ForeignOriginError, middleware, unnest } from "./pipeline.ts";

const local = "http://127.0.0.1:4282";
const cloud = "https://graph.microsoft.com";
const list = {
  siteId: "fjord.example,0a000000-0000-4000-8000-000000000001,0a000000-0000-4000-8000-000000000002",
  listId: "0b000000-0000-4000-8000-000000000001",
};
const item = (id: string) => ({ id, "@odata.etag": '"g,1"', fields: { "@odata.etag": '"g,1"', id, Title: "A" } });

function clientOn(origin: string, ...answers: readonly Answer[]) {
  const script = scriptedFetch(...answers);
  const options = { graphOrigin: origin, token: async () => "TOKEN", fetch: script.fetch, log: () => undefined };
  return { client: createGraphClient({ ...options, ...virtualMachine() }), script };
}

/** Three pages of one row each, linked as Graph links them. */
const threePages = (origin: string) =>
  [1, 2, 3].map((number) => {
    const nextLink = `${origin}/v1.0/sites/s/lists/l/items?$top=1&$skiptoken=UGFnZWQ${number}`;
    return json({ value: [item(String(number))], ...(number < 3 ? { "@odata.nextLink": nextLink } : {}) });
  });

describe("where the token goes", () => {
  test.each([
    "http://127.0.0.1:9999/v1.0/sites",
    "http://localhost:4282/v1.0/sites",
    "https://127.0.0.1:4282/v1.0/sites",
    "http://127.0.0.1:4282@evil.example/v1.0/sites",
  ])("G-105 the token goes to Graph's own origin, never along a link to %s", async (nextLink) => {
    const { client, script } = clientOn(local, json({ value: [], "@odata.nextLink": nextLink }));
    await expect(client.items(list, ["Title"])).rejects.toThrow(ForeignOriginError);
    expect(script.sent.map(({ url }) => new URL(url).origin)).toEqual([local]);
    expect(script.sent[0]?.headers.get("authorization")).toBe("Bearer TOKEN");
  });
});

describe("pages", () => {
  test.each([local, cloud])("G-106 our client walks three pages on %s, each with the token", async (origin) => {
    const { client, script } = clientOn(origin, ...threePages(origin));
    const items = await client.items(list, ["Title"]);
    expect(items.ok && items.value.map(({ id }) => id)).toEqual(["1", "2", "3"]);
    const tokens = script.sent.map(({ headers }) => headers.get("authorization"));
    expect(tokens).toEqual(["Bearer TOKEN", "Bearer TOKEN", "Bearer TOKEN"]);
    expect(script.sent[2]?.url).toBe(`${origin}/v1.0/sites/s/lists/l/items?$top=1&$skiptoken=UGFnZWQ2`);
  });

  test.each([local, cloud])("G-106 the SDK's own PageIterator walks three pages on %s", async (origin) => {
    const script = scriptedFetch(...threePages(origin));
    const send = middleware(async (context) => {
      context.response = await script.fetch(String(context.request), context.options);
    });
    const client = Client.initWithMiddleware({
      baseUrl: `${origin}/`,
      defaultVersion: "v1.0",
      middleware: [unnest(), send],
    });
    const found: string[] = [];
    const first = (await client.api("/sites/s/lists/l/items").top(1).get()) as { value: unknown[] };
    const pages = new PageIterator(client, first, ({ id }: { id: string }) => {
      found.push(id);
      return true;
    });
    await pages.iterate();
    expect(found).toEqual(["1", "2", "3"]);
    expect(script.sent.map(({ url }) => url.replace(origin, ""))).toEqual([
      "/v1.0/sites/s/lists/l/items?$top=1",
      "/v1.0/sites/s/lists/l/items?$top=1&$skiptoken=UGFnZWQ1",
      "/v1.0/sites/s/lists/l/items?$top=1&$skiptoken=UGFnZWQ2",
    ]);
  });
});

/** Everything the product asks of Graph, with letters that need care. */
async function everything(client: GraphClient): Promise<void> {
  const create = { keyColumn: "Noegle", key: "aa", fields: { Title: "Æbler & pærer #1" } };
  const column = { name: "Ny", displayName: "Ny kolonne", text: {} };
  const made = { displayName: "Sager & møder", description: "", columns: [column], template: "genericList" as const };
  await client.siteByPath("fjord.example", "/sites/sagsrum");
  await client.lists(list.siteId);
  await client.createList(list.siteId, made);
  await client.updateList(list, { displayName: "Ny titel" });
  await client.columns(list);
  await client.addColumn(list, column);
  await client.updateColumn(list, "0c000000-0000-4000-8000-000000000001", { indexed: true });
  await client.items(list, ["Title"]);
  await client.itemById(list, "7", ["Title", "Noegle"]);
  await client.editorOf(list, "7");
  await client.itemByKey(list, "Noegle", "O'Brien & søn", ["Noegle", "Title"]);
  await client.createItem(list, create);
  await client.updateItem(list, "7", '"g,1"', {
    Title: "Ø",
    "Flere@odata.type": "Collection(Edm.String)",
    Flere: ["a"],
  });
  await client.deleteItem(list, "7", '"g,1"');
  await client.batch([
    { method: "PATCH", path: "/x", units: 2, headers: { "If-Match": "e" }, body: { fields: { Title: "å" } } },
  ]);
  await client.latest(list, ["Title"]);
  await client.driveOf(list);
  await client.putFile("b!x", "Bilag ø.pdf", new TextEncoder().encode("%PDF æ"));
  await client.getFile("b!x", "Bilag ø.pdf");
  await client.people("O'Br");
}

/** What leaves the client for one origin: verb, path, query, headers and body, byte for byte. */
async function recorded(origin: string) {
  const sent: unknown[] = [];
  const fetchImpl: typeof fetch = async (input, init) => {
    // The address as the client wrote it: a Request would tidy it.
    const url = input instanceof Request ? input.url : input.toString();
    const headers = [...new Headers(init?.headers)].filter(([name]) => name !== "client-request-id");
    const body = Buffer.from(await new Response(init?.body).arrayBuffer()).toString("base64");
    sent.push({ method: init?.method, path: url.slice(new URL(url).origin.length), headers, body });
    return json({ ...item("7"), value: [], responses: [{ id: "0", status: 200, body: {} }] });
  };
  const options = { graphOrigin: origin, token: async () => "TOKEN", fetch: fetchImpl, log: () => undefined };
  await everything(createGraphClient({ ...options, ...virtualMachine() }));
  return sent;
}

test("G-107 the same client sends the same bytes to Microsoft as to a workspace", async () => {
  const toCloud = await recorded(cloud);
  expect(await recorded(local)).toEqual(toCloud);
  expect(toCloud).toHaveLength(20);
  expect(toCloud).toContainEqual(
    expect.objectContaining({
      method: "GET",
      path: `/v1.0/sites/${list.siteId}/lists/${list.listId}/items?$filter=fields/Noegle%20eq%20'O''Brien%20%26%20s%C3%B8n'&$select=id&$expand=fields($select=Noegle,Title)&$top=2`,
    }),
  );
});
