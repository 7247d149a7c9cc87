import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { aDraft, aMe, anOverview, testKey } from "../testing/answers.ts";
import { answered, renderPage } from "../testing/render-page.tsx";
import { Shell } from "./shell.tsx";

const round = `/rounds/${testKey("round")}`;
const begin = { kind: "apply", subject: "2. runde 2026", link: round } as const;
const draft = `/drafts/${testKey("draft")}`;

afterEach(() => {
  vi.useRealTimers();
  cleanup();
  vi.unstubAllGlobals();
  window.location.hash = "";
});

/** An application with a field the service does not store, on its page. */
async function startWriting() {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  window.location.hash = draft;
  const { calls } = renderPage(<Shell theme="default" />, {
    "GET /me": () => answered(aMe()),
    "GET /overview": () => answered(anOverview()),
    "GET /search": () => answered({ hits: [], more: false, commands: [begin] }),
    "GET /events": () => ({ unreachable: true }),
    [`GET ${draft}`]: () => answered(aDraft()),
    [`PATCH ${draft}`]: () => answered(aDraft({ notStored: ["description"] })),
  });
  const field = await screen.findByLabelText(/^Beskriv projektet/);
  fireEvent.change(field, { target: { value: "Ring til 010190-1234" } });
  await act(() => vi.advanceTimersByTimeAsync(2000));
  await screen.findByText("1 felt er ikke gemt. Resten er gemt.");
  return calls;
}

async function take(typed: string, option: RegExp): Promise<void> {
  fireEvent.keyDown(window, { key: "k", ctrlKey: true });
  const search = await screen.findByRole("combobox", { name: "Søg eller gå til" });
  fireEvent.change(search, { target: { value: typed } });
  await screen.findByRole("option", { name: option, selected: true });
  fireEvent.keyDown(search, { key: "Enter" });
}

describe("leaving by the search", () => {
  test("is asked about while a field is not stored, and goes there when it is agreed", async () => {
    await startWriting();
    await take("overblik", /^Overblik/);
    const asked = await screen.findByRole("dialog", { name: "Et felt er ikke gemt" });
    expect([window.location.hash, screen.queryByRole("combobox", { name: "Søg eller gå til" })]).toEqual([
      `#${draft}`,
      null,
    ]);
    fireEvent.click(within(asked).getByRole("button", { name: "Annuller" }));
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Beskriv projektet/).value).toBe("Ring til 010190-1234");
    await take("overblik", /^Overblik/);
    fireEvent.click(await screen.findByRole("button", { name: "Forlad siden" }));
    await waitFor(() => expect(window.location.hash).toBe("#/"));
    expect(await screen.findByRole("heading", { name: "Overblik" })).toBeTruthy();
  });

  test("by beginning another application is asked about before anything is begun", async () => {
    const calls = await startWriting();
    await take("ny ans", /^Begynd en ny ansøgning/);
    fireEvent.click(await screen.findByRole("button", { name: "Forlad siden" }));
    await waitFor(() => expect(window.location.hash).toBe(`#${round}`));
    expect(calls.filter(({ method }) => method === "POST")).toEqual([]);
  });
});
