import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser, watchErrors } from "./browser.ts";
import { axeFaults, axeScript, colours, options } from "./looks-camera.ts";
import { type Product, startProduct } from "./product.ts";

/** A manager's day in the lists: what needs a real browser and the whole product; the rest is in list-page.test.tsx. */
describe("the lists a manager works in", () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    product = await startProduct({ FREMDRIFT_NOW: "2026-11-25T10:00" });
    browser = await launchBrowser();
    context = await browser.newContext({ locale: "da-DK", reducedMotion: "reduce", acceptDownloads: true });
    await context.addInitScript({ path: axeScript });
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const open = async (list: string, persona: string, more: Readonly<Record<string, string>> = {}): Promise<Page> => {
    const page = await context.newPage();
    const query = new URLSearchParams({ persona, ...more });
    await page.goto(`${product.sharePoint}/sites/fremdrift/Lists/${list}?${query}`);
    return page;
  };
  const applications = "AabneAnsoegninger";
  const cell = (page: Page, name: string) => page.getByRole("gridcell", { name, exact: true });

  test("a number is changed by the keyboard alone; that the product puts it back is seen and told without reloading", async () => {
    const edited = await open("AabneBehov", "leder.sundhed", { view: "Flest har det samme" });
    const first = edited.getByRole("row").nth(1).getByRole("gridcell").first();
    await first.waitFor();
    const held = (await first.innerText()).trim();
    await edited.getByRole("button", { name: "Rediger i gittervisning" }).press("Enter");
    await edited.getByRole("button", { name: /^Opbakning/u }).focus();
    for (const key of ["ArrowDown", "Enter"]) await edited.keyboard.press(key);
    await edited.keyboard.press("Control+A");
    await edited.keyboard.type("12345");
    await edited.keyboard.press("Enter");
    await cell(edited, "12.345").waitFor();
    await expect.poll(() => edited.evaluate(() => document.activeElement?.textContent)).toBe("12.345");
    // The service looks after its rows when its clock has moved.
    const body = JSON.stringify({ advance: "PT1M" });
    expect((await fetch(`${product.host}/workspace/clock`, { method: "POST", body })).ok).toBe(true);
    const told = `Fremdrift har sat ”Opbakning” tilbage til ”${held}” (du skrev ”12.345”).`;
    await edited.getByText(told).waitFor();
    await expect.poll(() => cell(edited, "12.345").count()).toBe(0);
    await edited.close();
  });

  test("who wrote the same cell at once sees both values, and nothing is lost", async () => {
    const [one, other] = await Promise.all([
      open("Handlingsplan", "leder.sundhed", { view: "Efter center" }),
      open("Handlingsplan", "puljesekretariat", { view: "Efter center" }),
    ]);
    const owner = (page: Page) => page.getByRole("gridcell").filter({ hasText: "Maria Bækholm" }).first();
    const begin = async (page: Page): Promise<void> => {
      await page.bringToFront();
      await page.getByRole("button", { name: "Rediger i gittervisning" }).click();
      await owner(page).click();
      await page.keyboard.press("Control+A");
    };
    await begin(one);
    await begin(other);
    await other.keyboard.type("Ejer X");
    await other.keyboard.press("Enter");
    await cell(other, "Ejer X").waitFor();
    await one.bringToFront();
    await one.keyboard.type("Ejer Y");
    await one.keyboard.press("Enter");
    const dialog = one.getByRole("alertdialog");
    await dialog.getByRole("row", { name: "Ejer Ejer Y Ejer X" }).waitFor();
    expect(await axeFaults(one, one, options)).toEqual([]);
    await dialog.getByRole("button", { name: "Tilbage til redigering" }).click();
    expect(await one.getByRole("textbox", { name: "Ejer" }).inputValue()).toBe("Ejer Y");
    await Promise.all([one.close(), other.close()]);
  });

  test("a view becomes a file that Excel in Danish opens", async () => {
    const page = await open(applications, "leder.sundhed");
    await cell(page, "A26-01").waitFor();
    await page.getByRole("button", { name: "Center", exact: true }).click();
    await page.getByRole("menuitemcheckbox", { name: "Center for Arbejdsmarked" }).click();
    await page.keyboard.press("Escape");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Eksportér til CSV" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("Ansøgninger i overblik - Efter runde 2026-11-25.csv");
    const lines = readFileSync(await download.path(), "utf8").split("\r\n");
    expect(lines[0]).toBe("\u{feff}Nummer;Projekt;Åbn i Fremdrift;Center;Ansøgt;Status;Bevilget");
    expect(lines[1]).toMatch(/^A26-02;.*;http[^;]*;Center for Arbejdsmarked;60000;I gang;60000/u);
    expect(lines).toHaveLength(3);
    await page.close();
  });

  test("who may only read is offered no change, who has no right meets SharePoint's own page", async () => {
    const reader = await open(applications, "direktion");
    await reader.getByText("Du kan læse listen, men ikke rette i den.").waitFor();
    expect(await reader.getByRole("button", { name: /Nyt element|Rediger/u }).count()).toBe(0);
    const stranger = await open(applications, "ansoeger.sundhed");
    await stranger.getByRole("heading", { name: "Du har ikke adgang" }).waitFor();
    await Promise.all([reader.close(), stranger.close()]);
  });

  test.each(["default", "dark", "contrast"])("board, calendar, editor and form please axe (%s)", async (theme) => {
    // Another theme changes colours only.
    const rules = theme === "default" ? options : colours;
    const page = await open(applications, "leder.sundhed", { theme, view: "Tavle efter status" });
    const errors = watchErrors(page);
    await page.getByRole("heading", { name: /^Under vurdering/u }).waitFor();
    const faults = [...(await axeFaults(page, page, rules))];
    expect(await page.getByRole("button", { name: /Nyt element|gittervisning/u }).count()).toBe(0);
    await page.close();
    const grid = await open("AabneBehov", "leder.sundhed", { theme, view: "Flest har det samme" });
    await grid.getByRole("button", { name: "Rediger i gittervisning" }).click();
    await grid.getByRole("row").nth(1).getByRole("gridcell").first().click();
    await grid.getByRole("textbox", { name: "Opbakning" }).waitFor();
    faults.push(...(await axeFaults(grid, grid, rules)));
    await grid.close();
    const item = await open(applications, "leder.sundhed", { theme });
    await item
      .getByText(/^It-hjælpecafé for ældre/u)
      .first()
      .click();
    await item.getByRole("dialog").getByRole("button", { name: "Rediger" }).click();
    await item.getByRole("dialog").getByRole("button", { name: "Gem" }).waitFor();
    faults.push(...(await axeFaults(item, item, rules)));
    await item.close();
    const calendar = await open("AabneRunder", "leder.sundhed", { theme, view: "Frister i kalender" });
    await calendar.getByRole("heading", { name: "november 2026" }).waitFor();
    faults.push(...(await axeFaults(calendar, calendar, rules)));
    await calendar.close();
    expect([...faults, ...errors]).toEqual([]);
  });
});
