import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type axe from "axe-core";
import type { Frame, Page } from "playwright-core";
import { tabFrame } from "./browser.ts";
import { danishLeft } from "./danish-left.ts";
import {
  atRest,
  chooseLanguage,
  chooseTheme,
  settled,
  type Theme,
  tellSharePointTheme,
  tellTabLanguage,
  tellTabTheme,
} from "./looks-tell.ts";
import type { LooksWindow } from "./looks-window.ts";
import type { Product } from "./product.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** Whether pictures are taken on the way: only for eyes, and half of the time the looks take. */
export const takesLooks = process.env["FREMDRIFT_LOOKS"] === "1";
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
  /** Only the light theme, but for eyes. */
  readonly brief?: boolean;
  /** As the window shows it, not the whole of what scrolls: for what stands in the middle of the window. */
  readonly window?: boolean;
  /** Covers the host's own menus: opened anew for each theme, and not in another language, which is Teams' there. */
  readonly anew?: boolean;
  /** Leaves something typed, so that its page is nobody's afterwards. */
  readonly spent?: boolean;
  /** What the host has around it is looked at too, so theme and language are chosen there. */
  readonly around?: boolean;
  /** Among the pictures also as it is printed. */
  readonly prints?: boolean;
  /** Another person beside. */
  readonly beside?: { readonly persona: string; readonly app: "tab" | "chat"; readonly ready: string };
}

const wide = { width: 1280, height: 900 } as const;
const tallest = 4000;

/**
 * Opens a screen and looks: axe at 1280 px in each theme, sideways scrolling at 1280 px there and at 720 and 360 px in the
 * light one, the console all along; a screen of the tab then once more in English, in the light theme: axe, sideways
 * scrolling at 1280 and 360 px, and no Danish words left. Takes pictures of the whole screen on the way when
 * `FREMDRIFT_LOOKS=1`. Answers what is wrong, one line each.
 */
export async function lookAt(window: LooksWindow, product: Product, look: Look): Promise<readonly string[]> {
  const place = `${look.app} ${look.persona}`;
  const taken = await window.take(place);
  const { page, errors } = taken;
  const before = errors.length;
  const faults: string[] = [];
  let isWhole = false;
  try {
    if (taken.isNew) await page.setViewportSize(wide);
    const screen = await open(page, product, look, taken.isNew);
    faults.push(...(await lookInThemes(page, product, look, screen)));
    if (isInEnglish(look) && !("mainFrame" in screen)) {
      faults.push(...(await lookInEnglish(page, product, look, screen)));
    }
    isWhole = true;
  } finally {
    if (isWhole && staysOpen(look)) window.keep(place, taken);
    else await page.close();
  }
  const expected = /status of 40[34]/u;
  const said = errors.slice(before);
  return [...faults, ...said.filter((error) => look.refused !== true || !expected.test(error))];
}

/** Another theme moves nothing: narrow widths are looked at in the light one, and the others only for eyes. */
async function lookInThemes(
  page: Page,
  product: Product,
  look: Look,
  opened: Page | Frame,
): Promise<readonly string[]> {
  let screen = opened;
  const faults: string[] = [];
  const axeLooks = async (theme: Theme): Promise<void> => {
    const isLight = theme === "default";
    const found = [
      ...(await axeFaults(isToldAlone(look) && !isLight ? screen : page, screen, isLight ? options : colours)),
      ...(await sidewaysFaults(page, screen)),
    ];
    faults.push(...found.map((fault) => `${theme} 1280: ${fault}`));
    await picture(page, look, theme, wide.width);
  };
  await page.mouse.move(0, 0);
  if (takesLooks) await fitHeight(page, look, wide.width);
  await axeLooks("default");
  for (const width of [720, 360]) {
    await fitHeight(page, look, width);
    faults.push(...(await sidewaysFaults(page, screen)).map((fault) => `${width}: ${fault}`));
    await picture(page, look, "default", width);
  }
  if (takesLooks) await fitHeight(page, look, wide.width);
  else await page.setViewportSize(wide);
  if (look.prints === true) await pictureOnPaper(page, look);
  if (look.brief === true && !takesLooks) return faults;
  for (const theme of ["dark", "contrast"] as const) {
    screen = await changeTheme(page, product, look, screen, theme);
    await axeLooks(theme);
    if (!takesLooks) continue;
    for (const width of [720, 360]) {
      await fitHeight(page, look, width);
      await picture(page, look, theme, width);
    }
    await fitHeight(page, look, wide.width);
  }
  return faults;
}

/** As it stands, told in English: what it was prepared with in Danish words stays as it is. */
async function lookInEnglish(page: Page, product: Product, look: Look, tab: Frame): Promise<readonly string[]> {
  if (isToldAlone(look)) await tellTabLanguage(tab, product.host, "en");
  else {
    await page.setViewportSize(wide);
    await chooseTheme(page, tab, "default");
    await chooseLanguage(page, tab, "en");
  }
  const faults = (await danishLeft(tab)).map((text) => `still Danish: ${text}`);
  faults.push(...(await axeFaults(look.around === true ? page : tab, tab, options)));
  faults.push(...(await sidewaysFaults(page, tab)));
  for (const width of takesLooks ? [1280, 720, 360] : [360]) {
    await fitHeight(page, look, width);
    faults.push(...(await sidewaysFaults(page, tab)).map((fault) => `${width}: ${fault}`));
    await picture(page, look, "default", width, "-en");
  }
  await page.setViewportSize(wide);
  return faults.map((fault) => `in English: ${fault}`);
}

