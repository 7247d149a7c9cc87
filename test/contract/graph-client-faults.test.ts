import { Client, GraphError, RetryHandler } from "@microsoft/microsoft-graph-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createGraphClient, type GraphClient } from "#sharepoint/client/graph-client.ts";
import type { ListRef } from "#sharepoint/client/list-item.ts";
import { middleware } from "#sharepoint/client/pipeline.ts";
import {
  type Bench,
  clients,
  openBench,
  origin,
  serviceToken,
} from "#workspace/graph-server/graph-server.test-support.ts";
import { type FaultPlan, faultPlanSchema } from "#workspace/graph-server/traffic/fault-plan.ts";
import { virtualMachine } from "./virtual-machine.ts";

/** Waits of the client, in milliseconds; they move the workspace's clock as well. */
let slept: number[];
let bench: Bench;
let client: GraphClient;
let list: ListRef;
let items: string;
/** How often Graph was asked, and what happens on the way. */
let asked: number;
let onTheWay: (request: Request) => Promise<Response>;

beforeEach(async () => {
  bench = openBench();
  asked = 0;
  onTheWay = bench.server.fetch;
  const machine = virtualMachine();
  slept = machine.slept;
  client = createGraphClient({
    ...machine,
    sleep: async (milliseconds, signal) => {
      await machine.sleep(milliseconds, signal);
      bench.advance(milliseconds);
    },
    graphOrigin: origin,
    token: async () => serviceToken,
    fetch: async (input, init) => {
      asked += 1;
      const answer = await onTheWay(new Request(input, init));
      if (answer.headers.get("x-workspace-drop") === "1") throw new TypeError("socket hang up");
      return answer;
    },
    log: () => undefined,
  });
  const columns = [{ name: "Noegle", text: {}, indexed: true, enforceUniqueValues: true }];
  const made = await bench.call("POST", `${bench.site}/lists`, { displayName: "Ting", columns });
  list = { siteId: (await bench.call("GET", bench.site)).text("id"), listId: made.text("id") };
  items = `${bench.site}/lists/Ting/items`;
  await bench.call("POST", items, { fields: { Title: "A", Noegle: "a" } });
  bench.server.resetTraffic();
});
afterEach(() => bench.server.close());

const faults = (plan: Partial<FaultPlan>) => bench.server.setFaults({ ...faultPlanSchema.parse({}), rate: 1, ...plan });
const traffic = () => bench.server.traffic()[clients.service];
const rowsWith = async (key: string) => {
  const page = await bench.call("GET", `${items}?$expand=fields&$filter=fields/Noegle eq '${key}'`);
  return Array.isArray(page.at("value")) ? JSON.stringify(page.at("value")).split(`"Noegle":"${key}"`).length - 1 : -1;
};

/** Graph is well again after so many of its answers. */
function wellAfter(answers: number): void {
  onTheWay = async (request) => {
    const answer = await bench.server.fetch(request);
    if (asked >= answers) bench.server.clearFaults();
    return answer;
  };
}

test("G-92 our client waits the whole Retry-After of a 429 and then has its answer", async () => {
  faults({ kinds: [429], retryAfterS: 1 });
  wellAfter(3);
  const answer = await client.itemById(list, "1", ["Title"]);
  expect(answer.ok && answer.value.fields["Title"]).toBe("A");
  expect([asked, slept.filter((milliseconds) => milliseconds >= 1_000).length]).toEqual([4, 3]);
  expect(traffic()).toMatchObject({ requests: 4, refused: 3, earlyRetries: 0 });
});

test("G-92 our client says that it is throttled when that does not end, and never came early", async () => {
  faults({ kinds: [429], retryAfterS: 10 });
  const answer = await client.itemById(list, "1", ["Title"]);
  expect(!answer.ok && answer.refusal).toMatchObject({ kind: "throttled", status: 429, ambiguous: false });
  expect(traffic()).toMatchObject({ earlyRetries: 0 });
});

