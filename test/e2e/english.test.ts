import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { be, inTab } from "./journey.ts";
import { axeScript, type Look, lookAt } from "./looks-camera.ts";
import { type LooksWindow, looksWindow } from "./looks-window.ts";
import { type Product, startProduct } from "./product.ts";

const reviewer = { persona: "oekonomi", language: "en-GB" } as const;
const overview: Look = {
  ...reviewer,
  name: "overview-reviewer-english",
  app: "tab",
  ready: /^Review the applications/u,
  brief: true,
};
/** A card keeps the language it was sent in until it is pressed; then what comes is in its reader's. */
const card: Look = {
  ...reviewer,
  name: "chat-review-card-english",
  app: "chat",
  ready: "Samlet begrundelse",
  prepare: async (screen: Page | Frame) => {
    await screen.getByRole("button", { name: "Gem og gå videre" }).last().click();
    await screen.getByRole("button", { name: "Go on with B26-06" }).last().click();
    await screen.getByLabel("Overall reason").last().waitFor();
  },
};
const done: Look = {
  ...reviewer,
  name: "chat-review-list-english",
  app: "chat",
  ready: "You have reviewed all applications. Thank you.",
};

describe("a reviewer who chooses English in the tab", () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let window: LooksWindow;

  beforeAll(async () => {
    product = await startProduct({ FREMDRIFT_NOW: "2026-11-25T10:00" });
    browser = await launchBrowser();
    context = await browser.newContext({ locale: "da-DK", reducedMotion: "reduce" });
    await context.addInitScript({ path: axeScript });
    window = looksWindow(context);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const looksGood = async (look: Look): Promise<void> => expect(await lookAt(window, product, look)).toEqual([]);

  test("has her choice stored", async () => {
    const page = await context.newPage();
    const tab = await inTab(page, product.host, reviewer.persona);
    const stored = page.waitForResponse((answer) => answer.url().endsWith("/api/me/language") && answer.ok());
    await tab.getByRole("button", { name: "English", exact: true }).click();
    await stored;
    await tab.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
    await page.close();
  });
  test("U7 sees her overview in English", () => looksGood(overview));
  test("U7 gets her card back in English", () => looksGood(card));

  test("gives her review in English", async () => {
    const page = await context.newPage();
    await be(page, product.host, reviewer.persona, "chat");
    await page.getByLabel("Overall reason").last().waitFor();
    for (const code of ["K1", "K2", "K3", "K4", "K5"]) {
      await page
        .getByLabel(new RegExp(`^${code} `, "u"))
        .last()
        .selectOption("4");
    }
    await page.getByLabel("Should the project be supported?").last().selectOption({ index: 1 });
    await page.getByLabel("Overall reason").last().fill("Simple, cheap and a joy to older people.");
    await page.getByRole("button", { name: "Save and go on" }).last().click();
    await page.getByText(done.ready).first().waitFor();
    await page.close();
  });
  test("U7 sees in English that nothing is left", () => looksGood(done));
});
