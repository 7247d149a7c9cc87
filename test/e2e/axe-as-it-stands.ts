import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { axeFaults, colours, options } from "./looks-camera.ts";
import { chooseTheme, type Theme } from "./looks-tell.ts";

/** Where the host has its menus in a row. */
const wide = { width: 1280, height: 900 } as const;
const languages = { da: "Dansk", en: "English" } as const;

/**
 * What axe finds in a tab as it stands, half-way through what somebody does: in the other language, then in three themes
 * in the person's own, chosen as the person would and put back. The context must have `axeScript` as init script.
 */
export async function expectAxeClean(page: Page, tab: Frame, what: string): Promise<void> {
  const own = await languageOf(tab);
  await choose(tab, own === "da" ? "en" : "da");
  const inOther = await faultsIn(page, tab, "default");
  await choose(tab, own);
  const faults = [...inOther.map((fault) => `other language, ${fault}`), ...(await inThemes(page, tab))];
  expect(faults.map((fault) => `${what}: ${fault}`)).toEqual([]);
}

async function inThemes(page: Page, tab: Frame): Promise<readonly string[]> {
  const size = page.viewportSize() ?? wide;
  const faults: string[] = [];
  // The light theme last, in which the journey goes on.
  for (const theme of ["dark", "contrast", "default"] as const) {
    await page.setViewportSize(wide);
    await chooseTheme(page, tab, theme);
    await page.setViewportSize(size);
    faults.push(...(await faultsIn(page, tab, theme)));
  }
  return faults;
}

/** In another theme only what colours can change. */
async function faultsIn(page: Page, tab: Frame, theme: Theme): Promise<readonly string[]> {
  const found = await axeFaults(page, tab, theme === "default" ? options : colours);
  return found.map((fault) => `${theme}: ${fault}`);
}

async function choose(tab: Frame, language: "da" | "en"): Promise<void> {
  if ((await languageOf(tab)) === language) return;
  await tab.getByRole("button", { name: languages[language], exact: true }).click();
  await expect.poll(() => languageOf(tab)).toBe(language);
}

async function languageOf(tab: Frame): Promise<"da" | "en"> {
  const offered = tab.getByRole("button", { name: languages.en, exact: true });
  const taken = tab.getByRole("button", { name: languages.da, exact: true });
  await offered.or(taken).first().waitFor();
  return (await offered.count()) > 0 ? "da" : "en";
}
