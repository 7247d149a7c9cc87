import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { fillDraft } from "./journey.ts";
import type { Look } from "./looks-camera.ts";
import { caseTitle, onConsultation, onDraft, onOwn, onRound, onSent, onTask } from "./looks-places.ts";
import { openPlanItem } from "./looks-screens.ts";

type Screen = Page | Frame;

/** What asks before it acts, over the page it was opened from. */
const dialog = (name: string, persona: string, ready: string | RegExp, more: Partial<Look> = {}): Look => ({
  name: `dialog-${name}`,
  persona,
  app: "tab",
  ready,
  window: true,
  ...more,
});

/** Presses the button and waits for the dialog; with `again` also presses the dialog's own button, so that it says what is missing. */
const asking =
  (button: string, again?: string, missing: string | RegExp = /^Skriv/u) =>
  async (screen: Screen) => {
    await screen.getByRole("button", { name: button, exact: true }).first().click();
    const opened = screen.getByRole("dialog");
    await opened.waitFor();
    if (again === undefined) return;
    await opened.getByRole("button", { name: again, exact: true }).click();
    await opened.getByText(missing).first().waitFor();
  };

/** The same, where the dialog's own fields come with an answer. */
const askingFor = (button: string, field: string) => async (screen: Screen) => {
  await asking(button)(screen);
  await screen.getByRole("dialog").getByLabel(field).first().waitFor();
};

/** Teams' own dialog, over the tab. */
async function share(screen: Screen): Promise<void> {
  await screen.getByRole("button", { name: "Del link" }).click();
  const page = "page" in screen ? screen.page() : screen;
  await page.getByRole("dialog", { name: "Del et link" }).waitFor();
}

async function complete(screen: Screen): Promise<void> {
  await fillDraft(screen);
  await asking("Send ansøgning")(screen);
  await expect.poll(() => screen.getByRole("dialog").innerText()).toContain("Karin Thorup");
}

const b26 = (user: string, page: string) => ({ route: onRound(user, "B26", page) });

/** A case from the list of cases, the programme's own where none is named. */
const inCase =
  (prepare: (screen: Screen) => Promise<void>, title = "Digitalisering med fokus") =>
  async (screen: Screen) => {
    await screen
      .getByRole("link", { name: new RegExp(`^${title}`, "u") })
      .first()
      .click();
    await screen.getByRole("heading", { name: "Sagsgang" }).waitFor();
    await prepare(screen);
  };

/** The first item of the plan. */
const inItem = (prepare: (screen: Screen) => Promise<void>) => async (screen: Screen) => {
  await openPlanItem(screen);
  await prepare(screen);
};

/** A card of the board that is to be put on hold, without saying why. */
async function putOnHold(screen: Screen): Promise<void> {
  const running = screen.getByRole("region", { name: /^I gang: /u });
  await running
    .getByRole("button", { name: /^Flyt ”/u })
    .first()
    .click();
  await asking("Flyt til På hold", "Flyt til På hold")(screen);
}

/** A bar's dates, by its Enter key. */
async function openDates(screen: Screen): Promise<void> {
  await screen.getByRole("button", { name: /^Robotautomatisering af ti arbejdsgange: /u }).press("Enter");
  await screen.getByRole("dialog").waitFor();
}

/** A light worse than the facts, which asks why. */
async function chooseLight(screen: Screen): Promise<void> {
  await screen.getByRole("combobox", { name: "Trafiklys" }).selectOption("red");
  await screen.getByRole("textbox", { name: "Hvorfor?" }).waitFor();
}

/** A party that has written, and says that it has nothing to say. */
async function withoutComments(screen: Screen): Promise<void> {
  await screen.getByRole("textbox", { name: /^Jeres svar/u }).fill("Vi vil gerne med ind over fokusområde 2.");
  await asking("Vi har ingen bemærkninger")(screen);
}

/** The workspace's own guide, beside the tab. It stays open in this window, so it comes last. */
async function openGuide(screen: Screen): Promise<void> {
  const page = "page" in screen ? screen.page() : screen;
  await page.getByRole("button", { name: "Guide" }).click();
  await page.getByRole("complementary", { name: "Guide" }).waitFor();
}

