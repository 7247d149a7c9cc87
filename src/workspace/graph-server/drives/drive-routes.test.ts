import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Answer, type Bench, openBench, textLike, tokenOf } from "../graph-server.test-support.ts";

let bench: Bench;
let list: string;
let drive: string;

beforeEach(async () => {
  bench = openBench();
  list = `${bench.site}/lists/Bilag`;
  await bench.call("POST", `${bench.site}/lists`, {
    displayName: "Bilag",
    columns: [{ name: "Sag", text: {}, indexed: true }],
    list: { template: "documentLibrary" },
  });
  drive = `/drives/${(await bench.call("GET", `${list}/drive`)).text("id")}`;
});
afterEach(() => bench.server.close());

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const asText = { headers: { "content-type": "text/plain" } };
const put = (path: string, text: string): Promise<Answer> =>
  bench.call("PUT", `${drive}/root:/${encodeURI(path)}:/content`, bytes(text), asText);

async function read(url: string): Promise<string> {
  const response = await bench.server.fetch(new Request(url));
  expect(response.status).toBe(200);
  return response.text();
}

describe("document library", () => {
  it("stores a file by path, folders on the way included", async () => {
    const made = await put("Sag 1/Ansøgning æøå.txt", "hej");
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      name: "Ansøgning æøå.txt",
      size: 3,
      file: { mimeType: "text/plain" },
      eTag: textLike(/^"\{[0-9A-F-]{36}\},1"$/),
      webUrl: "http://sharepoint.test/sites/aaben/Bilag/Sag%201/Ans%C3%B8gning%20%C3%A6%C3%B8%C3%A5.txt",
    });
    expect(await read(made.text("@microsoft.graph.downloadUrl"))).toBe("hej");
    const children = await bench.call("GET", `${drive}/root/children?$select=name,folder`);
    expect(children.at("value")).toEqual([{ name: "Sag 1", folder: { childCount: 1 } }]);
  });

  it("finds a file by path, by id, and below a folder", async () => {
    const made = await put("Sag 1/a.txt", "hej");
    const folder = (await bench.call("GET", `${drive}/root:/Sag%201`)).text("id");
    for (const path of [`/root:/Sag%201/a.txt`, `/items/${made.text("id")}`, `/items/${folder}:/a.txt`]) {
      expect((await bench.call("GET", `${drive}${path}?$select=id`)).at("id")).toBe(made.at("id"));
    }
    expect((await bench.call("GET", `${drive}/root:/Sag%201/b.txt`)).status).toBe(404);
    expect((await bench.call("GET", `${list}/drive/root:/Sag%201/a.txt`)).at("id")).toBe(made.at("id"));
  });

  it("replaces content as a new version", async () => {
    const made = await put("a.txt", "et");
    const again = await put("A.TXT", "tolv");
    expect([again.status, again.at("id"), again.at("size")]).toEqual([200, made.at("id"), 4]);
    expect(again.text("eTag")).toMatch(/,2"$/);
    const id = again.text("id");
    const stale = { headers: { ...asText.headers, "If-Match": made.text("eTag") } };
    expect((await bench.call("PUT", `${drive}/items/${id}/content`, bytes("x"), stale)).status).toBe(412);
    const redirect = await bench.call("GET", `${drive}/items/${id}/content`);
    expect(redirect.status).toBe(302);
    expect(await read(redirect.headers.get("location") ?? "")).toBe("tolv");
  });

  it("puts a file below a folder by id", async () => {
    const folder = await bench.call("POST", `${drive}/root/children`, { name: "Sag 2", folder: {} });
    expect(folder.status).toBe(201);
    const made = await bench.call("PUT", `${drive}/items/${folder.text("id")}:/b.pdf:/content`, bytes("%PDF"), asText);
    expect([made.status, made.at("file", "mimeType")]).toEqual([201, "application/pdf"]);
    expect(made.at("parentReference", "id")).toBe(folder.at("id"));
    expect((await bench.call("POST", `${drive}/root/children`, { name: "sag 2", folder: {} })).status).toBe(409);
  });

  it("keeps fields on the file's list item, and tells of both in the list's feed", async () => {
    const link = (await bench.call("GET", `${list}/items/delta?token=latest`)).text("@odata.deltaLink");
    const made = await put("a.txt", "et");
    const item = await bench.call("GET", `${drive}/items/${made.text("id")}/listItem?$expand=fields`);
    expect(item.at("fields")).toMatchObject({ FileLeafRef: "a.txt", ContentType: "Document", FileSizeDisplay: "2" });
    const number = item.text("id");
    expect((await bench.call("PATCH", `${list}/items/${number}/fields`, { Sag: "15.20" })).at("Sag")).toBe("15.20");
    const found = await bench.call("GET", `${list}/items?$filter=fields/Sag eq '15.20'`);
    expect(found.at("value", 0, "webUrl")).toBe("http://sharepoint.test/sites/aaben/Bilag/a.txt");
    expect((await bench.call("GET", `${list}/items/${number}/driveItem`)).at("id")).toBe(made.at("id"));
    expect((await bench.call("DELETE", `${drive}/items/${made.text("id")}`)).status).toBe(204);
    const feed = await bench.call("GET", link);
    expect(feed.at("value")).toMatchObject([{ id: number, deleted: { state: "deleted" } }]);
  });

  it("removes a folder with all that lies in it", async () => {
    await put("Sag 1/Dybt/a.txt", "et");
    const folder = (await bench.call("GET", `${drive}/root:/Sag%201`)).text("id");
    expect((await bench.call("DELETE", `${drive}/items/${folder}`)).status).toBe(204);
    expect((await bench.call("GET", `${list}/items`)).at("value")).toEqual([]);
  });

  it("gives download links an end and ties them to the file", async () => {
    const url = (await put("a.txt", "et")).text("@microsoft.graph.downloadUrl");
    const forged = await bench.server.fetch(new Request(url.slice(0, -1) + (url.endsWith("0") ? "1" : "0")));
    expect(forged.status).toBe(401);
    bench.advance(3_601_000);
    expect((await bench.server.fetch(new Request(url))).status).toBe(401);
  });

  it("refuses names SharePoint cannot keep", async () => {
    const answer = await bench.call("PUT", `${drive}/root:/a%3Ab.txt:/content`, bytes("x"), asText);
    expect([answer.status, answer.at("error", "code")]).toEqual([400, "invalidRequest"]);
  });

  it("G-108 gives files the rights of their site", async () => {
    const made = await put("a.txt", "et");
    const path = `${drive}/items/${made.text("id")}`;
    const as = (name: "gaest" | "udenfor") => ({ token: tokenOf(name), ...asText });
    expect((await bench.call("GET", path, undefined, as("gaest"))).status).toBe(200);
    expect((await bench.call("PUT", `${path}/content`, bytes("x"), as("gaest"))).status).toBe(403);
    expect((await bench.call("GET", path, undefined, as("udenfor"))).status).toBe(403);
  });
});
