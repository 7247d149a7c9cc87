import { type Browser, type ConsoleMessage, chromium, type Frame, type Page } from "playwright-core";

/** How long a screen may take: a busy machine is no failure, and what does not come at all fails all the same. */
const PATIENCE_MS = 90_000;

/** The system's Chromium, offline but for this machine. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  browser.on("context", (context) => context.setDefaultTimeout(PATIENCE_MS));
  return browser;
}

/** Console errors and uncaught errors of a page. The one line teams-js leaves when its domain list is out of reach is expected. */
export function watchErrors(page: Page): readonly string[] {
  const errors: string[] = [];
  page.on("console", (message: ConsoleMessage) => {
    if (message.type() !== "error" || message.location().url.includes("res.cdn.office.net")) return;
    errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  return errors;
}

/** The frame of the Fremdrift tab in the host page, once it is there. */
export async function tabFrame(page: Page): Promise<Frame> {
  const handle = await page.locator('iframe[src*="/tab/"]').first().elementHandle();
  const frame = await handle?.contentFrame();
  if (!frame) throw new Error("the tab has no frame");
  return frame;
}
