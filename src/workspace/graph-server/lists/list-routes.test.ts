import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench } from "../graph-server.test-support.ts";

let bench: Bench;
let lists: string;
beforeEach(() => {
  bench = openBench();
  lists = `${bench.site}/lists`;
});
afterEach(() => bench.server.close());

describe("lists", () => {
  it("writes the eTag of a new list without its quotes, and says where the list is opened", async () => {
    const made = await bench.call("POST", lists, { displayName: "Bøger" });
    expect(made.text("eTag")).toBe(`${made.text("id")},1`);
    expect(made.text("webUrl")).toBe("http://sharepoint.test/sites/aaben/Lists/B%C3%B8ger");
    expect(made.at("list", "hidden")).toBe(false);
  });

  it("refuses a taken title with 409, also in other letters and when a list is renamed", async () => {
    await bench.call("POST", lists, { displayName: "Møder" });
    await bench.call("POST", lists, { displayName: "Andre" });
    const again = await bench.call("POST", lists, { displayName: "MØDER" });
    const renamed = await bench.call("PATCH", `${lists}/Andre`, { displayName: "MØDER" });
    expect([again, renamed].map((answer) => [answer.status, answer.at("error", "code")])).toEqual([
      [409, "nameAlreadyExists"],
      [409, "nameAlreadyExists"],
    ]);
    expect((await bench.call("GET", `${lists}/m%C3%B8DER`)).at("displayName")).toBe("Møder");
  });

  it("makes nothing of a list when one of its columns is refused", async () => {
    const answer = await bench.call("POST", lists, { displayName: "Halv", columns: [{ name: "A" }] });
    expect(answer.status).toBe(400);
    expect((await bench.call("GET", `${lists}/Halv`)).status).toBe(404);
  });
});
