import type { Frame, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { demoMunicipality as municipality } from "#demo/municipality.ts";
import { tabFrame } from "./browser.ts";
import { heading, overview, signIn, tabEdges } from "./tab-edges-pages.ts";

declare global {
  interface Window {
    /** In the stranger: sends everything a host could send to every frame around it. */
    forge(): void;
    /** In the tab: how many words of the stranger have arrived. */
    forged?: number;
    marked?: boolean;
  }
}

const edges = tabEdges();
const { aPage, hosted } = edges;

/** Four kinds of words, each for five message numbers: what the stranger's page sends to one frame. */
const forgeries = 20;

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
    const tab = await hosted(page, { sub: edges.stage.applicationRoute, name: "Outlook" });
    await tab.getByRole("button", { name: "Del link" }).waitFor();
    expect(await tab.evaluate(() => window.location.hash)).toBe(`#${edges.stage.applicationRoute}`);
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
      await page.goto(edges.stage.hostUrl({ mute }));
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
    const tab = await hosted(page, {}, edges.stage.crossSiteHost);
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
    edges.stage.demand("c1");
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
    const tab = await hosted(page, { name: "Office", supports: "", sub: edges.stage.applicationRoute });
    await tab.getByRole("button", { name: "Del link" }).click();
    const field = tab.getByLabel(/^Linket kunne ikke kopieres automatisk/u);
    const link = `${edges.stage.service}/tab/#${edges.stage.applicationRoute}`;
    expect(await field.inputValue()).toBe(link);
    await expect.poll(() => field.evaluate((input: HTMLInputElement) => input.selectionEnd)).toBe(link.length);
    const outside = tab.getByRole("link", { name: "Åbn i SharePoint" });
    expect(await outside.getAttribute("target")).toBe("_blank");
    for (const each of await tab.getByRole("link").all())
      expect(await each.getAttribute("href")).toMatch(
        /^(?:#\/|#main$|\/(?:hjaelp|privatliv|tilgaengelighed)\?|https?:\/\/)/u,
      );
    // People are found and questions asked without the host, so nothing is missing where it cannot.
    const asked = (await heard(page)).filter((name) =>
      /^(?:people|tasks|dialog|executeDeepLink|share|pages\.)/u.test(name),
    );
    expect(asked).toEqual([]);
  });
});

describe("a page that is no host", () => {
  test("T50 cannot frame the tab, and what it sends the tab of a real host is ignored", async () => {
    const page = await aPage();
    const refused: string[] = [];
    page.on("console", (message) => refused.push(message.text()));
    await page.goto(edges.stage.stranger);
    await expect.poll(() => refused.join("\n")).toMatch(/frame-ancestors/u);
    const stolen = page.frames().find((frame) => frame.url().startsWith(edges.stage.service));
    expect(await stolen?.locator("#root").count()).toBeFalsy();

    const tab = await hosted(page, { stranger: edges.stage.stranger, theme: "dark" });
    await heading(tab, overview).waitFor();
    const before = { heard: (await heard(page)).length, colour: await background(tab) };
    await tab.evaluate((origin) => {
      window.forged = 0;
      window.addEventListener("message", (event) => {
        if (event.origin === origin) window.forged = (window.forged ?? 0) + 1;
      });
    }, edges.stage.stranger);
    const stranger = page.frames().find((frame) => frame.url().startsWith(edges.stage.stranger));
    await stranger?.evaluate(() => window.forge());
    // Every forgery is there, and the page has been drawn twice since.
    await expect.poll(() => tab.evaluate(() => window.forged)).toBe(forgeries);
    await tab.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    expect({ heard: (await heard(page)).length, colour: await background(tab) }).toEqual(before);
    // The same word counts as soon as the host says it.
    await page.evaluate(() => window.tiny.send("themeChange", ["contrast"]));
    await expect.poll(() => background(tab)).not.toBe(before.colour);
    await heading(tab, overview).waitFor();
  });
});
