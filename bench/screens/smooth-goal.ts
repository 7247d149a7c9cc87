import type { Browser } from "playwright-core";
import { atLeast, atMost, figure } from "../goal.ts";
import { drawnOut, type ScreenGoal, typed } from "./grid-goals.ts";
import { median, throttledPage } from "./throttled-page.ts";

const ROWS = 10_000;
const ROUNDS = 3;
const FRAMES = 180;

/** U15: 10,000 rows on a computer that is not slowed down: frames while it is scrolled without a pause, and the search. */
export async function smoothGoal(browser: Browser, origin: string): Promise<ScreenGoal> {
  const fps: number[] = [];
  const keys: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { page, close } = await throttledPage(browser, 1);
    try {
      await page.goto(`${origin}/?grid=ours&rows=${ROWS}`);
      await page.getByText("A26-00001", { exact: true }).waitFor();
      await drawnOut(page);
      fps.push(await page.evaluate(scrolledFrames, FRAMES));
      await page.evaluate(() => {
        window.scrollTo(0, 0);
      });
      await drawnOut(page);
      keys.push(...(await typed(page, ROWS)).map(({ ms }) => ms));
    } finally {
      await close();
    }
  }
  const [frames, key] = [median(fps), median(keys)];
  return {
    id: "U15",
    title: `A list of ${figure(ROWS)} rows, processor not slowed down`,
    head: ["Grid", "Rows", "Frames a second while scrolling", "Key to rows"],
    rows: [["Fremdrift", figure(ROWS), frames.toFixed(1), `${figure(Math.round(key))} ms`]],
    checks: [
      atLeast("frames a second while scrolling", Number(frames.toFixed(1)), 55),
      atMost("key to rows, ms", Math.round(key), 150),
    ],
  };
}

/** Scrolls on with every frame, and answers how many came in a second. Runs in the page. */
async function scrolledFrames(frames: number): Promise<number> {
  await new Promise(requestAnimationFrame);
  const start = performance.now();
  for (let frame = 0; frame < frames; frame += 1) {
    window.scrollBy({ top: 120, behavior: "instant" });
    await new Promise(requestAnimationFrame);
  }
  return (1000 * frames) / (performance.now() - start);
}
