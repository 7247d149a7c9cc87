import type { Frame, Page } from "playwright-core";

export type Theme = "default" | "dark" | "contrast";
type LookLanguage = "da" | "en";

const themeNames = {
  default: /^(?:Lyst|Light)$/u,
  dark: /^(?:Mørkt|Dark)$/u,
  contrast: /kontrast|contrast/iu,
} as const;
const languageNames = { da: "Dansk", en: "English" } as const;
const locales = { da: "da-DK", en: "en-GB" } as const;

/** Tells the tab alone of a theme, for the host's menu takes longer than all else; waits until it has come through. */
export async function tellTabTheme(tab: Frame, origin: string, theme: Theme): Promise<void> {
  const before = await colourOf(tab);
  await tab.evaluate(sayTheme, { origin, theme });
  await isOtherThan(tab, before);
}

/** Tells the tab alone of a language, and of the light theme with it, which is what the host around it has chosen. */
export async function tellTabLanguage(tab: Frame, origin: string, language: LookLanguage): Promise<void> {
  await tab.evaluate(sayLanguage, { origin, locale: locales[language] });
  await tab.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
}

/** Tells one of SharePoint's pages of a theme, as the host that frames it would. */
export async function tellSharePointTheme(page: Page, origin: string, theme: Theme): Promise<void> {
  const before = await colourOf(page.mainFrame());
  await page.evaluate(sayThemeToSharePoint, { origin, theme });
  await isOtherThan(page.mainFrame(), before);
}

/** What Teams says to the tab when its theme changes. Runs in the tab. */
function sayTheme({ origin, theme }: { readonly origin: string; readonly theme: Theme }): void {
  const data = { func: "themeChange", args: [theme] };
  window.dispatchEvent(new MessageEvent("message", { source: window.parent, origin, data }));
}

/** What Teams says when its language changes: the tab asks for the whole again. Runs in the tab. */
function sayLanguage({ origin, locale }: { readonly origin: string; readonly locale: string }): void {
  window.toldLocale = locale;
  const data = { func: "contextChange", args: [{}] };
  window.dispatchEvent(new MessageEvent("message", { source: window.parent, origin, data }));
}

/** Gives the host's answers the language the tab was told. An init script: a window's listeners are asked in their order. */
export function hearToldLanguage(): void {
  window.addEventListener("message", ({ data }: MessageEvent<{ readonly args?: readonly { locale?: string }[] }>) => {
    const context = data?.args?.[0];
    if (window.toldLocale !== undefined && context?.locale !== undefined) context.locale = window.toldLocale;
  });
}

/** What the host's page says to the one it frames; opened alone, the page is its own parent. Runs in the page. */
function sayThemeToSharePoint({ origin, theme }: { readonly origin: string; readonly theme: Theme }): void {
  const data = { kind: "theme", theme };
  window.dispatchEvent(new MessageEvent("message", { source: window.parent, origin, data }));
}

/** Chooses a theme in the host's own menu and waits until it has come through to the screen. */
export async function chooseTheme(page: Page, screen: Page | Frame, theme: Theme): Promise<void> {
  await choose(page, themeNames[theme]);
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

/** Chooses a language in the host's own menu and waits until the tab stands in it. */
export async function chooseLanguage(page: Page, tab: Frame, language: LookLanguage): Promise<void> {
  await choose(page, languageNames[language]);
  await tab.locator(`html[lang=${language}]`).waitFor({ state: "attached" });
  await atRest(page);
}

async function choose(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: /^(?:Visning|View)$/u }).click();
  await page.getByRole("radio", { name }).check();
  await page.keyboard.press("Escape");
  await page.getByRole("radio", { name }).waitFor({ state: "detached" });
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

/** Nothing moves any more, and the mouse is upon nothing. */
export async function atRest(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await Promise.all(page.frames().map((frame) => settled(frame)));
}

/** Two frames drawn, and no transition running, nor one that the last one's end began. */
export function settled(frame: Frame): Promise<void> {
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

declare global {
  interface Window {
    /** Set by `tellTabLanguage`. */
    toldLocale?: string;
  }
}
