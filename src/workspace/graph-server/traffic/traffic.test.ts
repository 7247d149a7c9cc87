import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Answer, type Bench, clients, openBench, origin, serviceToken } from "../graph-server.test-support.ts";
import { type FaultPlan, faultPlanSchema } from "./fault-plan.ts";

let bench: Bench;
let items: string;
beforeEach(async () => {
  bench = openBench();
  items = `${bench.site}/lists/Ting/items`;
  await bench.call("POST", `${bench.site}/lists`, { displayName: "Ting" });
  bench.server.resetTraffic();
});
afterEach(() => bench.server.close());

const plan = (more: Partial<FaultPlan>): FaultPlan => ({ ...faultPlanSchema.parse({}), ...more });
const item = { fields: { Title: "A" } };

describe("traffic", () => {
  it("counts requests and units per application, as SharePoint does", async () => {
    await bench.call("POST", items, item);
    await bench.call("GET", `${items}/1?$select=id`);
    const feed = await bench.call("GET", `${items}/delta?$select=id`);
    await bench.call("GET", feed.text("@odata.deltaLink"));
    await bench.call("GET", items, undefined, { token: serviceToken });
    expect(bench.server.traffic()).toMatchObject({
      [clients.app]: { requests: 4, units: 2 + 1 + 2 + 1, refused: 0, withoutSelect: 0 },
      [clients.service]: { requests: 1, units: 2, withoutSelect: 1 },
    });
    expect(bench.server.traffic()[clients.app]?.bytes).toBeGreaterThan(1000);
  });

  it("reports every call, the ones inside a batch too", async () => {
    const seen: unknown[] = [];
    bench.server.onRequest(({ client, method, status, units }) => seen.push([client, method, status, units]));
    await bench.call("GET", `${items}/7`);
    await bench.call("POST", "/$batch", { requests: [{ id: "1", method: "GET", url: items }] });
    expect(seen).toEqual([
      [clients.app, "GET", 404, 1],
      [clients.app, "GET", 200, 2],
    ]);
  });

  it("notices a call that comes again before its time", async () => {
    bench.server.setFaults(plan({ rate: 1, kinds: [429], retryAfterS: 5 }));
    const refused = await bench.call("GET", items);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "5"]);
    expect(refused.at("error", "code")).toBe("activityLimitReached");
    bench.server.clearFaults();
    bench.advance(4_000);
    await bench.call("GET", items);
    expect(bench.server.traffic()[clients.app]).toMatchObject({ refused: 1, earlyRetries: 1 });
    bench.server.setFaults(plan({ rate: 1, kinds: [503], retryAfterS: 5 }));
    await bench.call("GET", items);
    bench.server.clearFaults();
    bench.advance(5_000);
    await bench.call("GET", items);
    expect(bench.server.traffic()[clients.app]).toMatchObject({ refused: 2, earlyRetries: 1 });
  });

  it.each([
    { name: "holds a client to a refusal inside a batch", kinds: [429] as const, dropped: null, earlyRetries: 1 },
    {
      name: "holds nobody to a refusal that was lost with its batch",
      kinds: ["lost-answer", 429] as const,
      dropped: "1",
      earlyRetries: 0,
    },
  ])("$name", async ({ kinds, dropped, earlyRetries }) => {
    // Seed 1 chooses the first kind for the whole batch; inside there is 429 alone.
    bench.server.setFaults(plan({ rate: 1, seed: 1, kinds: [...kinds], retryAfterS: 5 }));
    const requests = [{ id: "1", method: "GET", url: items }];
    const refused = await bench.call("POST", "/$batch", { requests });
    expect(refused.headers.get("x-workspace-drop")).toBe(dropped);
    bench.server.clearFaults();
    bench.advance(1_000);
    await bench.call("GET", items);
    expect(bench.server.traffic()[clients.app]).toMatchObject({ refused: 1, earlyRetries });
  });
});

