import type { BrowserContext, Page } from "playwright-core";
import { watchErrors } from "./browser.ts";

/** A page, and all it has complained of so far. */
export interface WatchedPage {
  readonly page: Page;
  readonly errors: readonly string[];
}

/**
 * One window of the browser, which keeps the page of who was there last: the tab opens in a second and a half, and goes on
 * to another of its pages in a tenth. One only, for each listens to its origins all along, and a browser gives six ways to
 * each. What is looked at beside it belongs into a window of its own: a page behind another one is drawn once a second.
 */
export interface LooksWindow {
  /** The page kept at a place, or a new one. */
  take(place: string): Promise<WatchedPage & { readonly isNew: boolean }>;
  keep(place: string, watched: WatchedPage): void;
}

export function looksWindow(context: BrowserContext): LooksWindow {
  let kept: (WatchedPage & { readonly place: string }) | undefined;
  return {
    async take(place) {
      const before = kept;
      kept = undefined;
      if (before?.place === place) return { ...before, isNew: false };
      await before?.page.close();
      const page = await context.newPage();
      return { page, errors: watchErrors(page), isNew: true };
    },
    keep(place, watched) {
      kept = { ...watched, place };
    },
  };
}
