import type { Browser, BrowserContext, BrowserContextOptions, Frame } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";
import { inTab, openDraft } from "./journey.ts";
import { type Product, startProduct } from "./product.ts";

const mouse: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
const finger: BrowserContextOptions = { viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true };
/** 1280 px at 400 %. */
const zoomed: BrowserContextOptions = { viewport: { width: 320, height: 256 } };

/** What only a real browser can measure of the figures of friendliness, with the product opened once. */
describe("friendliness", () => {
  let product: Product;
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    product = await startProduct({ FREMDRIFT_NOW: "2026-11-25T10:00" });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    await browser?.close();
    await product?.stop();
  });

  const window = async (options: BrowserContextOptions) => {
    const context = await browser.newContext({ locale: "da-DK", reducedMotion: "reduce", ...options });
    contexts.push(context);
    return context.newPage();
  };
  /** An overview, the form and the reviews, one after the other in one window. */
  const screens = async (options: BrowserContextOptions, look: (screen: Frame) => Promise<void>): Promise<void> => {
    const page = await window(options);
    const overview = await inTab(page, product.host, "ansoeger.sundhed");
    await overview.getByRole("heading", { name: "Puljer" }).waitFor();
    await look(overview);
    const form = await openDraft(page, product.host);
    await form.getByLabel("Beløb, linje 2").waitFor();
    await look(form);
    const reviewer = await inTab(page, product.host, "oekonomi");
    await reviewer.getByRole("link", { name: "Bedøm", exact: true }).first().click();
    await reviewer.getByRole("button", { name: "Afgiv bedømmelse" }).waitFor();
    await look(reviewer);
  };

  test("U9 what is pressed is 24 px high with a mouse and 44 px under a finger", async () => {
    for (const options of [mouse, finger]) {
      await screens(options, async (screen) => {
        expect(await screen.evaluate(tooSmall), screen.url()).toEqual([]);
      });
    }
  });

  test("U9 nothing is lost at 320 px and 400 %, nor where text has its wider spacing (1.4.12)", async () => {
    await screens(zoomed, async (screen) => {
      expect(await screen.evaluate(lost), screen.url()).toEqual([]);
      await screen.addStyleTag({ content: spacing });
      expect(await screen.evaluate(lost), `spaced ${screen.url()}`).toEqual([]);
    });
  });

  test("U10 nothing moves by itself for who wants it still, and forced colours keep every edge", async () => {
    const page = await window({ ...mouse, forcedColors: "active" });
    const tab = await inTab(page, product.host, "ansoeger.sundhed");
    await tab.getByRole("heading", { name: "Puljer" }).waitFor();
    expect(
      await tab.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length),
    ).toBe(0);
    expect(await tab.evaluate(edgeless)).toEqual([]);
  });

  test("the search names no keys where there are none", async () => {
    const page = await window(finger);
    const tab = await inTab(page, product.host, "oekonomi");
    const search = tab.getByRole("button", { name: /^Søg/u }).first();
    await search.waitFor();
    expect((await search.innerText()).trim()).toBe("Søg");
  });

  test("the first stop of SharePoint's pages shows where one is", async () => {
    const page = await window(mouse);
    await page.goto(`${product.sharePoint}/?persona=leder.sundhed`);
    await page.getByRole("link", { name: "SharePoint" }).waitFor();
    await page.keyboard.press("Tab");
    const look = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return `${document.activeElement?.tagName} ${outlineStyle} ${outlineWidth}`;
    });
    expect(look).toBe("A solid 2px");
  });
});

/** WCAG 1.4.12. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;

/** Everything that can be pressed and is too small for what points at it; links within a sentence are excepted. Runs in the page. */
function tooSmall(): readonly string[] {
  const least = matchMedia("(pointer: coarse)").matches ? 44 : 24;
  const pressed = "a[href], button, input, select, textarea, summary, [role=button], [role=checkbox], [role=tab]";
  return [...document.querySelectorAll<HTMLElement>(pressed)].flatMap((element) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const isHidden = box.width < 2 || style.visibility === "hidden" || style.clipPath !== "none";
    if (isHidden || (element.tagName === "A" && style.display === "inline")) return [];
    const labels = "labels" in element ? [...((element.labels ?? []) as Iterable<Element>)] : [];
    const heights = [element, ...labels].map((each) => each.getBoundingClientRect().height);
    const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
    return Math.max(...heights) < least - 0.5 ? [`${element.tagName} ${name.slice(0, 40)} ${heights.join(" ")}`] : [];
  });
}

/** What scrolls sideways, and texts that are cut. Runs in the page. */
function lost(): readonly string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const sideways = scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
  const cut = [...document.querySelectorAll<HTMLElement>("main *")].flatMap((element) => {
    const { overflowX, overflowY, clipPath, textOverflow } = getComputedStyle(element);
    if (clipPath !== "none" || textOverflow === "ellipsis" || element.clientWidth < 2) return [];
    if (element.textContent === "" || element.matches("select, input, textarea")) return [];
    const isCut =
      (overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1) ||
      (overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1);
    return isCut ? [`${element.tagName} ${(element.textContent ?? "").slice(0, 40)}`] : [];
  });
  return [...sideways, ...cut];
}

/** Pictures of people and badges without an edge where the system chooses the colours. Runs in the page. */
function edgeless(): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>("[data-avatar]")].flatMap((element) => {
    const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
    return borderTopStyle === "solid" && borderTopWidth === "1px" ? [] : [element.textContent ?? ""];
  });
}
