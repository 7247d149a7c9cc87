import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { tabFrame } from "../../test/e2e/browser.ts";
import { openTabStage, type TabStage } from "../../test/e2e/tab-stage.ts";
import { atMost, exactly, figure } from "../goal.ts";
import type { ScreenGoal } from "./grid-goals.ts";
import { median, throttledPage } from "./throttled-page.ts";

const RUNS = 5;

/** Folders of the product's tab and of the same tab as one script. */
interface Builds {
  readonly tab: string;
  readonly naive: string;
}

interface LoadCost {
  /** First paint with a word on it, ms from the beginning of the frame; the page's own heading where it has one. */
  readonly firstMs: number;
  /** Largest contentful paint, ms from the beginning of the frame. */
  readonly lcpMs: number;
  /** Milliseconds of main-thread tasks beyond 50 ms each, until the overview stands. */
  readonly blockedMs: number;
  readonly renderedMs: number;
}

declare global {
  interface Window {
    perf: { first: number; lcp: number; readonly long: { start: number; ms: number }[] };
  }
}

/** Gzip bytes of all scripts in a folder. */
function allScripts(folder: string): number {
  const names = readdirSync(folder).filter((name) => name.endsWith(".js") && !name.startsWith("redirect"));
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
}

function initialScripts(folder: string): number {
  const names = JSON.parse(readFileSync(join(folder, "initial-scripts.json"), "utf8")) as string[];
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
}

/** G11: bytes of scripts. */
export function bundleGoal({ tab, naive }: Builds): ScreenGoal {
  const [initial, all, one] = [initialScripts(tab), allScripts(tab), allScripts(naive)];
  const inInitial = (text: string): number => {
    const names = JSON.parse(readFileSync(join(tab, "initial-scripts.json"), "utf8")) as string[];
    return names.filter((name) => readFileSync(join(tab, name), "utf8").includes(text)).length;
  };
  return {
    id: "G11",
    title: "Bytes of scripts",
    head: ["Build", "At first (gzip)", "In all (gzip)"],
    rows: [
      ["Fremdrift", figure(initial), figure(all)],
      ["the same as one script", figure(one), figure(one)],
    ],
    checks: [
      atMost("initial scripts, bytes gzip", initial, 150_000),
      atMost("all chunks, bytes gzip", all, 420_000),
      exactly("initial scripts that hold MSAL", inInitial("BrowserAuthError"), 0),
      exactly("initial scripts that hold the form", inInitial("Slet kladde"), 0),
    ],
  };
}

/** G12: the first paint and the main thread, against the same tab as one script, in a host, on a slow computer. */
export async function loadGoal(browser: Browser, { tab, naive }: Builds): Promise<ScreenGoal> {
  const [ours, one] = await coldLoads(browser, [tab, naive]);
  if (!ours || !one) throw new Error("a build was not measured");
  const unscripted = await headingWithoutScripts(browser, tab);
  return {
    id: "G12",
    title: `Cold start of the tab, median of ${RUNS}`,
    head: LOAD_HEAD,
    rows: [loadLine("Fremdrift", ours), loadLine("the same as one script", one)],
    checks: [
      atMost("first words against one script", ours.firstMs / one.firstMs, 0.35, " ×"),
      atMost("largest paint against one script", ours.lcpMs / one.lcpMs, 0.35, " ×"),
      atMost("blocked against one script", ours.blockedMs / one.blockedMs, 0.3, " ×"),
      exactly("heading before any script has run", unscripted, 1),
    ],
  };
}

const LOAD_HEAD = ["Build", "First words", "Largest paint", "Overview stands", "Blocked"];

function loadLine(name: string, { firstMs, lcpMs, renderedMs, blockedMs }: LoadCost): readonly string[] {
  return [name, ...[firstMs, lcpMs, renderedMs, blockedMs].map((ms) => `${figure(Math.round(ms))} ms`)];
}

