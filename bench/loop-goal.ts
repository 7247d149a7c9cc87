import { setImmediate as networkTurn, setTimeout } from "node:timers/promises";
import { createGraphClient } from "#sharepoint/client/graph-client.ts";
import type { ListRef } from "#sharepoint/client/list-item.ts";
import { type BenchGraph, GRAPH_ORIGIN } from "./bench-graph.ts";
import { atMost, type Check, exactly, figure } from "./goal.ts";
import { measuredReplica, refreshed } from "./read-goals.ts";

/** A goal about the service's own thread: milliseconds of this machine, ratios to compare. */
export interface LoopGoal {
  readonly id: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly checks: readonly Check[];
}

const ROUNDS = 5;

/**
 * G8: how long everybody else waits while a whole list is read. The tab never holds such a list: the service's replica
 * does, on the one thread that also answers. Compared with taking the same bytes as one JSON text.
 */
export async function loopGoal(graph: BenchGraph, list: ListRef, rows: number): Promise<LoopGoal> {
  const pages = new Map<string, string>();
  const record: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const answer = await graph.server.fetch(request);
    const text = await answer.text();
    pages.set(request.url, text);
    return new Response(text, { status: answer.status, headers: answer.headers });
  };
  await read(graph, list, record);
  const replay: typeof fetch = async (input, init) => {
    const text = pages.get(new Request(input, init).url);
    if (text === undefined) throw new Error("The second read asked for something else than the first");
    // What comes over a network comes in a turn of its own.
    await networkTurn();
    return new Response(text, { headers: { "content-type": "application/json" } });
  };
  const whole = `[${[...pages.values()].join(",")}]`;
  const blocks: { ours: number; parsed: number }[] = [];
  let held = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const watch = watchLoop();
    held = await read(graph, list, replay);
    const ours = await watch.stop();
    const start = performance.now();
    JSON.parse(whole);
    blocks.push({ ours, parsed: performance.now() - start });
  }
  const best = (pick: (block: { ours: number; parsed: number }) => number): number => Math.min(...blocks.map(pick));
  const [ours, parsed] = [best(({ ours: ms }) => ms), best(({ parsed: ms }) => ms)];
  return {
    id: "G8",
    title: `The service's thread while ${figure(rows)} items are read`,
    head: ["Reader", "Longest block", "Text"],
    rows: [
      ["Fremdrift, replica", `${ours.toFixed(0)} ms`, `${figure(pages.size)} pages`],
      ["JSON.parse of the same bytes", `${parsed.toFixed(0)} ms`, `${figure(Math.round(whole.length / 1e6))} MB`],
    ],
    checks: [
      atMost("longest block against one JSON text", (100 * ours) / parsed, 10, " %"),
      exactly("rows", held, rows),
    ],
  };
}

async function read(graph: BenchGraph, list: ListRef, fetch: typeof globalThis.fetch): Promise<number> {
  const client = createGraphClient({
    graphOrigin: GRAPH_ORIGIN,
    token: async () => graph.token,
    fetch,
    log: () => undefined,
    unitsPerMinute: Number.POSITIVE_INFINITY,
    now: Date.now,
    sleep: (ms) => setTimeout(ms),
    random: Math.random,
  });
  const replica = measuredReplica(client, list);
  await refreshed(replica);
  return replica.rows.all().length;
}

/** The longest time nothing else had its turn. */
function watchLoop(): { stop: () => Promise<number> } {
  let longest = 0;
  let last = performance.now();
  let over = false;
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!over) setImmediate(tick);
  };
  setImmediate(tick);
  return {
    stop: async () => {
      over = true;
      await new Promise<void>((resolve) => {
        setImmediate(resolve);
      });
      return longest;
    },
  };
}
