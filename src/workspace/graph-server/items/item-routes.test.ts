import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Answer, type Bench, openBench, serviceToken, textLike } from "../graph-server.test-support.ts";
import type { Json } from "../http/json.ts";

let bench: Bench;
let items: string;

const columns = [
  { name: "Nr", text: {}, indexed: true, enforceUniqueValues: true },
  { name: "Tekst", text: {}, required: true },
  { name: "Note", text: { allowMultipleLines: true } },
  { name: "Valg", choice: { choices: ["a", "b"] } },
  { name: "Flere", choice: { choices: ["a", "b"], displayAs: "checkBoxes" } },
  { name: "Tal", number: {} },
  { name: "Ja", boolean: {} },
  { name: "Tid", dateTime: { format: "dateTime" } },
  { name: "Dag", dateTime: { format: "dateOnly" } },
  { name: "Link", hyperlinkOrPicture: {} },
];

beforeEach(async () => {
  bench = openBench();
  items = `${bench.site}/lists/Ting/items`;
  await bench.call("POST", `${bench.site}/lists`, { displayName: "Ting", columns });
});
afterEach(() => bench.server.close());

const create = (fields: Readonly<Record<string, unknown>>): Promise<Answer> => bench.call("POST", items, { fields });
const codeOf = (answer: Answer): readonly (Json | undefined)[] => [answer.status, answer.at("error", "code")];
const ifMatch = (etag: string) => ({ headers: { "If-Match": etag } });

describe("creating and reading", () => {
  it("G-37 creates an item with a number and an eTag", async () => {
    const item = await create({ Title: "A" });
    expect(item.status).toBe(201);
    expect(item.at("id")).toBe("1");
    expect(item.text("eTag")).toMatch(/^"[0-9a-f-]{36},1"$/);
    expect(item.at("@odata.etag")).toBe(item.at("eTag"));
    expect(item.at("webUrl")).toBe("http://sharepoint.test/sites/aaben/Lists/Ting/1_.000");
  });

  it("G-38 shows SharePoint's own fields", async () => {
    const item = await create({ Title: "A" });
    expect(item.at("fields")).toMatchObject({
      id: "1",
      Title: "A",
      LinkTitle: "A",
      ContentType: "Item",
      AuthorLookupId: textLike(/^\d+$/),
      _UIVersionString: "1.0",
      Attachments: false,
      Created: "2026-01-05T10:00:00Z",
    });
  });

  it("G-39 leaves out what is empty", async () => {
    const item = await create({ Title: "A", Tekst: "", Tal: null });
    for (const name of ["Tekst", "Tal", "Note", "Flere"]) expect(item.at("fields")).not.toHaveProperty(name);
  });

  it("G-40 shows fields only when they are expanded", async () => {
    await create({ Title: "A", Tal: 2 });
    expect((await bench.call("GET", `${items}/1`)).body).not.toHaveProperty("fields");
    const selected = await bench.call("GET", `${items}/1?$expand=fields($select=Title)&$select=id`);
    expect(selected.at("fields")).toEqual({ "@odata.etag": selected.at("@odata.etag"), Title: "A" });
    expect(selected.body).not.toHaveProperty("createdDateTime");
    expect(codeOf(await bench.call("GET", `${items}/1?$expand=fields($select=Nope)`))).toEqual([400, "invalidRequest"]);
  });

  it("G-41 reads the fields by themselves", async () => {
    const item = await create({ Title: "A" });
    const fields = await bench.call("GET", `${items}/1/fields`);
    expect([fields.status, fields.at("Title"), fields.at("@odata.etag")]).toEqual([200, "A", item.at("eTag")]);
  });

  it("tells people and applications apart", async () => {
    const byPerson = await create({ Title: "A" });
    expect(byPerson.at("createdBy")).toMatchObject({
      application: { displayName: "Prøveprogram" },
      user: { displayName: "Ejnar Ejer", email: "ejer@kommune.example" },
    });
    const byService = await bench.call("POST", items, { fields: { Title: "B" } }, { token: serviceToken });
    expect(byService.at("createdBy")).toEqual({
      application: { id: textLike(/^[0-9a-f-]{36}$/), displayName: "Prøvetjeneste" },
    });
    const edited = await bench.call("PATCH", `${items}/1`, { fields: { Title: "C" } }, { token: serviceToken });
    expect(edited.at("createdBy")).toHaveProperty("user");
    expect(edited.at("lastModifiedBy")).not.toHaveProperty("user");
  });

  it("numbers the people of a site in its hidden list", async () => {
    const users = `${bench.site}/lists/User%20Information%20List/items?$expand=fields($select=Title,EMail)`;
    const before = await bench.call("GET", users);
    expect(before.at("value")).toHaveLength(3);
    const author = (await create({ Title: "A" })).text("fields", "AuthorLookupId");
    const found = await bench.call(
      "GET",
      `${bench.site}/lists/User%20Information%20List/items/${author}?$expand=fields`,
    );
    expect(found.at("fields", "EMail")).toBe("ejer@kommune.example");
  });
});

