import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, watchErrors } from "./browser.ts";
import {
  answer,
  apply,
  approve,
  decide,
  expectNoErrors,
  findRow,
  recommend,
  review,
  toWorkingHours,
} from "./journey.ts";
import { type Product, startProduct } from "./product.ts";

const starts = [
  { name: "a workday at 10.00", now: "2026-11-25T10:00" },
  { name: "a Saturday at 21.00", now: "2026-11-28T21:00" },
  { name: "a 31 December", now: "2026-12-31T10:00" },
];

describe.concurrent.each(starts)("the journey of the README, from $name", ({ now }) => {
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    product = await startProduct({ FREMDRIFT_NOW: now });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  test("goes from an application to a decision and an answer, without console errors", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "da-DK" });
    const errors = watchErrors(page);
    await toWorkingHours(page, product.host, now);
    const number = await apply(page, product.host);
    expect(number).toMatch(/^N2\d-\d\d$/u);
    await approve(page, product.host, number);
    await review(page, product.host);
    await recommend(page, product.host);
    await decide(page, product.host, "formand.dsg", "Birgitte Holmslund");
    await decide(page, product.host, "naestformand.dsg", "Torben Lindegaard");
    await answer(page, product.host, "ansoeger.bibliotek", /It-hjælpecafé for ældre/u);
    await findRow(page, product.host, "Ansøgninger", number);
    expectNoErrors(errors);
  });
});