/** One person's screen of the tab; beside another person's and under Teams' own dialogs stands the same one. */
function isInEnglish({ app, beside, anew, language }: Look): boolean {
  return app === "tab" && beside === undefined && anew !== true && language === undefined;
}

/** Whether its page can go on to another look: nothing typed, nothing refused, nothing of the host over it, and no eyes to see where the focus was left. */
function staysOpen(look: Look): boolean {
  const isWithout = !takesLooks && look.refused !== true && look.spent !== true && look.around !== true;
  return isWithout && (isInEnglish(look) || look.app === "sharepoint");
}

/** The frame or page the screen is in, ready and prepared. */
async function open(
  page: Page,
  product: Product,
  look: Look,
  isNew: boolean,
  theme: Theme = "default",
): Promise<Page | Frame> {
  const route = await look.route?.(product);
  const goesOn = !isNew && isInEnglish(look) && look.around !== true;
  if (!goesOn) await page.goto(addressOf(product, look, route, theme));
  const screen = look.app === "tab" ? await tabFrame(page) : page;
  if (goesOn && !("mainFrame" in screen)) await goOn(product, screen, route);
  await screen.getByText(look.ready).first().waitFor();
  if (look.beside !== undefined) await page.getByText(look.beside.ready).first().waitFor();
  await look.prepare?.(screen);
  return screen;
}

function addressOf(product: Product, look: Look, route: string | undefined, theme: Theme): string {
  const query = new URLSearchParams({ persona: look.persona, theme });
  if (look.language !== undefined) query.set("lang", look.language);
  if (look.app === "sharepoint") {
    const address = new URL(route ?? "/", product.sharePoint);
    for (const [name, value] of query) address.searchParams.set(name, value);
    return address.href;
  }
  query.set("app", look.app);
  if (route !== undefined) query.set("sub", route);
  if (look.beside !== undefined) {
    query.set("persona2", look.beside.persona);
    query.set("app2", look.beside.app);
  }
  return `${product.host}/?${query}`;
}

/** The tab goes on to another page in Danish, by way of one that is nowhere: nothing of the last one is taken for the next. */
async function goOn(product: Product, tab: Frame, route = "/"): Promise<void> {
  const go = (hash: string): Promise<void> =>
    tab.evaluate((next) => {
      window.location.hash = next;
    }, hash);
  await go("#/nowhere");
  await tellTabLanguage(tab, product.host, "da");
  await tab.getByRole("heading", { level: 1, name: "Siden findes ikke" }).waitFor();
  await go(`#${route.replace(/^.*#/u, "")}`);
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
    const opened = await open(page, product, look, true, theme);
    await atRest(page);
    return opened;
  }
  if (look.app === "sharepoint") await tellSharePointTheme(page, product.host, theme);
  else if (isToldAlone(look) && !("mainFrame" in screen)) await tellTabTheme(screen, product.host, theme);
  else await chooseTheme(page, screen, theme);
  return screen;
}

/** The tab is told by itself, for the host's menu takes longer than all else; its shell is looked at by `host-shell`. For eyes both change. */
function isToldAlone({ app, beside, around }: Look): boolean {
  return app === "tab" && beside === undefined && around !== true && !takesLooks;
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

/** Pixels that the tallest scrolling part of a document hides. Runs in the page. */
function hiddenHeight(): number {
  const scrolls = (element: Element): boolean =>
    element === document.documentElement || /auto|scroll/u.test(getComputedStyle(element).overflowY);
  const parts = [...document.querySelectorAll("*")].filter(
    (element) => element.clientHeight > 200 && element.scrollHeight > element.clientHeight && scrolls(element),
  );
  return Math.max(0, ...parts.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight));
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

async function picture(page: Page, look: Look, theme: Theme, width: number, language = ""): Promise<void> {
  if (takesLooks) await page.screenshot({ ...still, path: pathOf(`${look.name}${language}-${theme}-${width}`) });
}

const still = { animations: "disabled", caret: "hide" } as const;

function pathOf(name: string): string {
  mkdirSync(pictureFolder, { recursive: true });
  return join(pictureFolder, `${name}.png`);
}

/** For eyes alone: pictures of what a journey has open, in every width and theme; nothing without `FREMDRIFT_LOOKS=1`. */
export async function pictureAsItStands(page: Page, tab: Frame, name: string): Promise<void> {
  if (!takesLooks) return;
  const take = async (what: string): Promise<void> => {
    await atRest(page);
    await page.screenshot({ ...still, path: pathOf(`${name}-${what}`) });
  };
  const before = page.viewportSize() ?? wide;
  for (const width of [360, 720, wide.width]) {
    await page.setViewportSize({ width, height: wide.height });
    await take(`default-${width}`);
  }
  for (const theme of ["dark", "contrast", "default"] as const) {
    await chooseTheme(page, tab, theme);
    if (theme !== "default") await take(`${theme}-1280`);
  }
  await page.setViewportSize(before);
}

/** The tab alone, as its own print command shows it. */
async function pictureOnPaper(page: Page, look: Look): Promise<void> {
  if (!takesLooks) return;
  await page.emulateMedia({ media: "print" });
  const tab = await tabFrame(page);
  const paper = await tab.frameElement();
  await paper.screenshot({ ...still, path: pathOf(`${look.name}-print`) });
  await page.emulateMedia({ media: null });
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
