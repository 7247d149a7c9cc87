import type { Browser, BrowserContext, BrowserContextOptions, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { demoMunicipality as municipality } from "#demo/municipality.ts";
import { launchBrowser, tabFrame } from "./browser.ts";
import { openTabStage, type TabStage } from "./tab-stage.ts";

declare global {
  interface Window {
    /** In the host: what the tab has said, and the way to send it an event. */
    tiny: {
      /** What becomes of the host's own sign-in window. */
      popup: string | null;
      readonly heard: readonly string[];
      readonly lastArgs: Readonly<Record<string, unknown>>;
      send(func: string, args: readonly unknown[]): void;
    };
    /** In the stranger: sends everything a host could send to every frame around it. */
    forge(): void;
    marked?: boolean;
  }
}

const overview = /^Overblik$/u;
/** The account the stage's pages are read with. */
const reader = /puljesekretariat@/u;

let stage: TabStage;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  stage = await openTabStage();
  browser = await launchBrowser();
});
afterEach(async () => {
  stage.demand(undefined);
  await stage.control({ consent: { clientId: municipality.appId, policy: "granted" }, forgetConfirmations: true });
  await context?.close();
});
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

async function aPage(options: BrowserContextOptions = {}): Promise<Page> {
  context = await browser.newContext({ locale: "da-DK", viewport: { width: 1280, height: 800 }, ...options });
  return context.newPage();
}

/** The tab in a host that obeys this query. */
async function hosted(page: Page, query: Record<string, string> = {}, origin = stage.host): Promise<Frame> {
  await page.goto(stage.hostUrl(query, origin));
  return tabFrame(page);
}

/** Presses "Log ind" and chooses the account in the one window that opens. */
async function signIn(page: Page, tab: Page | Frame = page): Promise<void> {
  const opened = page.waitForEvent("popup");
  await tab.getByRole("button", { name: "Log ind" }).click();
  await (await opened).getByRole("button", { name: reader }).click();
}

const heading = (frame: Page | Frame, name: RegExp) => frame.getByRole("heading", { level: 1, name });
const heard = (page: Page) => page.evaluate(() => window.tiny.heard);
const background = (frame: Frame) =>
  frame.evaluate(() => {
    const shell = document.getElementById("main")?.parentElement;
    return shell ? getComputedStyle(shell).backgroundColor : "";
  });

