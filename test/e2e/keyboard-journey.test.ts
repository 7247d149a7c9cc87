import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, tabFrame, watchErrors } from "./browser.ts";
import { be, expectNoErrors } from "./journey.ts";
import { expectFocusInDialog, expectFocusKept, focusOf, tabTo, typeOver } from "./keyboard.ts";
import { type Product, startProduct } from "./product.ts";

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct({ FREMDRIFT_NOW: "2026-11-25T10:00" });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test("the journey goes by keyboard alone, and the focus is always somewhere and always to be seen", async () => {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 900 },
    locale: "da-DK",
    reducedMotion: "reduce",
  });
  const errors = watchErrors(page);
  const number = await apply(page);
  expect(number).toMatch(/^N26-\d\d$/u);
  await approve(page, number);
  await review(page);
  await recommend(page);
  await decide(page, "formand.dsg", "Birgitte Holmslund");
  await decide(page, "naestformand.dsg", "Torben Lindegaard");
  await letAnHourPass(page);
  await answer(page);
  await findRow(page, number);
  expectNoErrors(errors);
});

/** The tab, open as a persona; the keyboard is still outside. */
async function inTab(page: Page, persona: string): Promise<Frame> {
  await be(page, product.host, persona, "tab");
  const tab = await tabFrame(page);
  await tab.getByRole("heading", { level: 1 }).first().waitFor();
  return tab;
}

async function press(page: Page, key = "Enter"): Promise<void> {
  await page.keyboard.press(key);
}

async function apply(page: Page): Promise<string> {
  const tab = await inTab(page, "ansoeger.sundhed");
  await tabTo(page, { name: /^Skriv videre$/u });
  await press(page);
  await tab.getByLabel("Hvad skal være anderledes bagefter?").waitFor();
  await expectFocusKept(page, "the form opens");
  await tabTo(page, { name: /^Hvad skal være anderledes bagefter\?/u });
  await typeOver(page, "Halvdelen af borgerne træner hjemme.");
  await tabTo(page, { name: /^Beløb, linje 2/u });
  await typeOver(page, "17.000,-");
  await tabTo(page, { name: /^Egen finansiering/u });
  await typeOver(page, "0");
  await tabTo(page, { name: /^Hvem betaler driften bagefter\?/u });
  await typeOver(page, "Centret betaler licensen fra andet år.");
  await tab.getByText("Alt er udfyldt. Du kan sende ansøgningen.").waitFor();
  await tabTo(page, { name: /^Send ansøgning$/u });
  await press(page);
  await tab.getByRole("dialog").waitFor();
  await expectFocusInDialog(page);
  await press(page, "Escape");
  await tab.getByRole("dialog").waitFor({ state: "detached" });
  await expectFocusKept(page, "the dialog is closed without sending");
  expect((await focusOf(page)).name).toBe("Send ansøgning");
  await press(page);
  await expectFocusInDialog(page);
  await tabTo(page, { name: /^Send$/u });
  await press(page);
  const receipt = tab.getByText(/Ansøgning \S+ er sendt/u).first();
  await receipt.waitFor();
  await expectFocusKept(page, "the application is sent");
  return /Ansøgning (\S+) er sendt/u.exec(await receipt.innerText())?.[1] ?? "";
}

async function approve(page: Page, number: string): Promise<void> {
  await be(page, product.host, "leder.sundhed", "chat");
  await page.locator(".ac-adaptiveCard").filter({ hasText: number }).first().waitFor();
  await tabTo(page, { name: /^Godkend$/u, card: number });
  await press(page);
  await page
    .getByText(/Godkendt af Karin Thorup/u)
    .first()
    .waitFor();
  await expectFocusKept(page, "the approved card comes instead");
}

