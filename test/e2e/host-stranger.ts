import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import type { Frame, Page } from "playwright-core";
import * as z from "zod/mini";
import { aGuide } from "#workspace/guide.test-support.ts";
import { serveLoopback } from "#workspace/serve-loopback.ts";
import { startWorkspace, type Workspace } from "#workspace/start-workspace.ts";
import { anApplication, anna, bo, testAppId, testSeed } from "#workspace/test-seed.ts";

const modules = join(dirname(fileURLToPath(import.meta.url)), "../../node_modules");

export const strangerId = "66666666-6666-4666-8666-666666666666";

/** A workspace without a product in it, and an app of somebody else's: Microsoft's own client libraries, nothing more. */
export interface Stranger {
  readonly workspace: Workspace;
  readonly host: string;
  /** Where the app's pages are. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts both; the app asks for a spinner until it is loaded, has two tabs, and can stand in a channel. */
export async function startStranger(): Promise<Stranger> {
  const libraries: Readonly<Record<string, string>> = {
    "/teams.js": readFileSync(join(modules, "@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js"), "utf8"),
    "/msal.js": readFileSync(join(modules, "@azure/msal-browser/lib/msal-browser.min.js"), "utf8"),
  };
  const app = await serveLoopback((request) => {
    const library = libraries[new URL(request.url).pathname];
    const type = library === undefined ? "text/html" : "text/javascript";
    return new Response(library ?? strangePage, { headers: { "content-type": `${type}; charset=utf-8` } });
  }, 0);
  const origin = `http://localhost:${app.port}`;
  const seed = testSeed();
  const [site] = seed.sites;
  if (site === undefined) throw new Error("the trial tenant has a site");
  const workspace = await startWorkspace({
    port: 0,
    seed: {
      ...seed,
      sites: [{ ...site, members: { ...site.members, [bo.userPrincipalName]: "member" } }],
      // May ring people's bells, and sign a person in without a browser.
      applications: [
        anApplication(testAppId, "Fremmed", { publicClient: true, delegatedPermissions: ["TeamsActivity.Send"] }),
      ],
    },
    guide: aGuide(site.path),
    startAt: new Date("2026-11-25T09:00:00Z"),
  });
  const { host } = workspace.origins;
  const answer = await fetch(`${host}/workspace/apps?origin=${origin}`, { method: "POST", body: strangePackage() });
  if (!answer.ok) throw new Error(await answer.text());
  return {
    workspace,
    host,
    origin,
    close: async () => {
      await workspace.close();
      await app.close();
    },
  };
}

/** The app's page in the pane with this number, from left to right, or in what stands over it; loaded, not yet joined. */
export async function strangeFrame(page: Page, path = "/tab/", index = 0): Promise<Frame> {
  const element = await page.locator(`iframe[src*="${path}"]`).nth(index).elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`no frame at ${path}`);
  await frame.waitForFunction("typeof microsoftTeams === 'object' && typeof msal === 'object'");
  return frame;
}

/** Puts an entry into Bo's activity feed, in Anna's name; a press leads to a page of the app. */
export async function ringBo({ workspace }: Stranger, title: string): Promise<void> {
  const { identity, graph } = workspace.origins;
  const signIn = await fetch(`${identity}/organizations/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "password",
      client_id: testAppId,
      username: anna.userPrincipalName,
      password: "x",
      scope: "https://graph.microsoft.com/TeamsActivity.Send",
    }),
  });
  const { access_token } = z.object({ access_token: z.string() }).parse(await signIn.json());
  const context = encodeURIComponent(JSON.stringify({ subEntityId: "sag/7" }));
  const answer = await fetch(`${graph}/v1.0/users/${bo.id}/teamwork/sendActivityNotification`, {
    method: "POST",
    headers: { authorization: `Bearer ${access_token}`, "content-type": "application/json" },
    body: JSON.stringify({
      topic: {
        source: "text",
        value: title,
        webUrl: `https://teams.microsoft.com/l/entity/${strangerId}/list?context=${context}`,
      },
      activityType: "asked",
      previewText: { content: "Svar senest fredag." },
      templateParameters: [{ name: "title", value: title }],
    }),
  });
  if (answer.status !== 204) throw new Error(await answer.text());
}

const strangePage = `<!doctype html><html lang="da"><title>Fremmed</title>
<script src="/teams.js"></script><script src="/msal.js"></script><p>Fremmed app</p></html>`;

function strangePackage(): Uint8Array<ArrayBuffer> {
  const at = (path: string): string => `https://fremmed.example/tab/${path}`;
  const manifest = {
    id: strangerId,
    version: "1.0.0",
    name: { short: "Fremmed" },
    accentColor: "#113355",
    icons: { color: "color.png", outline: "outline.png" },
    staticTabs: [
      { entityId: "conversations", scopes: ["personal"] },
      { entityId: "home", name: "Hjem", contentUrl: at("home?theme={theme}&locale={locale}"), scopes: ["personal"] },
      { entityId: "list", name: "Liste", contentUrl: at("list"), scopes: ["personal"] },
    ],
    configurableTabs: [{ configurationUrl: at("settings"), canUpdateConfiguration: true, scopes: ["team"] }],
    bots: [{ botId: testAppId, scopes: ["personal"] }],
    activities: {
      activityTypes: [{ type: "asked", description: "Bedt om noget", templateText: "{actor} beder dig se på {title}" }],
    },
    webApplicationInfo: { id: testAppId, resource: `api://${testAppId}` },
    showLoadingIndicator: true,
  };
  return new Uint8Array(
    zipSync({
      "manifest.json": strToU8(JSON.stringify(manifest)),
      "color.png": new Uint8Array([1]),
      "outline.png": new Uint8Array([1]),
    }),
  );
}