/** Cold starts of several builds, in turn, so that what else the machine does meets each of them. */
async function coldLoads(browser: Browser, folders: readonly string[]): Promise<readonly LoadCost[]> {
  const stages: TabStage[] = [];
  try {
    for (const folder of folders) stages.push(await openTabStage(folder));
    const loads = stages.map((): LoadCost[] => []);
    for (let run = 0; run < RUNS; run += 1) {
      for (const [index, stage] of stages.entries()) loads[index]?.push(await coldLoad(browser, stage.hostUrl()));
    }
    return loads.map(middle);
  } finally {
    for (const stage of stages) await stage.stop();
  }
}

function middle(loads: readonly LoadCost[]): LoadCost {
  return {
    firstMs: median(loads.map(({ firstMs }) => firstMs)),
    lcpMs: median(loads.map(({ lcpMs }) => lcpMs)),
    blockedMs: median(loads.map(({ blockedMs }) => blockedMs)),
    renderedMs: median(loads.map(({ renderedMs }) => renderedMs)),
  };
}

async function coldLoad(browser: Browser, url: string): Promise<LoadCost> {
  const { page, close } = await throttledPage(browser);
  try {
    await page.addInitScript(watchPerformance);
    return await load(page, url);
  } finally {
    await close();
  }
}

/** U1: what somebody waits for on a computer that is not slowed down, the first time and the next. */
export async function firstPaintGoal(browser: Browser, { tab }: Builds): Promise<ScreenGoal> {
  const stage = await openTabStage(tab);
  try {
    const runs = { cold: [] as LoadCost[], warm: [] as LoadCost[] };
    for (let run = 0; run < RUNS; run += 1) {
      const { page, close } = await throttledPage(browser, 1);
      try {
        await page.addInitScript(watchPerformance);
        runs.cold.push(await load(page, stage.hostUrl()));
        runs.warm.push(await load(page, stage.hostUrl()));
      } finally {
        await close();
      }
    }
    const [cold, warm] = [middle(runs.cold), middle(runs.warm)];
    return {
      id: "U1",
      title: `First useful paint of the tab, processor not slowed down, median of ${RUNS}`,
      head: LOAD_HEAD,
      rows: [loadLine("first time", cold), loadLine("again", warm)],
      checks: [
        atMost("heading and outline, ms", Math.round(cold.firstMs), 200),
        atMost("overview stands, first time, ms", Math.round(cold.renderedMs), 2000),
        atMost("overview stands, again, ms", Math.round(warm.renderedMs), 800),
      ],
    };
  } finally {
    await stage.stop();
  }
}

/** Opens the host with the tab in it, and waits until the overview stands. */
async function load(page: Page, url: string): Promise<LoadCost> {
  await page.goto(url, { waitUntil: "commit" });
  await page.locator('iframe[src*="/tab/"]').waitFor();
  const frame = await tabFrame(page);
  await frame.getByRole("heading", { level: 1, name: "Overblik" }).waitFor();
  const renderedMs = await frame.evaluate(() => performance.now());
  const { first, lcp, long } = await frame.evaluate(() => window.perf);
  const blockedMs = long.reduce((sum, { start, ms }) => sum + (start < renderedMs ? Math.max(0, ms - 50) : 0), 0);
  return { firstMs: first, lcpMs: lcp, blockedMs, renderedMs };
}

/** Runs in every frame before its scripts. */
function watchPerformance(): void {
  window.perf = { first: 0, lcp: 0, long: [] };
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) window.perf.lcp = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name === "first-contentful-paint") window.perf.first = startTime;
    }
  }).observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.perf.long.push({ start: startTime, ms: duration });
  }).observe({ type: "longtask", buffered: true });
}

/** 1 when the page of the tab shows a heading with its scripts taken away. */
async function headingWithoutScripts(browser: Browser, folder: string): Promise<number> {
  const stage = await openTabStage(folder);
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(`${stage.service}/tab/`);
    return await page.getByRole("heading", { level: 1 }).filter({ visible: true }).count();
  } finally {
    await context.close();
    await stage.stop();
  }
}
