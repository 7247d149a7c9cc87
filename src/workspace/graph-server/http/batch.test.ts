import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, openBench } from "../graph-server.test-support.ts";

let bench: Bench;
let items: string;
beforeEach(async () => {
  bench = openBench();
  items = `${bench.site}/lists/Ting/items`;
  await bench.call("POST", `${bench.site}/lists`, { displayName: "Ting" });
});
afterEach(() => bench.server.close());

const json = { "Content-Type": "application/json" };
const create = (id: string, more = {}) => ({
  id,
  method: "POST",
  url: items,
  headers: json,
  body: { fields: { Title: id } },
  ...more,
});

describe("$batch", () => {
  it("G-88 takes 20 requests, not 21", async () => {
    const requests = Array.from({ length: 20 }, (_, index) => create(String(index)));
    const answer = await bench.call("POST", "/$batch", { requests });
    expect(answer.status).toBe(200);
    expect(answer.at("responses")).toMatchObject(requests.map(({ id }) => ({ id, status: 201 })));
    expect((await bench.call("POST", "/$batch", { requests: [...requests, create("20")] })).status).toBe(400);
  });

  it("G-89 does not run what depends on a failure", async () => {
    const requests = [
      { id: "1", method: "GET", url: `${items}/99` },
      create("2", { dependsOn: ["1"] }),
      create("3"),
      create("4", { dependsOn: ["3"] }),
    ];
    const answer = await bench.call("POST", "/$batch", { requests });
    expect(answer.at("responses")).toMatchObject([{ status: 404 }, { status: 424 }, { status: 201 }, { status: 201 }]);
  });

  it("G-90 wants a content type for a body", async () => {
    const answer = await bench.call("POST", "/$batch", { requests: [create("1", { headers: {} })] });
    expect(answer.at("responses", 0, "status")).toBe(400);
  });

  it("G-91 writes headers as Graph does and gives an empty answer no body", async () => {
    await bench.call("POST", "/$batch", { requests: [create("1")] });
    const requests = [
      { id: "1", method: "GET", url: `${items}/1?$select=id` },
      { id: "2", method: "DELETE", url: `${items}/1` },
    ];
    const answer = await bench.call("POST", "/$batch", { requests });
    expect(answer.text("responses", 0, "headers", "Content-Type")).toMatch(/^application\/json/);
    expect(answer.at("responses", 1, "status")).toBe(204);
    expect(answer.at("responses", 1)).not.toHaveProperty("body");
  });

  it("refuses ids that are given twice and a body that is no batch", async () => {
    expect((await bench.call("POST", "/$batch", { requests: [create("1"), create("1")] })).status).toBe(400);
    expect((await bench.call("POST", "/$batch", { requests: "x" })).status).toBe(400);
  });
});