const onCases = { route: () => "/cases" };
const onNeeds = { route: () => "/needs" };
const othersNeeds = /^Andre behov|^Alle centres behov/u;

/** The search over the page, with what it finds. */
async function search(screen: Screen): Promise<void> {
  await screen.getByRole("button", { name: /^Søg\s+Ctrl/u }).click();
  await screen.getByRole("combobox", { name: "Søg eller gå til" }).fill("sundhed");
  await screen
    .getByRole("option", { name: /Ansøgning$/u })
    .first()
    .waitFor();
}

/** All shortcuts, from the search. */
async function shortcuts(screen: Screen): Promise<void> {
  await screen.getByRole("button", { name: /^Søg\s+Ctrl/u }).click();
  await screen.getByRole("option", { name: /^Genveje/u }).click();
  await screen.getByRole("dialog", { name: "Genveje" }).waitFor();
}

/** As the demo begins. */
export const firstDialogs: readonly Look[] = [
  dialog("recuse", "oekonomi", "Din bedømmelse", {
    ...b26("oekonomi", "/reviews"),
    prepare: asking("Erklær inhabil", "Erklær inhabil"),
  }),
  dialog("discard", "ansoeger.sundhed", "Kontrol", {
    route: onOwn("ansoeger.sundhed", /^N26/u),
    prepare: asking("Slet kladde"),
  }),
  dialog("share", "ansoeger.sundhed", "Forløb", {
    route: onOwn("ansoeger.sundhed", /^A26/u),
    prepare: share,
    anew: true,
  }),
  dialog("search", "puljesekretariat", "Puljer", { prepare: search, spent: true }),
  dialog("shortcuts", "oekonomi", "Puljer", { prepare: shortcuts, spent: true }),
  dialog("need-edit", "leder.sundhed", othersNeeds, { ...onNeeds, prepare: asking("Ret") }),
  dialog("need-application", "leder.sundhed", othersNeeds, {
    ...onNeeds,
    prepare: askingFor("Gør til ansøgning", "Hvem skriver den?"),
  }),
  dialog("need-item", "leder.sundhed", othersNeeds, {
    ...onNeeds,
    prepare: askingFor("Gør til indsats", "Indsatsens titel"),
  }),
  dialog("need-close", "leder.sundhed", othersNeeds, { ...onNeeds, prepare: asking("Luk med et svar") }),
  dialog("case-new", "sagsbehandler", "Opret sag", {
    ...onCases,
    prepare: asking("Opret sag", "Opret sag", "Skal udfyldes"),
  }),
  dialog("case-edit", "sagsbehandler", "Opret sag", { ...onCases, prepare: inCase(asking("Ret sagen")), brief: true }),
  dialog("case-route", "sagsbehandler", "Opret sag", { ...onCases, prepare: inCase(asking("Læg sagsgang")) }),
  dialog("case-end", "sagsbehandler", "Opret sag", {
    ...onCases,
    prepare: inCase(asking("Afslut høringen")),
    brief: true,
  }),
  dialog("consultation-register", "sagsbehandler", "Høringsparter", {
    route: onConsultation("sagsbehandler"),
    prepare: asking("Registrér svar fra Ungdomsrådet", "Gem svaret"),
  }),
  dialog("consultation-note", "sagsbehandler", "Høringsparter", {
    route: onConsultation("sagsbehandler"),
    prepare: async (screen) => {
      await asking("Høringsnotat")(screen);
      await screen.getByRole("dialog").getByRole("article").waitFor();
    },
  }),
  dialog("item-edit", "puljesekretariat", "Kun mine", {
    route: () => "/action-plan/table",
    prepare: inItem(askingFor("Ret", "Titel")),
  }),
  dialog("item-on-hold", "puljesekretariat", "Flyt", { route: () => "/action-plan/board", prepare: putOnHold }),
  dialog("item-period", "puljesekretariat", /^Gå til en bjælke/u, {
    route: () => "/action-plan/timeline",
    prepare: openDates,
  }),
];