test("G-92 the SDK's own retry gives up after four answers of 429 in a row", async () => {
  faults({ kinds: [429], retryAfterS: 0 });
  const send = middleware(async (context) => {
    asked += 1;
    const headers = {
      ...(context.options?.headers as Record<string, string>),
      authorization: `Bearer ${serviceToken}`,
    };
    if (typeof context.request !== "string") throw new Error("The SDK asks by address.");
    context.response = await bench.server.fetch(new Request(context.request, { ...context.options, headers }));
  });
  const sdk = Client.initWithMiddleware({ baseUrl: `${origin}/`, middleware: [new RetryHandler(), send] });
  const failure: unknown = await sdk
    .api(items)
    .get()
    .catch((cause: unknown) => cause);
  expect(failure).toBeInstanceOf(GraphError);
  expect(failure).toMatchObject({ statusCode: 429, code: "activityLimitReached" });
  expect(asked).toBe(4);
});

test.each([
  ["503 with Retry-After, not carried out", { kinds: [503], retryAfterS: 2 }],
  ["504, not carried out", { kinds: [504] }],
  ["a broken connection, not carried out", { kinds: ["reset"] }],
  ["a lost answer, carried out", { kinds: ["lost-answer"] }],
] as const)("G-93 a create that ends with %s is one row in the end", async (_, plan) => {
  faults({ ...plan, kinds: [...plan.kinds] });
  wellAfter(2);
  const create = { keyColumn: "Noegle", key: "b", fields: { Title: "B" } };
  const made = await client.createItem(list, create);
  expect(made.ok && made.value.item.fields["Title"]).toBe("B");
  expect(await rowsWith("b")).toBe(1);
  expect(traffic()?.earlyRetries).toBe(0);
});

test("G-93 a second create with the same key finds the first one's row", async () => {
  const create = { keyColumn: "Noegle", key: "b", fields: { Title: "B" } };
  const first = await client.createItem(list, create);
  const second = await client.createItem(list, { ...create, fields: { Title: "B igen" } });
  expect([first, second].map((made) => made.ok && made.value.created)).toEqual([true, false]);
  expect(second.ok && second.value.item.fields["Title"]).toBe("B");
  expect(await rowsWith("b")).toBe(1);
});

test("G-94 of a batch only what was throttled is sent again, not before its Retry-After", async () => {
  faults({ rate: 0.4, seed: 3, kinds: [429], retryAfterS: 3 });
  const done: string[] = [];
  bench.server.onRequest(({ method, path, status }) => {
    if (method === "GET" && status === 200) done.push(path);
  });
  const path = (index: number) => `/sites/${list.siteId}/lists/${list.listId}/items/1?$select=id&part=${index}`;
  const parts = Array.from({ length: 20 }, (_, index) => ({ method: "GET", path: path(index), units: 1 }) as const);
  const answers = await client.batch(parts, { lane: "projections" });
  expect(answers.map((answer) => answer.ok)).toEqual(parts.map(() => true));
  expect(done.length).toBe(20);
  expect(new Set(done).size).toBe(20);
  expect(traffic()?.refused).toBeGreaterThan(0);
  expect(traffic()?.earlyRetries).toBe(0);
});

test("G-63 our client calls a stale eTag a conflict, and removes nothing by one (G-65)", async () => {
  const first = await client.itemById(list, "1", ["Title"]);
  if (!first.ok) throw new Error("not read");
  const changed = await client.updateItem(list, "1", first.value.etag, { Title: "B" });
  expect(changed.ok && changed.value.revision).toBe(2);
  const stale = [
    await client.updateItem(list, "1", first.value.etag, { Title: "C" }),
    await client.deleteItem(list, "1", first.value.etag),
  ];
  for (const answer of stale) expect(!answer.ok && answer.refusal.kind).toBe("conflict");
  expect(asked).toBe(4);
});

test("G-71 our client does not ask again for what takes too many resources", async () => {
  const innerError = { code: "tooManyResources" };
  const error = {
    code: "notSupported",
    message: "The request is unprocessable because it uses too many resources",
    innerError,
  };
  onTheWay = () => Promise.resolve(Response.json({ error }, { status: 422 }));
  const answer = await client.itemByKey(list, "Noegle", "a", ["Title"]);
  expect(!answer.ok && answer.refusal).toMatchObject({ status: 422, code: "tooManyResources", ambiguous: false });
  expect([asked, slept]).toEqual([1, []]);
});
