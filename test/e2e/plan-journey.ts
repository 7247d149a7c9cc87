import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Download, Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { expectAxeClean } from "./axe-as-it-stands.ts";
import { tabFrame, watchErrors } from "./browser.ts";
import { be } from "./journey.ts";
import { expectFocusKept, focusOf, tabTo } from "./keyboard.ts";
import type { Product } from "./product.ts";

/** Opens a page of the tab by its route, as a persona. */
export async function openTab(page: Page, host: string, persona: string, route: string): Promise<Frame> {
  await page.goto(`${host}/?${new URLSearchParams({ persona, app: "tab", sub: route })}`);
  const tab = await tabFrame(page);
  await tab.getByRole("heading", { level: 1 }).first().waitFor();
  return tab;
}

/** The words of a downloaded Word file or workbook. */
export async function wordsOf(download: Download): Promise<string> {
  const parts = unzipSync(new Uint8Array(readFileSync(await download.path())));
  const texts = Object.entries(parts).filter(([name]) => /document\.xml|sheet\d+\.xml|sharedStrings\.xml/u.test(name));
  return texts.map(([, bytes]) => strFromU8(bytes).replaceAll(/<[^>]+>/gu, " ")).join(" ");
}

/** Table, board and timeline by keys alone; what is moved keeps the focus. */
export async function planByKeyboard(page: Page, host: string): Promise<void> {
  const tab = await openTab(page, host, "puljesekretariat", "/action-plan/table");
  await tab.getByRole("table", { name: "Handlingsplan" }).waitFor();
  await tabTo(page, { name: /^Opdateret$/u, framed: true });
  await page.keyboard.press("Enter");
  await tab.locator("th[aria-sort=ascending]").getByText("Opdateret").waitFor();
  await tabTo(page, { name: /^Tavle$/u, framed: true, back: true });
  await page.keyboard.press("Enter");
  await tab.getByRole("region", { name: /^Planlagt: 2/u }).waitFor();
  await expectFocusKept(page, "the board takes the table's place");
  await expectAxeClean(page, tab, "board");
  await tabTo(page, { name: /^Flyt ”Genbrug af it-udstyr”$/u, framed: true });
  await page.keyboard.press("ArrowRight");
  await column(tab, "I gang").getByText("Genbrug af it-udstyr").waitFor();
  await expect.poll(async () => (await focusOf(page)).name).toBe("Flyt ”Genbrug af it-udstyr”");
  await tabTo(page, { name: /^Tidslinje$/u, framed: true, back: true });
  await page.keyboard.press("Enter");
  await tab.getByText(/^Gå til en bjælke med Tab/u).waitFor();
  await tabTo(page, { name: /^Robotautomatisering af ti arbejdsgange: /u, framed: true });
  const before = (await focusOf(page)).name;
  await page.keyboard.press("ArrowRight");
  await tab
    .getByText(/^”Robotautomatisering .* Ikke gemt endnu/u)
    .first()
    .waitFor();
  await page.keyboard.press("Enter");
  await tab
    .getByText(/^”Robotautomatisering .* er flyttet til /u)
    .first()
    .waitFor();
  await expect.poll(async () => (await focusOf(page)).name).toMatch(/^Robotautomatisering/u);
  await expect.poll(async () => (await focusOf(page)).name).not.toBe(before);
  await expectAxeClean(page, tab, "timeline");
}

/** A card and a bar by mouse. */
export async function planByMouse(page: Page, host: string): Promise<void> {
  const tab = await openTab(page, host, "puljesekretariat", "/action-plan/board");
  const card = column(tab, "Planlagt").getByRole("listitem").filter({ hasText: "Skærmbesøg i alle distrikter" });
  await card.dragTo(column(tab, "I gang").getByRole("heading"));
  await column(tab, "I gang").getByText("Skærmbesøg i alle distrikter").waitFor();
  await tab.getByRole("link", { name: "Tidslinje" }).click();
  const bar = tab.getByRole("button", { name: /^Prognose for sygefravær: / });
  const before = await bar.getAttribute("aria-label");
  await bar.scrollIntoViewIfNeeded();
  const box = await bar.boundingBox();
  if (box === null) throw new Error("the bar is nowhere");
  // Its end is in view: a bar of years begins far to the left.
  const [x, y] = [box.x + box.width - 100, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 60, y, { steps: 6 });
  await page.mouse.up();
  await tab
    .getByText(/^”Prognose .* er flyttet til /u)
    .first()
    .waitFor();
  await expect.poll(() => bar.getAttribute("aria-label")).not.toBe(before);
}

