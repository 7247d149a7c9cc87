import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "playwright-core";
import { problemTexts } from "#service/http/problem-texts.ts";

/** Words of the machinery that must never stand on a screen: codes of ours and of Graph, names of types, traces. */
const RAW: readonly RegExp[] = [
  /\b(?:undefined|null|NaN)\b|\[object /u,
  /\b\w*(?:Error|Exception)\b/u,
  /\b(?:accessDenied|generalException|serviceNotAvailable|activityLimitReached|throttledRequest|UnknownError)\b/u,
  /\b(?:itemNotFound|invalidRequest|resourceModified|preconditionFailed|nameAlreadyExists|BadRequest)\b/u,
  /^\s*at .+:\d+:\d+\)?$|\.[jt]sx?:\d+/u,
];
const CODES = new RegExp(`(?<![\\w-])(?:${Object.keys(problemTexts).join("|")})(?![\\w-])`, "u");
/** A status of HTTP in a sentence that tells of trouble; 500 kr. are no trouble. */
const TROUBLE = /fejl|igen|gik |svarer|optaget|kunne ikke|kan ikke/iu;
const STATUS = /(?<![\w.,-])(?:40[0-9]|41[0-9]|42[0-9]|50[0-9])(?![\w.,-]|\s*kr)/u;

/** The lines of a screen's text that show the machinery. */
export function rawLines(text: string): readonly string[] {
  return text.split("\n").filter((line) => {
    if ([...RAW, CODES].some((pattern) => pattern.test(line))) return true;
    return TROUBLE.test(line) && STATUS.test(line);
  });
}

/** Everything that can be read on the page, frames included. */
export async function readScreen(page: Page): Promise<string> {
  // A frame that is just being left has no text.
  const texts = page.frames().map((frame) => frame.evaluate(() => document.body.innerText).catch(() => ""));
  return (await Promise.all(texts)).join("\n");
}

export interface Lookout {
  /** Every line with a raw word that stood on a screen at any time. */
  readonly raw: ReadonlySet<string>;
  /** Every sentence that told of trouble, in the order of its first appearance: for whoever reads the run. */
  readonly troubles: ReadonlySet<string>;
  stop(): Promise<void>;
}

/** Reads the screens all the while somebody works, and presses the button "Prøv igen" where a page could not be shown. */
export function keepLookout(page: Page): Lookout {
  const raw = new Set<string>();
  const troubles = new Set<string>();
  let stopped = false;
  const look = async (): Promise<void> => {
    while (!stopped) {
      const text = await readScreen(page);
      for (const line of rawLines(text)) raw.add(line);
      for (const line of text.split("\n")) if (/prøv igen|gemmes igen|arbejder på det/iu.test(line)) troubles.add(line);
      await pressRetry(page);
      await wait(300);
    }
  };
  const looking = look();
  return {
    raw,
    troubles,
    stop: () => {
      stopped = true;
      return looking;
    },
  };
}

async function pressRetry(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    const retry = frame.getByRole("button", { name: "Prøv igen", exact: true }).first();
    if (await retry.isVisible().catch(() => false)) await retry.click({ timeout: 1000 }).catch(() => undefined);
  }
}
