import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { BenchPanel, benchCount } from "./bench-panel.tsx";
import { danishBench, englishBench } from "./bench-texts.ts";
import { hostActions, hostData, hostOrigin } from "./host.test-support.ts";
import { readHostState } from "./host-state.ts";
import { benchSwitches, hostClients } from "./test-bench.ts";

const state = readHostState(new URL(`${hostOrigin}/?bench=consent`), hostData());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the test bench", () => {
  it("has one switch for everything that can fail, each with a line that says what it shows", () => {
    const setSwitch = vi.fn();
    render(<BenchPanel state={state} actions={hostActions({ setSwitch })} faults={false} />);
    for (const name of benchSwitches) {
      const { name: words, hint } = danishBench.switches[name];
      const lever = screen.getByRole("switch", { name: words, description: hint });
      expect(lever).toHaveProperty("checked", name === "consent");
      fireEvent.click(lever);
      expect(setSwitch).toHaveBeenLastCalledWith(name, name !== "consent");
    }
    expect(screen.getAllByRole("switch")).toHaveLength(benchSwitches.length + 1);
  });

  it("shows the page as another client, signs out, and turns everything off", () => {
    const actions = hostActions({ setClient: vi.fn(), signOut: vi.fn(), clearBench: vi.fn() });
    const asked = vi.fn(() => Promise.resolve(new Response(null, { status: 204 })));
    vi.stubGlobal("fetch", asked);
    render(<BenchPanel state={state} actions={actions} faults />);
    fireEvent.click(screen.getByRole("radio", { name: /^Teams på telefon/u }));
    expect(actions.setClient).toHaveBeenCalledWith("phone");
    fireEvent.click(screen.getByRole("button", { name: "Log ud" }));
    expect(actions.signOut).toHaveBeenCalledWith(0);
    fireEvent.click(screen.getByRole("button", { name: "Slå alt fra" }));
    expect(actions.clearBench).toHaveBeenCalled();
    // Also what is not of this window: the failing Graph calls.
    expect(asked).toHaveBeenCalledWith("/workspace/faults", { method: "DELETE" });
  });

  it("says every hint in one line in both languages", () => {
    for (const texts of [danishBench, englishBench]) {
      const hints = [
        ...benchSwitches.map((name) => texts.switches[name].hint),
        ...hostClients.map((client) => texts.clients[client].hint),
      ];
      for (const hint of hints) expect(hint).toMatch(/^[^\n]{10,90}\.$/u);
    }
  });
});

describe("benchCount", () => {
  it("counts what is other than in everyday Teams", () => {
    expect(benchCount({ bench: [], client: "teams" }, false)).toBe(0);
    expect(benchCount({ bench: ["slow", "consent"], client: "phone" }, true)).toBe(4);
  });
});
