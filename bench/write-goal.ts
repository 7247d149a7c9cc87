import { keyOf } from "#domain/shared/keys.ts";
import { createGraphClient } from "#sharepoint/client/graph-client.ts";
import { itemsPath } from "#sharepoint/client/items.ts";
import type { ListRef } from "#sharepoint/client/list-item.ts";
import type { Lane } from "#sharepoint/client/unit-scheduler.ts";
import { type BenchGraph, type Cost, GRAPH_ORIGIN, REQUEST_MS, WRITE_MS } from "./bench-graph.ts";
import { makeList } from "./bench-lists.ts";
import { atMost, exactly, figure, type Goal, type Row } from "./goal.ts";
import type { Peer } from "./peers.ts";

const WRITES = 1000;
const UNITS_PER_MINUTE = 1250;
const BATCH_MS = REQUEST_MS + 20 * WRITE_MS;

type Rows = readonly Readonly<Record<string, string>>[];

/** Runs a client on an empty list; tells how many it reported and how many rows are as they should be. */
async function written(
  graph: BenchGraph,
  name: string,
  throttled: boolean,
  create: (list: ListRef, rows: Rows) => Promise<number>,
): Promise<{ row: Row; right: number }> {
  const list = await makeList(graph, `${name} ${throttled ? "loft" : "frit"}`, false);
  const rows = Array.from({ length: WRITES }, (_, index) => ({
    Title: `Post ${index}`,
    Noegle: keyOf(`post ${index}`),
  }));
  // The minute of a run before must not count in this one.
  await graph.time.run(graph.time.sleep(120_000));
  if (throttled) {
    const plan = { rate: 0, seed: 1, kinds: [], latencyMs: 0, retryAfterS: 1, unitsPerMinute: UNITS_PER_MINUTE };
    graph.server.setFaults(plan);
  }
  let done = 0;
  const cost = await graph.cost(async () => {
    done = await create(list, rows);
  });
  graph.server.clearFaults();
  const right = await rightRows(graph, list, rows);
  const outcome = `${figure(done)} reported done, ${figure(right)} rows right`;
  return { row: { client: name, cost, outcome }, right };
}

async function rightRows(graph: BenchGraph, list: ListRef, rows: Rows): Promise<number> {
  const path = `${itemsPath(list)}?$expand=fields($select=Title,Noegle)&$top=5000`;
  const page = (await graph.direct("GET", path)) as { value: { fields: Record<string, string> }[] };
  const titles = new Map(page.value.map(({ fields }) => [fields["Noegle"], fields["Title"]]));
  const right = rows.filter((row) => titles.get(row["Noegle"]) === row["Title"]).length;
  return page.value.length === titles.size ? right : 0;
}

function ours(graph: BenchGraph, options: { alone: boolean; lane: Lane; unitsPerMinute: number }) {
  return async (list: ListRef, rows: Rows): Promise<number> => {
    const client = createGraphClient({
      graphOrigin: GRAPH_ORIGIN,
      token: async () => graph.token,
      fetch: graph.fetch,
      log: () => undefined,
      alone: options.alone,
      unitsPerMinute: options.unitsPerMinute,
      now: graph.time.now,
      sleep: graph.time.sleep,
      random: graph.time.random,
    });
    const path = itemsPath(list);
    const parts = rows.map((fields) => ({ method: "POST", path, units: 2, body: { fields } }) as const);
    const ends = await client.batch(parts, { lane: options.lane });
    return ends.filter(({ ok }) => ok).length;
  };
}

/** G5: 1,000 rows, with all the budget one wants and with 1,250 units a minute. */
export async function writeGoal(graph: BenchGraph, peers: readonly Peer[]): Promise<Goal> {
  const endless = { alone: true, lane: "projections", unitsPerMinute: Number.POSITIVE_INFINITY } as const;
  const alone = { alone: true, lane: "projections", unitsPerMinute: UNITS_PER_MINUTE } as const;
  const beside = { ...alone, alone: false };
  const free = await written(graph, "Fremdrift, no limit", false, ours(graph, endless));
  const kept = await written(graph, "Fremdrift, alone, limit", true, ours(graph, alone));
  const shared = await written(graph, "Fremdrift, beside people, limit", true, ours(graph, beside));
  const others: Row[] = [];
  for (const throttled of [false, true]) {
    for (const peer of peers) {
      const name = `${peer.name}, ${throttled ? "limit" : "no limit"}`;
      others.push((await written(graph, name, throttled, peer.createAll)).row);
    }
  }
  const pnp = others[0]?.cost.ms ?? 0;
  const later = WRITES - UNITS_PER_MINUTE / 2;
  const boundMs = 60_000 + Math.ceil(later / 20 / 4) * BATCH_MS;
  return {
    id: "G5",
    title: `${figure(WRITES)} writes in batches`,
    boundMs,
    bound: `${figure(UNITS_PER_MINUTE)} units at once, the rest a minute later`,
    rows: [free.row, kept.row, shared.row, ...others],
    checks: [
      atMost("requests, no limit", free.row.cost.requests, 51),
      atMost("requests, limit", kept.row.cost.requests, 51),
      exactly("rows right, no limit", free.right, WRITES),
      exactly("rows right, limit", kept.right, WRITES),
      exactly("rows right, limit, beside people", shared.right, WRITES),
      atMost("time against pnp batched(), no limit", free.row.cost.ms / pnp, 0.35, " ×"),
      atMost("time against the bound, limit", kept.row.cost.ms / boundMs, 1.05, " ×"),
      atMost("429 answers, limit", refusedOf(kept.row.cost) + refusedOf(shared.row.cost), 20),
    ],
  };
}

function refusedOf({ refused }: Cost): number {
  return refused;
}
