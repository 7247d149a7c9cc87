import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { consecutiveFreePorts } from "#workspace/consecutive-ports.ts";
import { serveLoopback } from "#workspace/serve-loopback.ts";
import { atMost, type Check, figure } from "../goal.ts";
import { makeLines } from "./lines.ts";
import { median, throttledPage } from "./throttled-page.ts";

/** What a grid cost. */
interface GridCost {
  readonly nodes: number;
  /** Main-thread milliseconds for 400 pixels. */
  readonly scrollMs: number;
  /** Milliseconds from a key to the right rows on the screen. */
  readonly keyMs: number;
  /** Rows drawn for the key that drew most. */
  readonly drawn: number;
}

/** A goal about screens: what was compared, and the figures. */
export interface ScreenGoal {
  readonly id: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly checks: readonly Check[];
}

const ROUNDS = 3;
const STEPS = 40;
const SEARCH = "skærmbesøg";
const MANY = 50_000;

/** Serves the built grids and gives their address. */
export async function withGrids<Result>(folder: string, serve: (origin: string) => Promise<Result>): Promise<Result> {
  const port = await consecutiveFreePorts(1);
  const server = await serveLoopback(async ({ url }) => {
    const name = new URL(url).pathname === "/grids.js" ? "grids.js" : "index.html";
    const type = name.endsWith(".js") ? "text/javascript" : "text/html";
    return new Response(await readFile(join(folder, name)), { headers: { "content-type": `${type}; charset=utf-8` } });
  }, port);
  try {
    return await serve(`http://localhost:${port}`);
  } finally {
    await server.close();
  }
}

/** G6 and G7: our list of records against the least that can be had, Fluent's windowed grid and its plain one. */
export async function gridGoals(browser: Browser, origin: string): Promise<readonly ScreenGoal[]> {
  const kinds = [
    ["ours", 1000],
    ["ours", MANY],
    ["bare", MANY],
    ["contrib", MANY],
    ["plain", 1000],
  ] as const;
  const rounds: GridCost[][] = [];
  // All in turn, again and again: what else the machine does meets each of them.
  for (let round = 0; round < ROUNDS; round += 1) {
    const costs: GridCost[] = [];
    for (const [grid, count] of kinds) {
      costs.push(await costOf(browser, `${origin}/?grid=${grid}&rows=${count}`, count));
    }
    rounds.push(costs);
  }
  const [few, ours, bare, contrib, plain] = kinds.map((_, index) =>
    middle(rounds.flatMap((costs) => costs[index] ?? [])),
  );
  if (!few || !ours || !bare || !contrib || !plain) throw new Error("a grid was not measured");
  const line = (name: string, rows: number, { nodes, scrollMs, keyMs, drawn }: GridCost) => [
    name,
    figure(rows),
    figure(nodes),
    `${scrollMs.toFixed(1)} ms`,
    `${figure(Math.round(keyMs))} ms`,
    figure(drawn),
  ];
  const rows = [
    line("Fremdrift", 1000, few),
    line("Fremdrift", MANY, ours),
    line("bare elements, windowed", MANY, bare),
    line("Fluent contrib, windowed", MANY, contrib),
    line("Fluent DataGrid, plain", 1000, plain),
  ];
  const head = ["Grid", "Rows", "DOM nodes", "Scroll, a step", "Key to rows", "Rows drawn, a key"];
  return [
    {
      id: "G6",
      title: `A list of ${figure(MANY)} rows`,
      head,
      rows,
      checks: [
        atMost("DOM nodes", ours.nodes, 450),
        atMost("DOM nodes against 1,000 rows", Math.abs(ours.nodes / few.nodes - 1) * 100, 5, " %"),
        atMost("scroll against contrib", ours.scrollMs / contrib.scrollMs, 0.8, " ×"),
        atMost("scroll against bare elements", ours.scrollMs / bare.scrollMs, 1.8, " ×"),
      ],
    },
    {
      id: "G7",
      title: `Search while typing in ${figure(MANY)} rows`,
      head,
      rows,
      checks: [
        atMost("key to rows against bare elements", ours.keyMs / bare.keyMs, 1.6, " ×"),
        atMost("key to rows against the plain grid with 1,000", (100 * ours.keyMs) / plain.keyMs, 3, " %"),
        atMost("rows drawn for a key", ours.drawn, 40),
      ],
    },
  ];
}

