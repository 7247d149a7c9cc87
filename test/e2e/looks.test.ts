import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { apply, be, decide, recommend } from "./journey.ts";
import { axeScript, type Look, lookAt } from "./looks-camera.ts";
import {
  approvalDialogs,
  areaDialogs,
  completeDialogs,
  decidedDialogs,
  firstDialogs,
  recommendedDialogs,
  spentDialogs,
} from "./looks-dialogs.ts";
import { pictureRanking, pictureReviewCard, takesPictures } from "./looks-pictures.ts";
import { onRound, tellAreas } from "./looks-places.ts";
import {
  approvalLooks,
  completeLooks,
  decidedLooks,
  firstLooks,
  giveLastReview,
  recommendedLooks,
  sharePointLooks,
  stirringLooks,
  undoLook,
} from "./looks-screens.ts";
import { hearToldLanguage } from "./looks-tell.ts";
import { type LooksWindow, looksWindow } from "./looks-window.ts";
import { type Product, startProduct } from "./product.ts";

/** Every screen in every theme and width and in both languages: nothing for axe to find, nothing to scroll sideways, nothing in the console. */
describe("the screens", () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    product = await startProduct({ FREMDRIFT_NOW: "2026-11-25T10:00" });
    browser = await launchBrowser();
    const opened = async (): Promise<BrowserContext> => {
      const made = await browser.newContext({ locale: "da-DK", reducedMotion: "reduce" });
      await made.addInitScript({ path: axeScript });
      await made.addInitScript(hearToldLanguage);
      return made;
    };
    context = await opened();
    free.push(looksWindow(await opened()), looksWindow(await opened()));
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  // As many at a time as a small machine has cores for.
  const free: LooksWindow[] = [];
  const waiting: ((window: LooksWindow) => void)[] = [];
  const looksGood = async (look: Look): Promise<void> => {
    const window = free.pop() ?? (await new Promise<LooksWindow>((resolve) => waiting.push(resolve)));
    try {
      expect(await lookAt(window, product, look)).toEqual([]);
    } finally {
      const next = waiting.shift();
      if (next) next(window);
      else free.push(window);
    }
  };
  const inPage = async (act: (page: Page) => Promise<unknown>) => {
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
      const isAtTop = (): Promise<boolean> =>
        newest.evaluate((card) => card.getBoundingClientRect().top > 96 && card.getBoundingClientRect().top < 200);
      await expect.poll(isAtTop).toBe(true);
    }));
  test("a reload leads back to the page of the tab, also past the link it was opened by", () =>
    inPage(async (page) => {
      const route = await onRound("puljesekretariat", "B26")(product);
      await page.goto(
        `${product.host}/?${new URLSearchParams({ persona: "puljesekretariat", app: "tab", sub: route })}`,
      );
      await page.frameLocator("iframe").getByRole("link", { name: "Se prioriteringen" }).click();
      await page.frameLocator("iframe").getByText("Pengene i runden").waitFor();
      await page.reload();
      await page.frameLocator("iframe").getByText("Pengene i runden").waitFor();
    }));

  test("a new theme reaches SharePoint's page where it stands", () =>
    inPage(async (page) => {
      await be(page, product.host, "leder.sundhed", "sharepoint");
      const pages = page.frameLocator("iframe");
      await pages.getByRole("link", { name: "Fremdrift" }).first().click();
      await pages.getByRole("link", { name: "Puljer og runder" }).first().click();
      await pages.getByRole("heading", { level: 1, name: "Puljer og runder" }).waitFor();
      await page.getByRole("button", { name: "Visning" }).click();
      await page.getByRole("radio", { name: "Mørkt" }).check();
      const colour = () =>
        pages.locator("main").evaluate((main) => getComputedStyle(main.parentElement ?? main).backgroundColor);
      await expect.poll(colour).toBe("rgb(41, 41, 41)");
      expect(await pages.getByRole("heading", { level: 1 }).innerText()).toBe("Puljer og runder");
    }));
  if (takesPictures) test("the README's review card", () => inPage((page) => pictureReviewCard(page, product)));
  test.concurrent.each(byPerson([...firstLooks, ...firstDialogs]))("U7 $name as the demo begins", looksGood);
  test.concurrent.each(sharePointLooks)("U7 $name", looksGood);
  test.each([...stirringLooks, ...spentDialogs])("U7 $name", looksGood);

  test("an application is sent", () => inPage((page) => apply(page, product.host)));
  test.concurrent.each([...approvalLooks, ...approvalDialogs])("U7 $name after sending", looksGood);

  test("the last review is given", () => inPage((page) => giveLastReview(page, product.host)));
  test.concurrent.each([...completeLooks, ...completeDialogs])("U7 $name after the last review", looksGood);
  if (takesPictures) test("the README's ranking", () => inPage((page) => pictureRanking(page, product)));

  test("the list is recommended", () => inPage((page) => recommend(page, product.host)));
  test.concurrent.each([...recommendedLooks, ...recommendedDialogs])("U7 $name after the recommendation", looksGood);

  test("chair and deputy decide", () =>
    inPage(async (page) => {
      await decide(page, product.host, "formand.dsg", "Birgitte Holmslund");
      await decide(page, product.host, "naestformand.dsg", "Torben Lindegaard");
    }));
  test.each([undoLook])("U7 $name right after the decision", looksGood);
  test("the answers leave when the decision can no longer be undone", async () => {
    const body = JSON.stringify({ advance: "PT1M" });
    expect((await fetch(`${product.host}/workspace/clock`, { method: "POST", body })).ok).toBe(true);
  });
  test.concurrent.each([...decidedLooks, ...decidedDialogs])("U7 $name after the decision", looksGood);

  test("consultations are written, sent and answered, and a case is on its way", () => tellAreas(product));
  test.concurrent.each(areaDialogs)("U7 $name after the consultation", looksGood);
});

/** Looks of one person beside each other: her page goes on from one to the next. */
function byPerson(looks: readonly Look[]): readonly Look[] {
  return looks.toSorted((a, b) => a.persona.localeCompare(b.persona));
}
