import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { HostData, Persona } from "./host-data.ts";
import { type HostState, readHostState } from "./host-state.ts";
import { PaneContent } from "./pane-content.tsx";
import type { HostActions } from "./use-host-state.ts";

const anna = aPersona("anna");
const bo = aPersona("bo");
const data: HostData = {
  configuration: {
    origins: { host: "http://localhost:4280", graph: "", identity: "", sharePoint: "http://localhost:4290" },
    tenant: { id: "t", displayName: "Prøvekommune", domain: "proeve.example", timeZone: "Europe/Copenhagen" },
  },
  personas: [anna, bo],
  apps: [],
};
const actions: HostActions = {
  setPersona: () => undefined,
  setPlace: () => undefined,
  openPage: () => undefined,
  setSplit: () => undefined,
  setTheme: () => undefined,
  setLocale: () => undefined,
};
const light = readHostState(new URL("http://localhost:4280/?persona=anna&app=sharepoint"), data);

afterEach(cleanup);

describe("SharePoint in a pane", () => {
  it("keeps the page people have come to when the theme changes", () => {
    const { rerender } = render(pane(light, anna));
    const before = frameOf(anna);
    const address = before.src;
    rerender(pane({ ...light, theme: "dark" }, anna));
    expect(frameOf(anna)).toBe(before);
    expect(before.src).toBe(address);
  });

  it("opens anew for another person and another language, in the theme of the moment", () => {
    const { rerender } = render(pane(light, anna));
    rerender(pane({ ...light, theme: "dark" }, bo));
    expect(frameOf(bo).src).toBe("http://localhost:4290/?persona=bo&theme=dark&lang=da-DK");
    rerender(pane({ ...light, theme: "dark", locale: "en-GB" }, bo));
    expect(frameOf(bo).src).toBe("http://localhost:4290/?persona=bo&theme=dark&lang=en-GB");
  });
});

function pane(state: HostState, persona: Persona): React.JSX.Element {
  const [found] = state.panes;
  if (found === undefined) throw new Error("no pane");
  return (
    <PaneContent
      index={0}
      pane={{ ...found, personaId: persona.id }}
      data={data}
      state={state}
      actions={actions}
      narrow={false}
      tokenOf={() => Promise.resolve("")}
      persona={persona}
    />
  );
}

function frameOf({ displayName }: Persona): HTMLIFrameElement {
  const frame = screen.getByTitle(`SharePoint: ${displayName}`);
  if (!(frame instanceof HTMLIFrameElement)) throw new Error("not a frame");
  return frame;
}

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
