import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchBrowser, watchErrors } from "./browser.ts";
import {
  answerByKeyboard,
  answerLate,
  closeConsultation,
  noCommentsOnCard,
  officersCards,
  sendConsultation,
} from "./consultation-journey.ts";
import { axeScript } from "./looks-camera.ts";
import { needOnThePhone } from "./need-journey.ts";
import { planByKeyboard, planByMouse, statusReports, twoMoveOneBar, unchangedInOnePress } from "./plan-journey.ts";
import { poolFromText } from "./pool-journey.ts";
import { type Product, startProduct } from "./product.ts";

/** Action plan, needs and consultations as whole journeys, told in this order on one product whose clock moves last. */
describe("the areas beside the pool", () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let errors: readonly string[];

  beforeAll(async () => {
    product = await startProduct({ FREMDRIFT_NOW: "2026-11-25T10:00" });
    browser = await launchBrowser();
    context = await browser.newContext({
      locale: "da-DK",
      reducedMotion: "reduce",
      acceptDownloads: true,
      viewport: { width: 1280, height: 900 },
    });
    await context.addInitScript({ path: axeScript });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });
  beforeEach(async () => {
    page = await context.newPage();
    errors = watchErrors(page);
  });
  afterEach(async () => {
    await page.close();
    expect(errors).toEqual([]);
  });

  test("001-18 the plan is read and moved by keyboard in table, board and timeline", () =>
    planByKeyboard(page, product.host));
  test("a card and a bar of the plan are moved by mouse", () => planByMouse(page, product.host));
  test("T11 two people move the same bar: the second is told, nothing is lost", () =>
    twoMoveOneBar(browser, page, product.host));
  test("a card about an item nobody has spoken of is answered “uændret” in one press", () =>
    unchangedInOnePress(page, product.host));
  test("law 4 what a manager edits in the list is seen in the open plan without a reload, and in Word and workbook", () =>
    statusReports(page, product));

  test("000-02 000-03 a pasted case becomes a pool; only the council's decision releases it, and a round opens", () =>
    poolFromText(page, product.host));

  test("003-06 003-07 a need goes from a telephone in English into the plan, and its finder sees it", async () => {
    expect(await needOnThePhone(browser, product.host)).toEqual([]);
  });

  test("001-06 to 001-13 a consultation goes from draft to report: card, keyboard, reminder, a late answer", async () => {
    await sendConsultation(page, product.host);
    await noCommentsOnCard(page, product.host);
    await answerByKeyboard(page, product.host);
    await answerLate(page, product.host);
    await closeConsultation(page, await officersCards(page, product.host));
  });
});
