import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { aPersona, hostActions, hostData } from "./host.test-support.ts";
import type { Persona } from "./host-data.ts";
import { type HostState, readHostState } from "./host-state.ts";
import { PaneContent } from "./pane-content.tsx";
import { createTabLink } from "./tab-connection.ts";

const anna = aPersona("anna");
const bo = aPersona("bo");
const data = hostData({ apps: [] });
const actions = hostActions();
const light = readHostState(new URL("http://localhost:4280/?persona=anna&app=sharepoint"), data);

afterEach(cleanup);

describe("SharePoint in a pane", () => {
  it("keeps the page people have come to when the theme changes", () => {
    const { rerender } = render(pane(light, anna));
    const before = frameOf(anna);
    const address = before.src;
    const told = vi.spyOn(windowOf(before), "postMessage").mockReturnValue();
    rerender(pane({ ...light, theme: "dark" }, anna));
    expect(frameOf(anna)).toBe(before);
    expect(before.src).toBe(address);
    expect(told).toHaveBeenCalledWith({ kind: "theme", theme: "dark" }, "http://localhost:4290");
  });

  it("keeps it also when the language changes", () => {
    const { rerender } = render(pane(light, anna));
    const before = frameOf(anna);
    const address = before.src;
    const told = vi.spyOn(windowOf(before), "postMessage").mockReturnValue();
    rerender(pane({ ...light, locale: "en-GB" }, anna));
    expect([frameOf(anna) === before, before.src]).toEqual([true, address]);
    expect(told.mock.calls).toEqual([[{ kind: "language", language: "en-GB" }, "http://localhost:4290"]]);
  });

  it("tells a page opened by a link in SharePoint the theme and language of the moment", () => {
    render(pane({ ...light, theme: "contrast", locale: "en-GB" }, anna));
    const told = vi.spyOn(windowOf(frameOf(anna)), "postMessage").mockReturnValue();
    fireEvent.load(frameOf(anna));
    expect(told.mock.calls).toEqual([
      [{ kind: "theme", theme: "contrast" }, "http://localhost:4290"],
      [{ kind: "language", language: "en-GB" }, "http://localhost:4290"],
    ]);
  });

  it("opens anew for another person, in the theme and language of the moment", () => {
    const { rerender } = render(pane(light, anna));
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
      activityChanges={0}
      activities={[]}
      place={found.place}
      link={createTabLink()}
      returnFocus={() => undefined}
    />
  );
}

function frameOf({ displayName }: Persona): HTMLIFrameElement {
  const frame = screen.getByTitle(`SharePoint: ${displayName}`);
  if (!(frame instanceof HTMLIFrameElement)) throw new Error("not a frame");
  return frame;
}

function windowOf(frame: HTMLIFrameElement): Window {
  if (frame.contentWindow === null) throw new Error("no window");
  return frame.contentWindow;
}
