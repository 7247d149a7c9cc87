import { describe, expect, it } from "vitest";
import type { HostData, Persona } from "./host-data.ts";
import { afterReload, hostAddress, nextPane, paneOfPerson, readHostState } from "./host-state.ts";

const origin = "http://localhost:4280";
const data: HostData = {
  configuration: {
    origins: { host: origin, graph: "", identity: "", sharePoint: "" },
    tenant: { id: "t", displayName: "Prøvekommune", domain: "proeve.example", timeZone: "Europe/Copenhagen" },
  },
  personas: [aPersona("anna"), aPersona("bo")],
  apps: [
    {
      id: "app-1",
      name: "Prøve",
      accentColor: "#113355",
      botId: "b",
      origin: "http://localhost:4281",
      hasIcons: false,
      showLoadingIndicator: false,
      tabs: [],
    },
  ],
};
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

  it("opens a deep link to an app that is not installed, so that the shell can say so", () => {
    expect(read("/l/entity/missing/home").panes).toMatchObject([{ place: "missing" }]);
  });
});

describe("hostAddress", () => {
  it.each([
    "/?persona=anna&app=tab",
    "/?persona=bo&app=tab&page=home&sub=sag%2F7&theme=dark&lang=en-GB",
    "/?persona=anna&app=chat&persona2=bo&app2=sharepoint&tokenLifetime=302",
  ])("leads back to %s", (path) => expect(hostAddress(read(path), data)).toBe(path));
});

describe("afterReload", () => {
  it("keeps persons, places and pages, and follows no link a second time", () =>
    expect(hostAddress(afterReload(read("/?persona=bo&app=tab&page=home&sub=sag%2F7&theme=dark")), data)).toBe(
      "/?persona=bo&app=tab&page=home&theme=dark",
    ));
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
      visit: 1,
    }));

  it("leaves the page alone when the same person is chosen again", () =>
    expect(paneOfPerson(pane, "id-anna")).toBe(pane));
});

function aPersona(userName: string): Persona {
  return {
    id: `id-${userName}`,
    userName,
    userPrincipalName: `${userName}@proeve.example`,
    displayName: userName,
    jobTitle: "",
    department: "",
    featured: true,
  };
}
