import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openList, StandInList } from "./list-page.test-support.tsx";

let list: StandInList;
beforeEach(() => {
  // A window: where nothing has a height, no row is in sight.
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(600);
  list = new StandInList();
  list.put("1", { Title: "Bro", Status: "Ny", BeloebKr: 1234.5, Laas: "x" });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const user = userEvent.setup();
const cell = (name: string | RegExp) => screen.findByRole("cell", { name });

describe("forms", () => {
  it("makes a new item of what was filled in, and asks for what must be", async () => {
    openList(list);
    await user.click(await screen.findByRole("button", { name: "Nyt element" }));
    const form = await screen.findByRole("dialog");
    expect(within(form).queryByLabelText("Lås")).toBeNull();
    await user.click(within(form).getByRole("button", { name: "Gem" }));
    expect(await within(form).findByText("Feltet skal udfyldes.")).toBeDefined();
    await user.type(within(form).getByRole("textbox", { name: /Titel/u }), "Tunnel");
    await user.selectOptions(within(form).getByRole("combobox", { name: "Status" }), "Lukket");
    await user.click(within(form).getByRole("button", { name: "Gem" }));
    expect((await cell("Tunnel")).textContent).toBe("Tunnel");
    expect(list.sent[0]?.body).toEqual({ fields: { Title: "Tunnel", Status: "Lukket" } });
  });
});

describe("a new item whose fate is unknown", () => {
  it("may have been saved: the form says so and saves no second one before the list was looked at", async () => {
    openList(list);
    await user.click(await screen.findByRole("button", { name: "Nyt element" }));
    const form = await screen.findByRole("dialog");
    const save = () => within(form).getByRole<HTMLButtonElement>("button", { name: "Gem" });
    const title = within(form).getByRole<HTMLInputElement>("textbox", { name: /Titel/u });
    await user.type(title, "Tunnel");
    list.answers.push(504);
    await user.click(save());
    expect(await within(form).findByText(/^Elementet er måske gemt/u)).toBeDefined();
    expect(title.value).toBe("Tunnel");
    expect(save().disabled).toBe(true);
    await user.type(title, "{Enter}");
    expect(list.sent).toHaveLength(1);
    list.put("4", { Title: "Tunnel" }, "Karin Thorup");
    await user.click(within(form).getByRole("button", { name: "Se efter i listen" }));
    // Behind the form, where a screen reader does not go until it is closed.
    expect((await screen.findByRole("cell", { name: "Tunnel", hidden: true })).textContent).toBe("Tunnel");
    expect(title.value).toBe("Tunnel");
    expect(save().disabled).toBe(false);
  });
});

describe("a form that is open", () => {
  /** Opened by its title and edited; what is typed comes after what stood there. */
  async function typeInto(title: string, words: string): Promise<HTMLElement> {
    await user.click(await screen.findByRole("link", { name: title }));
    await user.click(await screen.findByRole("button", { name: "Rediger" }));
    const form = await screen.findByRole("dialog");
    await user.type(within(form).getByRole("textbox", { name: /Titel/u }), words);
    return form;
  }
  const typed = (form: HTMLElement) => within(form).getByRole<HTMLInputElement>("textbox", { name: /Titel/u }).value;

  it("stands with what was typed while the whole list is read anew, page by page", async () => {
    for (let id = 4; id <= 600; id += 1) list.put(String(id), { Title: `Behov ${id}`, Status: "Ny" });
    openList(list);
    await user.type(await screen.findByRole("searchbox"), "Behov 600");
    const form = await typeInto("Behov 600", " ved skolen");
    const goOn = Promise.withResolvers<void>();
    const secondPage = vi.fn(() => goOn.promise);
    list.nextPage = secondPage;
    for (let id = 4; id <= 30; id += 1) list.put(String(id), { Status: "Lukket" }, "Appen");
    dispatchEvent(new Event("online"));
    await waitFor(() => expect(secondPage).toHaveBeenCalled());
    expect(form.isConnected).toBe(true);
    expect(typed(form)).toBe("Behov 600 ved skolen");
    goOn.resolve();
    await waitFor(() => expect(screen.queryByLabelText("Henter…")).toBeNull());
    expect(form.isConnected).toBe(true);
    expect(typed(form)).toBe("Behov 600 ved skolen");
    expect(within(form).queryByText(/^Elementet er slettet/u)).toBeNull();
  });

  it("stands with what was typed when somebody deletes its row, and says so", async () => {
    openList(list);
    const form = await typeInto("Bro", " over åen");
    list.remove("1");
    dispatchEvent(new Event("online"));
    expect(await within(form).findByText(/^Elementet er slettet/u)).toBeDefined();
    expect(typed(form)).toBe("Bro over åen");
    expect(within(form).getByRole<HTMLButtonElement>("button", { name: "Gem" }).disabled).toBe(true);
    await user.click(within(form).getByRole("button", { name: "Annuller" }));
    expect(screen.queryByRole("button", { name: "Rediger" })).toBeNull();
  });
});

describe("the versions of an item", () => {
  const version = (id: string, by: object, fields: object): object => ({
    id,
    lastModifiedDateTime: "2026-03-02T09:00:00Z",
    lastModifiedBy: by,
    fields,
  });

  it("tell who made them, and each field that changed as it was before and after, newest first", async () => {
    list.versions.push(
      version("3.0", { application: { displayName: "Appen" } }, { Title: "Bro", Status: "Lukket", BeloebKr: 99.5 }),
      version("2.0", { user: { displayName: "Bo Berg" } }, { Title: "Bro", Status: "Lukket", BeloebKr: 1234.5 }),
      version("1.0", { user: { displayName: "Anna Ager" } }, { Title: "Bro", BeloebKr: 1234.5 }),
    );
    openList(list);
    await user.click(await screen.findByRole("link", { name: "Bro" }));
    await user.click(await screen.findByRole("tab", { name: "Versionshistorik" }));
    const items = await screen.findAllByRole("listitem");
    const told = items.map((item) => ({
      head: within(item).getByText(/^Version/u).textContent,
      by: within(item)
        .getByText(/ af /u)
        .textContent?.replace(/^.* af /u, ""),
      fields: within(item)
        .queryAllByRole("term")
        .map(({ textContent }) => textContent),
      before: within(item)
        .queryAllByRole("deletion")
        .map(({ textContent }) => textContent),
      after: within(item)
        .queryAllByRole("insertion")
        .map(({ textContent }) => textContent),
    }));
    expect(told).toEqual([
      {
        head: "Version 3.0",
        by: "Appen",
        fields: ["Beløb"],
        before: ["Før: 1.234,50"],
        after: ["Efter: 99,50"],
      },
      {
        head: "Version 2.0",
        by: "Bo Berg",
        fields: ["Status"],
        before: ["Før: (Tom)"],
        after: ["Efter: Lukket"],
      },
      // The first one has nothing before it: what it was made of stands alone.
      { head: "Version 1.0", by: "Anna Ager", fields: ["Titel", "Beløb"], before: [], after: ["Bro", "1.234,50"] },
    ]);
  });

  it("say when nothing that is shown has changed, and drop nothing for being emptied", async () => {
    list.versions.push(
      version("3.0", { user: { displayName: "Bo Berg" } }, { Title: "Bro", Laas: "y" }),
      version("2.0", { user: { displayName: "Bo Berg" } }, { Title: "Bro", Laas: "x" }),
      version("1.0", { user: { displayName: "Bo Berg" } }, { Title: "Bro", Status: "Ny" }),
    );
    openList(list);
    await user.click(await screen.findByRole("link", { name: "Bro" }));
    await user.click(await screen.findByRole("tab", { name: "Versionshistorik" }));
    const [newest, emptied] = await screen.findAllByRole("listitem");
    expect(newest?.textContent).toContain("Ingen synlige ændringer");
    expect(emptied?.textContent).toContain("StatusFør: NyEfter: (Tom)");
  });
});
