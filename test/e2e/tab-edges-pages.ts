import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { demoMunicipality as municipality } from "#demo/municipality.ts";
import { launchBrowser, tabFrame } from "./browser.ts";
import { openTabStage, type TabStage } from "./tab-stage.ts";

declare global {
  interface Window {
    /** In the host: what the tab has said, and the way to send it an event. */
    tiny: {
      /** What becomes of the host's own sign-in window. */
      popup: string | null;
      readonly heard: readonly string[];
      readonly lastArgs: Readonly<Record<string, unknown>>;
      send(func: string, args: readonly unknown[]): void;
    };
  }
}

export const overview = /^Overblik$/u;
/** The account the stage's pages are read with. */
export const reader = /puljesekretariat@/u;

/** A stage and a browser for the tests of one file; each test begins with sign-in as it was. */
export interface TabEdges {
  readonly stage: TabStage;
  /** Of the test's last page. */
  readonly context: BrowserContext;
  aPage(options?: BrowserContextOptions): Promise<Page>;
  /** The tab in a host that obeys this query. */
  hosted(page: Page, query?: Record<string, string>, origin?: string): Promise<Frame>;
}

/** Opens and closes them around the tests of the file that calls it. */
export function tabEdges(): TabEdges {
  let stage: TabStage;
  let browser: Browser;
  let context: BrowserContext;
  beforeAll(async () => {
    stage = await openTabStage();
    browser = await launchBrowser();
  });
  afterEach(async () => {
    stage.demand(undefined);
    await stage.control({ consent: { clientId: municipality.appId, policy: "granted" }, forgetConfirmations: true });
    await context?.close();
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });
  return {
    get stage() {
      return stage;
    },
    get context() {
      return context;
    },
    async aPage(options = {}) {
      context = await browser.newContext({ locale: "da-DK", viewport: { width: 1280, height: 800 }, ...options });
      return context.newPage();
    },
    async hosted(page, query = {}, origin = stage.host) {
      await page.goto(stage.hostUrl(query, origin));
      return tabFrame(page);
    },
  };
}

/** Presses "Log ind" and chooses the account in the one window that opens. */
export async function signIn(page: Page, tab: Page | Frame = page): Promise<void> {
  const opened = page.waitForEvent("popup");
  await tab.getByRole("button", { name: "Log ind" }).click();
  await (await opened).getByRole("button", { name: reader }).click();
}

/** The heading of a page of the tab. */
export function heading(frame: Page | Frame, name: RegExp) {
  return frame.getByRole("heading", { level: 1, name });
}