/** Two people take hold of the same bar: the second is told of the first, and the history has both. */
export async function twoMoveOneBar(browser: Browser, page: Page, host: string): Promise<void> {
  const name = /^Ny anskaffelsesmodel for it-brugerudstyr: /u;
  const first = await openTab(page, host, "puljesekretariat", "/action-plan/timeline");
  const other = await browser.newPage({ locale: "da-DK", viewport: { width: 1280, height: 900 } });
  const second = await openTab(other, host, "formand.dsg", "/action-plan/timeline");
  const hold = (tab: Frame) => tab.getByRole("button", { name }).press("ArrowRight");
  await hold(second);
  await second
    .getByText(/Ikke gemt endnu/u)
    .first()
    .waitFor();
  await hold(first);
  await first.getByRole("button", { name }).press("PageDown");
  await first.getByRole("button", { name }).press("Enter");
  await first
    .getByText(/er flyttet til /u)
    .first()
    .waitFor();
  await second.getByRole("button", { name }).press("Enter");
  await second.getByText("To har flyttet den samme indsats").waitFor();
  await second
    .getByText(/^Rasmus Ellegaard har imens flyttet |Rasmus Ellegaard har imens flyttet/u)
    .first()
    .waitFor();
  await second.getByRole("button", { name: "Flyt til mine datoer" }).click();
  await second
    .getByText(/er flyttet til /u)
    .first()
    .waitFor();
  await second.getByRole("link", { name: "Ny anskaffelsesmodel for it-brugerudstyr" }).click();
  await second.getByText("Historik").waitFor();
  await expect.poll(() => second.getByText("Flyttet i tid").count()).toBe(2);
  await other.close();
}

/** The card about an item nobody has spoken of for long: answered in one press. */
export async function unchangedInOnePress(page: Page, host: string): Promise<void> {
  await be(page, host, "ansoeger.teknik", "chat");
  const card = page.locator(".ac-adaptiveCard").filter({ hasText: "Ruteoptimering i Vej og Park" }).last();
  await card.getByRole("button", { name: "Uændret" }).click();
  await page
    .getByText(/Bjarne Hvidtfelt svarede “uændret”/u)
    .first()
    .waitFor();
}

/** A status changed by a manager in SharePoint is seen where the plan stands open; then the status report in both forms. */
export async function statusReports(page: Page, product: Product): Promise<void> {
  const tab = await openTab(page, product.host, "puljesekretariat", "/action-plan/table");
  await editInList(page, tab, product);
  for (const [kind, ending] of [
    ["Hent i Word", ".docx"],
    ["Hent i Excel", ".xlsx"],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      tab.getByRole("button", { name: `Statusrapport: ${kind}` }).click(),
    ]);
    expect(download.suggestedFilename()).toContain(ending);
    expect(await wordsOf(download)).toContain("Ruteoptimering i Vej og Park");
  }
}

async function editInList(page: Page, tab: Frame, { host, sharePoint }: Product): Promise<void> {
  const title = "Fælles forløb fra sygehus til hjem";
  const shown = tab.getByRole("row").filter({ hasText: title });
  await shown.getByText("I gang", { exact: true }).waitFor();
  const list = await page.context().newPage();
  const errors = watchErrors(list);
  const query = new URLSearchParams({ persona: "leder.sundhed", view: "Efter center" });
  await list.goto(`${sharePoint}/sites/fremdrift/Lists/Handlingsplan?${query}`);
  await list.getByRole("button", { name: "Rediger i gittervisning" }).click();
  const row = list.getByRole("row").filter({ hasText: title });
  await row.getByRole("gridcell", { name: "I gang", exact: true }).click();
  await list.getByRole("combobox", { name: "Status" }).selectOption("Gennemført");
  await list.keyboard.press("Enter");
  await row.getByRole("gridcell", { name: "Gennemført", exact: true }).waitFor();
  // The service looks after its rows when its clock has moved.
  const body = JSON.stringify({ advance: "PT1M" });
  expect((await fetch(`${host}/workspace/clock`, { method: "POST", body })).ok).toBe(true);
  await shown.getByText("Gennemført", { exact: true }).waitFor();
  expect(errors).toEqual([]);
  await list.close();
}

function column(tab: Frame, status: string) {
  return tab.getByRole("region", { name: new RegExp(`^${status}: `, "u") });
}
