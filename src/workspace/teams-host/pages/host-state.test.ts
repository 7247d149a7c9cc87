import { describe, expect, it } from "vitest";
import { anApp, aTeam, hostData, hostOrigin } from "./host.test-support.ts";
import { afterReload, goBack, goTo, hostAddress, nextPane, paneOfPerson, readHostState, spotOf } from "./host-state.ts";

const origin = hostOrigin;
const channelTab = {
  id: "tab-1",
  channelId: aTeam.id,
  appId: anApp.id,
  name: "Puljen",
  entityId: "pulje",
  contentUrl: "http://localhost:4281/tab/pulje",
};
const data = hostData({ channelTabs: [channelTab] });
const read = (path: string) => readHostState(new URL(origin + path), data);

describe("readHostState", () => {
  it("opens the first app for the first person when the address says nothing", () => {
    expect(read("/")).toMatchObject({
      panes: [{ personaId: "id-anna", place: "app-1" }],
      theme: "default",
      locale: "da-DK",
    });
  });

  it("reads persons, places, theme and language", () => {
    const state = read("/?persona=bo&app=chat&persona2=anna@proeve.example&app2=sharepoint&theme=contrast&lang=en-GB");
    expect(state).toMatchObject({
      panes: [
        { personaId: "id-bo", place: "chat" },
        { personaId: "id-anna", place: "sharepoint" },
      ],
      theme: "contrast",
      locale: "en-GB",
    });
  });

  it("falls back on unknown values", () => {
    expect(read("/?persona=nobody&app=none&theme=pink&lang=fr")).toEqual(read("/"));
    expect(read("/?persona2=nobody").panes).toHaveLength(1);
  });

  it("opens a deep link cold, as the person in the address", () => {
    const state = read("/l/entity/app-1/home?context=%7B%22subEntityId%22%3A%22sag%2F7%22%7D&persona=bo");
    expect(state.panes).toMatchObject([{ personaId: "id-bo", place: "app-1", entityId: "home", subEntityId: "sag/7" }]);
  });

  it("reads the test bench and the client, and leaves out switches it does not know", () => {
    expect(read("/?bench=slow,nonsense,consent&client=phone")).toMatchObject({
      bench: ["slow", "consent"],
      client: "phone",
    });
    expect(read("/?client=fridge")).toMatchObject({ bench: [], client: "teams" });
  });

  it("opens a link to a tab in a channel there, and one that is gone in the app itself", () => {
    const link = (entity: string): string =>
      `/l/entity/app-1/${entity}?context=${encodeURIComponent(JSON.stringify({ subEntityId: "s", channelId: aTeam.id }))}`;
    expect(read(link("pulje")).panes).toMatchObject([
      { place: "teams", channelId: aTeam.id, entityId: "tab-1", subEntityId: "s" },
    ]);
    expect(read(link("borte")).panes).toMatchObject([{ place: "app-1", entityId: "borte", subEntityId: "s" }]);
  });

  it("keeps a deep link for who signs in after it was opened", () => {
    const [pane] = read("/l/entity/app-1/home?persona=none").panes;
    if (pane === undefined) throw new Error("no pane");
    expect(pane.personaId).toBe("");
    expect(paneOfPerson(pane, "id-bo")).toMatchObject({ personaId: "id-bo", place: "app-1", entityId: "home" });
  });

  it("opens a deep link to an app that is not installed, so that the shell can say so", () => {
    expect(read("/l/entity/missing/home").panes).toMatchObject([{ place: "missing" }]);
  });
});

describe("hostAddress", () => {
  it.each([
    "/?persona=anna&app=tab",
    "/?persona=bo&app=tab&page=home&sub=sag%2F7&theme=dark&lang=en-GB",
    "/?persona=anna&app=chat&persona2=bo&app2=sharepoint&tokenLifetime=302",
    "/?persona=anna&app=tab&client=outlook&bench=slow,short-tokens",
    "/?persona=none&app=tab&page=home&persona2=none&app2=tab",
    "/?persona=anna&app=teams&channel=19%3Ateam%40thread.tacv2&page=tab-1",
  ])("leads back to %s", (path) => expect(hostAddress(read(path), data)).toBe(path));
});

describe("afterReload", () => {
  it("keeps persons, places and pages, and follows no link a second time", () =>
    expect(hostAddress(afterReload(read("/?persona=bo&app=tab&page=home&sub=sag%2F7&theme=dark")), data)).toBe(
      "/?persona=bo&app=tab&page=home&theme=dark",
    ));
});

describe("going back", () => {
  it("leads to where the pane was before, once for each step", () => {
    const [start] = read("/?persona=anna&app=tab&page=home").panes;
    if (start === undefined) throw new Error("no pane");
    const chat = goTo(start, { place: "chat", entityId: undefined, subEntityId: undefined });
    const other = goTo(chat, spotOf({ appId: "app-1", entityId: "", subEntityId: "sag/8" }, data));
    expect(other).toMatchObject({ place: "app-1", entityId: undefined, subEntityId: "sag/8" });
    expect(goBack(other)).toMatchObject({ place: "chat" });
    expect(goBack(goBack(other))).toMatchObject({ place: "app-1", entityId: "home", before: [] });
    expect(goBack(start)).toBe(start);
  });
});

describe("nextPane", () => {
  it("shows somebody who has no pane yet", () =>
    expect(nextPane(read("/?persona=anna").panes, data).personaId).toBe("id-bo"));
});

describe("paneOfPerson", () => {
  const [pane] = read("/?persona=anna&app=tab&page=home&sub=sag%2F7").panes;
  if (pane === undefined) throw new Error("no pane");

  it("starts another person at the app's first page, not at the page of the person before", () =>
    expect(paneOfPerson(pane, "id-bo")).toEqual({
      personaId: "id-bo",
      place: "app-1",
      entityId: undefined,
      subEntityId: undefined,
      channelId: undefined,
      before: [],
      visit: 1,
    }));

  it("leaves the page alone when the same person is chosen again", () =>
    expect(paneOfPerson(pane, "id-anna")).toBe(pane));
});
