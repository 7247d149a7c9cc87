import * as z from "zod/mini";
import { ok } from "#domain/shared/result.ts";
import { createGraphClient, type GraphClient } from "#sharepoint/client/graph-client.ts";
import { itemsPath } from "#sharepoint/client/items.ts";
import type { ListRef } from "#sharepoint/client/list-item.ts";
import { textColumn, titleColumn } from "#sharepoint/lists/column.ts";
import { defineList, type FieldsOf } from "#sharepoint/lists/define-list.ts";
import { createListReplica, type ListReplica } from "#sharepoint/replica/list-replica.ts";
import { type BenchGraph, type Cost, GRAPH_ORIGIN, ITEM_MS, REQUEST_MS } from "./bench-graph.ts";
import { READ_COLUMNS } from "./bench-lists.ts";
import { atMost, exactly, figure, type Goal, type Row } from "./goal.ts";
import type { Peer } from "./peers.ts";

const texts = { title: "Felt", description: "Felt" };
const columns = {
  Title: titleColumn(texts),
  Felt1: textColumn(texts),
  Felt2: textColumn(texts),
  Felt3: textColumn(texts),
  Felt4: textColumn(texts),
  Felt5: textColumn(texts),
  Felt6: textColumn(texts),
};
const definition = defineList({
  name: "Maaling",
  title: "Måling",
  description: "",
  site: "records",
  schemaVersion: 1,
  columns,
  codec: { toFields: (value: FieldsOf<typeof columns>) => value, fromFields: ok },
  views: [],
});
type MeasuredRow = FieldsOf<typeof columns>;

export interface ReadBench {
  readonly graph: BenchGraph;
  readonly list: ListRef;
  readonly rows: number;
  readonly peers: readonly Peer[];
}

/** The product's client with the product's budget. */
export function ourClient({ fetch, time, token }: BenchGraph): GraphClient {
  return createGraphClient({
    graphOrigin: GRAPH_ORIGIN,
    token: async () => token,
    fetch,
    log: () => undefined,
    now: time.now,
    sleep: time.sleep,
    random: time.random,
  });
}

function ourReplica({ graph, list }: ReadBench): ListReplica<MeasuredRow> {
  return measuredReplica(ourClient(graph), list);
}

/** A replica of a measured list that has not been read yet. */
export function measuredReplica(client: GraphClient, list: ListRef): ListReplica<MeasuredRow> {
  const directory = { locate: async () => ok({ ...list, webUrl: "" }), forget: () => undefined };
  return createListReplica<MeasuredRow>(client, definition, directory);
}

/** Reads what is new (the first time: everything), or fails loudly. */
export async function refreshed(replica: ListReplica<MeasuredRow>): Promise<void> {
  const read = await replica.refresh();
  if (!read.ok) throw new Error(`The replica could not be read: ${JSON.stringify(read.refusal)}`);
}

/** Shortest time in which a list can be read: as few pages as SharePoint gives, one after the other. */
function readBoundMs(rows: number): number {
  return Math.ceil(rows / 5000) * REQUEST_MS + rows * ITEM_MS;
}

async function peerRead({ graph, list }: ReadBench, peer: Peer): Promise<Row> {
  let count = 0;
  const cost = await graph.cost(async () => {
    count = await peer.readAll(list);
  });
  return { client: `${peer.name}, default page`, cost, outcome: `${figure(count)} rows` };
}

/** G1: one list of 10,000 items, nothing known before. G3: the same reader comes back. */
export async function readGoals(bench: ReadBench): Promise<readonly Goal[]> {
  const { graph, list, rows, peers } = bench;
  const everything = await graph.cost(async () => {
    let next: string | undefined = `${GRAPH_ORIGIN}/v1.0${itemsPath(list)}?$expand=fields&$top=5000`;
    while (next !== undefined) {
      const page: Response = await graph.fetch(next, { headers: { authorization: `Bearer ${graph.token}` } });
      next = z.parse(z.looseObject({ "@odata.nextLink": z.optional(z.string()) }), await page.json())[
        "@odata.nextLink"
      ];
    }
  });
  const replica = ourReplica(bench);
  const cold = await graph.cost(() => refreshed(replica));
  const peerRows: Row[] = [];
  for (const peer of peers) peerRows.push(await peerRead(bench, peer));
  const iterator = peerRows.at(-1)?.cost.ms ?? 0;
  const boundMs = readBoundMs(rows);
  const g1: Goal = {
    id: "G1",
    title: `Cold read of one list of ${figure(rows)} items`,
    boundMs,
    bound: `${Math.ceil(rows / 5000)} pages of 5,000`,
    rows: [
      { client: "Fremdrift, replica", cost: cold, outcome: `${figure(replica.rows.all().length)} rows` },
      ...peerRows,
      { client: "all fields, pages of 5,000", cost: everything, outcome: "for the bytes" },
    ],
    checks: [
      atMost("requests", cold.requests, Math.ceil(rows / 5000) + 1),
      atMost("units", cold.units, 6),
      atMost("bytes against all fields", percent(cold.wireBytes, everything.wireBytes), 30, " %"),
      atMost("time against the bound", cold.ms / boundMs, 1.6, " ×"),
      atMost("time against PageIterator", cold.ms / iterator, 0.25, " ×"),
      exactly("rows", replica.rows.all().length, rows),
    ],
  };
  return [g1, await returnGoal(bench, replica, everything, peerRows)];
}

