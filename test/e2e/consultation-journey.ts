import type { Frame, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { expectAxeClean } from "./axe-as-it-stands.ts";
import { tabFrame } from "./browser.ts";
import { be } from "./journey.ts";
import { expectFocusKept, tabTo } from "./keyboard.ts";
import { openTab, wordsOf } from "./plan-journey.ts";

const subject = "Ny busplan for skolebusser";
const councils = [
  ["Ældrerådet", "Inger Bjerre, Formand for Ældrerådet"],
  ["Handicaprådet", "Poul Tranholm, Formand for Handicaprådet"],
  ["Ungdomsrådet", "Selma Rask, Formand for Ungdomsrådet"],
] as const;

/** Business time, forward; what is due on the way is done. */
export async function moveClockTo(host: string, now: string): Promise<void> {
  const moved = await fetch(`${host}/workspace/clock`, { method: "POST", body: JSON.stringify({ now }) });
  expect(moved.ok).toBe(true);
}

/** The officer writes and sends it. */
export async function sendConsultation(page: Page, host: string): Promise<void> {
  const tab = await openTab(page, host, "sagsbehandler", "/consultations/new");
  await tab.getByLabel("Emne").fill(subject);
  await tab.getByLabel("Det spørger vi om").fill("Passer de nye tider til jer?");
  for (const [council, person] of councils) {
    await tab.getByRole("checkbox", { name: council, exact: true }).check();
    const own = tab.getByRole("group", { name: /Hvem svarer\?/u }).last();
    await own.getByRole("checkbox", { name: person }).check();
  }
  await tab.getByLabel("Svarfrist").fill("4-12-2026");
  await expectAxeClean(page, tab, "consultation form");
  await tab.getByRole("button", { name: "Gem kladde" }).click();
  await tab.getByRole("heading", { level: 1, name: subject }).waitFor();
  await tab.getByRole("button", { name: "Send høringen" }).click();
  const dialog = tab.getByRole("dialog");
  await dialog.getByText(/3 parter får høringen/u).waitFor();
  await dialog.getByRole("button", { name: "Send", exact: true }).click();
  await tab.getByText("0 af 3 har svaret").first().waitFor();
}

/** One press on the card in the chat. */
export async function noCommentsOnCard(page: Page, host: string): Promise<void> {
  await be(page, host, "raad.handicap", "chat");
  await cardAbout(page, "I er bedt om et høringssvar").getByRole("button", { name: "Ingen bemærkninger" }).click();
  await cardAbout(page, "Høringssvaret er modtaget")
    .getByText(/ingen bemærkninger/u)
    .first()
    .waitFor();
}

/** In the tab, by keys alone. */
export async function answerByKeyboard(page: Page, host: string): Promise<void> {
  const tab = await openTab(page, host, "raad.aeldre", "/consultations");
  await tabTo(page, { name: new RegExp(`^Svar på ${subject}$`, "u"), framed: true });
  await page.keyboard.press("Enter");
  await tab.getByRole("heading", { level: 1, name: subject }).waitFor();
  await expectFocusKept(page, "the consultation opens");
  await tabTo(page, { name: /^Jeres svar/u, framed: true });
  await page.keyboard.type("Tiderne passer ikke til dagcentret.");
  await tabTo(page, { name: /^Send svar$/u, framed: true });
  await page.keyboard.press("Enter");
  await tab.getByText("Tak. Vi har jeres svar.").waitFor();
  await expectFocusKept(page, "the answer is sent");
}

/** The silent council is reminded the day before, and answers from the card when the time is over. */
export async function answerLate(page: Page, host: string): Promise<void> {
  // Both clocks go on while the page is drawn and written in.
  const reminding = moveClockTo(host, "2026-12-03T09:00:00Z");
  await be(page, host, "raad.ungdom", "chat");
  await reminding;
  const reminders = cardAbout(page, "Påmindelse: vi mangler jeres høringssvar");
  await expect.poll(() => reminders.count()).toBe(2);
  const closing = moveClockTo(host, "2026-12-07T09:00:00Z");
  const card = reminders.last();
  await card.getByRole("textbox").fill("Vi vil gerne have en sen bus om fredagen.");
  await closing;
  await card.getByRole("button", { name: "Send svar" }).click();
  await cardAbout(page, "Høringssvaret er modtaget")
    .getByText(/modtaget efter fristen/u)
    .first()
    .waitFor();
}

/** The officer's own cards: a day's answers, and that the time is over, both with the counts as they are now; the way on. */
export async function officersCards(page: Page, host: string): Promise<Frame> {
  await be(page, host, "sagsbehandler", "chat");
  const answers = cardAbout(page, "Høringssvar modtaget").first();
  await answers.getByText(/Nyt svar fra .*Handicaprådet/u).waitFor();
  await answers.getByText("3 af 3 har svaret.").waitFor();
  const closed = cardAbout(page, "Svarfristen for en høring er udløbet");
  await closed.getByText("3 af 3 har svaret.").waitFor();
  await closed.getByText("4. december 2026 kl. 23.59").waitFor();
  await closed.getByText("Åbn høringen").click();
  const tab = await tabFrame(page);
  await tab.getByRole("heading", { level: 1, name: subject }).waitFor();
  return tab;
}

/** The cockpit counts three of three, one of them late; the report is fetched with all of them in it. */
export async function closeConsultation(page: Page, tab: Frame): Promise<void> {
  await tab.getByText("3 af 3 har svaret").first().waitFor();
  await tab.getByRole("button", { name: "Tag svaret med" }).click();
  await tab.getByText("Svaret kom efter fristen og er taget med.").waitFor();
  await expectAxeClean(page, tab, "cockpit");
  const comments = [
    await comment(tab, "Tiderne passer ikke til dagcentret.", "Tiderne ses efter."),
    await comment(tab, "Vi vil gerne have en sen bus om fredagen.", "Taget til efterretning."),
  ];
  for (const field of comments) await field.getByText(/^Gemt /u).waitFor();
  await tab.getByRole("button", { name: "Høringsnotat" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    tab.getByRole("dialog").getByRole("button", { name: "Hent høringsnotat (Word)" }).click(),
  ]);
  expect(download.suggestedFilename()).toContain(".docx");
  const words = await wordsOf(download);
  for (const wanted of [
    ...councils.map(([council]) => council),
    "Tiderne passer ikke til dagcentret.",
    "Vi vil gerne have en sen bus om fredagen.",
    "Tiderne ses efter.",
  ]) {
    expect(words).toContain(wanted);
  }
  await tab.getByRole("dialog").getByRole("button", { name: "Luk" }).click();
  await tab.getByRole("button", { name: "Afslut høringen" }).click();
  await tab.getByRole("dialog").getByRole("button", { name: "Afslut", exact: true }).click();
  await tab.getByText("Behandlet", { exact: true }).first().waitFor();
}

/** Writes a comment, which saves itself. Answers its field. */
async function comment(tab: Frame, answer: string, text: string): Promise<Locator> {
  const field = tab
    .getByRole("listitem")
    .filter({ hasText: answer })
    .getByRole("group", { name: "Administrationens kommentar" });
  await field.getByLabel("Kommentar", { exact: false }).last().fill(text);
  await field.getByRole("radio", { name: "Nej" }).check();
  return field;
}

function cardAbout(page: Page, heading: string) {
  return page.locator(".ac-adaptiveCard").filter({ hasText: subject }).filter({ hasText: heading });
}
