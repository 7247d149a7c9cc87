import type * as MsalLibrary from "@azure/msal-browser";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { type TabConfig, tabConfigSchema } from "#contract/tab-config.ts";
import { demoMunicipality as municipality } from "#demo/municipality.ts";
import { heading, overview, reader, signIn, tabEdges } from "./tab-edges-pages.ts";
import type { TabStage } from "./tab-stage.ts";

// The published library, as a page loads it.
declare const msal: typeof MsalLibrary;
declare global {
  interface Window {
    /** In a page of Microsoft's library: three tokens, each renewed past the cache. */
    renewed?: () => Promise<readonly string[]>;
    signOut?: () => void;
  }
}

const edges = tabEdges();
const { aPage } = edges;

/** What an ordinary page is told of the tenant: the tab's own configuration. */
async function clientOf({ service }: TabStage): Promise<TabConfig> {
  return z.parse(tabConfigSchema, await (await fetch(`${service}/tab/config.json`)).json());
}

/** Runs in a page: takes what a redirect brought, or leaves for sign-in. */
async function startMsal({ clientId, authority, authorityMetadata = "", scope }: TabConfig) {
  const redirectUri = `${window.location.origin}/tab/redirect.html`;
  const client = await msal.createStandardPublicClientApplication({
    auth: { clientId, authority, authorityMetadata, redirectUri },
    system: { protocolMode: "OIDC" },
  });
  const answered = await client.handleRedirectPromise();
  if (answered === null) {
    // The page is left before this is done.
    void client.loginRedirect({ scopes: [scope] });
    return undefined;
  }
  const request = { scopes: [scope], account: answered.account, forceRefresh: true };
  window.renewed = async () => {
    const all: string[] = [answered.accessToken];
    for (let round = 0; round < 2; round += 1) all.push((await client.acquireTokenSilent(request)).accessToken);
    return all;
  };
  // The page is left before this is done, too.
  window.signOut = () => void client.logoutRedirect({ account: answered.account });
  return { username: answered.account.username };
}

describe("signing in with Microsoft's own library in a browser", () => {
  test("T29 a blocked window and a challenge are explained, and each click opens one window", async () => {
    edges.stage.demand("c1");
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
    await page.goto(`${edges.stage.service}/tab/`);
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
    await edges.stage.control({ consent: { clientId: municipality.appId, policy: "administrator" } });
    const page = await aPage();
    await page.goto(`${edges.stage.service}/tab/`);
    const opened = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Log ind" }).click();
    const refused = await opened;
    await refused.getByRole("button", { name: reader }).click();
    await refused.getByText("Det kan kun en administrator give lov til.").waitFor();
    await refused.getByRole("button", { name: "Tilbage til appen uden at godkende" }).click();
    const link = await page.getByLabel("Link til it-afdelingen").inputValue();
    const administrator = await edges.context.newPage();
    await administrator.goto(link);
    await administrator.getByRole("button", { name: /administrator@/u }).click();
    await administrator.getByText(/^Fremdrift er nu godkendt for hele organisationen/u).waitFor();
    await administrator.close();
    await signIn(page);
    await heading(page, overview).waitFor();
  });

  test("a page of its own signs in by redirect, renews its tokens by rotation, and signs out", async () => {
    const page = await aPage();
    // Only the path of a loopback address is registered.
    await page.goto(`${edges.stage.stranger}/tab/redirect.html`);
    await page.evaluate(startMsal, await clientOf(edges.stage));
    await page.getByRole("button", { name: reader }).click();
    await page.waitForURL(`${edges.stage.stranger}/tab/redirect.html**`);
    const first = await page.evaluate(startMsal, await clientOf(edges.stage));
    expect(first).toMatchObject({ username: expect.stringMatching(reader) as string });
    const tokens = await page.evaluate(() => window.renewed?.());
    expect(new Set(tokens).size).toBe(3);
    for (const token of tokens ?? [])
      expect(await edges.stage.identity.verify(token, { audiences: [municipality.appId] })).toMatchObject({ ok: true });
    await page.evaluate(() => window.signOut?.());
    await page.getByText("Du er logget ud").waitFor();
  });

  test("a window that is closed again is 'not now'", async () => {
    const page = await aPage();
    await page.goto(`${edges.stage.service}/tab/`);
    const opened = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Log ind" }).click();
    await (await opened).getByRole("button", { name: "Annuller" }).click();
    await expect
      .poll(() => page.getByRole("button", { name: "Log ind" }).getAttribute("aria-disabled"))
      .not.toBe("true");
    expect(await page.getByRole("alert").count()).toBe(0);
  });

  test("T49 a browser without a host is a host of its own: link and sign-out are there, and a reload keeps the sign-in", async () => {
    const page = await aPage({ colorScheme: "dark", permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto(`${edges.stage.service}/tab/#${edges.stage.applicationRoute}`);
    await signIn(page);
    await page.getByRole("button", { name: "Del link" }).click();
    await page.getByText("Linket er kopieret.").waitFor();
    const link = `${edges.stage.service}/tab/#${edges.stage.applicationRoute}`;
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
    await page.reload();
    await page.getByRole("button", { name: "Log ud" }).click();
    await page.getByRole("button", { name: "Log ind" }).waitFor();
  });
});
