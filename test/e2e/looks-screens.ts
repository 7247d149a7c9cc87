import type { Frame, Page } from "playwright-core";
import { projectionLists } from "#sharepoint/lists/all-lists.ts";
import { openApplicationList } from "#sharepoint/lists/open-lists.ts";
import { poolCaseText } from "#test/builders/case-texts.ts";
import { be } from "./journey.ts";
import type { Look } from "./looks-camera.ts";
import { onConsultation, onOwn, onPool, onRound, onTask } from "./looks-places.ts";

type Screen = Page | Frame;

const tab = (name: string, persona: string, ready: string | RegExp, more: Partial<Look> = {}): Look => ({
  name,
  persona,
  app: "tab",
  ready,
  ...more,
});
const chat = (name: string, persona: string, ready: string | RegExp, more: Partial<Look> = {}): Look => ({
  ...tab(name, persona, ready, more),
  app: "chat",
});
const sharePoint = (name: string, route: string, ready: string | RegExp, more: Partial<Look> = {}): Look => ({
  ...tab(name, "leder.sundhed", ready, more),
  app: "sharepoint",
  route: () => route,
});

/** A form with every kind of mark: missing, not a number, lines that do not add up. */
async function showProblems(screen: Screen): Promise<void> {
  await screen.getByLabel("Egen finansiering").fill("1.5");
  await screen.getByLabel("Beløb, linje 2").fill("mange");
  await screen.getByRole("button", { name: "Send ansøgning" }).click();
  await screen.getByText("Ret eller udfyld det, der er markeret, før du sender.").waitFor();
}

/** The newest card answered in full but for a remark and the reason, so that it comes back with what is wrong. */
async function answerWrongly(screen: Screen): Promise<void> {
  for (const [code, point] of Object.entries({ K1: "1", K2: "4", K3: "4", K4: "3", K5: "4" })) {
    await screen
      .getByLabel(new RegExp(`^${code} `, "u"))
      .last()
      .selectOption(point);
  }
  await screen.getByRole("button", { name: "Gem og gå videre" }).last().click();
  await screen
    .getByText(/Bedømmelsen er gemt, men ikke afgivet/u)
    .first()
    .waitFor();
}

/** The same card answered in full, whatever it showed before. */
export async function giveLastReview(page: Page, host: string): Promise<void> {
  await be(page, host, "oekonomi", "chat");
  for (const code of ["K1", "K2", "K3", "K4", "K5"]) {
    await page
      .getByLabel(new RegExp(`^${code} `, "u"))
      .last()
      .selectOption("4");
  }
  await page.getByLabel("Skal projektet støttes?").last().selectOption({ index: 1 });
  await page.getByLabel("Samlet begrundelse").last().fill("Enkelt, billigt og med stor glæde for de ældre.");
  await page.getByRole("button", { name: "Gem og gå videre" }).last().click();
  await page.getByText("Du har bedømt alle ansøgninger. Tak.").first().waitFor();
}

/** The first item of the plan, from its table. */
export async function openPlanItem(screen: Screen): Promise<void> {
  await screen.getByRole("table").getByRole("link").first().click();
  await screen.getByText("Historik").waitFor();
}

/** The first case of the list. */
async function openCase(screen: Screen): Promise<void> {
  await screen.getByRole("table").getByRole("link").first().click();
  await screen.getByText("Sagsgang").first().waitFor();
}

/** A pasted case beside what was read of it. */
async function readCaseIn(screen: Screen): Promise<void> {
  await screen.getByLabel("Sagens tekst").fill(poolCaseText);
  await screen.getByRole("button", { name: "Læs teksten" }).click();
  await screen.getByRole("region", { name: "Pulje", exact: true }).waitFor();
}

