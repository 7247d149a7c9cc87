import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openList, StandInList } from "./list-page.test-support.tsx";

let list: StandInList;
beforeEach(() => {
  // A window: where nothing has a height, no row is in sight.
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  list = new StandInList();
  list.put("1", { Title: "Bro", Status: "Ny", BeloebKr: 1234.5, Laas: "x" });
  list.put("2", { Title: "Café", Status: "Lukket", BeloebKr: 10 });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const user = userEvent.setup();
const cell = (name: string | RegExp) => screen.findByRole("cell", { name });

describe("a list whose host changes the language", () => {
  it("says the same in the new one and reads nothing anew", async () => {
    const { speak } = openList(list);
    await cell("1.234,50");
    const read = vi.spyOn(list.reader, "get");
    const readRows = vi.spyOn(list.reader, "pages");
    act(() => speak("en-GB"));
    expect((await cell("1,234.50")).textContent).toBe("1,234.50");
    expect(screen.getByText("2 items")).toBeDefined();
    expect(screen.getByRole("button", { name: "Edit in grid view" })).toBeDefined();
    expect([read.mock.calls, readRows.mock.calls]).toEqual([[], []]);
  });

  it("keeps the form that is open, its figures written the new way, and saves the number that was meant", async () => {
    const { speak } = openList(list);
    await user.click(await screen.findByRole("link", { name: "Bro" }));
    const form = await screen.findByRole("dialog");
    await user.click(within(form).getByRole("button", { name: "Rediger" }));
    const amount = within(form).getByRole<HTMLInputElement>("textbox", { name: "Beløb" });
    await user.clear(amount);
    await user.type(amount, "1.500,25");
    act(() => speak("en-GB"));
    expect(amount.value).toBe("1500.25");
    await user.click(within(form).getByRole("button", { name: "Save" }));
    await waitFor(() => expect(list.sent.map(({ body }) => body)).toEqual([{ BeloebKr: 1500.25 }]));
  });

  it("leaves what cannot be read as it was typed, and says in the new language why", async () => {
    const { speak } = openList(list);
    await user.click(await screen.findByRole("button", { name: "Rediger i gittervisning" }));
    await user.click(await cell("1.234,50"));
    await user.keyboard("{Control>}a{/Control}1.5{Enter}");
    await screen.findByRole("alert");
    act(() => speak("en-GB"));
    expect(screen.getByRole("alert").textContent).toBe("Write a number, e.g. 1,234.50.");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Beløb" }).value).toBe("1.5");
    expect(list.sent).toEqual([]);
  });

  it("lets go of a filter by figures, which stand otherwise now, and keeps one by words", async () => {
    const { speak } = openList(list);
    await cell("Bro");
    for (const [column, choice] of [
      ["Status", "Ny"],
      ["Beløb", "1.234,50"],
    ] as const) {
      await user.click(screen.getByRole("button", { name: column }));
      await user.click(await screen.findByRole("menuitemcheckbox", { name: choice }));
      await user.keyboard("{Escape}");
    }
    act(() => speak("en-GB"));
    expect(await screen.findByRole("button", { name: /Status: Ny/u })).toBeDefined();
    expect(screen.queryByRole("button", { name: /Beløb: / })).toBeNull();
    expect(screen.getByText("Showing 1 of 2 items")).toBeDefined();
  });
});
