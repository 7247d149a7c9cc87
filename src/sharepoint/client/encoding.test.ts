import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runCount, runSeed } from "#bench/run-count.ts";
import { json, scriptedFetch } from "#test/contract/scripted-fetch.ts";
import {
  filterEq,
  itemIdSegment,
  queryString,
  segment,
  serverRelativePath,
  siteIdSegment,
  UnsafePathError,
} from "./encoding.ts";
import { createGraphClient, type GraphClient } from "./graph-client.ts";
import { parallelTime } from "./parallel-time.test-support.ts";

const nasty = ["x' or fields/Status ne 'y", "Børn & Unge #1", "O'Brien", "50% + 1?", "a/b\\c=d"];

test.each(nasty)("a filter carries %s as one value", (value) => {
  const url = new URL(`https://graph.example/items${queryString({ $filter: filterEq("Noegle", value), $top: 2 })}`);
  expect(url.searchParams.get("$filter")).toBe(`fields/Noegle eq '${value.replaceAll("'", "''")}'`);
  expect(url.searchParams.get("$top")).toBe("2");
});

test.each(["../../../me", "0", "-1", "1e3", "", "12 "])("item id %s is refused", (id) => {
  expect(() => itemIdSegment(id)).toThrow(UnsafePathError);
});

test("a segment cannot leave its place", () => {
  expect(segment("a/../b?c#d")).toBe("a%2F..%2Fb%3Fc%23d");
  expect(() => segment("..")).toThrow(UnsafePathError);
  expect(serverRelativePath("/sites/min side")).toBe("/sites/min%20side");
});

test("a site id keeps its commas", () => {
  expect(siteIdSegment("contoso.sharepoint.com,2c71,2d22")).toBe("contoso.sharepoint.com,2c71,2d22");
});

test("a column name that is none is refused in a filter", () => {
  expect(() => filterEq("A eq 1 or fields/B", "x")).toThrow(UnsafePathError);
});

const SEED = runSeed(20_260_105);
const list = {
  siteId: "fjord.example,0a000000-0000-4000-8000-000000000001,0a000000-0000-4000-8000-000000000002",
  listId: "0b000000-0000-4000-8000-000000000001",
};

function recording() {
  const script = scriptedFetch(json({ value: [] }));
  const client = createGraphClient({
    graphOrigin: "http://graph.test",
    token: async () => "T",
    fetch: script.fetch,
    log: () => undefined,
    unitsPerMinute: Number.POSITIVE_INFINITY,
    ...parallelTime(SEED),
  });
  return { client, script };
}