/** As the product stands after its first start. */
export const firstLooks: readonly Look[] = [
  tab("overview-team-leader", "ansoeger.sundhed", "Mine ansøgninger", { prints: true }),
  tab("overview-secretariat", "puljesekretariat", "Puljer"),
  tab("overview-reviewer", "oekonomi", "Bedøm ansøgningerne i 2. runde 2026"),
  tab("overview-chair", "formand.dsg", "Puljer"),
  tab("round-open", "ansoeger.sundhed", "Om runden", { route: onRound("ansoeger.sundhed", "N26") }),
  tab("round-under-review", "puljesekretariat", "Om runden", { route: onRound("puljesekretariat", "B26") }),
  tab("pool", "puljesekretariat", "Formål", { route: onPool("puljesekretariat", /^PULJE/u) }),
  tab("pool-new", "puljesekretariat", "Opret puljen", { route: () => "/pools/new", brief: true }),
  tab("apply", "ansoeger.sundhed", "Kontrol", { route: onOwn("ansoeger.sundhed", /^N26/u) }),
  tab("application-decided", "ansoeger.sundhed", "Forløb", { route: onOwn("ansoeger.sundhed", /^A26/u), prints: true }),
  tab("review", "oekonomi", "Din bedømmelse", { route: onRound("oekonomi", "B26", "/reviews") }),
  tab("review-compare", "oekonomi", "Din bedømmelse", {
    route: onRound("oekonomi", "B26", "/reviews"),
    prepare: async (screen) => {
      await screen.getByRole("button", { name: "Sammenlign" }).click();
      await screen.getByRole("table", { name: "To ansøgninger ved siden af hinanden" }).waitFor();
    },
  }),
  tab("ranking-incomplete", "puljesekretariat", "Pengene i runden", {
    route: onRound("puljesekretariat", "B26", "/ranking"),
  }),
  tab("notices", "leder.sundhed", "Hvad vil du have besked om?", { route: () => "/notices" }),
  tab("deliveries", "puljesekretariat", "Hvem venter på hvem", { route: () => "/notices/deliveries" }),
  tab("consultations", "sagsbehandler", "Ny høring", { route: () => "/consultations" }),
  tab("consultation", "sagsbehandler", "Høringsparter", { route: onConsultation("sagsbehandler") }),
  tab("consultation-form", "sagsbehandler", "Hvem skal høres?", { route: () => "/consultations/new" }),
  tab("consultation-answer", "raad.ungdom", "Jeres svar", { route: onConsultation("raad.ungdom") }),
  tab("action-plan", "puljesekretariat", "Kun mine", { route: () => "/action-plan/table" }),
  tab("action-plan-board", "puljesekretariat", "Flyt", { route: () => "/action-plan/board" }),
  tab("action-plan-timeline", "puljesekretariat", /^Gå til en bjælke/u, { route: () => "/action-plan/timeline" }),
  tab("action-plan-new", "leder.sundhed", "Tilføj milepæl", { route: () => "/action-plan/new" }),
  tab("action-plan-programme", "ansoeger.sundhed", "Fakta", { route: () => "/action-plan/programme" }),
  tab("action-item", "puljesekretariat", "Kun mine", {
    route: () => "/action-plan/table",
    prepare: openPlanItem,
    prints: true,
  }),
  tab("needs", "ansoeger.sundhed", "Mine behov", { route: () => "/needs" }),
  tab("needs-to-answer", "leder.sundhed", /^Andre behov|^Alle centres behov/u, { route: () => "/needs" }),
  tab("cases", "sagsbehandler", "Opret sag", { route: () => "/cases" }),
  tab("case", "sagsbehandler", "Opret sag", { route: () => "/cases", prepare: openCase }),
  tab("case-read-in", "puljesekretariat", "Sagens tekst", {
    route: () => "/cases/from-text",
    prepare: readCaseIn,
  }),
  tab("action-plan-programme-form", "puljesekretariat", "Tilføj fokusområde", {
    route: () => "/action-plan/programme/new",
  }),
  tab("administration", "administrator", "Lister", { route: () => "/administration" }),
  tab("no-access", "ansoeger.sundhed", /du har ikke adgang/u, {
    refused: true,
    route: onRound("ansoeger.sundhed", "B26", "/ranking"),
  }),
  tab("not-found", "oekonomi", "Siden findes ikke", { route: () => "/findes-ikke" }),
  chat("chat-welcome", "ansoeger.sundhed", "Velkommen til Fremdrift"),
  chat("chat-review-card", "oekonomi", "Samlet begrundelse"),
];

/** What leaves something behind for the next look, so that they are taken one after the other. */
export const stirringLooks: readonly Look[] = [
  tab("apply-problems", "ansoeger.sundhed", "Kontrol", {
    route: onOwn("ansoeger.sundhed", /^N26/u),
    prepare: showProblems,
    spent: true,
  }),
  chat("chat-review-card-errors", "oekonomi", "Samlet begrundelse", { prepare: answerWrongly }),
];

