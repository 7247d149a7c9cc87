import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bench, openBench } from "../graph-server.test-support.ts";

let bench: Bench;
let items: string;
const prefer = { headers: { Prefer: "HonorNonIndexedQueriesWarningMayFailRandomly" } };

beforeAll(async () => {
  bench = openBench();
  items = `${bench.site}/lists/Stor/items`;
  await bench.call("POST", `${bench.site}/lists`, {
    displayName: "Stor",
    columns: [
      { name: "Idx", text: {}, indexed: true },
      { name: "Nr", number: {}, indexed: true },
    ],
  });
  const requests = (start: number) =>
    Array.from({ length: 20 }, (_, index) => ({
      id: String(index),
      method: "POST",
      url: items,
      headers: { "Content-Type": "application/json" },
      body: { fields: { Title: `Række ${start + index}`, Idx: `k${(start + index) % 7}`, Nr: start + index } },
    }));
  for (let start = 0; start < 5_020; start += 20) await bench.call("POST", "/$batch", { requests: requests(start) });
});
afterAll(() => bench.server.close());

describe("a list above the view threshold", () => {
  it("G-71 refuses what no index carries", async () => {
    const answer = await bench.call("GET", `${items}?$filter=fields/Title eq 'x'`, undefined, prefer);
    expect([answer.status, answer.at("error", "code")]).toEqual([422, "notSupported"]);
    expect(answer.at("error", "innerError", "code")).toBe("tooManyResources");
  });

  it("G-71 refuses to filter by one column and sort by another", async () => {
    const answer = await bench.call("GET", `${items}?$filter=fields/Idx eq 'k1'&$orderby=fields/Nr`);
    expect(answer.status).toBe(422);
  });

  it("still answers what an index carries", async () => {
    const answer = await bench.call("GET", `${items}?$filter=fields/Nr eq 4321&$expand=fields($select=Title)`);
    expect(answer.at("value", 0, "fields", "Title")).toBe("Række 4321");
    const sorted = await bench.call("GET", `${items}?$orderby=fields/Nr desc&$top=1&$expand=fields($select=Nr)`);
    expect(sorted.at("value", 0, "fields", "Nr")).toBe(5_019);
  });

  it("cuts a page at 5,000 rows and goes on from there", async () => {
    const page = await bench.call("GET", `${items}?$top=100000&$expand=fields`);
    expect(page.at("value")).toHaveLength(5_000);
    expect((await bench.call("GET", page.text("@odata.nextLink"))).at("value")).toHaveLength(20);
  });
});
