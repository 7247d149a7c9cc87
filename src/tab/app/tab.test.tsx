import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type StartedTab, startTab } from "./start-tab.ts";

vi.mock("./start-tab.ts", () => ({ startTab: vi.fn() }));

/** A page of its own: a tab joins its host once for as long as its script lives. */
async function open(start: () => Promise<StartedTab>): Promise<void> {
  vi.mocked(startTab).mockImplementation(start);
  const { Tab } = await import("./tab.tsx");
  render(<Tab />);
}

const words = () => screen.getByText("Åbner Fremdrift …", { exact: false });
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a tab that starts", () => {
  test("says what it waits for, in both languages, when a second has gone since the page came", async () => {
    await pass(400);
    await open(() => new Promise(() => undefined));
    await pass(599);
    expect(words().style.visibility).toBe("hidden");
    await pass(1);
    expect(words().style.visibility).toBe("visible");
    expect(words().textContent).toBe("Åbner Fremdrift … / Opening Fremdrift …");
  });

  test.each([
    ["an error", "Der er ikke forbindelse til tjenesten lige nu.", "There is no connection to the service"],
    ["a host that is silent", "Teams svarede ikke.", "Teams did not answer."],
  ])("that cannot start (%s) says so in Danish and in English, with one button", async (why, danish, english) => {
    const { LimitError } = await import("../host/limit.ts");
    await open(() => Promise.reject(why === "an error" ? new Error(why) : new LimitError(why)));
    await pass(0);
    expect(screen.getByRole("heading", { name: "Fremdrift kunne ikke åbnes" })).toBeTruthy();
    expect(screen.getByText(danish, { exact: false })).toBeTruthy();
    const beside = screen.getByText(english, { exact: false });
    expect([beside.closest("[lang]")?.getAttribute("lang"), beside.textContent]).toEqual([
      "en",
      expect.stringMatching(/^Fremdrift could not be opened/u),
    ]);
    expect(screen.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["Prøv igen / Try again"]);
  });
});
