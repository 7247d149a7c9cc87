import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench, textLike } from "../graph-server.test-support.ts";

let bench: Bench;
let items: string;

beforeEach(async () => {
  bench = openBench();
  items = `${bench.site}/lists/Ting/items`;
  await bench.call("POST", `${bench.site}/lists`, { displayName: "Ting" });
  for (const Title of ["A", "B", "C"]) await bench.call("POST", items, { fields: { Title } });
});
afterEach(() => bench.server.close());

async function latest(): Promise<string> {
  return (await bench.call("GET", `${items}/delta?token=latest`)).text("@odata.deltaLink");
}

describe("delta", () => {
  it("G-83 enumerates in pages and ends with a deltaLink", async () => {
    const first = await bench.call("GET", `${items}/delta?$top=2&$expand=fields($select=Title)`);
    expect(first.at("value")).toMatchObject([{ id: "1", fields: { Title: "A" } }, { id: "2" }]);
    expect(first.body).not.toHaveProperty("@odata.deltaLink");
    const last = await bench.call("GET", first.text("@odata.nextLink"));
    expect(last.at("value")).toMatchObject([{ id: "3", fields: { Title: "C" } }]);
    expect(last.body).not.toHaveProperty("@odata.nextLink");
    expect(last.text("@odata.deltaLink")).toContain("$expand=fields($select=Title)");
    const now = await bench.call("GET", `${items}/delta?token=latest`);
    expect(now.at("value")).toEqual([]);
  });

  it("G-84 tells what came, changed and went", async () => {
    const link = await latest();
    await bench.call("PATCH", `${items}/1/fields`, { Title: "A2" });
    await bench.call("PATCH", `${items}/1/fields`, { Title: "A3" });
    await bench.call("DELETE", `${items}/2`);
    const made = await bench.call("POST", items, { fields: { Title: "D" } });
    const changes = await bench.call("GET", link);
    expect(changes.at("value")).toMatchObject([
      { id: "1", eTag: textLike(/,3"$/) },
      { id: "2", deleted: { state: "deleted" } },
      { id: "4", eTag: made.at("eTag") },
    ]);
    expect(changes.at("value", 1)).not.toHaveProperty("fields");
    expect(changes.at("value", 1)).not.toHaveProperty("eTag");
  });

  it("G-84 does not lose a row removed or changed between two pages of a first enumeration", async () => {
    const first = await bench.call("GET", `${items}/delta?$top=2`);
    await bench.call("DELETE", `${items}/1`);
    await bench.call("PATCH", `${items}/2/fields`, { Title: "B2" });
    const rest = await bench.call("GET", `${first.text("@odata.nextLink")}`.replace("$top=2", "$top=9"));
    expect(rest.at("value")).toMatchObject([
      { id: "3" },
      { id: "1", deleted: {} },
      { id: "2", eTag: textLike(/,2"$/) },
    ]);
  });

  it("G-85 says nothing twice", async () => {
    const link = await latest();
    const once = await bench.call("GET", link);
    expect(once.at("value")).toEqual([]);
    expect((await bench.call("GET", once.text("@odata.deltaLink"))).at("value")).toEqual([]);
  });

  it("G-85 leaves old deletions out of a first enumeration and the links after it", async () => {
    await bench.call("DELETE", `${items}/3`);
    const whole = await bench.call("GET", `${items}/delta`);
    expect(whole.at("value")).toMatchObject([{ id: "1" }, { id: "2" }]);
    expect((await bench.call("GET", whole.text("@odata.deltaLink"))).at("value")).toEqual([]);
  });

  it("G-86 sends a reader with an old token back to the beginning", async () => {
    const link = await latest();
    bench.server.expireDeltaTokens();
    const gone = await bench.call("GET", link);
    expect([gone.status, gone.at("error", "code")]).toEqual([410, "resyncRequired"]);
    const fresh = await bench.call("GET", gone.headers.get("location") ?? "");
    expect(fresh.at("value")).toHaveLength(3);
    expect((await bench.call("GET", `${items}/delta?token=nonsense`)).status).toBe(400);
  });

  it("G-109 never tells who changed an item; the item itself does", async () => {
    const feed = await bench.call("GET", `${items}/delta?$expand=fields`);
    expect(feed.at("value", 0)).not.toHaveProperty("lastModifiedBy");
    const item = await bench.call("GET", `${items}/1?$select=lastModifiedBy`);
    expect(item.at("lastModifiedBy", "user", "displayName")).toBe("Ejnar Ejer");
  });
});
