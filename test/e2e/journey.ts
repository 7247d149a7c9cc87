import type { Frame, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { atTime, type Instant, parsePlainDate, plainDateOf, plusDays } from "#domain/shared/dates.ts";
import { formatDate } from "#domain/shared/format-dates.ts";
import { defaultWorkingDayCalendar, isWorkingDay } from "#domain/shared/working-days.ts";
import { tabFrame } from "./browser.ts";

/** Presses a button until the sign of its effect is there; what somebody does who is told to try again is the hand's. */
export type Hand = (button: Locator, sign: Locator) => Promise<void>;

/** Presses once: what goes wrong is a failure. */
export const once: Hand = async (button, sign) => {
  await button.click();
  await sign.waitFor();
};

/** Opens the host page as a persona; the query is what the page itself keeps in its address. */
export async function be(page: Page, host: string, persona: string, app: "tab" | "chat" | "sharepoint"): Promise<void> {
  await page.goto(`${host}/?persona=${persona}&app=${app}`);
}

/** The tab, open as a persona. */
export async function inTab(page: Page, host: string, persona: string): Promise<Frame> {
  await be(page, host, persona, "tab");
  const frame = await tabFrame(page);
  await frame.getByRole("heading", { level: 1 }).first().waitFor();
  return frame;
}

/** Cards are sent on working days from 07 to 18: presses "Til i morgen kl. 10" until that is so, as the README says. */
export async function toWorkingHours(page: Page, host: string, now: string): Promise<void> {
  await be(page, host, "administrator", "chat");
  await page
    .getByRole("button", { name: /kl\. \d\d\.\d\d/u })
    .first()
    .click();
  for (let date = plainDateOf(parsed(now)); !isWorkingDay(date, defaultWorkingDayCalendar); ) {
    date = plusDays(date, 1);
    await page.getByRole("button", { name: "Til i morgen kl. 10" }).click();
    await page
      .getByText(`${formatDate(date, "da")} kl. 10.`)
      .first()
      .waitFor();
  }
  await page.keyboard.press("Escape");
}

function parsed(local: string): Instant {
  const date = parsePlainDate(local.slice(0, 10));
  if (!date.ok) throw new Error(`no date: ${local}`);
  return atTime(date.value, local.slice(11));
}

/** 1. The team leader finishes the form she has begun and hands it in. Answers the application's number. */
export async function apply(page: Page, host: string, press: Hand = once): Promise<string> {
  const tab = await openDraft(page, host);
  await fillDraft(tab);
  return handIn(tab, press);
}

/** The form the team leader has begun. */
export async function openDraft(page: Page, host: string): Promise<Frame> {
  const tab = await inTab(page, host, "ansoeger.sundhed");
  await tab
    .getByRole("link", { name: "Skriv videre" })
    .or(tab.getByRole("button", { name: "Skriv videre" }))
    .click();
  return tab;
}

/** Hands a form in that is filled. Answers the application's number. */
export async function handIn(tab: Frame, press: Hand = once): Promise<string> {
  await tab.getByRole("button", { name: "Send ansøgning" }).click();
  const receipt = tab.getByText(/Ansøgning \S+ er sendt/u).first();
  await press(tab.getByRole("button", { name: "Send", exact: true }), receipt);
  return /Ansøgning (\S+) er sendt/u.exec(await receipt.innerText())?.[1] ?? "";
}

/** Answers what is missing in the team leader's draft, and waits until it is saved and can be sent. */
export async function fillDraft(tab: Page | Frame): Promise<void> {
  await tab
    .getByLabel("Hvad skal være anderledes bagefter?")
    .fill("Halvdelen af borgerne træner hjemme og er lige så godt genoptrænet efter seks uger.");
  await tab.getByLabel("Beløb, linje 2").fill("17.000,-");
  await tab.getByLabel("Egen finansiering").fill("0");
  await tab.getByLabel("Hvem betaler driften bagefter?").fill("Centret betaler licensen fra andet år.");
  await tab.getByText(/Gemt kl\. /u).waitFor();
  await tab.getByText("Alt er udfyldt. Du kan sende ansøgningen.").waitFor();
}

/** 2. The head approves on the card. */
export async function approve(page: Page, host: string, number: string, press: Hand = once): Promise<void> {
  await be(page, host, "leder.sundhed", "chat");
  const card = cardWith(page, number);
  await press(card.getByRole("button", { name: "Godkend" }), page.getByText(/Godkendt af Karin Thorup/u).first());
}

/** 3. The reviewer gives the one review that is missing, in chat. A wrong input comes back beside its field first. */
export async function review(page: Page, host: string, press: Hand = once): Promise<void> {
  await be(page, host, "oekonomi", "chat");
  await page.getByText("Bedømmelse · 2. runde").first().waitFor();
  for (const code of ["K1", "K2", "K3", "K4", "K5"]) {
    await page
      .getByLabel(new RegExp(`^${code} `, "u"))
      .first()
      .selectOption("4");
  }
  await page.getByLabel("Skal projektet støttes?").first().selectOption({ index: 1 });
  const onward = page.getByRole("button", { name: "Gem og gå videre" }).first();
  await press(onward, page.getByText(/gemt, men ikke afgivet/u).first());
  await page.getByLabel("Samlet begrundelse").first().fill("Enkelt, billigt og med stor glæde for de ældre.");
  await press(onward, page.getByText("Du har bedømt alle ansøgninger. Tak.").first());
}

/** 4. The secretariat puts the ranked list up, with the rest offered to the first that does not fit. */
export async function recommend(page: Page, host: string, press: Hand = once): Promise<void> {
  const tab = await inTab(page, host, "puljesekretariat");
  await tab
    .getByRole("link", { name: "Se prioriteringen" })
    .or(tab.getByRole("button", { name: "Se prioriteringen" }))
    .click();
  await tab.getByText("Alle bedømmelser er afgivet.").waitFor();
  await tab.getByRole("checkbox", { name: /Tilbyd resten/u }).check();
  await tab.getByRole("button", { name: "Indstil", exact: true }).click();
  const confirm = tab.getByRole("dialog").getByRole("button", { name: "Indstil" });
  await press(confirm, tab.getByText(/Indstillet af Rasmus Ellegaard/u).first());
}

/** 5. A packet's decider decides on the card. */
export async function decide(
  page: Page,
  host: string,
  persona: string,
  name: string,
  press: Hand = once,
): Promise<void> {
  await be(page, host, persona, "chat");
  await page.getByRole("button", { name: "Afgør", exact: true }).first().click();
  const grant = page.getByRole("button", { name: /^Afgør: /u }).first();
  await press(grant, page.getByText(new RegExp(`Afgjort af ${name}`, "u")).first());
}

/** 6. The applicant sees the answer; letters leave half a minute after the decision, so that it can be undone. */
export async function answer(page: Page, host: string, persona: string, words: RegExp): Promise<void> {
  const moved = fetch(`${host}/workspace/clock`, { method: "POST", body: JSON.stringify({ advance: "PT1M" }) });
  await be(page, host, persona, "chat");
  await page.getByText(words).first().waitFor();
  await moved;
}

/** 7. The manager finds the row in SharePoint. */
export async function findRow(page: Page, host: string, list: string, text: string): Promise<void> {
  await be(page, host, "leder.sundhed", "sharepoint");
  const pages = page.frameLocator("iframe").last();
  await pages.getByRole("link", { name: "Fremdrift" }).first().click();
  await pages.getByRole("link", { name: list }).first().click();
  await pages.getByText(text).first().waitFor();
}

function cardWith(page: Page, text: string) {
  const card = page.locator(".ac-adaptiveCard").filter({ hasText: text }).first();
  return card;
}

/** Nothing but what is expected stood in the console. */
export function expectNoErrors(errors: readonly string[]): void {
  expect(errors).toEqual([]);
}
