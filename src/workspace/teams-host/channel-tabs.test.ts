import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { anna, bo, testSeed } from "../test-seed.ts";
import type { AppPackage } from "./app-package.ts";
import { channelRoutes } from "./channel-routes.ts";
import { createChannelTabs } from "./channel-tabs.ts";
import { createLiveStream } from "./live-stream.ts";
import { teamsOf } from "./teams.ts";

const folder = mkdtempSync(join(tmpdir(), "channel-tabs-"));
afterAll(() => rmSync(folder, { recursive: true }));
const tab = { channelId: "c", appId: "a", name: "Pulje", entityId: "p", contentUrl: "http://localhost:1/p" };

describe("createChannelTabs", () => {
  it("keeps the tabs over a new start, changed and removed ones too", () => {
    const file = join(folder, "tabs.json");
    const first = createChannelTabs(file);
    const { id } = first.add(tab);
    const other = first.add({ ...tab, name: "Andet" });
    first.configure(id, { name: "Pulje 2027", entityId: "q", contentUrl: "http://localhost:1/q" });
    expect([first.remove(other.id), first.remove(other.id)]).toEqual([true, false]);
    expect(createChannelTabs(file).list()).toEqual([
      { id, channelId: "c", appId: "a", name: "Pulje 2027", entityId: "q", contentUrl: "http://localhost:1/q" },
    ]);
    expect(first.configure(other.id, tab)).toBeUndefined();
  });
});

describe("teamsOf", () => {
  it("makes a team of a site's owners and members, with the same ids at every start", () => {
    const members = { [anna.userPrincipalName]: "owner", [bo.userPrincipalName]: "visitor" } as const;
    const seed = testSeed({ sites: [{ path: "/sites/a", displayName: "A", members, applicationGrants: {} }] });
    const [team] = teamsOf(seed);
    expect(team).toMatchObject({ displayName: "A", sitePath: "/sites/a", roles: { [anna.id]: "owner" } });
    expect(Object.keys(team?.roles ?? {})).toEqual([anna.id]);
    expect(team?.groupId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(teamsOf(seed)).toEqual([team]);
  });
});

describe("channelRoutes", () => {
  const teams = teamsOf(testSeed());
  const app: AppPackage = {
    id: "a",
    name: "App",
    version: "1",
    accentColor: "#000000",
    botId: "b",
    botScopes: ["personal"],
    tabs: [],
    configurableTab: { configurationUrl: "http://localhost:1/settings", canUpdateConfiguration: true },
    origin: "http://localhost:1",
    messagesUrl: undefined,
    showLoadingIndicator: false,
    webApplication: undefined,
    activityTypes: [],
    icons: { color: undefined, outline: undefined },
  };
  const apps = [app, { ...app, id: "personal", configurableTab: undefined }];
  const routes = channelRoutes({
    tabs: createChannelTabs(),
    teams,
    apps: {
      list: () => apps,
      find: (id) => apps.find((each) => each.id === id),
      install: () => ({ ok: false, refusal: "" }),
    },
    live: createLiveStream(),
  });
  const channelId = teams[0]?.id ?? "";
  const send = (method: string, path: string, body?: object) =>
    routes.request(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

  it("adds, changes and removes a tab", async () => {
    const added = (await (await send("POST", "/", { ...tab, channelId })).json()) as { id: string };
    expect((await send("PUT", `/${added.id}`, { ...tab, name: "Nyt" })).status).toBe(200);
    expect(await (await send("GET", "/")).json()).toMatchObject({ tabs: [{ id: added.id, name: "Nyt", channelId }] });
    expect((await send("DELETE", `/${added.id}`)).status).toBe(204);
    expect((await send("PUT", `/${added.id}`, tab)).status).toBe(404);
    expect(await (await send("GET", "/")).json()).toEqual({ tabs: [] });
  });

  it.each([
    ["no channel of the tenant", { ...tab }, 404],
    ["an app without a configurable tab", { ...tab, channelId, appId: "personal" }, 400],
    ["a page that is not the app's", { ...tab, channelId, contentUrl: "http://localhost:2/p" }, 400],
    ["a removal page that is not the app's", { ...tab, channelId, removeUrl: "http://localhost:2/p" }, 400],
    ["no name", { ...tab, channelId, name: "" }, 400],
    ["an address that is none", { ...tab, channelId, contentUrl: "javascript:alert(1)" }, 400],
  ])("refuses %s", async (_what, body, status) => expect((await send("POST", "/", body)).status).toBe(status));
});
