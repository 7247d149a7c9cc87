import type * as MsalLibrary from "@azure/msal-browser";
import type * as TeamsLibrary from "@microsoft/teams-js";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { anna, bo, testAppId } from "#workspace/test-seed.ts";
import { launchBrowser } from "./browser.ts";
import { type Stranger, startStranger, strangeFrame, strangerId } from "./host-stranger.ts";

// The published libraries, as the stranger's page loads them.
declare const microsoftTeams: typeof TeamsLibrary;
declare const msal: typeof MsalLibrary;
declare global {
  interface Window {
    readonly nestedAppAuthBridge?: unknown;
    heard: unknown[];
  }
}

/** Every row of the message table, asked by Microsoft's own library in an app that is not ours. */
describe("a stranger's tab in the host", () => {
  let stranger: Stranger;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    stranger = await startStranger();
    browser = await launchBrowser();
  });
  afterEach(() => page?.context().close());
  afterAll(async () => {
    await browser?.close();
    await stranger?.close();
  });

  /** The app's frame in a fresh window, joined to the host. */
  async function joined(address = "/?persona=anna"): Promise<Frame> {
    const context = await browser.newContext({ locale: "da-DK", permissions: ["clipboard-read", "clipboard-write"] });
    page = await context.newPage();
    await page.goto(stranger.host + address);
    const frame = await strangeFrame(page);
    await join(frame);
    return frame;
  }

  /** Joins the host, and says that the page is loaded. */
  function join(frame: Frame): Promise<void> {
    return frame.evaluate(async (host) => {
      await microsoftTeams.app.initialize([host]);
      microsoftTeams.app.notifyAppLoaded();
    }, stranger.host);
  }

  /** A token by nested app authentication: whose it is, or the code of what stood in the way. */
  function token(frame: Frame, popup = false): Promise<string> {
    return frame.evaluate(
      async ([clientId, asks]) => {
        const client = await msal.createNestablePublicClientApplication({ auth: { clientId: String(clientId) } });
        const request = { scopes: [`api://${String(clientId)}/access_as_user`] };
        const answer = asks === true ? client.acquireTokenPopup(request) : client.acquireTokenSilent(request);
        return answer.then(
          ({ account }) => account.username,
          (error: unknown) => (error instanceof msal.AuthError ? error.errorCode : String(error)),
        );
      },
      [testAppId, popup] as const,
    );
  }

  test("initialize, getContext, appInitialization: the bridge is built, the spinner goes, success is answered", async () => {
    const frame = await joined(
      "/l/entity/66666666-6666-4666-8666-666666666666/list?context=%7B%22subEntityId%22%3A%22sag%2F7%22%7D",
    );
    await page.getByText("Fremmed åbner…").waitFor({ state: "detached" });
    const told = await frame.evaluate(async () => ({
      context: await microsoftTeams.app.getContext(),
      bridge: typeof window.nestedAppAuthBridge,
      naa: microsoftTeams.nestedAppAuth.isNAAChannelRecommended(),
      capabilities: [
        microsoftTeams.dialog.url.isSupported(),
        microsoftTeams.dialog.adaptiveCard.isSupported(),
        microsoftTeams.dialog.url.parentCommunication.isSupported(),
        microsoftTeams.pages.config.isSupported(),
        microsoftTeams.pages.currentApp.isSupported(),
        microsoftTeams.people.isSupported(),
        microsoftTeams.sharing.isSupported(),
      ],
      unplayed: [
        microsoftTeams.teamsCore.isSupported(),
        microsoftTeams.chat.isSupported(),
        microsoftTeams.dialog.url.bot.isSupported(),
      ],
      success: await microsoftTeams.app.notifySuccess(),
    }));
    expect(told).toMatchObject({
      bridge: "object",
      naa: true,
      capabilities: Array.from({ length: 7 }, () => true),
      unplayed: [false, false, false],
      success: { hasFinishedSuccessfully: true },
      context: {
        app: { locale: "da-DK", theme: "default", host: { name: "Teams", clientType: "web" } },
        page: { id: "list", subPageId: "sag/7", frameContext: "content" },
        user: { id: anna.id, userPrincipalName: anna.userPrincipalName, displayName: "Anna Ager" },
      },
    });
    await frame.evaluate(() =>
      microsoftTeams.app.notifyFailure({ reason: microsoftTeams.app.FailedReason.Other, message: "x" }),
    );
    await page.getByRole("alert").getByRole("button", { name: "Prøv igen" }).click();
    await page.getByText("Fremmed åbner…").waitFor();
    await join(await strangeFrame(page));
    await page.getByText("Fremmed åbner…").waitFor({ state: "detached" });
  });

  test("themeChange and contextChange reach a page that stands, and the one in its dialog", async () => {
    const frame = await joined();
    await frame.evaluate(
      (url) => microsoftTeams.dialog.url.open({ url, title: "Trin 2", size: { width: 500, height: 300 } }),
      `${stranger.origin}/tab/step2`,
    );
    const dialog = await strangeFrame(page, "/tab/step2");
    await join(dialog);
    for (const each of [frame, dialog]) {
      await each.evaluate(() => {
        window.heard = [];
        microsoftTeams.app.registerOnThemeChangeHandler((theme) => window.heard.push(theme));
        microsoftTeams.app.registerOnContextChangeHandler(() => window.heard.push("context"));
      });
    }
    await page.evaluate(() => document.querySelector<HTMLElement>('[aria-label="Visning"]')?.click());
    await page.evaluate(() => document.querySelector<HTMLElement>('input[value="dark"]')?.click());
    await page.evaluate(() => document.querySelector<HTMLElement>('input[value="en-GB"]')?.click());
    for (const each of [frame, dialog]) {
      await expect.poll(() => each.evaluate(() => window.heard)).toEqual(["dark", "context", "context"]);
      const { app } = await each.evaluate(() => microsoftTeams.app.getContext());
      expect([app.theme, app.locale]).toEqual(["dark", "en-GB"]);
    }
  });

  test("a dialog by url: task frame, its own token, words both ways, resize, submit, and closed by the person", async () => {
    const frame = await joined();
    const open = (path: string) =>
      frame.evaluate((url) => {
        window.heard = [];
        microsoftTeams.dialog.url.open(
          { url, title: "Vælg et år", size: { width: 400, height: 250 } },
          (answer) => window.heard.push(answer),
          (message: unknown) => window.heard.push(message),
        );
      }, stranger.origin + path);
    await open("/tab/year");
    const dialog = await strangeFrame(page, "/tab/year");
    await join(dialog);
    expect(await dialog.evaluate(async () => (await microsoftTeams.app.getContext()).page.frameContext)).toBe("task");
    expect(await token(dialog)).toBe(anna.userPrincipalName);
    await dialog.evaluate(() => {
      window.heard = [];
      const { parentCommunication } = microsoftTeams.dialog.url;
      parentCommunication.registerOnMessageFromParent((message: unknown) => window.heard.push(message));
      parentCommunication.sendMessageToParentFromDialog("fra dialogen");
      microsoftTeams.dialog.update.resize({ width: 700, height: 250 });
    });
    await frame.evaluate(() => microsoftTeams.dialog.url.parentCommunication.sendMessageToDialog("fra fanen"));
    await expect.poll(() => dialog.evaluate(() => window.heard)).toEqual(["fra fanen"]);
    await expect.poll(async () => (await page.getByRole("dialog").boundingBox())?.width).toBe(700);
    await open("/tab/second");
    await expect.poll(() => frame.evaluate(() => window.heard)).toEqual([{ err: "Another dialog is open" }]);
    await page.getByRole("button", { name: "Luk" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await open("/tab/year");
    await join(await strangeFrame(page, "/tab/year"));
    await (await strangeFrame(page, "/tab/year")).evaluate(() => microsoftTeams.dialog.url.submit({ year: 2027 }));
    await expect.poll(() => frame.evaluate(() => window.heard)).toEqual([{ err: null, result: { year: 2027 } }]);
    await open("/tab/year");
    await page.getByRole("dialog", { name: "Vælg et år" }).waitFor();
    await page.keyboard.press("Escape");
    await expect
      .poll(() => frame.evaluate(() => window.heard))
      .toEqual([{ err: expect.stringContaining("User cancelled") as string }]);
    await frame.evaluate(() => {
      window.heard = [];
      microsoftTeams.dialog.url.open({ url: "https://evil.example/", size: { width: 1, height: 1 } }, (answer) =>
        window.heard.push(answer),
      );
    });
    await expect
      .poll(() => frame.evaluate(() => window.heard))
      .toEqual([{ err: expect.stringContaining("validDomains") as string }]);
  });

  test("a dialog by card: what was typed and the action's own data come back together", async () => {
    const frame = await joined();
    await frame.evaluate(() => {
      window.heard = [];
      const card = {
        type: "AdaptiveCard",
        version: "1.5",
        body: [{ type: "Input.Text", id: "reason", label: "Begrundelse" }],
        actions: [{ type: "Action.Submit", title: "Gem", data: { step: 2 } }],
      };
      microsoftTeams.dialog.adaptiveCard.open(
        { card: JSON.stringify(card), title: "Et kort", size: { width: 400, height: 300 } },
        (answer) => window.heard.push(answer),
      );
    });
    await page.getByRole("dialog").getByLabel("Begrundelse").fill("Fordi");
    await page.getByRole("dialog").getByRole("button", { name: "Gem" }).click();
    await expect
      .poll(() => frame.evaluate(() => window.heard))
      .toEqual([{ err: null, result: { reason: "Fordi", step: 2 } }]);
  });

  test("people.selectPeople: chosen by keyboard, and given up", async () => {
    const frame = await joined();
    const choose = () => {
      const answer = frame.evaluate(() =>
        microsoftTeams.people.selectPeople({ title: "Bedømmere", setSelected: [] }).catch((error: unknown) => error),
      );
      answer.catch(() => undefined);
      return answer;
    };
    const chosen = choose();
    await page.getByRole("dialog", { name: "Bedømmere" }).getByRole("searchbox").fill("Bo B");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Vælg", exact: true }).press("Enter");
    expect(await chosen).toEqual([{ objectId: bo.id, displayName: "Bo Bæk", email: bo.userPrincipalName }]);
    const given = choose();
    await page.getByRole("dialog", { name: "Bedømmere" }).waitFor();
    await page.keyboard.press("Escape");
    expect(await given).toEqual({ errorCode: 8000 });
  });

  test("nestedAppAuth and authentication: consent given, refused, and no need to ask", async () => {
    const frame = await joined("/?persona=anna&bench=consent");
    expect(await token(frame)).toBe("invalid_grant");
    const refused = token(frame, true);
    await page.getByRole("alertdialog").getByRole("button", { name: "Annuller" }).click();
    expect(await refused).toBe("user_canceled");
    const given = token(frame, true);
    await page.getByRole("alertdialog").getByRole("button", { name: "Giv adgang" }).click();
    expect(await given).toBe(anna.userPrincipalName);
    const [user, own] = await frame.evaluate(async () => [
      await microsoftTeams.authentication.getUser(),
      await microsoftTeams.authentication.getAuthToken().catch((error: unknown) => String(error)),
    ]);
    expect(user).toMatchObject({ oid: anna.id, upn: anna.userPrincipalName });
    expect(String(own)).toMatch(/^eyJ|consent/u);
  });

  test("conditional access: silently refused, shown once by the person, by the bench and by the organisation", async () => {
    const stepUp = async (address: string): Promise<void> => {
      const frame = await joined(address);
      expect(await token(frame)).toBe("interaction_required");
      const shown = token(frame, true);
      await page
        .getByRole("alertdialog", { name: "Bekræft, at det er dig" })
        .getByText("Bekræft", { exact: true })
        .click();
      expect(await shown).toBe(bo.userPrincipalName);
      await page.context().close();
    };
    await stepUp("/?persona=bo&bench=step-up");
    const control = (conditionalAccess: object) =>
      fetch(`${stranger.workspace.origins.identity}/workspace/sign-in`, {
        method: "POST",
        body: JSON.stringify({ conditionalAccess }),
      });
    expect((await control({ audience: testAppId, context: "c1" })).status).toBe(200);
    await stepUp("/?persona=bo");
    await control({ audience: testAppId, context: null });
  });

  test("shareDeepLink gives a link that opens; sharing, clipboard and links work or say no", async () => {
    const frame = await joined();
    await frame.evaluate(() => microsoftTeams.pages.shareDeepLink({ subPageId: "sag/8", subPageLabel: "Sag 8" }));
    const field = page.getByRole("textbox", { name: "Link i dette arbejdsrum" });
    const link = await field.inputValue();
    await page.getByRole("dialog").getByRole("button", { name: "Luk" }).click();
    expect(
      await frame.evaluate(async () => {
        const said = (call: Promise<unknown>) =>
          call.then(
            () => "ja",
            () => "nej",
          );
        return [
          await said(microsoftTeams.clipboard.write(new Blob(["kopi"], { type: "text/plain" }))),
          await said(microsoftTeams.app.openLink("javascript:alert(1)")),
          await said(
            microsoftTeams.pages.navigateToApp({ appId: "00000000-0000-4000-8000-000000000000", pageId: "x" }),
          ),
          await said(microsoftTeams.pages.backStack.navigateBack()),
          (await microsoftTeams.pages.tabs.getTabInstances()).teamTabs.length,
        ];
      }),
    ).toEqual(["ja", "nej", "nej", "nej", 0]);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("kopi");
    await frame.evaluate(() =>
      microsoftTeams.sharing.shareWebContent({
        content: [{ type: "URL", url: "https://a.example/side", preview: true }],
      }),
    );
    expect(await page.getByRole("textbox", { name: "Link", exact: true }).inputValue()).toBe("https://a.example/side");

    await page.goto(link);
    const cold = await strangeFrame(page);
    await join(cold);
    expect((await cold.evaluate(() => microsoftTeams.app.getContext())).page.subPageId).toBe("sag/8");
    await cold.evaluate(() => void microsoftTeams.pages.currentApp.navigateTo({ pageId: "list", subPageId: "9" }));
    const list = await strangeFrame(page, "/tab/list");
    await join(list);
    expect((await list.evaluate(() => microsoftTeams.app.getContext())).page).toMatchObject({
      id: "list",
      subPageId: "9",
    });
    await list.evaluate(() => void microsoftTeams.pages.backStack.navigateBack());
    await join(await strangeFrame(page, "/tab/home"));
    await page.getByRole("button", { name: "Fremmed" }).waitFor();
    expect(new URL(page.url()).searchParams.get("sub")).toBe("sag/8");
  });

  test("a tab in a channel: set up, the same for all members, changed, linked to and removed", async () => {
    const setUp = async (settings: Frame, name: string, refuse = false): Promise<void> => {
      await join(settings);
      await settings.evaluate(
        ([origin, tabName, no]) => {
          const { config } = microsoftTeams.pages;
          let tries = 0;
          config.registerOnSaveHandler((event) => {
            tries += 1;
            if (no === true && tries === 1) return event.notifyFailure("Puljen er lukket.");
            void config
              .setConfig({
                entityId: "pulje-26",
                contentUrl: `${String(origin)}/tab/pool`,
                suggestedDisplayName: String(tabName),
              })
              .then(() => event.notifySuccess());
          });
          config.setValidityState(true);
        },
        [stranger.origin, name, refuse] as const,
      );
    };
    await joined();
    await page.getByRole("button", { name: "Teams", exact: true }).click();
    await page.getByRole("button", { name: "Tilføj en fane" }).click();
    const save = page.getByRole("button", { name: "Gem" });
    expect(await save.getAttribute("aria-disabled")).toBe("true");
    await setUp(await strangeFrame(page, "/tab/settings"), "Pulje 2026", true);
    await save.click();
    await page.getByText("Puljen er lukket.").waitFor();
    await save.click();
    await page.getByRole("tab", { name: "Pulje 2026" }).waitFor();
    const pool = await strangeFrame(page, "/tab/pool");
    await join(pool);
    const told = await pool.evaluate(async () => ({
      context: await microsoftTeams.app.getContext(),
      config: await microsoftTeams.pages.getConfig(),
    }));
    expect(told).toMatchObject({
      context: {
        page: { id: "pulje-26", frameContext: "content" },
        team: { displayName: "Åben", userRole: 0 },
        channel: { displayName: "Generelt", membershipType: "Regular" },
      },
      config: { entityId: "pulje-26", suggestedDisplayName: "Pulje 2026" },
    });
    await pool.evaluate(() => microsoftTeams.pages.shareDeepLink({ subPageId: "x", subPageLabel: "X" }));
    const link = await page.getByRole("textbox", { name: "Link i dette arbejdsrum" }).inputValue();

    await page.goto(`${link}&persona=bo`);
    await page.getByRole("tab", { name: "Pulje 2026", selected: true }).waitFor();
    await page.getByRole("button", { name: "Flere valg for fanen Pulje 2026" }).click();
    await page.getByRole("menuitem", { name: "Indstillinger" }).click();
    await setUp(await strangeFrame(page, "/tab/settings"), "Pulje 2027");
    await save.click();
    await page.getByRole("tab", { name: "Pulje 2027" }).waitFor();
    await page.getByRole("button", { name: "Flere valg for fanen Pulje 2027" }).press("Enter");
    await page.getByRole("menuitem", { name: "Fjern" }).press("Enter");
    await page.getByRole("alertdialog").getByRole("button", { name: "Fjern" }).click();
    await page.getByText("Der er ingen faner i kanalen endnu.").waitFor();
    await page.goto(`${stranger.host}/?persona=carl&app=teams`);
    await page.getByText("Du er ikke med i et team.").waitFor();
  });

  test("two people side by side have each their own tokens", async () => {
    const left = await joined("/?persona=anna&persona2=bo&app2=tab");
    const right = await strangeFrame(page, "/tab/", 1);
    await join(right);
    expect([await token(left), await token(right)]).toEqual([anna.userPrincipalName, bo.userPrincipalName]);
  });

  test("a phone's back button goes to the app first; Outlook has its own name and no channels", async () => {
    const frame = await joined("/?persona=anna&client=phone");
    await frame.evaluate(() => {
      window.heard = [];
      microsoftTeams.pages.backStack.registerBackButtonHandler(() => window.heard.push("tilbage") > 0);
    });
    await page.getByRole("button", { name: "Tilbage" }).click();
    await expect.poll(() => frame.evaluate(() => window.heard)).toEqual(["tilbage"]);
    expect((await frame.evaluate(() => microsoftTeams.app.getContext())).app.host.clientType).toBe("android");
    expect(await token(frame)).toBe(anna.userPrincipalName);
    await page.goto(`${stranger.host}/?persona=anna&client=outlook&app=chat`);
    const outlook = await strangeFrame(page);
    await join(outlook);
    expect(await outlook.evaluate(() => microsoftTeams.pages.config.isSupported())).toBe(false);
    expect((await outlook.evaluate(() => microsoftTeams.app.getContext())).app.host.name).toBe("Outlook");
  });

  test("a host at another address gives the app no storage, and still a token", async () => {
    const context = await browser.newContext();
    page = await context.newPage();
    const host = stranger.host.replace("localhost", "127.0.0.1");
    await page.goto(`${host}/?persona=bo`);
    const frame = await strangeFrame(page);
    await frame.evaluate(async (origin) => microsoftTeams.app.initialize([origin]), host);
    const storage = await frame.evaluate(() => {
      try {
        return String(window.sessionStorage.length);
      } catch (error) {
        return error instanceof DOMException ? error.name : "other";
      }
    });
    expect(storage).toBe("SecurityError");
    expect(await token(frame)).toBe(bo.userPrincipalName);
  });

  test("the bench: slow, mute, without sign-on, without dialogs, sign-in out of reach", async () => {
    const context = await browser.newContext();
    page = await context.newPage();
    await page.clock.install();
    const started = async (bench: string): Promise<Frame> => {
      await page.goto(`${stranger.host}/?persona=anna&bench=${bench}`);
      const frame = await strangeFrame(page);
      await frame.evaluate((host) => {
        window.heard = [];
        microsoftTeams.app.initialize([host]).then(
          () => window.heard.push("joined"),
          (error: unknown) => window.heard.push(String(error)),
        );
      }, stranger.host);
      return frame;
    };
    const heard = (frame: Frame) => frame.evaluate(() => window.heard);
    const slow = await started("slow");
    expect(await heard(slow)).toEqual([]);
    await page.clock.fastForward(3000);
    await expect.poll(() => heard(slow)).toEqual(["joined"]);
    const mute = await started("mute");
    await page.clock.fastForward(60_001);
    await expect.poll(() => heard(mute)).toEqual(["Error: SDK initialization timed out."]);
    const older = await started("no-sign-on,no-dialogs");
    await expect.poll(() => heard(older)).toEqual(["joined"]);
    expect(
      await older.evaluate(() => [
        typeof window.nestedAppAuthBridge,
        microsoftTeams.nestedAppAuth.isNAAChannelRecommended(),
        microsoftTeams.dialog.isSupported(),
      ]),
    ).toEqual(["undefined", false, false]);
    const offline = await started("sign-in-offline");
    await expect.poll(() => heard(offline)).toEqual(["joined"]);
    expect(await token(offline)).toBe("no_network_connectivity");
  });

  test("links opened cold: an app that is missing, a page that is missing, nobody signed in", async () => {
    await joined(`/l/entity/${strangerId}/borte`);
    expect(new URL(page.url()).searchParams.get("page")).toBe("borte");
    await page.goto(`${stranger.host}/l/entity/00000000-0000-4000-8000-000000000000/x`);
    await page.getByText("Appen er ikke installeret.").waitFor();
    await page.goto(`${stranger.host}/l/entity/%E0%A4%A/x`);
    await page.getByText("Appen er ikke installeret.").waitFor();
    await page.goto(
      `${stranger.host}/l/entity/${strangerId}/list?context=%7B%22subEntityId%22%3A%22sag%2F7%22%7D&persona=none`,
    );
    await page.getByRole("heading", { name: "Vælg en konto" }).waitFor();
    await page.getByRole("button", { name: /^Bo Bæk/u }).press("Enter");
    const frame = await strangeFrame(page, "/tab/list");
    await join(frame);
    const { page: place, user } = await frame.evaluate(() => microsoftTeams.app.getContext());
    expect([place.subPageId, user?.id]).toEqual(["sag/7", bo.id]);
  });
});