describe("changing", () => {
  it("G-42 merges a change and counts the version up", async () => {
    const before = await create({ Title: "A", Tal: 1 });
    const after = await bench.call("PATCH", `${items}/1/fields`, { Title: "B" });
    expect(after.status).toBe(200);
    expect(after.body).toMatchObject({ Title: "B", Tal: 1, _UIVersionString: "2.0" });
    expect(after.text("@odata.etag")).toBe(before.text("eTag").replace(',1"', ',2"'));
  });

  it("G-43 changes the item as a whole", async () => {
    await create({ Title: "A" });
    const after = await bench.call("PATCH", `${items}/1`, { fields: { Title: "B" } });
    expect([after.status, after.at("fields", "Title"), after.at("id")]).toEqual([200, "B", "1"]);
  });

  it("G-44 empties a field with null", async () => {
    await create({ Title: "A", Tal: 1 });
    expect((await bench.call("PATCH", `${items}/1/fields`, { Tal: null })).body).not.toHaveProperty("Tal");
  });

  it("G-45 removes an item for good", async () => {
    await create({ Title: "A" });
    const removed = await bench.call("DELETE", `${items}/1`);
    expect([removed.status, removed.body]).toEqual([204, ""]);
    expect(codeOf(await bench.call("GET", `${items}/1`))).toEqual([404, "itemNotFound"]);
    expect((await create({ Title: "B" })).at("id")).toBe("2");
  });

  it("G-46 to G-48 refuses unknown, underscored and read-only fields", async () => {
    const unknown = await create({ X: 1 });
    expect(codeOf(unknown)).toEqual([400, "invalidRequest"]);
    expect(unknown.text("error", "message")).toContain("Field 'X' is not recognized");
    expect(codeOf(await create({ _X: 1 }))).toEqual([400, "invalidRequest"]);
    expect(codeOf(await create({ Created: "2020-01-01T00:00:00Z" }))).toEqual([400, "invalidRequest"]);
    expect(codeOf(await create({ Author: 1 }))).toEqual([400, "invalidRequest"]);
  });
});

describe("field values", () => {
  it("G-49 refuses more than 255 characters and changes nothing", async () => {
    await create({ Tekst: "x".repeat(255) });
    const long = await bench.call("PATCH", `${items}/1/fields`, { Tekst: "y".repeat(256) });
    expect(long.text("error", "message")).toContain("Invalid text value");
    expect((await bench.call("GET", `${items}/1/fields`)).at("Tekst")).toBe("x".repeat(255));
  });

  it("G-50 takes notes of 63,999 characters", async () => {
    expect((await create({ Note: "x".repeat(63_999) })).status).toBe(201);
    expect((await create({ Note: "x".repeat(64_000) })).status).toBe(400);
  });

  it("G-51 refuses wrong types", async () => {
    for (const fields of [
      { Tal: "1" },
      { Tekst: 1 },
      { Ja: "ja" },
      { Tid: "i går" },
      { Dag: 5 },
      { Tid: "1899-12-31" },
    ]) {
      expect(codeOf(await create(fields))).toEqual([400, "generalException"]);
    }
  });

  it("G-52 keeps numbers exactly", async () => {
    for (const number of [0.1 + 0.2, 999_999_999_999_999, -12.345, 0]) {
      expect((await create({ Tal: number })).at("fields", "Tal")).toBe(number);
    }
  });

  it("G-53 and G-54 want the annotation on several choices and nowhere else", async () => {
    const several = await create({ "Flere@odata.type": "Collection(Edm.String)", Flere: ["b", "ukendt"] });
    expect([several.status, several.at("fields", "Flere")]).toEqual([201, ["b", "ukendt"]]);
    expect((await create({ Flere: ["a"] })).status).toBe(400);
    expect((await create({ "Valg@odata.type": "Collection(Edm.String)", Valg: "a" })).status).toBe(400);
  });

  it("G-58 cannot write links", async () => {
    const answer = await create({ Link: { Url: "https://example.dk", Description: "x" } });
    expect([...codeOf(answer), answer.at("error", "message")]).toEqual([400, "invalidRequest", "Invalid request"]);
  });

  it("G-59 keeps a date as local midnight, in summer and winter", async () => {
    expect((await create({ Dag: "2026-07-01T12:00:00Z" })).at("fields", "Dag")).toBe("2026-06-30T22:00:00Z");
    expect((await create({ Dag: "2026-01-15T12:00:00Z" })).at("fields", "Dag")).toBe("2026-01-14T23:00:00Z");
    expect((await create({ Dag: "2026-03-29T12:00:00Z" })).at("fields", "Dag")).toBe("2026-03-28T23:00:00Z");
    expect((await create({ Dag: "2026-10-25T12:00:00Z" })).at("fields", "Dag")).toBe("2026-10-24T22:00:00Z");
    expect((await create({ Tid: "2026-07-01T12:34:56.789+02:00" })).at("fields", "Tid")).toBe("2026-07-01T10:34:56Z");
  });

  it("G-60 keeps a unique column unique, whatever the case of its letters", async () => {
    await create({ Nr: "A-1" });
    await create({ Nr: "A-2" });
    const second = await create({ Nr: "a-1" });
    expect(second.status).toBe(409);
    expect(second.text("error", "message")).toContain("duplicate values were found");
    const changed = await bench.call("PATCH", `${items}/2/fields`, { Nr: "A-1" });
    expect(changed.status).toBe(409);
    expect((await bench.call("GET", `${items}?$expand=fields`)).at("value")).toHaveLength(2);
    await bench.call("DELETE", `${items}/1`);
    expect((await create({ Nr: "A-1" })).status).toBe(201);
    expect((await create({})).status).toBe(201);
    expect((await create({})).status).toBe(201);
  });

  it("G-61 and G-62 leaves required fields and the list of choices to the client", async () => {
    expect((await create({ Title: "uden Tekst" })).status).toBe(201);
    expect((await create({ Valg: "hverken a eller b" })).at("fields", "Valg")).toBe("hverken a eller b");
  });
});