describe("the tab in a host", () => {
  test("joins in the order hosts ask for, with one token for everything, and follows the theme without a reload", async () => {
    const page = await aPage();
    const tab = await hosted(page, { theme: "midnight" });
    await heading(tab, overview).waitFor();
    const order = (await heard(page)).filter((name, index, all) => all.indexOf(name) === index);
    const wanted = [
      "initialize",
      "getContext",
      "registerHandler themeChange",
      "appInitialization.appLoaded",
      "GetInitContext",
      "GetToken",
      "appInitialization.success",
    ];
    expect(order.filter((name) => wanted.includes(name))).toEqual(wanted);
    expect((await heard(page)).filter((name) => name === "GetToken")).toHaveLength(1);
    // A theme nobody knows is light.
    const light = await background(tab);
    await tab.evaluate(() => (window.marked = true));
    for (const theme of ["dark", "contrast"]) {
      await page.evaluate((name) => window.tiny.send("themeChange", [name]), theme);
      await expect.poll(() => background(tab)).not.toBe(light);
    }
    await page.evaluate(() => window.tiny.send("themeChange", ["glass"]));
    await expect.poll(() => background(tab)).toBe(light);
    expect(await tab.evaluate(() => window.marked)).toBe(true);
  });

  test("opens a deep link cold, also one to something that is gone, and in Outlook", async () => {
    const page = await aPage();
    const tab = await hosted(page, { sub: stage.applicationRoute, name: "Outlook" });
    await tab.getByRole("button", { name: "Del link" }).waitFor();
    expect(await tab.evaluate(() => window.location.hash)).toBe(`#${stage.applicationRoute}`);
    const gone = await hosted(page, { sub: "/applications/0123456789abcdef0123456789abcdef" });
    await gone
      .getByText(/findes ikke/u)
      .first()
      .waitFor();
    await gone.getByRole("link", { name: "Overblik", exact: true }).click();
    await heading(gone, overview).waitFor();
  });

  test("says it when the host is silent, tells it what went wrong, and begins anew on a press", async () => {
    const page = await aPage();
    await page.clock.install();
    for (const mute of ["initialize", "getContext"]) {
      await page.goto(stage.hostUrl({ mute }));
      await expect.poll(() => heard(page)).toContain(mute);
      await page.clock.runFor(8100);
      const tab = await tabFrame(page);
      await tab.getByText("Teams svarede ikke.").waitFor();
      expect((await heard(page)).includes("appInitialization.failure")).toBe(mute === "getContext");
      const again = tab.waitForNavigation();
      await tab.getByRole("button", { name: "Prøv igen" }).click();
      await again;
    }
    expect(await page.evaluate(() => window.tiny.lastArgs["appInitialization.failure"])).toMatchObject({
      0: "Timeout",
    });
    await page.route("**/tab/config.json", (route) => route.fulfill({ status: 503 }));
    const broken = await hosted(page);
    await broken.getByText("Fremdrift kunne ikke åbnes").waitFor();
    await expect.poll(() => heard(page)).toContain("appInitialization.failure");
  });

  test("works where storage is refused, as in a host of another site", async () => {
    const page = await aPage();
    const tab = await hosted(page, {}, stage.crossSiteHost);
    await heading(tab, overview).waitFor();
    const refusal = await tab.evaluate(() => {
      try {
        return String(window.localStorage.length + window.sessionStorage.length);
      } catch (error) {
        return error instanceof DOMException ? error.name : "";
      }
    });
    expect(refusal).toBe("SecurityError");
    await tab.getByRole("button", { name: "English" }).click();
    await heading(tab, /^Overview$/u).waitFor();
    await tab.getByRole("button", { name: "Dansk" }).click();
    await heading(tab, overview).waitFor();
  });

  test("signs in with a window of its own where the host has no nested app authentication", async () => {
    const page = await aPage();
    const tab = await hosted(page, { naa: "0", hint: `puljesekretariat@${municipality.domain}` });
    await tab.getByRole("heading", { name: "Log ind for at fortsætte" }).waitFor();
    // Something is on the screen: the host must not cover it.
    expect(await heard(page)).toContain("appInitialization.success");
    await signIn(page, tab);
    await heading(tab, overview).waitFor();
  });

  test("T29 in a host a person who is asked for more may put it off, and each click asks once", async () => {
    stage.demand("c1");
    const page = await aPage();
    const popups: Page[] = [];
    page.on("popup", (popup) => popups.push(popup));
    const tab = await hosted(page, { popup: "cancel" });
    const press = tab.getByRole("button", { name: "Log ind" });
    await tab.getByText(/^Kommunen kræver en ekstra bekræftelse/u).waitFor();
    const windows = async () => (await heard(page)).filter((name) => name === "GetTokenPopup").length;
    expect(await windows()).toBe(0);
    await press.click();
    await expect.poll(windows).toBe(1);
    await expect.poll(() => press.getAttribute("aria-disabled")).not.toBe("true");
    await page.evaluate(() => (window.tiny.popup = "yes"));
    await press.click();
    await heading(tab, overview).waitFor();
    expect([await windows(), popups.length]).toEqual([2, 0]);
    const args = await page.evaluate(() => window.tiny.lastArgs["GetTokenPopup"]);
    expect(JSON.parse((args as { claims: string }).claims)).toMatchObject({ access_token: { acrs: { value: "c1" } } });
  });
});

