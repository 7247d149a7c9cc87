import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { apply, be, decide, recommend } from "./journey.ts";
import { axeScript, type Look, lookAt } from "./looks-camera.ts";
import { pictureRanking, pictureReviewCard, takesPictures } from "./looks-pictures.ts";
import {
  approvalLooks,
  completeLooks,
  decidedLooks,
  firstLooks,
  giveLastReview,
  recommendedLooks,
  sharePointLooks,
} from "./looks-screens.ts";
import { type Product, startProduct } from "./product.ts";

/** Every screen in every theme and width: nothing for axe to find, nothing to scroll sideways, nothing in the console. */
describe("the screens", () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    product = await startProduct({ FREMDRIFT_NOW: "2026-11-25T10:00" });
    browser = await launchBrowser();
    context = await browser.newContext({ locale: "da-DK", reducedMotion: "reduce" });
    await context.addInitScript({ path: axeScript });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const looksGood = async (look: Look): Promise<void> => {
    expect(await lookAt(context, product, look)).toEqual([]);
  };
  const inPage = async (act: (page: Awaited<ReturnType<BrowserContext["newPage"]>>) => Promise<unknown>) => {
    const page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 900 });
    try {
      await act(page);
    } finally {
      await page.close();
    }
  };

  test("the chat opens at the top of its newest card", () =>
    inPage(async (page) => {
      await be(page, product.host, "oekonomi", "chat");
      const newest = page.locator(".ac-adaptiveCard").last();
      await newest
        .getByText(/^Bedømmelse/u)
        .first()
        .waitFor();
      const top = await newest.evaluate((card) => card.getBoundingClientRect().top);
      expect(top).toBeGreaterThan(96);
      expect(top).toBeLessThan(200);
    }));
  if (takesPictures) test("the README's review card", () => inPage((page) => pictureReviewCard(page, product)));
  test.each(firstLooks)("U7 $name as the demo begins", looksGood);
  test.each(sharePointLooks)("U7 $name", looksGood);

  test("an application is sent", () => inPage((page) => apply(page, product.host)));
  test.each(approvalLooks)("U7 $name after sending", looksGood);

  test("the last review is given", () => inPage((page) => giveLastReview(page, product.host)));
  test.each(completeLooks)("U7 $name after the last review", looksGood);
  if (takesPictures) test("the README's ranking", () => inPage((page) => pictureRanking(page, product)));

  test("the list is recommended", () => inPage((page) => recommend(page, product.host)));
  test.each(recommendedLooks)("U7 $name after the recommendation", looksGood);

  test("chair and deputy decide", () =>
    inPage(async (page) => {
      await decide(page, product.host, "formand.dsg", "Birgitte Holmslund");
      await decide(page, product.host, "naestformand.dsg", "Torben Lindegaard");
      // The answers leave when the decision can no longer be undone.
      const body = JSON.stringify({ advance: "PT1M" });
      expect((await fetch(`${product.host}/workspace/clock`, { method: "POST", body })).ok).toBe(true);
    }));
  test.each(decidedLooks)("U7 $name after the decision", looksGood);
});
