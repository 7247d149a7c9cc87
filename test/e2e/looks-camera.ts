import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type axe from "axe-core";
import type { BrowserContext, Frame, Page } from "playwright-core";
import { tabFrame, watchErrors } from "./browser.ts";
import type { Product } from "./product.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** Whether pictures are taken on the way: only for eyes, and half of the time the looks take. */
export const takesLooks = process.env["FREMDRIFT_LOOKS"] === "1";
/** With pictures, `FREMDRIFT_LOOKS_LANG=en` turns each screen of the tab to English once it stands as it should. */
const takesEnglish = takesLooks && process.env["FREMDRIFT_LOOKS_LANG"] === "en";
/** Where the pictures go; git-ignored. */
export const pictureFolder = join(root, ".test-data/looks");
/** Injected into every frame before its own scripts. */
export const axeScript = join(root, "node_modules/axe-core/axe.min.js");

/** What a look is taken of. */
export interface Look {
  /** Also the name of its pictures. */
  readonly name: string;
  readonly persona: string;
  readonly app: "tab" | "chat" | "sharepoint";
  /** A route of the tab, or an address on SharePoint's pages. */
  readonly route?: (product: Product) => string | Promise<string>;
  readonly language?: "en-GB";
  /** Stands on the screen when it is ready. */
  readonly ready: string | RegExp;
  /** Brings the screen into the state that is meant. */
  readonly prepare?: (screen: Page | Frame) => Promise<void>;
  /** The browser notes the service's or Graph's refusal, which is what the screen is about. */
  readonly refused?: boolean;
  /** Only the light theme. */
  readonly brief?: boolean;
  /** As the window shows it, not the whole of what scrolls: for what stands in the middle of the window. */
  readonly window?: boolean;
  /** Covers the host's own menus: opened anew for each theme. */
  readonly anew?: boolean;
  /** Another person beside. */
  readonly beside?: { readonly persona: string; readonly app: "tab" | "chat"; readonly ready: string };
}

export type Theme = "default" | "dark" | "contrast";
const themeNames = {
  default: /^(?:Lyst|Light)$/u,
  dark: /^(?:Mørkt|Dark)$/u,
  contrast: /kontrast|contrast/iu,
} as const;
const wide = { width: 1280, height: 900 } as const;
const tallest = 4000;

/**
 * Opens a screen and looks: axe at 1280 px in each theme, sideways scrolling at 1280 px there and at 720 and 360 px in the light one, the console all
 * along. Takes pictures of the whole screen on the way when `FREMDRIFT_LOOKS=1`. Answers what is wrong, one line each.
 */
export async function lookAt(context: BrowserContext, product: Product, look: Look): Promise<readonly string[]> {
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.setViewportSize(wide);
  const faults: string[] = [];
  let screen: Page | Frame = page;
  const axeLooks = async (theme: Theme): Promise<void> => {
    const found = [
      ...(await axeFaults(
        isToldAlone(look) && theme !== "default" ? screen : page,
        screen,
        theme === "default" ? options : colours,
      )),
      ...(await sidewaysFaults(page, screen)),
    ];
    faults.push(...found.map((fault) => `${theme} 1280: ${fault}`));
    await picture(page, look, theme, wide.width);
  };
  // Another theme moves nothing: narrow widths are looked at in the light one, and the others only for eyes.
  const narrowPictures = async (theme: Theme): Promise<void> => {
    for (const width of [720, 360]) {
      await fitHeight(page, look, width);
      await picture(page, look, theme, width);
    }
    await fitHeight(page, look, wide.width);
  };
  try {
    screen = await open(page, product, look, "default");
    await fitHeight(page, look, wide.width);
    await axeLooks("default");
    for (const width of [720, 360]) {
      await fitHeight(page, look, width);
      faults.push(...(await sidewaysFaults(page, screen)).map((fault) => `${width}: ${fault}`));
      await picture(page, look, "default", width);
    }
    if (look.brief !== true) {
      await fitHeight(page, look, wide.width);
      for (const theme of ["dark", "contrast"] as const) {
        screen = await changeTheme(page, product, look, screen, theme);
        await axeLooks(theme);
        if (takesLooks) await narrowPictures(theme);
      }
    }
  } finally {
    await page.close();
  }
  const expected = /status of 40[34]/u;
  return [...faults, ...errors.filter((error) => look.refused !== true || !expected.test(error))];
}