describe("faults", () => {
  it("gives the same faults for the same seed", async () => {
    const run = async (seed: number): Promise<readonly number[]> => {
      bench.server.setFaults(plan({ rate: 0.5, seed }));
      const statuses: number[] = [];
      for (let call = 0; call < 30; call++) statuses.push((await bench.call("GET", items)).status);
      return statuses;
    };
    const first = await run(7);
    expect(await run(7)).toEqual(first);
    expect(await run(8)).not.toEqual(first);
    expect(new Set(first)).toContain(200);
    expect(first.some((status) => status >= 429)).toBe(true);
  });

  it("cuts the connection before or after the change", async () => {
    bench.server.setFaults(plan({ rate: 1, kinds: ["reset"] }));
    expect((await bench.call("POST", items, item)).headers.get("x-workspace-drop")).toBe("1");
    bench.server.setFaults(plan({ rate: 1, kinds: ["lost-answer"] }));
    expect((await bench.call("POST", items, item)).headers.get("x-workspace-drop")).toBe("1");
    bench.server.clearFaults();
    expect((await bench.call("GET", items)).at("value")).toHaveLength(1);
  });

  it("G-94 refuses single requests of a batch", async () => {
    bench.server.setFaults(plan({ rate: 0.5, seed: 3, kinds: [429], retryAfterS: 2 }));
    const requests = Array.from({ length: 20 }, (_, index) => ({ id: String(index), method: "GET", url: items }));
    const answer = await bench.call("POST", "/$batch", { requests });
    expect(answer.status).toBe(200);
    const responses = requests.map((_, index) => ({
      status: answer.at("responses", index, "status"),
      wait: answer.at("responses", index, "headers", "Retry-After"),
    }));
    expect(responses).toContainEqual({ status: 200, wait: undefined });
    expect(responses).toContainEqual({ status: 429, wait: "2" });
  });

  it("loses the answer of a whole batch after it was carried out", async () => {
    bench.server.setFaults(plan({ rate: 1, kinds: ["lost-answer"] }));
    const headers = { "Content-Type": "application/json" };
    const requests = [{ id: "1", method: "POST", url: items, headers, body: item }];
    expect((await bench.call("POST", "/$batch", { requests })).headers.get("x-workspace-drop")).toBe("1");
    bench.server.clearFaults();
    expect((await bench.call("GET", items)).at("value")).toHaveLength(1);
  });

  it("waits where latency is asked for", async () => {
    const waited: number[] = [];
    const slow = openBench({ wait: (ms) => Promise.resolve(void waited.push(ms)) });
    slow.server.setFaults(plan({ latencyMs: 250 }));
    await slow.call("GET", "/sites/root");
    slow.server.close();
    expect(waited).toEqual([250]);
  });
});

describe("quota", () => {
  it("G-95 announces the limit from 80 percent and refuses above it until the minute is over", async () => {
    bench.server.resetTraffic();
    bench.advance(60_000);
    bench.server.setFaults(plan({ unitsPerMinute: 10 }));
    const calls: Answer[] = [];
    for (let call = 0; call < 6; call++) calls.push(await bench.call("GET", items));
    expect(calls.map((call) => call.status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(calls[2]?.headers.get("ratelimit-limit")).toBeNull();
    expect(["limit", "remaining", "reset"].map((name) => calls[3]?.headers.get(`ratelimit-${name}`))).toEqual([
      "10",
      "2",
      "60",
    ]);
    expect(calls[5]?.headers.get("retry-after")).toBe("60");
    expect(calls[5]?.headers.get("ratelimit-remaining")).toBe("0");
    expect((await bench.call("GET", items, undefined, { token: serviceToken })).status).toBe(200);
    bench.advance(60_000);
    expect((await bench.call("GET", items)).status).toBe(200);
  });

  it("charges what an unsigned caller asks for to nobody", async () => {
    const before = bench.server.traffic();
    await bench.server.fetch(new Request(`${origin}/v1.0/sites/root`));
    await bench.call("GET", "/sites/root", undefined, { token: "expired" });
    expect(bench.server.traffic()).toEqual(before);
  });
});
