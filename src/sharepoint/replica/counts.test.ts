import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { json, scriptedFetch } from "#test/contract/scripted-fetch.ts";
import { recordNames } from "#use-cases/ports/record-collection.ts";
import { messyList } from "../../../bench/messy-list.ts";
import { createGraphClient } from "../client/graph-client.ts";
import { parallelTime } from "../client/parallel-time.test-support.ts";
import { projectionLists, wantedLists } from "../lists/all-lists.ts";
import { createListDirectory } from "../lists/list-directory.ts";
import { createListStore } from "../lists/list-store.ts";
import { openSharePoint } from "../open-sharepoint.ts";
import { createListReplica } from "./list-replica.ts";
import { sampleClient, sampleDirectory, sampleFields, sampleKey, sampleList } from "./sample-list.test-support.ts";

/** A list with so many rows, each with so many columns nobody asks for. */
function longList(rows: number, more = 0) {
  const server = messyList();
  const other = Object.fromEntries(
    Array.from({ length: more }, (_, index) => [`Felt${index}`, `værdi ${index} `.repeat(3)]),
  );
  for (let id = 1; id <= rows; id += 1)
    server.put(String(id), { ...sampleFields(String(id), `række ${id}`), ...other });
  return server;
}

const replicaOf = (server: ReturnType<typeof longList>) =>
  createListReplica(sampleClient(server.fetch), sampleList, sampleDirectory);

describe("what a read costs", () => {
  test("T43 30,000 rows are six pages: every row once, no error", async () => {
    const server = longList(30_000);
    const replica = replicaOf(server);
    expect(await replica.refresh()).toEqual({ ok: true, value: undefined });
    expect(server.traffic).toMatchObject({ requests: 1 + 6, units: 1 + 12 });
    expect(new Set(replica.rows.all().map(({ key }) => key)).size).toBe(30_000);
    expect(replica.rows.byKey(sampleKey("29999"))?.value.title).toBe("række 29999");
  });

  test("T43 rows that go between two pages do no harm", async () => {
    const server = longList(11_000);
    const replica = replicaOf(server);
    server.once("GET", (token) => {
      server.once("GET", (first) => {
        server.remove("2");
        server.remove("5001");
        server.put("11001", sampleFields("11001", "kom til"));
        return first;
      });
      return token;
    });
    await replica.refresh();
    await replica.refresh();
    const ids = replica.rows.items().map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([10_999, 10_999]);
    expect([ids.includes("2"), ids.includes("5001"), ids.includes("11001")]).toEqual([false, false, true]);
  });

  test("G1 10,000 rows cold: at most 3 requests, 6 units and 30 % of the bytes of all fields; G3 back again: 1, 1, 2 %", async () => {
    const server = longList(10_000, 30);
    const whole = await server.fetch("http://graph.test/v1.0/sites/h,a,b/lists/l/items?$expand=fields&$top=5000");
    const everything = 2 * (await whole.arrayBuffer()).byteLength;
    Object.assign(server.traffic, { requests: 0, units: 0, bytes: 0 });
    const replica = replicaOf(server);
    await replica.refresh();
    const cold = { ...server.traffic };
    expect(cold).toMatchObject({ requests: 3, units: 5 });
    expect(cold.bytes).toBeLessThanOrEqual(0.3 * everything);

    Object.assign(server.traffic, { requests: 0, units: 0, bytes: 0 });
    await replica.refresh();
    expect(server.traffic).toMatchObject({ requests: 1, units: 1 });
    expect(server.traffic.bytes).toBeLessThanOrEqual(1024);

    for (let id = 50; id <= 5000; id += 50) server.put(String(id), sampleFields(String(id), `ny ${id}`));
    Object.assign(server.traffic, { requests: 0, units: 0, bytes: 0 });
    await replica.refresh();
    expect(server.traffic).toMatchObject({ requests: 1, units: 1 });
    expect(server.traffic.bytes).toBeLessThanOrEqual(0.02 * everything);
    expect(replica.rows.byKey(sampleKey("5000"))?.value.title).toBe("ny 5000");
  });

  test("G4 whoever asks during a read shares it: fifty people cost one read and one delta; four lists 24 units, then 4", async () => {
    const one = longList(10_000);
    const shared = replicaOf(one);
    await Promise.all(Array.from({ length: 50 }, () => shared.refresh()));
    expect(one.traffic).toMatchObject({ requests: 3 + 1, units: 5 + 1 });

    const lists = [one, ...Array.from({ length: 3 }, () => longList(10_000))];
    const replicas = lists.map((server) => replicaOf(server));
    const unitsOf = async () => {
      for (const { traffic } of lists) traffic.units = 0;
      await Promise.all(replicas.map((replica) => replica.refresh()));
      return lists.reduce((sum, { traffic }) => sum + traffic.units, 0);
    };
    expect(await unitsOf()).toBeLessThanOrEqual(24);
    expect(await unitsOf()).toBe(4);
  });
});

