import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { aGuide } from "../../guide.test-support.ts";
import type { GuideReading } from "../../guide.ts";
import { GuideAside } from "./guide-aside.tsx";
import { anApp, hostActions, hostData, hostOrigin } from "./host.test-support.ts";
import { readHostState } from "./host-state.ts";
import { useGuideOpen } from "./use-guide-open.ts";
import type { HostActions } from "./use-host-state.ts";
import type { Live } from "./use-live.ts";

const guide = aGuide("/sites/aaben");
const tab = { entityId: "home", name: "Hjem", contentUrl: "" };
const data = hostData({ apps: [{ ...anApp, tabs: [tab] }] });
const state = readHostState(new URL(`${hostOrigin}/?persona=anna`), data);
const live: Live = {
  requests: [],
  changes: [],
  totalRequests: 0,
  totalChanges: 0,
  clock: undefined,
  faults: false,
  appUploads: 0,
  channelChanges: 0,
  activityChanges: 0,
};

function aside(
  reading: Partial<GuideReading> = {},
  more: { readonly actions?: Partial<HostActions>; readonly sheet?: boolean; readonly onClose?: () => void } = {},
): React.JSX.Element {
  return (
    <GuideAside
      guide={guide}
      reading={{ guide, done: [], deadline: null, ...reading }}
      data={data}
      state={state}
      actions={hostActions(more.actions)}
      live={live}
      pane={0}
      sheet={more.sheet ?? false}
      takesFocus
      onClose={more.onClose ?? (() => undefined)}
    />
  );
}

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the guide", () => {
  it("says of each step what to do now, and its button makes the pane that person's, in that place", () => {
    const actions = { setPersona: vi.fn(), setPlace: vi.fn(), openPage: vi.fn() };
    const { rerender } = render(aside({}, { actions }));
    expect(screen.getAllByRole("listitem").map((step) => step.getAttribute("aria-current"))).toEqual(["step", null]);
    fireEvent.click(screen.getByRole("button", { name: "Til send" }));
    expect(actions.setPersona).toHaveBeenLastCalledWith(0, "id-anna");
    expect(actions.openPage).toHaveBeenLastCalledWith(0, {
      appId: "app-1",
      entityId: "home",
      subEntityId: undefined,
    });
    rerender(aside({ done: ["send"] }, { actions }));
    fireEvent.click(screen.getByRole("button", { name: "Til approve" }));
    expect(actions.setPersona).toHaveBeenLastCalledWith(0, "id-bo");
    expect(actions.setPlace).toHaveBeenLastCalledWith(0, "chat");
  });

  it("ticks a step off when all of it is done, says so aloud, and keeps the button that is stood on", () => {
    const { rerender } = render(aside({ done: ["send"] }));
    expect(screen.getByText("0 af 2 trin er gjort · næste: Søg")).toBeTruthy();
    const button = screen.getByRole("button", { name: "Til approve" });
    button.focus();
    rerender(aside({ done: ["send", "approve"] }));
    expect(document.activeElement).toBe(button);
    const [step] = screen.getAllByRole("listitem");
    expect(step && within(step).getByRole("heading").textContent).toBe("Søg · Gjort");
    expect(screen.getByText("1 af 2 trin er gjort · næste: Se")).toBeTruthy();
    expect(screen.getByText("Trinnet Søg er gjort.").tagName).toBe("OUTPUT");
    rerender(aside({ done: ["send", "approve", "list"] }));
    expect(screen.getByText("Du har været hele vejen rundt.")).toBeTruthy();
  });

  it("moves the clock to the deadline, and says when there is none", async () => {
    const asked = vi.fn(() => Promise.resolve(new Response("{}")));
    vi.stubGlobal("fetch", asked);
    const { rerender } = render(aside());
    expect(screen.getByText("Der er ingen frist forude.")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Spring til fristen" }));
    expect(asked).not.toHaveBeenCalled();
    rerender(aside({ deadline: "2026-12-09T23:00:00Z" }));
    expect(screen.getByText("Lige før. Torsdag 10. december 2026 kl. 23.50.")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Spring til fristen" }));
    expect(asked).toHaveBeenCalledWith("/workspace/clock", {
      method: "POST",
      body: JSON.stringify({ now: "2026-12-10T22:50:00.000Z" }),
    });
    await screen.findByText("Uret er stillet frem.");
  });

  it("puts two people side by side in one press", () => {
    const actions = { setSplit: vi.fn(), setPersona: vi.fn(), setPlace: vi.fn(), openPage: vi.fn() };
    render(aside({}, { actions }));
    fireEvent.click(screen.getByRole("button", { name: "To personer ved siden af hinanden" }));
    expect(actions.setSplit).toHaveBeenCalledWith(true);
    expect(actions.setPersona.mock.calls).toEqual([
      [0, "id-anna"],
      [1, "id-bo"],
    ]);
    expect(actions.setPlace).toHaveBeenCalledWith(1, "chat");
  });

  it("folds to one line below the panes, also when a button leads away, and never loses the focus", () => {
    render(aside({}, { sheet: true }));
    const button = screen.getByRole("button", { name: "Til send" });
    button.focus();
    fireEvent.click(button);
    expect(screen.queryByRole("button", { name: "Til send" })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole("complementary", { name: "Guide" }));
    const fold = screen.getByRole("button", { name: "Fold guiden ud" });
    expect(fold.getAttribute("aria-expanded")).toBe("false");
    fireEvent.click(fold);
    expect(screen.getByRole("button", { name: "Til send" })).toBeTruthy();
  });

  it("takes the focus when it is opened by a press, and closes by its button and by Escape", () => {
    const onClose = vi.fn();
    render(aside({}, { onClose }));
    const guideAside = screen.getByRole("complementary", { name: "Guide" });
    expect(document.activeElement).toBe(guideAside);
    fireEvent.click(screen.getByRole("button", { name: "Luk: Guide" }));
    fireEvent.keyDown(guideAside, { key: "Escape" });
    expect(onClose).toHaveBeenCalledTimes(2);
  });
});

describe("whether the guide is open", () => {
  beforeEach(() => window.localStorage.clear());
  afterEach(() => window.history.replaceState(null, "", "/"));

  it("is so at the plain address until somebody closes it, and not where a link leads to something", async () => {
    render(<OpenOrNot />);
    expect(screen.getByText("open")).toBeTruthy();
    window.history.replaceState(null, "", "/?persona=anna");
    again();
    expect(screen.getByText("open")).toBeTruthy();
    fireEvent.click(screen.getByRole("button"));
    window.history.replaceState(null, "", "/");
    again();
    await waitFor(() => expect(screen.getByText("closed")).toBeTruthy());
    window.localStorage.clear();
    window.history.replaceState(null, "", "/?persona=anna");
    again();
    expect(screen.getByText("closed")).toBeTruthy();
  });

  function again(): void {
    cleanup();
    render(<OpenOrNot />);
  }
});

function OpenOrNot(): React.JSX.Element {
  const [open, setOpen] = useGuideOpen();
  return (
    <button type="button" onClick={() => setOpen(!open)}>
      {open ? "open" : "closed"}
    </button>
  );
}
