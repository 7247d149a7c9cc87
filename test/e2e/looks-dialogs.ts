import type { Frame, Page } from "playwright-core";
import { expect } from "vitest";
import { fillDraft } from "./journey.ts";
import type { Look } from "./looks-camera.ts";
import { onOwn, onRound, onTask } from "./looks-places.ts";

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
const asking = (button: string, again?: string) => async (screen: Screen) => {
  await screen.getByRole("button", { name: button, exact: true }).first().click();
  const opened = screen.getByRole("dialog");
  await opened.waitFor();
  if (again === undefined) return;
  await opened.getByRole("button", { name: again, exact: true }).click();
  await opened.getByText(/^Skriv/u).waitFor();
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
const english = { language: "en-GB" } as const;

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
  dialog("search", "puljesekretariat", "Puljer", { prepare: search }),
  dialog("shortcuts", "oekonomi", "Puljer", { prepare: shortcuts }),
];

/** Fills the draft on the way. */
export const sendDialog = dialog("send", "ansoeger.sundhed", "Kontrol", {
  route: onOwn("ansoeger.sundhed", /^N26/u),
  prepare: complete,
});

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
  dialog("decide-english", "formand.dsg", "Decision", {
    ...b26("formand.dsg", "/ranking"),
    ...english,
    prepare: asking("Decide the recommendation"),
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