/** The frame or page the screen is in, ready and prepared. */
async function open(page: Page, product: Product, look: Look, theme: Theme): Promise<Page | Frame> {
  const query = new URLSearchParams({ persona: look.persona, theme });
  const route = await look.route?.(product);
  if (look.language !== undefined) query.set("lang", look.language);
  if (look.app === "sharepoint") {
    const address = new URL(route ?? "/", product.sharePoint);
    for (const [name, value] of query) address.searchParams.set(name, value);
    await page.goto(address.href);
  } else {
    query.set("app", look.app);
    if (route !== undefined) query.set("sub", route);
    if (look.beside !== undefined) {
      query.set("persona2", look.beside.persona);
      query.set("app2", look.beside.app);
    }
    await page.goto(`${product.host}/?${query}`);
  }
  const screen = look.app === "tab" ? await tabFrame(page) : page;
  await screen.getByText(look.ready).first().waitFor();
  if (look.beside !== undefined) await page.getByText(look.beside.ready).first().waitFor();
  await look.prepare?.(screen);
  if (takesEnglish && look.app === "tab") await turnToEnglish(page, screen);
  return screen;
}

/** By the host's own choice, as Teams would: what a screen was prepared with in Danish words stays as it is. */
async function turnToEnglish(page: Page, screen: Page | Frame): Promise<void> {
  await page.getByRole("button", { name: /^(?:Visning|View)$/u }).click();
  await page.getByRole("radio", { name: "English" }).check();
  await page.keyboard.press("Escape");
  await page.getByRole("radio", { name: "English" }).waitFor({ state: "detached" });
  await screen.locator("html[lang=en]").waitFor({ state: "attached" });
  await screen.locator(".fui-Skeleton").first().waitFor({ state: "detached" });
}

/** While running, as Teams changes it; SharePoint's pages are told as by the host around them. */
async function changeTheme(
  page: Page,
  product: Product,
  look: Look,
  screen: Page | Frame,
  theme: Theme,
): Promise<Page | Frame> {
  if (look.anew === true) {
    const opened = await open(page, product, look, theme);
    await atRest(page);
    return opened;
  }
  if (look.app === "sharepoint") {
    const before = await colourOf(page.mainFrame());
    await page.evaluate(tellTheme, { origin: product.host, theme });
    await isOtherThan(page.mainFrame(), before);
    await atRest(page);
    return screen;
  }
  if (isToldAlone(look) && !("mainFrame" in screen)) {
    const before = await colourOf(screen);
    await screen.evaluate(tellTab, { origin: product.host, theme });
    await isOtherThan(screen, before);
    await atRest(page);
    return screen;
  }
  await chooseTheme(page, screen, theme);
  return screen;
}

/** The tab is told by itself, for the host's menu takes longer than all else; its shell is looked at by `host-shell`. For eyes both change. */
function isToldAlone({ app, beside }: Look): boolean {
  return app === "tab" && beside === undefined && !takesLooks;
}

/** What Teams says to the tab when its theme changes. Runs in the tab. */
function tellTab({ origin, theme }: { readonly origin: string; readonly theme: Theme }): void {
  const data = { func: "themeChange", args: [theme] };
  window.dispatchEvent(new MessageEvent("message", { source: window.parent, origin, data }));
}

/** Chooses a theme in the host's own menu and waits until it has come through to the screen. */
export async function chooseTheme(page: Page, screen: Page | Frame, theme: Theme): Promise<void> {
  await page.getByRole("button", { name: /^(?:Visning|View)$/u }).click();
  await page.getByRole("radio", { name: themeNames[theme] }).check();
  await page.keyboard.press("Escape");
  await page.getByRole("radio", { name: themeNames[theme] }).waitFor({ state: "detached" });
  const background = await colourOf(page.mainFrame());
  const frame = "mainFrame" in screen ? screen.mainFrame() : screen;
  await frame.waitForFunction(
    (wanted) =>
      getComputedStyle(document.querySelector(".fui-FluentProvider") ?? document.body)
        .getPropertyValue("--colorNeutralBackground1")
        .trim() === wanted,
    background,
  );
  await atRest(page);
}

/** What the host's page says to the one it frames; opened alone, the page is its own parent. Runs in the page. */
function tellTheme({ origin, theme }: { readonly origin: string; readonly theme: Theme }): void {
  const data = { kind: "theme", theme };
  window.dispatchEvent(new MessageEvent("message", { source: window.parent, origin, data }));
}

/** Waits until a frame's background is no longer the one it was. */
async function isOtherThan(frame: Frame, before: string): Promise<void> {
  await frame.waitForFunction(
    (former) =>
      getComputedStyle(document.querySelector(".fui-FluentProvider") ?? document.body)
        .getPropertyValue("--colorNeutralBackground1")
        .trim() !== former,
    before,
  );
}