function percent(part: number, whole: number): number {
  return (100 * part) / whole;
}

async function returnGoal(
  bench: ReadBench,
  replica: ListReplica<MeasuredRow>,
  everything: Cost,
  peerRows: readonly Row[],
): Promise<Goal> {
  const { graph, list, rows } = bench;
  const unchanged = await graph.cost(() => refreshed(replica));
  for (let row = 1; row <= rows; row += 100) {
    await graph.direct("PATCH", `/sites/${list.siteId}/lists/${list.listId}/items/${row}/fields`, {
      Felt1: `ændret ${row}`,
    });
  }
  const changed = await graph.cost(() => refreshed(replica));
  graph.server.expireDeltaTokens();
  const expired = await graph.cost(() => refreshed(replica));
  const lost = await differences(bench, replica);
  return {
    id: "G3",
    title: "Return visit: the same reader asks what is new",
    boundMs: REQUEST_MS,
    bound: "one round trip",
    rows: [
      { client: "Fremdrift, nothing changed", cost: unchanged, outcome: "delta" },
      { client: "Fremdrift, 1 % changed", cost: changed, outcome: "delta" },
      { client: "Fremdrift, token expired (410)", cost: expired, outcome: `full read, ${lost} rows wrong` },
      ...peerRows.map((row) => ({ ...row, outcome: "reads everything again" })),
    ],
    checks: [
      exactly("requests, 1 % changed", changed.requests, 1),
      exactly("units, 1 % changed", changed.units, 1),
      atMost("bytes against a full read, 1 % changed", percent(changed.wireBytes, everything.wireBytes), 2, " %"),
      atMost("bytes, nothing changed", unchanged.wireBytes, 1024),
      atMost("requests after a 410", expired.requests, 1 + 1 + Math.ceil(rows / 5000)),
      exactly("rows lost, doubled or old after a 410", lost, 0),
    ],
  };
}

/** Rows of the replica that are not the list's, by a read on another road. */
async function differences({ graph, list }: ReadBench, replica: ListReplica<MeasuredRow>): Promise<number> {
  const client = createGraphClient({
    graphOrigin: GRAPH_ORIGIN,
    token: async () => graph.token,
    fetch: (input, init) => graph.server.fetch(new Request(input, init)),
    log: () => undefined,
    unitsPerMinute: Number.POSITIVE_INFINITY,
    now: graph.time.now,
    sleep: graph.time.sleep,
    random: graph.time.random,
  });
  const items = await client.items(list, READ_COLUMNS);
  if (!items.ok) throw new Error("The list could not be compared");
  const held = new Map(replica.rows.items().map((item) => [item.id, item.etag]));
  const wrong = items.value.filter((item) => held.get(item.id) !== item.etag).length;
  return wrong + Math.abs(held.size - items.value.length);
}

/** G4: five users at the same moment under one small budget, and what opening and coming back costs four lists. */
export async function crowdGoal(bench: ReadBench): Promise<Goal> {
  const { graph, rows, peers } = bench;
  const five = [1, 2, 3, 4, 5];
  const alone = await graph.cost(() => refreshed(ourReplica(bench)));
  const crowd = async (read: () => Promise<unknown>): Promise<{ cost: Cost; errors: number }> => {
    let errors = 0;
    graph.throttle({ units: 40, windowMs: 5000 });
    const cost = await graph.cost(() =>
      Promise.all(
        five.map(() =>
          read().catch(() => {
            errors += 1;
          }),
        ),
      ),
    );
    graph.throttle(undefined);
    return { cost, errors };
  };
  const separate = await crowd(() => refreshed(ourReplica(bench)));
  const one = ourReplica(bench);
  const shared = await crowd(() => refreshed(one));
  const others: Row[] = [];
  for (const peer of peers) {
    const { cost, errors } = await crowd(() => peer.readAll(bench.list));
    others.push({ client: `${peer.name}, default page`, cost, outcome: `${errors} of 5 gave up` });
  }
  const four = [1, 2, 3, 4].map(() => ourReplica(bench));
  const open = await graph.cost(() => Promise.all(four.map(refreshed)));
  const back = await graph.cost(() => Promise.all(four.map(refreshed)));
  return {
    id: "G4",
    title: "Five users at once, 40 units per 5 seconds for all",
    boundMs: readBoundMs(rows),
    bound: "one read, not throttled",
    rows: [
      {
        client: "Fremdrift, five services of one user",
        cost: separate.cost,
        outcome: `${separate.errors} of 5 gave up`,
      },
      { client: "Fremdrift, one service for five", cost: shared.cost, outcome: `${shared.errors} of 5 gave up` },
      ...others,
      { client: "Fremdrift, four lists cold", cost: open, outcome: "not throttled" },
      { client: "Fremdrift, four lists again", cost: back, outcome: "not throttled" },
    ],
    checks: [
      atMost("time of five against one alone", separate.cost.ms / alone.ms, 4, " ×"),
      exactly("errors", separate.errors + shared.errors, 0),
      atMost("units, four lists cold", open.units, 24),
      atMost("units, four lists again", back.units, 4),
    ],
  };
}
