import type { Browser } from "playwright-core";
import { expect } from "vitest";
import { expectAxeClean } from "./axe-as-it-stands.ts";
import { tabFrame, watchErrors } from "./browser.ts";
import { axeScript, sidewaysFaults } from "./looks-camera.ts";
import { openTab } from "./plan-journey.ts";

const problem = "The stretcher does not fit in the lift, so we wait for two colleagues every time.";

/**
 * 003-06 and 003-07 on a telephone of 360 px, in English: three answers and one press; the consultant carries it on in
 * Danish beside, and the finder's page, which stands open all along, says what became of it.
 */
export async function needOnThePhone(browser: Browser, host: string): Promise<readonly string[]> {
  const context = await browser.newContext({
    locale: "en-GB",
    viewport: { width: 360, height: 780 },
    reducedMotion: "reduce",
  });
  await context.addInitScript({ path: axeScript });
  const phone = await context.newPage();
  const errors = watchErrors(phone);
  const persona = "ansoeger.plejecenter";
  await phone.goto(`${host}/?${new URLSearchParams({ persona, app: "tab", sub: "/needs", lang: "en-GB" })}`);
  const tab = await tabFrame(phone);
  await tab.getByRole("textbox", { name: "What is difficult?" }).fill(problem);
  await tab.getByRole("textbox", { name: "Whom does it affect?" }).fill("Everybody on duty");
  await tab.getByRole("radio", { name: "Every day" }).check();
  await tab.getByText("What you have written is saved.").waitFor();
  await expectAxeClean(phone, tab, "need on a telephone");
  expect(await tab.getByRole("textbox", { name: "What is difficult?" }).inputValue()).toBe(problem);
  expect(await sidewaysFaults(phone, tab)).toEqual([]);
  await tab.getByRole("button", { name: "Register the need" }).click();
  const own = tab.getByRole("listitem").filter({ hasText: problem });
  await own.getByText("Open", { exact: true }).waitFor();

  const desk = await context.newPage();
  await desk.setViewportSize({ width: 1280, height: 900 });
  const consultant = await openTab(desk, host, "puljesekretariat", "/needs");
  const found = consultant.getByRole("listitem").filter({ hasText: problem });
  await found
    .getByText(/Susanne Vadgaard/u)
    .first()
    .waitFor();
  await found.getByRole("button", { name: "Gør til indsats" }).click();
  const dialog = consultant.getByRole("dialog");
  await dialog.getByLabel("Indsatsens titel").fill("Bårer, der passer til elevatoren");
  await dialog.getByRole("button", { name: "Læg i handlingsplanen" }).click();
  await found.getByText("Indsats", { exact: true }).waitFor();

  // Without a reload.
  await own.getByText(/^Became an item of the action plan \(Rasmus Ellegaard/u).waitFor();
  await own.getByRole("link", { name: "Open Bårer, der passer til elevatoren" }).click();
  await tab.getByRole("heading", { level: 1, name: "Bårer, der passer til elevatoren" }).waitFor();
  expect(await sidewaysFaults(phone, tab)).toEqual([]);
  await phone.goto(`${host}/?${new URLSearchParams({ persona, app: "chat", lang: "en-GB" })}`);
  await phone
    .getByText(/Your need has become an item of the action plan|Dit behov er blevet til en indsats/u)
    .first()
    .waitFor();
  await context.close();
  return errors;
}