function colourOf(frame: Frame): Promise<string> {
  return frame.evaluate(() =>
    getComputedStyle(document.querySelector(".fui-FluentProvider") ?? document.body)
      .getPropertyValue("--colorNeutralBackground1")
      .trim(),
  );
}

/** Makes the window so high that what scrolls stands on the picture whole. */
async function fitHeight(page: Page, look: Look, width: number): Promise<void> {
  await page.setViewportSize({ width, height: wide.height });
  await atRest(page);
  if (look.window === true || !takesLooks) return;
  let hidden = 0;
  for (const frame of page.frames()) hidden = Math.max(hidden, await frame.evaluate(hiddenHeight));
  if (hidden === 0) return;
  await page.setViewportSize({ width, height: Math.min(tallest, wide.height + Math.ceil(hidden)) });
  await atRest(page);
}

/** Nothing moves any more, and the mouse is upon nothing. */
async function atRest(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await Promise.all(page.frames().map((frame) => settled(frame)));
}

/** Pixels that the tallest scrolling part of a document hides. Runs in the page. */
function hiddenHeight(): number {
  const scrolls = (element: Element): boolean =>
    element === document.documentElement || /auto|scroll/u.test(getComputedStyle(element).overflowY);
  const parts = [...document.querySelectorAll("*")].filter(
    (element) => element.clientHeight > 200 && element.scrollHeight > element.clientHeight && scrolls(element),
  );
  return Math.max(0, ...parts.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight));
}

/** Two frames drawn, and no transition running, nor one that the last one's end began. */
function settled(frame: Frame): Promise<void> {
  return frame.evaluate(async () => {
    const drawn = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
    const running = (): readonly Animation[] =>
      document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState === "running" && Number.isFinite(Number(effect?.getComputedTiming().endTime)),
        );
    do {
      await Promise.allSettled(running().map(({ finished }) => finished));
      await drawn();
      await drawn();
    } while (running().length > 0);
  });
}

export const options: axe.RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] },
  resultTypes: ["violations"],
  iframes: false,
};

/** What another theme can change; the rest of the document is the same one. */
export const colours: axe.RunOptions = {
  ...options,
  runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] },
};

/** What axe finds in a screen, one line each; in another theme than the first only what colours can change. */
export async function axeFaults(
  page: Page | Frame,
  screen: Page | Frame,
  rules: axe.RunOptions,
): Promise<readonly string[]> {
  const frames = [...new Set([page, screen])].map((each) => ("mainFrame" in each ? each.mainFrame() : each));
  const faults: string[] = [];
  for (const frame of frames) {
    // A dialog half faded in has half its contrast.
    await settled(frame);
    const found = await frame.evaluate(async (asked) => {
      // Fluent's focus sentinels are hidden from readers and hand focus on at once: a known false alarm.
      const { violations } = await window.axe.run({ exclude: [["[data-tabster-dummy]"]] }, asked);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary ?? ""}`),
      );
    }, rules);
    faults.push(...found.map((fault) => fault.replaceAll(/\s+/gu, " ")));
  }
  return faults;
}

export async function sidewaysFaults(page: Page, screen: Page | Frame): Promise<readonly string[]> {
  const frames = "mainFrame" in screen ? [page.mainFrame()] : [page.mainFrame(), screen];
  const found = await Promise.all(frames.map((frame) => frame.evaluate(sideways)));
  return found.flat();
}

/** Parts of a document that are wider than what shows of them. Runs in the page. */
function sideways(): readonly string[] {
  const name = (element: Element): string => `${element.tagName.toLowerCase()}.${element.className}`.slice(0, 80);
  // What scrolls up and down must not have to be scrolled sideways too; the frame of a wide table may (WCAG 1.4.10).
  const parts = [...document.querySelectorAll("*")].filter(
    (element) =>
      element === document.documentElement ||
      (/auto|scroll/u.test(getComputedStyle(element).overflowY) && element.querySelector(":scope > table") === null),
  );
  return (
    parts
      // Parts of a pixel are rounded up on one side and down on the other.
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
      .map((element) => `${name(element)} is ${element.scrollWidth} px wide in ${element.clientWidth} px`)
  );
}

async function picture(page: Page, look: Look, theme: Theme, width: number): Promise<void> {
  if (!takesLooks) return;
  mkdirSync(pictureFolder, { recursive: true });
  const path = join(pictureFolder, `${look.name}${takesEnglish ? "-en" : ""}-${theme}-${width}.png`);
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