/** Percent-encoding and quoting written down a second time, byte by byte, so that it can disagree with ours. */
function literal(value: string): string {
  const bytes = Buffer.from(value.replaceAll("'", "''"), "utf8");
  const plain = /[A-Za-z0-9\-_.!~*'()]/;
  const text = [...bytes].map((byte) => {
    const sign = String.fromCharCode(byte);
    return byte < 128 && plain.test(sign) ? sign : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  });
  return `'${text.join("")}'`;
}

describe("what people type", () => {
  const awkward = fc.constantFrom(
    "'",
    "''",
    "&",
    "#",
    "%27",
    "%2527",
    ")",
    "(",
    ";",
    "+",
    "?",
    "/",
    "\\",
    "=",
    ",",
    "$filter=",
    " or 1 eq 1",
    "æøå",
    "å",
    "\u202e",
    "\ud83d",
    "👩‍👩‍👧",
    "\0",
    "\r\n",
    "https://evil.example/",
    "../",
  );
  const typed = fc
    .array(fc.oneof(awkward, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 8 })
    .map((parts) => parts.join(""));

  test(`T21 a filter leaves byte for byte as it was meant, for 1,000 strings (seed ${SEED})`, async () => {
    const { client, script } = recording();
    await fc.assert(
      fc.asyncProperty(typed, async (value) => {
        script.sent.length = 0;
        await client.itemByKey(list, "Noegle", value, ["Noegle"]);
        const base = `http://graph.test/v1.0/sites/${list.siteId}/lists/${list.listId}/items`;
        const query = `$filter=fields/Noegle%20eq%20${literal(value)}&$select=id&$expand=fields($select=Noegle)&$top=2`;
        expect(script.sent.map(({ url }) => url)).toEqual([`${base}?${query}`]);
        const { searchParams, hash } = new URL(script.sent[0]?.url ?? "");
        expect([[...searchParams.keys()], hash]).toEqual([["$filter", "$select", "$expand", "$top"], ""]);
        expect(searchParams.get("$filter")).toBe(`fields/Noegle eq '${value.toWellFormed().replaceAll("'", "''")}'`);
      }),
      { seed: SEED, numRuns: runCount(1000) },
    );
  });

  test(`T21 the start of a name is one value too (seed ${SEED})`, async () => {
    const { client, script } = recording();
    await fc.assert(
      fc.asyncProperty(typed, async (value) => {
        fc.pre(value !== "");
        script.sent.length = 0;
        await client.people(value);
        const { searchParams } = new URL(script.sent[0]?.url ?? "");
        const text = value.toWellFormed().replaceAll("'", "''");
        expect(searchParams.get("$filter")).toBe(`startswith(displayName,'${text}')`);
        expect([...searchParams.keys()]).toEqual(["$filter", "$select", "$top"]);
      }),
      { seed: SEED, numRuns: runCount(300) },
    );
  });
});

describe("ids from outside", () => {
  const etag = '"g,1"';
  const roads: readonly (readonly [string, (client: GraphClient, id: string) => Promise<unknown>])[] = [
    ["itemById", (client, id) => client.itemById(list, id, ["Title"])],
    ["editorOf", (client, id) => client.editorOf(list, id)],
    ["updateItem", (client, id) => client.updateItem(list, id, etag, { Title: "A" })],
    ["deleteItem", (client, id) => client.deleteItem(list, id, etag)],
  ];
  const ids = [
    "../7",
    "7/../../me",
    "7?$expand=fields",
    "7%2f..",
    "%2e%2e",
    "７",
    "٧",
    "7 ",
    "07",
    "7#",
    "7;8",
    "-7",
    "1e1",
    "",
    "..",
    "99999999999",
  ];

  test.each(roads)("T22 %s refuses what is no item id before anything leaves", async (_, call) => {
    const { client, script } = recording();
    for (const id of ids) await expect(call(client, id)).rejects.toThrow(UnsafePathError);
    expect(script.sent).toEqual([]);
  });

  test.each(["..", ".", "", "a,..,b"])(
    "T22 a site, list, drive or file named %o is refused before anything leaves",
    async (name) => {
      const { client, script } = recording();
      await expect(client.items({ ...list, siteId: name }, ["Title"])).rejects.toThrow(UnsafePathError);
      if (!name.includes(",")) {
        await expect(client.items({ ...list, listId: name }, ["Title"])).rejects.toThrow(UnsafePathError);
        await expect(client.getFile(name, "a.json")).rejects.toThrow(UnsafePathError);
        await expect(client.getFile("d", name)).rejects.toThrow(UnsafePathError);
      }
      expect(script.sent).toEqual([]);
    },
  );

  test(`T22 no name gets out of its place in the address (seed ${SEED})`, async () => {
    const part = fc.constantFrom(
      "..",
      "/",
      "\\",
      "%2f",
      "%2e",
      "?",
      "#",
      ":",
      "a",
      "æ",
      "\ud83d",
      ";",
      "@",
      "//evil.example/",
    );
    const names = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(""));
    const { client, script } = recording();
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        fc.pre(name !== "..");
        script.sent.length = 0;
        await client.getFile("drive", name);
        await client.items({ ...list, listId: name }, ["Title"]);
        const [file, items] = script.sent.map(({ url }) => new URL(url));
        expect([file?.origin, items?.origin]).toEqual(["http://graph.test", "http://graph.test"]);
        expect(file?.pathname.split("/").map(decodeURIComponent)).toEqual([
          "",
          "v1.0",
          "drives",
          "drive",
          "root:",
          `${name.toWellFormed()}:`,
          "content",
        ]);
        expect(items?.pathname.split("/").map(decodeURIComponent)).toEqual([
          "",
          "v1.0",
          "sites",
          list.siteId,
          "lists",
          name.toWellFormed(),
          "items",
        ]);
      }),
      { seed: SEED, numRuns: runCount(500) },
    );
  });

  test.each(["Title eq 1", "Title)", "a/b", "", "Æble", "$select"])(
    "T22 %o is no column name in any read",
    async (column) => {
      const { client, script } = recording();
      await expect(client.items(list, [column])).rejects.toThrow(UnsafePathError);
      await expect(client.itemByKey(list, column, "aa", ["Title"])).rejects.toThrow(UnsafePathError);
      expect(script.sent).toEqual([]);
    },
  );
});