describe("a host or browser that lacks something", () => {
  test("T49 has no dead button: the link can be copied by hand, links lead somewhere, dialogs are the tab's own", async () => {
    const page = await aPage();
    const tab = await hosted(page, { name: "Office", supports: "", sub: stage.applicationRoute });
    await tab.getByRole("button", { name: "Del link" }).click();
    const field = tab.getByLabel(/^Linket kunne ikke kopieres automatisk/u);
    const link = `${stage.service}/tab/#${stage.applicationRoute}`;
    expect(await field.inputValue()).toBe(link);
    expect(await field.evaluate((input: HTMLInputElement) => input.selectionEnd)).toBe(link.length);
    const outside = tab.getByRole("link", { name: "Åbn i SharePoint" });
    expect(await outside.getAttribute("target")).toBe("_blank");
    for (const each of await tab.getByRole("link").all())
      expect(await each.getAttribute("href")).toMatch(/^(?:#\/|#main$|https?:\/\/)/u);
    // People are found and questions asked without the host, so nothing is missing where it cannot.
    const asked = (await heard(page)).filter((name) =>
      /^(?:people|tasks|dialog|executeDeepLink|share|pages\.)/u.test(name),
    );
    expect(asked).toEqual([]);
  });

  test("T49 a browser without a host is a host of its own: link and sign-out are there, and a reload keeps the sign-in", async () => {
    const page = await aPage({ colorScheme: "dark", permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(`${stage.service}/tab/#${stage.applicationRoute}`);
    await signIn(page);
    await page.getByRole("button", { name: "Del link" }).click();
    await page.getByText("Linket er kopieret.").waitFor();
    const link = `${stage.service}/tab/#${stage.applicationRoute}`;
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    await page.reload();
    await page.getByRole("button", { name: "Log ud" }).click();
    await page.getByRole("button", { name: "Log ind" }).waitFor();
  });
});

describe("signing in with Microsoft's own library in a browser", () => {
  test("T29 a blocked window and a challenge are explained, and each click opens one window", async () => {
    stage.demand("c1");
    const page = await aPage();
    await page.addInitScript(() => {
      const open = window.open.bind(window);
      let blocked = true;
      window.open = (...where: Parameters<typeof window.open>) => {
        if (!blocked) return open(...where);
        blocked = false;
        return null;
      };
    });
    const popups: Page[] = [];
    page.on("popup", (popup) => popups.push(popup));
    await page.goto(`${stage.service}/tab/`);
    await page.getByRole("button", { name: "Log ind" }).click();
    await page.getByText(/Tillad pop op-vinduer for siden/u).waitFor();
    expect(popups).toHaveLength(0);
    await signIn(page);
    await page.getByText(/^Kommunen kræver en ekstra bekræftelse af, at det er dig/u).waitFor();
    expect(popups).toHaveLength(1);
    const opened = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Log ind" }).click();
    const asking = await opened;
    await asking.getByText("Organisationen kræver en ekstra bekræftelse.").waitFor();
    await asking.getByRole("button", { name: reader }).click();
    await heading(page, overview).waitFor();
    expect(popups).toHaveLength(2);
  });

  test("T29 consent that is missing leads to the IT department's link, and an administrator's yes lets everybody in", async () => {
    await stage.control({ consent: { clientId: municipality.appId, policy: "administrator" } });
    const page = await aPage();
    await page.goto(`${stage.service}/tab/`);
    const opened = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Log ind" }).click();
    const refused = await opened;
    await refused.getByRole("button", { name: reader }).click();
    await refused.getByText("Det kan kun en administrator give lov til.").waitFor();
    await refused.getByRole("button", { name: "Tilbage til appen uden at godkende" }).click();
    const link = await page.getByLabel("Link til it-afdelingen").inputValue();
    const administrator = await context.newPage();
    await administrator.goto(link);
    await administrator.getByRole("button", { name: /administrator@/u }).click();
    await administrator.getByText(/^Fremdrift er nu godkendt for hele organisationen/u).waitFor();
    await administrator.close();
    await signIn(page);
    await heading(page, overview).waitFor();
  });

  test("a window that is closed again is 'not now'", async () => {
    const page = await aPage();
    await page.goto(`${stage.service}/tab/`);
    const opened = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Log ind" }).click();
    await (await opened).getByRole("button", { name: "Annuller" }).click();
    await expect
      .poll(() => page.getByRole("button", { name: "Log ind" }).getAttribute("aria-disabled"))
      .not.toBe("true");
    expect(await page.getByRole("alert").count()).toBe(0);
  });
});

describe("a page that is no host", () => {
  test("T50 cannot frame the tab, and what it sends the tab of a real host is ignored", async () => {
    const page = await aPage();
    const refused: string[] = [];
    page.on("console", (message) => refused.push(message.text()));
    await page.goto(stage.stranger);
    await expect.poll(() => refused.join("\n")).toMatch(/frame-ancestors/u);
    const stolen = page.frames().find((frame) => frame.url().startsWith(stage.service));
    expect(await stolen?.locator("#root").count()).toBeFalsy();

    const tab = await hosted(page, { stranger: stage.stranger });
    await heading(tab, overview).waitFor();
    const before = { heard: (await heard(page)).length, colour: await background(tab) };
    const stranger = page.frames().find((frame) => frame.url().startsWith(stage.stranger));
    await stranger?.evaluate(() => window.forge());
    // What a real host sends afterwards has arrived, so the forgery would have, too.
    await page.evaluate(() => window.tiny.send("themeChange", ["default"]));
    await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect({ heard: (await heard(page)).length, colour: await background(tab) }).toEqual(before);
    await heading(tab, overview).waitFor();
  });
});