/** SharePoint's pages: every view of every list. */
export const sharePointLooks: readonly Look[] = [
  sharePoint("sharepoint-home", "/", "Fjordkøbing Kommune"),
  sharePoint("sharepoint-site", "/sites/fremdrift", "Ansøgninger"),
  sharePoint("sharepoint-no-access", "/sites/sagsrum", "Du har ikke adgang", { refused: true }),
  ...Object.values(projectionLists).flatMap(({ name, title, views }) =>
    views.map((view) =>
      sharePoint(
        `sharepoint-${name}-${view.name.toLowerCase().replaceAll(/[^a-zæøå]+/gu, "-")}`,
        `/sites/fremdrift/Lists/${name}?view=${encodeURIComponent(view.name)}`,
        title,
        { prepare: rowsHaveCome },
      ),
    ),
  ),
  sharePoint("sharepoint-item", `/sites/fremdrift/Lists/${openApplicationList.name}`, "It-hjælpecafé for ældre", {
    prepare: openItem,
  }),
];

async function rowsHaveCome(screen: Screen): Promise<void> {
  await screen
    .getByText(/elementer$|Listen er tom\.|Ingen elementer/u)
    .first()
    .waitFor();
}

async function openItem(screen: Screen): Promise<void> {
  await screen
    .getByText(/^It-hjælpecafé for ældre/u)
    .first()
    .click();
  await screen
    .getByText(/^Ændret /u)
    .first()
    .waitFor();
}

/** Once the team leader has sent her application. */
export const approvalLooks: readonly Look[] = [
  tab("application-own-sent", "ansoeger.sundhed", "Forløb", { route: onOwn("ansoeger.sundhed", /^N26/u) }),
  tab("application-as-head", "leder.sundhed", "Godkend", { route: onTask("leder.sundhed") }),
  chat("chat-approval-card", "leder.sundhed", "En ansøgning venter på din godkendelse"),
  tab("two-people", "ansoeger.sundhed", "Forløb", {
    route: onOwn("ansoeger.sundhed", /^N26/u),
    beside: { persona: "leder.sundhed", app: "chat", ready: "En ansøgning venter på din godkendelse" },
    window: true,
  }),
];

/** Once the last review is given. */
export const completeLooks: readonly Look[] = [
  chat("chat-review-list", "oekonomi", "Du har bedømt alle ansøgninger. Tak."),
  tab("ranking-complete", "puljesekretariat", "Alle bedømmelser er afgivet.", {
    route: onRound("puljesekretariat", "B26", "/ranking"),
  }),
];

/** Once the list is recommended. */
export const recommendedLooks: readonly Look[] = [
  tab("ranking-recommended", "puljesekretariat", /Indstillet af Rasmus Ellegaard/u, {
    route: onRound("puljesekretariat", "B26", "/ranking"),
  }),
  tab("decision", "formand.dsg", "Afgørelse", { route: onRound("formand.dsg", "B26", "/ranking") }),
  chat("chat-decision-card", "formand.dsg", /B26-04 · Digital booking af haller/u, {
    prepare: (screen) => screen.getByRole("button", { name: "Afgør", exact: true }).first().click(),
  }),
];

/** While the deputy can still take her decision back. */
export const undoLook = tab("ranking-undo", "naestformand.dsg", /^Fortryd afgørelsen/u, {
  route: onRound("naestformand.dsg", "B26", "/ranking"),
});

/** Once chair and deputy have decided. */
export const decidedLooks: readonly Look[] = [
  chat("chat-decided-card", "formand.dsg", /Afgjort af Birgitte Holmslund/u),
  chat("chat-outcome-award", "ansoeger.bibliotek", /It-hjælpecafé for ældre/u),
  chat("chat-outcome-partial", "ansoeger.digitalisering", /Chatbot-pilot/u),
  tab("application-partial-award", "ansoeger.digitalisering", "Forløb", {
    route: onOwn("ansoeger.digitalisering", /^B26/u),
  }),
  tab("ranking-decided", "puljesekretariat", "Pengene i runden", {
    route: onRound("puljesekretariat", "B26", "/ranking"),
  }),
];