function middle(costs: readonly GridCost[]): GridCost {
  return {
    nodes: median(costs.map(({ nodes }) => nodes)),
    scrollMs: median(costs.map(({ scrollMs }) => scrollMs)),
    keyMs: median(costs.map(({ keyMs }) => keyMs)),
    drawn: Math.max(...costs.map(({ drawn }) => drawn)),
  };
}

async function costOf(browser: Browser, url: string, count: number): Promise<GridCost> {
  const { page, taskMs, close } = await throttledPage(browser);
  try {
    await page.goto(url);
    await page.getByText("A26-00001", { exact: true }).waitFor({ timeout: 300_000 });
    await drawnOut(page);
    const nodes = await page.evaluate(() => document.querySelectorAll("#grid *").length);
    const before = await taskMs();
    for (let step = 0; step < STEPS; step += 1) await page.evaluate(scrollOn);
    const scrollMs = ((await taskMs()) - before) / STEPS;
    await page.evaluate(scrollBack);
    await drawnOut(page);
    const keys = await typed(page, count);
    return {
      nodes,
      scrollMs,
      keyMs: median(keys.map(({ ms }) => ms)),
      drawn: Math.max(...keys.map(({ drawn }) => drawn)),
    };
  } finally {
    await close();
  }
}

/** Types the search letter by letter; each is over when the grid shows as many rows as it must. */
export async function typed(page: Page, count: number): Promise<readonly { ms: number; drawn: number }[]> {
  const titles = makeLines(count).map(({ title }) => title.toLowerCase());
  const results: { ms: number; drawn: number }[] = [];
  for (let length = 1; length <= SEARCH.length; length += 1) {
    const search = SEARCH.slice(0, length);
    const wanted = titles.filter((title) => title.includes(search)).length;
    results.push(await page.evaluate(typeInto, { search, wanted }));
  }
  return results;
}

/** Runs in the page. */
async function typeInto({
  search,
  wanted,
}: {
  search: string;
  wanted: number;
}): Promise<{ ms: number; drawn: number }> {
  const input = document.querySelector("input");
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  if (!input || !set) throw new Error("there is no search field");
  const drawn = window.bench.drawn.titles;
  const start = performance.now();
  set.call(input, search);
  input.dispatchEvent(new Event("input", { bubbles: true }));
  for (;;) {
    await new Promise(requestAnimationFrame);
    if (window.bench.shown() === wanted) break;
    if (performance.now() - start > 120_000) throw new Error(`${search} never showed ${wanted} rows`);
  }
  // A message comes after the frame is painted.
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });
  return { ms: performance.now() - start, drawn: window.bench.drawn.titles - drawn };
}

/** The part that scrolls: the grid's own, or the window. Runs in the page. */
async function scrollOn(): Promise<void> {
  const own = [...document.querySelectorAll<HTMLElement>("#grid *")].find(
    (element) =>
      element.scrollHeight > element.clientHeight + 400 && /auto|scroll/u.test(getComputedStyle(element).overflowY),
  );
  (own ?? document.documentElement).scrollBy({ top: 400, behavior: "instant" });
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
}

/** Runs in the page. */
function scrollBack(): void {
  for (const element of document.querySelectorAll("#grid *")) element.scrollTop = 0;
  window.scrollTo(0, 0);
}

/** Nothing is drawn any more: what is prepared after the first paint is there. */
export async function drawnOut(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => requestIdleCallback(() => resolve()));
      }),
  );
}
