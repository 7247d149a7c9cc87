import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Answer, type Bench, openBench, serviceToken, textLike } from "../graph-server.test-support.ts";
import type { Json } from "../http/json.ts";
import { eachKindOfColumn } from "../list-columns.test-support.ts";

let bench: Bench;
let items: string;

beforeEach(async () => {
  bench = openBench();
  items = `${bench.site}/lists/Ting/items`;
  await bench.call("POST", `${bench.site}/lists`, { displayName: "Ting", columns: eachKindOfColumn });
});
afterEach(() => bench.server.close());

const create = (fields: Readonly<Record<string, unknown>>): Promise<Answer> => bench.call("POST", items, { fields });
const codeOf = (answer: Answer): readonly (Json | undefined)[] => [answer.status, answer.at("error", "code")];

describe("creating and reading", () => {
  it("numbers items from 1, and says where an item is opened", async () => {
    const item = await create({ Title: "A" });
    expect(item.at("id")).toBe("1");
    expect(item.at("webUrl")).toBe("http://sharepoint.test/sites/aaben/Lists/Ting/1_.000");
    expect(item.at("fields")).toMatchObject({ LinkTitle: "A", Created: "2026-01-05T10:00:00Z" });
    expect((await create({ Title: "B" })).at("id")).toBe("2");
  });

  it("shows only the members that are selected", async () => {
    await create({ Title: "A", Tal: 2 });
    const selected = await bench.call("GET", `${items}/1?$expand=fields($select=Title)&$select=id`);
    expect(selected.at("fields")).toEqual({ "@odata.etag": selected.at("@odata.etag"), Title: "A" });
    expect(selected.body).not.toHaveProperty("createdDateTime");
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

describe("field values", () => {
  it("refuses values of the wrong type with 400 generalException, dates before 1900 too", async () => {
    for (const fields of [{ Tal: "1" }, { Dag: 5 }, { Tid: "1899-12-31" }, { Flere: ["a"] }]) {
      expect(codeOf(await create(fields))).toEqual([400, "generalException"]);
    }
  });

  it("refuses too long a text with 400 invalidRequest", async () => {
    for (const fields of [{ Tekst: "x".repeat(256) }, { Note: "x".repeat(64_000) }]) {
      expect(codeOf(await create(fields))).toEqual([400, "invalidRequest"]);
    }
  });

  it("cuts a time to whole seconds", async () => {
    expect((await create({ Tid: "2026-07-01T12:34:56.789Z" })).at("fields", "Tid")).toBe("2026-07-01T12:34:56Z");
  });

  it("refuses a taken unique value with 409, whatever the case of its letters, and lets any number be empty", async () => {
    await create({ Nr: "Å-1" });
    expect(codeOf(await create({ Nr: "å-1" }))).toEqual([409, "nameAlreadyExists"]);
    expect((await create({})).status).toBe(201);
    expect((await create({})).status).toBe(201);
  });
});

describe("concurrency and versions", () => {
  it("refuses a stale eTag with 412 resourceModified", async () => {
    const etag = (await create({ Title: "A" })).text("eTag");
    await bench.call("PATCH", `${items}/1/fields`, { Title: "B" });
    const headers = { "If-Match": etag };
    expect(codeOf(await bench.call("PATCH", `${items}/1/fields`, { Title: "C" }, { headers }))).toEqual([
      412,
      "resourceModified",
    ]);
  });

  it("tells of each version who wrote it", async () => {
    await create({ Title: "A" });
    await bench.call("PATCH", `${items}/1/fields`, { Title: "B" }, { token: serviceToken });
    const versions = await bench.call("GET", `${items}/1/versions`);
    expect(versions.at("value", 0, "lastModifiedBy")).not.toHaveProperty("user");
    expect(versions.at("value", 1, "lastModifiedBy", "user", "displayName")).toBe("Ejnar Ejer");
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
