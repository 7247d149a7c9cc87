import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Bench, clients, openBench, tokenOf } from "../graph-server.test-support.ts";
import type { TeamsApp } from "./teams-app.ts";

const member = "00000000-0000-4000-8000-000000000002";
const guest = "00000000-0000-4000-8000-000000000003";
const path = `/users/${member}/teamwork/sendActivityNotification`;
const teamsApp: TeamsApp = {
  id: "00000000-0000-4000-8000-0000000000b1",
  name: "Prøveapp",
  clientId: clients.app,
  activityTypes: [{ type: "asked", templateText: "{actor} beder dig se på {title}" }],
  isInstalledFor: (userId) => userId !== guest,
};
const asked = {
  topic: { source: "text", value: "Ansøgning 7", webUrl: "https://teams.test/l/entity/x" },
  activityType: "asked",
  previewText: { content: "x".repeat(200) },
  templateParameters: [{ name: "title", value: "Ny pumpe" }],
};
const token = { token: tokenOf("ejer", ["TeamsActivity.Send"]) };

let bench: Bench;
beforeEach(() => {
  bench = openBench({ teamsOrigin: "https://teams.test", teamsApps: () => [teamsApp] });
});
afterEach(() => bench.server.close());

const send = (more = {}, to = path) => bench.call("POST", to, { ...asked, ...more }, token);
const feed = () => bench.server.activityNotifications.list(member);

describe("the activity feed", () => {
  it("keeps what was sent for whoever shows Teams, newest first, and tells of it", async () => {
    const heard: string[] = [];
    const stop = bench.server.activityNotifications.onNotification(({ text }) => heard.push(text));
    expect((await send()).status).toBe(204);
    stop();
    const entity = { source: "entityUrl", value: "https://graph.microsoft.com/v1.0/users/x/teamwork/installedApps/y" };
    const parameters = [{ name: "systemDefaultText", value: "Frit ord" }];
    const second = { topic: entity, activityType: "systemDefault", templateParameters: parameters };
    expect((await send(second, "/users/medlem@kommune.example/teamwork/sendActivityNotification")).status).toBe(204);
    expect(heard).toEqual(["Ejnar Ejer beder dig se på Ny pumpe"]);
    expect(feed()).toEqual([
      expect.objectContaining({ text: "Frit ord", topic: undefined, webUrl: undefined }),
      {
        id: "1",
        userId: member,
        sentAt: "2026-01-05T10:00:00Z",
        teamsAppId: teamsApp.id,
        appName: "Prøveapp",
        activityType: "asked",
        actor: "Ejnar Ejer",
        text: "Ejnar Ejer beder dig se på Ny pumpe",
        preview: "x".repeat(150),
        topic: "Ansøgning 7",
        webUrl: "https://teams.test/l/entity/x",
        isRead: false,
      },
    ]);
  });

  it("lets only the person mark an entry as read, and forgets it after 30 days", async () => {
    await send();
    bench.server.activityNotifications.markRead(guest, "1");
    expect(feed()).toMatchObject([{ isRead: false }]);
    bench.server.activityNotifications.markRead(member, "1");
    expect(feed()).toMatchObject([{ isRead: true }]);
    bench.advance(31 * 86_400_000);
    expect(feed()).toEqual([]);
  });

  it.each([
    ["a parameter is missing", { templateParameters: [] }],
    ["a text is too long", { templateParameters: [{ name: "title", value: "x".repeat(1_025) }] }],
    ["the link leads out of Teams", { topic: { ...asked.topic, webUrl: "https://example.dk/" } }],
    ["the entity is not Graph's", { topic: { source: "entityUrl", value: "https://example.dk/v1.0/x" } }],
    ["the body is none", { topic: "x" }],
  ])("refuses when %s", async (_, more) => {
    expect((await send(more)).status).toBe(400);
    expect(feed()).toEqual([]);
  });

  it("refuses a sender without the permission, to himself, without an app or with two", async () => {
    const refused = await bench.call("POST", path, asked, { token: tokenOf("ejer") });
    expect([refused.status, refused.at("error", "code")]).toEqual([403, "Authorization_RequestDenied"]);
    expect((await send({}, "/users/ejer@kommune.example/teamwork/sendActivityNotification")).status).toBe(400);
    const without = openBench();
    expect((await without.call("POST", path, asked, token)).status).toBe(403);
    without.server.close();
    const twice = openBench({ teamsApps: () => [teamsApp, { ...teamsApp, id: "other" }] });
    expect((await twice.call("POST", path, asked, token)).status).toBe(409);
    twice.server.close();
  });

  it("gives a person ten a minute", async () => {
    for (let sent = 0; sent < 10; sent++) expect((await send()).status).toBe(204);
    const more = await send();
    expect([more.status, more.headers.get("retry-after")]).toEqual([429, "60"]);
    bench.advance(60_000);
    expect((await send()).status).toBe(204);
  });
});
