import type { Browser, BrowserContext, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, watchErrors } from "./browser.ts";
import { type Product, startProduct } from "./product.ts";

/** The product's own tab under what the test bench can do to it. */
describe("Fremdrift on the test bench", () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    product = await startProduct({ FREMDRIFT_DEMO: "none", FREMDRIFT_NOW: "2026-11-25T10:00" });
    browser = await launchBrowser();
    context = await browser.newContext({ locale: "da-DK", reducedMotion: "reduce" });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const inTab = async (
    query: string,
    act: (tab: FrameLocator, page: Page) => Promise<unknown>,
    origin = product.host,
  ): Promise<void> => {
    const page = await context.newPage();
    const errors = watchErrors(page);
    try {
      await page.goto(`${origin}/?persona=ansoeger.sundhed${query}`);
      await act(page.frameLocator('iframe[src*="/tab/"]'), page);
      expect(errors).toEqual([]);
    } finally {
      await page.close();
    }
  };
  const overview = (tab: FrameLocator): Promise<void> =>
    tab.getByRole("heading", { level: 1, name: "Overblik" }).waitFor();

  test("says itself that Teams does not answer, after eight seconds and where it can be seen", () =>
    inTab("", async (_tab, page) => {
      await page.clock.install();
      await page.goto(`${product.host}/?persona=ansoeger.sundhed&bench=mute`);
      const tab = page.frameLocator('iframe[src*="/tab/"]');
      await tab.locator('[aria-busy="true"]').waitFor();
      await expect
        .poll(
          async () => {
            await page.clock.fastForward(1000);
            return tab.getByRole("button", { name: "Prøv igen" }).isVisible();
          },
          { timeout: 30_000 },
        )
        .toBe(true);
      expect(await page.getByText("Fremdrift åbner…").count()).toBe(0);
    }));

  test("asks to be allowed, takes no for an answer, and opens when it is allowed", () =>
    inTab("&bench=consent", async (tab, page) => {
      await tab.getByRole("button", { name: "Log ind" }).click();
      await page.getByRole("alertdialog").getByRole("button", { name: "Annuller" }).click();
      await tab.getByRole("button", { name: "Log ind" }).click();
      await page.getByRole("alertdialog").getByRole("button", { name: "Giv adgang" }).click();
      await overview(tab);
    }));

  test("follows theme and language where it stands, without being loaded anew", () =>
    inTab("", async (tab, page) => {
      await overview(tab);
      await tab.locator("body").evaluate((body) => body.setAttribute("data-same", "yes"));
      await page.getByRole("button", { name: "Visning" }).click();
      await page.getByRole("radio", { name: "Mørkt" }).check();
      await page.getByRole("radio", { name: "English" }).check();
      await tab.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
      expect(await tab.locator("body").getAttribute("data-same")).toBe("yes");
    }));

  test("opens in Outlook, on a phone, with tokens that keep expiring, and without Teams' dialogs", () =>
    inTab("&client=phone&bench=no-dialogs,short-tokens", async (tab, page) => {
      await overview(tab);
      await page.goto(`${product.host}/?persona=ansoeger.sundhed&client=outlook`);
      await overview(tab);
    }));

  test("opens without storage when the host is another site", () =>
    inTab("", (tab) => overview(tab), product.host.replace("localhost", "127.0.0.1")));
});