describe("concurrency and versions", () => {
  it("G-63 and G-64 lets the current eTag, a star and no header pass, a stale one not", async () => {
    const etag = (await create({ Title: "A" })).text("eTag");
    expect((await bench.call("PATCH", `${items}/1/fields`, { Title: "B" }, ifMatch(etag))).status).toBe(200);
    const stale = await bench.call("PATCH", `${items}/1/fields`, { Title: "C" }, ifMatch(etag));
    expect(codeOf(stale)).toEqual([412, "resourceModified"]);
    expect((await bench.call("GET", `${items}/1/fields`)).at("Title")).toBe("B");
    expect((await bench.call("PATCH", `${items}/1`, { fields: { Title: "D" } }, ifMatch("*"))).status).toBe(200);
    expect((await bench.call("PATCH", `${items}/1/fields`, { Title: "E" })).status).toBe(200);
  });

  it("G-65 does not remove by a stale eTag", async () => {
    const etag = (await create({ Title: "A" })).text("eTag");
    await bench.call("PATCH", `${items}/1/fields`, { Title: "B" });
    expect((await bench.call("DELETE", `${items}/1`, undefined, ifMatch(etag))).status).toBe(412);
    expect((await bench.call("GET", `${items}/1`)).status).toBe(200);
  });

  it("G-66 lets exactly one of two writers with the same eTag through", async () => {
    const etag = (await create({ Title: "A" })).text("eTag");
    const answers = await Promise.all(
      ["B", "C", "D"].map((Title) => bench.call("PATCH", `${items}/1/fields`, { Title }, ifMatch(etag))),
    );
    expect(answers.map((answer) => answer.status).toSorted((left, right) => left - right)).toEqual([200, 412, 412]);
  });

  it("G-67 keeps versions, newest first", async () => {
    await create({ Title: "A", Tal: 1 });
    await bench.call("PATCH", `${items}/1/fields`, { Title: "B" });
    await bench.call("PATCH", `${items}/1/fields`, { Title: "C", Tal: null }, { token: serviceToken });
    const versions = await bench.call("GET", `${items}/1/versions`);
    expect(versions.at("value")).toMatchObject([{ id: "3.0" }, { id: "2.0" }, { id: "1.0" }]);
    expect(versions.at("value", 0, "lastModifiedBy")).not.toHaveProperty("user");
    const first = await bench.call("GET", `${items}/1/versions/1.0?$expand=fields`);
    expect(first.at("fields")).toMatchObject({ Title: "A", Tal: 1, _UIVersionString: "1.0" });
  });

  it("G-68 restores a version as a new one on top", async () => {
    await create({ Title: "A", Tal: 1 });
    await bench.call("PATCH", `${items}/1/fields`, { Title: "B", Tal: null, Tekst: "ny" });
    expect((await bench.call("POST", `${items}/1/versions/1.0/restoreVersion`)).status).toBe(204);
    const fields = await bench.call("GET", `${items}/1/fields`);
    expect(fields.body).toMatchObject({ Title: "A", Tal: 1, _UIVersionString: "3.0" });
    expect(fields.body).not.toHaveProperty("Tekst");
  });

  it("keeps the 50 latest versions", async () => {
    await create({ Tal: 0 });
    for (let number = 1; number <= 60; number++) await bench.call("PATCH", `${items}/1/fields`, { Tal: number });
    const versions = await bench.call("GET", `${items}/1/versions`);
    expect(versions.at("value")).toHaveLength(50);
    expect(versions.at("value", -1, "id")).toBe("12.0");
  });
});

describe("watching", () => {
  it("tells listeners of committed changes only", async () => {
    const seen: unknown[] = [];
    const stop = bench.server.onChange((change) => seen.push([change.kind, change.itemId, change.by.displayName]));
    await create({ Nr: "1" });
    await create({ Nr: "1" });
    await bench.call("PATCH", `${items}/1/fields`, { Tal: 1 }, { token: serviceToken });
    stop();
    await bench.call("DELETE", `${items}/1`);
    expect(seen).toEqual([
      ["created", "1", "Ejnar Ejer"],
      ["updated", "1", "Prøvetjeneste"],
    ]);
  });
});