/** Leave something typed or written behind. */
export const spentDialogs: readonly Look[] = [
  dialog("send", "ansoeger.sundhed", "Kontrol", {
    route: onOwn("ansoeger.sundhed", /^N26/u),
    prepare: complete,
    spent: true,
  }),
  dialog("no-comments", "raad.ungdom", "Jeres svar", {
    route: onConsultation("raad.ungdom"),
    prepare: withoutComments,
    spent: true,
  }),
  dialog("item-light", "puljesekretariat", "Kun mine", {
    route: () => "/action-plan/table",
    prepare: inItem(chooseLight),
    window: false,
    spent: true,
  }),
];

/** Once the team leader has sent her application. */
export const approvalDialogs: readonly Look[] = [
  dialog("withdraw", "ansoeger.sundhed", "Forløb", {
    route: onOwn("ansoeger.sundhed", /^N26/u),
    prepare: asking("Træk tilbage"),
  }),
  dialog("approve", "leder.sundhed", "Godkend", { route: onTask("leder.sundhed"), prepare: asking("Godkend") }),
  dialog("return", "leder.sundhed", "Godkend", {
    route: onTask("leder.sundhed"),
    prepare: asking("Returnér med spørgsmål", "Returnér"),
  }),
];

/** Once the last review is given. */
export const completeDialogs: readonly Look[] = [
  dialog("recommend", "puljesekretariat", "Alle bedømmelser er afgivet.", {
    ...b26("puljesekretariat", "/ranking"),
    prepare: asking("Indstil"),
  }),
];

/** Once the list is recommended. */
export const recommendedDialogs: readonly Look[] = [
  dialog("letter", "puljesekretariat", "Afgørelse", {
    ...b26("puljesekretariat", "/ranking"),
    prepare: async (screen) => {
      await screen
        .getByRole("button", { name: /^Vis brevet/u })
        .last()
        .click();
      await screen.getByRole("dialog").getByRole("article").waitFor();
    },
  }),
  dialog("decide", "formand.dsg", "Afgørelse", {
    ...b26("formand.dsg", "/ranking"),
    prepare: asking("Afgør indstillingen"),
  }),
  dialog("send-back", "formand.dsg", "Afgørelse", {
    ...b26("formand.dsg", "/ranking"),
    prepare: asking("Send tilbage", "Send indstillingen tilbage"),
  }),
  dialog("withdraw-list", "puljesekretariat", "Afgørelse", {
    ...b26("puljesekretariat", "/ranking"),
    prepare: asking("Træk indstillingen tilbage"),
    brief: true,
  }),
];

/** Once chair and deputy have decided. */
export const decidedDialogs: readonly Look[] = [
  dialog("accept", "ansoeger.digitalisering", "Forløb", {
    route: onOwn("ansoeger.digitalisering", /^B26/u),
    prepare: asking("Tag imod tilsagnet"),
  }),
  dialog("decline", "ansoeger.digitalisering", "Forløb", {
    route: onOwn("ansoeger.digitalisering", /^B26/u),
    prepare: asking("Sig nej tak"),
  }),
];

/** Once consultations are written, sent and answered, and a case is on its way. */
export const areaDialogs: readonly Look[] = [
  dialog("case-decision", "sagsbehandler", "Opret sag", {
    ...onCases,
    prepare: inCase(asking("Før beslutning ind", "Før ind"), caseTitle),
  }),
  dialog("consultation-send", "sagsbehandler", "Høringsparter", {
    route: onDraft,
    prepare: asking("Send høringen"),
  }),
  dialog("consultation-mail", "sagsbehandler", "Høringsparter", {
    route: onSent,
    prepare: asking("E-mail til Grundejerforeningen Havnen"),
  }),
  dialog("consultation-treat", "sagsbehandler", "Høringsparter", {
    route: onSent,
    prepare: asking("Afslut høringen"),
    brief: true,
  }),
  dialog("guide", "ansoeger.sundhed", "Mine ansøgninger", { prepare: openGuide, around: true, spent: true }),
];
