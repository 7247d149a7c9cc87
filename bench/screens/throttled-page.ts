import type { Browser, CDPSession, Page } from "playwright-core";

/** How many times slower than this machine the measured one is: a ward's computer, not a developer's. */
const SLOWER = 4;

/** A page on a slow computer, with what it counts. */
export interface ThrottledPage {
  readonly page: Page;
  /** Milliseconds the main thread has worked since the page was opened. */
  taskMs(): Promise<number>;
  close(): Promise<void>;
}

/** Opens an empty page whose processor is slowed down, by default to a ward's computer. */
export async function throttledPage(browser: Browser, slower = SLOWER): Promise<ThrottledPage> {
  const context = await browser.newContext({ locale: "da-DK", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const session: CDPSession = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await session.send("Performance.enable");
  return {
    page,
    taskMs: async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
    },
    close: () => context.close(),
  };
}

/** The middle of some measurements. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
