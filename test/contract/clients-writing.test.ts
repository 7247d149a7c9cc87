import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Bench, openBench, serviceToken, tokenOf } from "#workspace/graph-server/graph-server.test-support.ts";
import { type LoopbackServer, serveLoopback } from "#workspace/serve-loopback.ts";
import { type ListPlace, type PublishedClient, publishedClients, statusOf } from "./clients-published.ts";

let bench: Bench;
let listener: LoopbackServer;
let place: ListPlace;
let driveId: string;
beforeEach(async () => {
  listener = await serveLoopback((request) => bench.server.fetch(request), 0);
  bench = openBench({ origin: `http://localhost:${listener.port}` });
  const siteId = (await bench.call("GET", bench.site.slice(0, -1))).text("id");
  const columns = [{ name: "Nr", text: {}, indexed: true }];
  const list = await bench.call("POST", `${bench.site}/lists`, { displayName: "Sager", columns });
  place = { siteId, listId: list.text("id") };
  driveId = (await bench.call("GET", `${bench.site}/lists/Dokumenter/drive`)).text("id");
});
afterEach(async () => {
  await listener.close();
  bench.server.close();
});

describe.for(Object.entries(publishedClients))("%s, unmodified, over http", ([, clientOf]) => {
  let client: PublishedClient;
  beforeEach(() => {
    client = clientOf(`http://localhost:${listener.port}/v1.0`, serviceToken);
  });

  test("creates, reads, changes by eTag, and removes", async () => {
    const id = await client.create(place, { Title: "Ny & bedre", Nr: "1" });
    const before = await client.item(place, id);
    expect(before).toMatchObject({ Title: "Ny & bedre", Nr: "1", _UIVersionString: "1.0" });
    const etag = String(before["@odata.etag"]);
    await client.changeIf(place, id, etag, { Title: "Anden" });
    expect(await statusOf(client.changeIf(place, id, etag, { Title: "Tredje" }))).toBe(412);
    expect(await client.item(place, id)).toMatchObject({ Title: "Anden", Nr: "1", _UIVersionString: "2.0" });
    await client.remove(place, id);
    expect(await statusOf(client.item(place, id))).toBe(404);
  });

  test("makes several items in one batch, pages through them and filters them", async () => {
    const made = await client.createTogether(place, [{ Nr: "a" }, { Nr: "b" }, { Nr: "c" }, { Nr: "a" }]);
    expect(made).toEqual(["1", "2", "3", "4"]);
    const walked = await client.rows(place, { fields: ["Nr"], pageSize: 3 });
    expect([walked.ids, walked.pages]).toEqual([["1", "2", "3", "4"], 2]);
    expect((await client.rows(place, { fields: ["Nr"], filter: "fields/Nr eq 'a'" })).ids).toEqual(["1", "4"]);
  });

  test("follows what happens in a list by its delta links", async () => {
    const start = await client.changes(place);
    expect(start.ids).toEqual([]);
    const id = await client.create(place, { Title: "Ny" });
    const told = await client.changes(place, start.deltaLink);
    expect(told.ids).toEqual([id]);
    expect((await client.changes(place, told.deltaLink)).ids).toEqual([]);
  });

  test("puts a small file into a library and a large one in slices", async () => {
    const large = Uint8Array.from({ length: 700 * 1_024 }, (_, index) => index % 251);
    await client.upload(driveId, "lille.txt", new TextEncoder().encode("hej"));
    expect(await client.uploadInSlices(driveId, "stor.bin", large)).toMatchObject({
      name: "stor.bin",
      size: large.byteLength,
    });
    const kept = await bench.call("GET", `/drives/${driveId}/root/children?$select=name,size`);
    expect(kept.at("value")).toEqual([
      { name: "lille.txt", size: 3 },
      { name: "stor.bin", size: large.byteLength },
    ]);
    const file = await bench.call("GET", `/drives/${driveId}/root:/stor.bin`);
    const content = await fetch(file.text("@microsoft.graph.downloadUrl"));
    expect(Buffer.compare(Buffer.from(await content.arrayBuffer()), large)).toBe(0);
  });

  test("is refused where the person or the application has no right", async () => {
    const visitor = clientOf(`http://localhost:${listener.port}/v1.0`, tokenOf("gaest"));
    const refusals = [
      visitor.create(place, { Title: "Ny" }),
      visitor.createTogether(place, [{ Title: "Ny" }]),
      visitor.upload(driveId, "a.txt", new Uint8Array(3)),
      client.addColumn(place, { name: "Ekstra", text: {} }),
    ];
    const ends = await Promise.allSettled(refusals);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "rejected"]);
    expect((await client.rows(place, { fields: ["Nr"] })).ids).toEqual([]);
  });
});
