import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { areaCards } from "#test/builders/area-cards.ts";
import { poolCards } from "#test/builders/pool-cards.ts";
import { testAppId } from "#workspace/test-seed.ts";
import { launchBrowser, watchErrors } from "./browser.ts";
import { annasName, bosName, type ChatStage, openChatStage } from "./chat-stage.ts";
import { axeFaults, axeScript, colours, options, pictureFolder, sidewaysFaults, takesLooks } from "./looks-camera.ts";

const cardOf = (text: string, more: object = {}): object => ({
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text, wrap: true }],
  ...more,
});
const view = { type: "Action.Execute", verb: "view", title: "Vis", data: { key: "k1" } };
const pressable = (text: string): object => cardOf(text, { actions: [{ ...view, verb: "press", title: "Tryk" }] });
const answered = (value: unknown): Response =>
  Response.json({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value });
const refused = (message: string): Response =>
  Response.json({ statusCode: 400, type: "application/vnd.microsoft.error", value: { code: "BadRequest", message } });

describe("the chat in a browser", () => {
  let stage: ChatStage;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    stage = await openChatStage();
    browser = await launchBrowser();
    context = await browser.newContext({ locale: "da-DK", reducedMotion: "reduce" });
    await context.addInitScript({ path: axeScript });
    mkdirSync(pictureFolder, { recursive: true });
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.close();
  });

  const inPage = async (query: string, act: (page: Page) => Promise<void>): Promise<void> => {
    const page = await context.newPage();
    const errors = watchErrors(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${stage.host}/?${query}`);
    try {
      await act(page);
      expect(errors).toEqual([]);
    } finally {
      await page.close();
    }
  };
  const conversation = (page: Page, name: RegExp): Promise<void> =>
    page.getByRole("navigation", { name: "Samtaler" }).getByRole("button", { name }).click();
  const cards = (page: Page): Locator => page.locator(".ac-adaptiveCard");
  const invokes = () => stage.received.filter(({ type }) => type === "invoke");

  test("two people side by side each see their own view of one post, and the edit of both", () =>
    inPage("persona=anna&app=chat&persona2=bo&app2=chat", async (page) => {
      const [channel, annas] = await Promise.all([stage.channel(), stage.chatOf(annasName)]);
      const refresh = { action: view, userIds: [annas.from.id] };
      stage.answer = ({ from }) => answered(cardOf(`Til ${from.name}`, { refresh }));
      const post = await stage.post(channel, cardOf("Til alle", { refresh }));
      const channels = page.getByRole("button", { name: /^Puljegruppen › Prøve/u });
      await channels.nth(1).click();
      await channels.first().click();
      await page.getByText(`Til ${annasName}`).waitFor();
      await page.getByText("Til alle").waitFor();
      expect(invokes().map(({ from, value }) => [from.name, value])).toMatchObject([
        [annasName, { trigger: "automatic" }],
      ]);
      await page.getByRole("button", { name: "Opdater kortet" }).last().click();
      await page.getByText(`Til ${bosName}`).waitFor();
      expect(await page.getByText(`Til ${annasName}`).count()).toBe(1);
      stage.answer = ({ from }) => answered(cardOf(`Nyt til ${from.name}`, { refresh }));
      await stage.edit(channel, post, cardOf("Nyt til alle", { refresh }));
      await page.getByText(`Nyt til ${annasName}`).waitFor();
      await page.getByText("Nyt til alle").waitFor();
      expect(await inEveryLook(page, "chat-side-by-side")).toEqual([]);
    }));

  test("a press that is refused says so in the footer, the next one replaces the card", () =>
    inPage("persona=bo&app=chat", async (page) => {
      const chat = await stage.chatOf(bosName);
      await conversation(page, /^Prøve/u);
      const message = await stage.post(chat, pressable("Tag stilling"));
      stage.answer = () => refused("Fristen er udløbet");
      await cards(page).getByRole("button", { name: "Tryk" }).click();
      await page.getByRole("alert").getByText("Fristen er udløbet").waitFor();
      stage.answer = () => answered(cardOf("Tak for svaret"));
      await cards(page).getByRole("button", { name: "Tryk" }).click();
      await cards(page).getByText("Tak for svaret").waitFor();
      expect(await cards(page).count()).toBe(1);
      expect(invokes().at(-1)?.replyToId).toBe(message);
      expect(await stage.postWithGraphToken(chat), "the connector takes tokens for it alone").toBe(401);
    }));

  test("T10 a press the app does not answer is repeated when the menu says so", () =>
    inPage("persona=bo&app=chat", async (page) => {
      await conversation(page, /^Prøve/u);
      await page.getByRole("button", { name: "Flere valg for Prøve" }).click();
      await page.getByRole("menuitemcheckbox", { name: "Gentag ubesvarede tryk" }).press("Enter");
      await page.keyboard.press("Escape");
      await stage.post(await stage.chatOf(bosName), pressable("Igen"));
      const before = invokes().length;
      stage.answer = () => (invokes().length === before + 1 ? new Response(null) : answered(cardOf("Anden gang")));
      await cards(page).getByRole("button", { name: "Tryk" }).last().click();
      await cards(page).getByText("Anden gang").waitFor();
      expect(invokes()).toHaveLength(before + 2);
    }));

  test("U7 axe finds nothing in three themes, and nothing scrolls sideways: thread, menu, removed app", () =>
    inPage("persona=anna&app=chat", async (page) => {
      const faults: string[] = [];
      await conversation(page, /^Puljegruppen/u);
      await page.getByRole("button", { name: "Svar" }).first().click();
      await page.getByLabel(/^Skriv et svar/u).fill("@Prøve hvad nu?");
      await page.getByLabel(/^Skriv et svar/u).press("Enter");
      await page.getByText("@Prøve hvad nu?", { exact: true }).last().waitFor();
      faults.push(...(await inEveryLook(page, "chat-channel")));
      await page.setViewportSize({ width: 1280, height: 800 });
      faults.push(...(await inEveryLook(page, "chat-menu", openMenu)));
      await page.setViewportSize({ width: 1280, height: 800 });
      await openMenu(page);
      await page.getByRole("menuitem", { name: "Fjern appen herfra" }).click();
      await page.getByRole("button", { name: "Installér igen" }).waitFor();
      faults.push(...(await inEveryLook(page, "chat-removed")));
      await page.getByRole("button", { name: "Installér igen" }).click();
      await page.getByLabel(/^Skriv i kanalen/u).waitFor();
      expect(faults).toEqual([]);
    }));

  test("U7 axe finds nothing in three themes, and nothing scrolls sideways: every card in every state", () =>
    inPage("persona=bo&app=chat", async (page) => {
      await conversation(page, /^Prøve/u);
      const place = await stage.chatOf(bosName);
      // What was said before is drawn when the newest of it is: only then can it be counted.
      await stage.post(place, cardOf("Herfra står hvert kort"));
      await cards(page).last().getByText("Herfra står hvert kort").waitFor();
      const before = await cards(page).count();
      const all = Object.entries({ ...poolCards, ...areaCards });
      for (let at = 0; at < all.length; at += 4)
        await stage.post(
          place,
          ...all.slice(at, at + 4).map(([, build]) => build({ language: "da", appId: testAppId })),
        );
      await expect.poll(() => cards(page).count()).toBe(before + all.length);
      const perCard = async (look: string): Promise<void> => {
        for (const [index, [name]] of all.entries())
          await cards(page)
            .nth(before + index)
            .screenshot({ path: join(pictureFolder, `card-${name.replaceAll(/[^a-z0-9]+/gu, "-")}-${look}.png`) });
      };
      expect(await inEveryLook(page, "chat-cards", undefined, perCard)).toEqual([]);
    }));

  async function openMenu(page: Page): Promise<void> {
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Flere valg for Prøve" }).click();
    await page.getByRole("menuitem", { name: "Fjern appen herfra" }).waitFor();
  }

  /** `prepare` brings back what a change of theme or width closes. */
  async function inEveryLook(
    page: Page,
    name: string,
    prepare: (page: Page) => Promise<void> = async () => {},
    pictures: (look: string) => Promise<void> = (look) => picture(page, `${name}-${look}`),
  ): Promise<string[]> {
    const faults: string[] = [];
    for (const [theme, title] of [
      ["dark", /^Mørkt$/u],
      ["contrast", /kontrast/iu],
      ["default", /^Lyst$/u],
    ] as const) {
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Visning" }).click();
      await page.getByRole("radio", { name: title }).check();
      await page.keyboard.press("Escape");
      await page.getByRole("radio", { name: title }).waitFor({ state: "detached" });
      await prepare(page);
      const rules = theme === "default" ? options : colours;
      faults.push(...(await axeFaults(page, page, rules)).map((each) => `${name} ${theme}: ${each}`));
      if (takesLooks) await pictures(`${theme}-1280`);
    }
    for (const width of [720, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await prepare(page);
      faults.push(...(await sidewaysFaults(page, page)).map((each) => `${name} ${width}: ${each}`));
      if (takesLooks) await pictures(`default-${width}`);
    }
    return faults;
  }

  async function picture(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: join(pictureFolder, `${name}.png`), animations: "disabled", caret: "hide" });
  }
});