describe("what a write costs", () => {
  interface Inner {
    readonly requests: readonly { readonly id: string }[];
  }

  /** 80 ms a request and 10 ms a write, 1,250 units a minute, refusing part by part what is above. */
  function writing(alone: boolean) {
    const time = parallelTime(7);
    const count = { requests: 0, refused: 0, done: new Map<string, number>() };
    let window = { from: time.now(), used: 0 };
    const client = createGraphClient({
      graphOrigin: "http://graph.test",
      token: async () => "T",
      log: () => undefined,
      alone,
      ...time,
      fetch: async (_, init) => {
        count.requests += 1;
        const { requests } = JSON.parse(typeof init?.body === "string" ? init.body : "{}") as Inner;
        await time.sleep(80 + 10 * requests.length);
        if (time.now() - window.from >= 60_000) window = { from: time.now(), used: 0 };
        const responses = requests.map(({ id }) => {
          window.used += 2;
          if (window.used <= 1250) {
            count.done.set(id, (count.done.get(id) ?? 0) + 1);
            return { id, status: 200, body: {} };
          }
          count.refused += 1;
          const seconds = Math.ceil((window.from + 60_000 - time.now()) / 1000);
          return { id, status: 429, headers: { "Retry-After": String(seconds) }, body: {} };
        });
        return json({ responses });
      },
    });
    const parts = Array.from(
      { length: 1000 },
      (_, index) =>
        ({ method: "PATCH", path: `/i/${index + 1}`, units: 2, headers: { "If-Match": "e" }, body: {} }) as const,
    );
    return { time, count, run: () => time.run(client.batch(parts, { lane: "projections" })) };
  }

  test("G5 1,000 writes of a program alone: at most 51 requests, each once, no refusal, within 1.05 of the budget's own time", async () => {
    const { time, count, run } = writing(true);
    expect((await run()).every(({ ok }) => ok)).toBe(true);
    expect([count.requests <= 51, count.refused, count.done.size, Math.max(...count.done.values())]).toEqual([
      true,
      0,
      1000,
      1,
    ]);
    // 1,250 units at once, the rest when the minute is over: 750 of them, in 19 batches of 280 ms, four at a time.
    expect(time.passed()).toBeLessThanOrEqual(1.05 * (60_000 + Math.ceil(19 / 4) * 280));
  });

  test("G5 beside people the same writes keep to their share of three tenths, and nothing is refused or lost", async () => {
    const { time, count, run } = writing(false);
    expect((await run()).every(({ ok }) => ok)).toBe(true);
    expect([count.requests <= 51, count.refused, count.done.size]).toEqual([true, 0, 1000]);
    expect(time.passed()).toBeGreaterThanOrEqual(5 * 60_000);
  });
});

describe("every filter and every read of the product", () => {
  interface Asked {
    readonly list: (typeof wantedLists)[number];
    readonly url: URL;
  }

  /** Asks every store everything it can be asked, on sites whose lists are empty. */
  async function askEverything(): Promise<readonly Asked[]> {
    const script = scriptedFetch(({ url }) => {
      if (url.includes("/delta")) return json({ value: [], "@odata.deltaLink": url });
      if (url.includes("/items")) return json({ value: [] });
      if (url.includes("/columns")) return json({ value: [] });
      if (url.includes("/lists?")) return json({ value: wantedLists.map(({ name }) => ({ id: name, name })) });
      return json({ id: "h,a,b" });
    });
    const client = sampleClient(script.fetch);
    const sites = { host: "h", records: "/sites/a", open: "/sites/b" };
    const sharePoint = openSharePoint({ client, sites, reported: () => undefined });
    await sharePoint.refreshAll();
    await sharePoint.refreshAll();
    for (const name of recordNames) await sharePoint.records[name].read(sampleKey("1"));
    for (const list of Object.values(projectionLists)) {
      const directory = createListDirectory(client, sites);
      await createListStore(client, list, directory).read(sampleKey("1"));
      const replica = createListReplica(client, list, directory);
      await replica.refresh();
      await replica.refresh();
    }
    return script.sent.flatMap((request) => {
      const url = new URL(request.url);
      const name = /\/lists\/(\w+)\/items/.exec(url.pathname)?.[1];
      const list = wantedLists.find((wanted) => wanted.name === name);
      return list === undefined ? [] : [{ list, url }];
    });
  }

  test("T43 filters and orders by indexed columns only, of which every list has its key", async () => {
    const asked = await askEverything();
    const filtered = new Set<string>();
    for (const { list, url } of asked) {
      const clauses = `${url.searchParams.get("$filter") ?? ""} ${url.searchParams.get("$orderby") ?? ""}`;
      for (const [, column = ""] of clauses.matchAll(/fields\/(\w+)/g)) {
        expect([list.name, column, list.columns[column]?.indexed]).toEqual([list.name, column, true]);
        filtered.add(list.name);
      }
    }
    const lists = wantedLists.filter(({ template }) => template !== "documentLibrary");
    expect(filtered).toEqual(new Set(lists.map(({ name }) => name)));
    for (const { columns } of lists) expect(columns["Noegle"]).toMatchObject({ indexed: true, unique: true });
  });

  test("T43 no filter is made anywhere else: the client has two, by key and by the start of a name", () => {
    const root = `${import.meta.dirname}/..`;
    const found = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.includes(".test"))
      .flatMap((file) => {
        const text = readFileSync(`${root}/${file}`, "utf8");
        return [...text.matchAll(/\$filter:|\$orderby|\$search|\$skip\b|\$count|Prefer\b.*Honor/g)].map(
          ([hit]) => `${file} ${hit}`,
        );
      });
    expect(found.toSorted()).toEqual(["client/items.ts $filter:", "client/people.ts $filter:"]);
  });

  test("every read says which fields it wants, in 5,000-row pages, of v1.0", async () => {
    for (const { url } of await askEverything()) {
      const { searchParams, pathname } = url;
      expect([url.href, searchParams.has("$select"), pathname.startsWith("/v1.0/")]).toEqual([url.href, true, true]);
      expect(searchParams.get("$expand")).toMatch(/^fields\(\$select=\w+(,\w+)*\)$/);
      if (!searchParams.has("$filter")) expect(searchParams.get("$top")).toBe("5000");
    }
  });
});
