import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { expectAxeClean } from "./axe-as-it-stands.ts";
import { expectFocusKept, tabTo, typeOver } from "./keyboard.ts";
import { axeFaults, options, pictureAsItStands } from "./looks-camera.ts";
import { openTab, wordsOf } from "./plan-journey.ts";

const name = "Pulje til digital tryghed";
const text = `

Anlægsbevilling - ${name}

26/5310 Åben Sag

Sagsgang

ØK, KB

Sagsfremstilling

Med budgettet for 2026-2029 blev der afsat 600.000 kr. til puljen i 2026. Puljen har til formål at gøre hverdagen tryggere for borgere, der bor alene.

Puljen er øremærket kommunens egne afdelinger, og den deles i to runder. I foråret 2027 kan der søges om 300.000 kr. I efteråret 2027 kan der søges om de sidste 300.000 kr.

Økonomiske konsekvenser

Der er på investeringsoversigten i 2026 afsat 0,6 mio. kr. til formålet.

Indstilling

Chefen for Borgerservice, It og Digitalisering indstiller, at der gives anlægsbevilling på 0,6 mio. kr. i 2026.

Beslutning i Økonomiudvalget den 10-11-2026

Tiltrådt.

Bilag:
`;

/**
 * 000-02 and 000-03 from a pasted text: the secretariat adds what no case says, one press makes case and pool, and only the
 * council's decision, recorded by keyboard, releases it; then a round is opened.
 */
export async function poolFromText(page: Page, host: string): Promise<void> {
  const tab = await openTab(page, host, "puljesekretariat", "/cases/from-text");
  await readIn(page, tab);
  await tab.getByRole("link", { name, exact: true }).click();
  await tab.getByText("Puljen er ikke frigivet.").waitFor();
  await tab.getByText(/Bevillingssagen venter på Kommunalbestyrelsen\./u).waitFor();
  await expectAxeClean(page, tab, "pool that is not released");
  await tab.getByRole("link", { name: "Se bevillingssagen" }).click();
  await decideByKeyboard(page, tab);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    tab.getByRole("button", { name: "Hent som Word-fil" }).click(),
  ]);
  const words = await wordsOf(download);
  for (const wanted of [name, "26/5310", "Tiltrådt.", "Godkendt."]) expect(words).toContain(wanted);
  await tab.getByRole("link", { name, exact: true }).click();
  await tab.getByText("Frigivet", { exact: true }).waitFor();
  await openRound(page, tab);
}

/** What the text says is there; its number, its project and how it is judged are the person's. */
async function readIn(page: Page, tab: Frame): Promise<void> {
  await tab.getByLabel("Sagens tekst").fill(text);
  await tab.getByRole("button", { name: "Læs teksten" }).click();
  const pool = tab.getByRole("region", { name: "Pulje", exact: true });
  expect(await pool.getByRole("textbox", { name: "Puljens navn" }).inputValue()).toBe(name);
  expect(await pool.getByRole("textbox", { name: "Beløb" }).inputValue()).toMatch(/^600\.000\skr\.$/u);
  expect(await pool.getByRole("textbox", { name: "Puljens nummer" }).inputValue()).toBe("");
  await pool.getByRole("textbox", { name: "Puljens nummer" }).fill("TRYG-2026");
  await pool.getByRole("textbox", { name: "Projekt på investeringsoversigten" }).fill("Digital tryghed");
  await pool.getByRole("combobox", { name: "Kriterier og vægte som i" }).selectOption({ index: 1 });
  await pool.getByText(/^Mindst 3 bedømmere/u).waitFor();
  await expectAxeClean(page, tab, "case read in");
  await tab.getByRole("button", { name: "Opret", exact: true }).click();
  await tab.getByRole("heading", { level: 1, name: `Anlægsbevilling - ${name}` }).waitFor();
}

/** The council's own words, and what they mean as proposed. */
async function decideByKeyboard(page: Page, tab: Frame): Promise<void> {
  await tab.getByText(/ikke frigivet endnu/u).waitFor();
  await tabTo(page, { name: /^Før beslutning ind$/u, framed: true });
  await page.keyboard.press("Enter");
  await tabTo(page, { name: /^Mødets dato/u, framed: true });
  await typeOver(page, "24-11-2026");
  await tabTo(page, { name: /^Ordene fra referatet/u, framed: true });
  await page.keyboard.type("Godkendt.");
  await tabTo(page, { name: /^Før ind$/u, framed: true });
  await page.keyboard.press("Enter");
  await tab.getByText(/: 600\.000\skr\., frigivet$/u).waitFor();
  await expectFocusKept(page, "the decision is recorded");
}

async function openRound(page: Page, tab: Frame): Promise<void> {
  await tab.getByRole("button", { name: "Åbn en runde" }).click();
  const dialog = tab.getByRole("dialog", { name: "Åbn en runde" });
  await dialog.getByText(/^Der er 600\.000\skr\. af bevillingen/u).waitFor();
  const typed = {
    "Rundens navn": "Digital tryghed, forår 2027",
    Kode: "TF27",
    Ramme: "300.000 kr.",
    Åbner: "1-3-2027",
    Ansøgningsfrist: "31-3-2027",
    "Bedømmes senest": "20-4-2027",
    Afgørelse: "27-4-2027",
  };
  for (const [label, value] of Object.entries(typed)) await dialog.getByLabel(label).fill(value);
  expect(await axeFaults(page, tab, options)).toEqual([]);
  await pictureAsItStands(page, tab, "dialog-round");
  await dialog.getByRole("button", { name: "Vælg andre" }).click();
  await dialog.getByRole("combobox", { name: "Suppleant" }).selectOption({ label: "Ingen" });
  expect(await axeFaults(page, tab, options)).toEqual([]);
  await pictureAsItStands(page, tab, "dialog-round-people");
  await dialog.getByRole("button", { name: "Åbn runden" }).click();
  await tab.getByRole("link", { name: "Digital tryghed, forår 2027" }).waitFor();
}