async function review(page: Page): Promise<void> {
  await be(page, product.host, "oekonomi", "chat");
  await page.getByText("Bedømmelse · 2. runde").first().waitFor();
  for (const code of ["K1", "K2", "K3", "K4", "K5"]) {
    await tabTo(page, { name: new RegExp(`^${code} `, "u") });
    await page.keyboard.type("4");
  }
  await tabTo(page, { name: /^Skal projektet støttes\?/u });
  await press(page, "ArrowDown");
  await tabTo(page, { name: /^Gem og gå videre$/u });
  await press(page);
  await page
    .getByText(/gemt, men ikke afgivet/u)
    .first()
    .waitFor();
  await expectFocusKept(page, "the card comes back with what is missing");
  await tabTo(page, { name: /^Samlet begrundelse/u });
  await typeOver(page, "Enkelt, billigt og med stor glæde for de ældre.");
  await tabTo(page, { name: /^Gem og gå videre$/u });
  await press(page);
  await page.getByText("Du har bedømt alle ansøgninger. Tak.").first().waitFor();
  await expectFocusKept(page, "the last review is given");
}

async function recommend(page: Page): Promise<void> {
  const tab = await inTab(page, "puljesekretariat");
  await tabTo(page, { name: /^Se prioriteringen$/u });
  await press(page);
  await tab.getByText("Alle bedømmelser er afgivet.").waitFor();
  await expectFocusKept(page, "the ranked list opens");
  await tabTo(page, { name: /^Tilbyd resten/u });
  await press(page, "Space");
  await tabTo(page, { name: /^Indstil$/u });
  await press(page);
  await tab.getByRole("dialog").waitFor();
  await expectFocusInDialog(page);
  await tabTo(page, { name: /^Indstil$/u });
  await press(page);
  await tab
    .getByText(/Indstillet af Rasmus Ellegaard/u)
    .first()
    .waitFor();
  await expectFocusKept(page, "the list is recommended and its button is gone");
}

async function decide(page: Page, persona: string, name: string): Promise<void> {
  await be(page, product.host, persona, "chat");
  await page.getByRole("button", { name: "Afgør", exact: true }).first().waitFor();
  await tabTo(page, { name: /^Afgør$/u });
  await press(page);
  const grant = /^Afgør: /u;
  await page.getByRole("button", { name: grant }).first().waitFor();
  await expectFocusKept(page, "the panel of the card opens");
  await tabTo(page, { name: grant });
  await press(page);
  await page
    .getByText(new RegExp(`Afgjort af ${name}`, "u"))
    .first()
    .waitFor();
  await expectFocusKept(page, "the decided card comes instead");
}

/** Letters wait half a minute, so that a decision can be undone. */
async function letAnHourPass(page: Page): Promise<void> {
  await tabTo(page, { name: /^Ur: /u, back: true });
  await press(page);
  await page.getByRole("button", { name: "+1 time" }).waitFor();
  await expectFocusKept(page, "the clock opens");
  await tabTo(page, { name: /^\+1 time$/u });
  await press(page);
  await page
    .getByText(/kl\. 11\.\d\d/u)
    .first()
    .waitFor();
  await press(page, "Escape");
  await page.getByRole("button", { name: "+1 time" }).waitFor({ state: "detached" });
  expect((await focusOf(page)).name).toMatch(/^Ur: /u);
}

async function answer(page: Page): Promise<void> {
  await be(page, product.host, "ansoeger.digitalisering", "chat");
  const accept = /^Tag imod/u;
  await page.getByRole("button", { name: accept }).first().waitFor();
  await tabTo(page, { name: accept });
  await press(page);
  await page.getByRole("button", { name: accept }).first().waitFor({ state: "detached" });
  await expectFocusKept(page, "the answered card comes instead");
}

async function findRow(page: Page, number: string): Promise<void> {
  await be(page, product.host, "leder.sundhed", "sharepoint");
  const pages = page.frameLocator("iframe").last();
  for (const link of ["Fremdrift", "Ansøgninger i overblik"]) {
    await pages.getByRole("link", { name: link }).first().waitFor();
    await tabTo(page, { name: new RegExp(`^${link}`, "u"), framed: true });
    await press(page);
  }
  await pages.getByText(number).first().waitFor();
  // A document of its own begins at its top, but in the frame: the keyboard is not thrown back into the host.
  expect((await focusOf(page)).frame).not.toBe(page.mainFrame());
}
