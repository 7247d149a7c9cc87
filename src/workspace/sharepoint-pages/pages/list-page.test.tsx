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
  list.put("2", { Title: "Ældrecafé", Status: "Lukket", BeloebKr: 10 });
  list.put("3", { Title: "Café", Status: "Ny" });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const user = userEvent.setup();
// Browsers call the cells of a grid gridcell; testing-library knows a td as a cell.
const cell = (name: string | RegExp) => screen.findByRole("cell", { name });
const press = (keys: string) => user.keyboard(keys);
const titles = () =>
  screen.getAllByRole("row").flatMap((row) => within(row).queryAllByRole("cell")[0]?.textContent ?? []);

/** The cell is gone to and its editor opened, as with the mouse. */
async function editCell(name: string): Promise<void> {
  await user.click(await screen.findByRole("button", { name: "Rediger i gittervisning" }));
  await user.click(await cell(name));
}

describe("the grid", () => {
  it("has one tab stop, and the arrows lead from cell to cell and up to the headings", async () => {
    openList(list);
    (await cell("Bro")).focus();
    await press("{ArrowRight}{ArrowDown}");
    expect(document.activeElement?.textContent).toBe("Ny");
    expect(screen.getAllByRole("cell").filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    await press("{Control>}{End}{/Control}");
    expect(document.activeElement).toBe(screen.getAllByRole("cell").at(-1));
    await press("{Control>}{Home}{/Control}{ArrowUp}");
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Titel" }));
  });

  it("opens an item by Enter when it is only shown", async () => {
    openList(list);
    (await cell("Bro")).focus();
    await press("{Enter}");
    expect(await screen.findByRole("heading", { name: "Bro" })).toBeDefined();
  });

  it("sorts by a heading's menu and filters by what stands in its column", async () => {
    openList(list);
    await cell("Bro");
    expect(titles()).toEqual(["Bro", "Café", "Ældrecafé"]);
    await user.click(screen.getByRole("button", { name: "Beløb" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Størst til mindst" }));
    expect(titles()).toEqual(["Bro", "Ældrecafé", "Café"]);
    await user.click(screen.getByRole("button", { name: "Status" }));
    await user.click(await screen.findByRole("menuitemcheckbox", { name: "Ny" }));
    expect(titles()).toEqual(["Bro", "Café"]);
    expect(screen.getByText("Viser 2 af 3 elementer")).toBeDefined();
    await press("{Escape}");
    await user.click(await screen.findByRole("button", { name: /Status: Ny/u }));
    expect(titles()).toHaveLength(3);
  });
});

describe("editing in the grid", () => {
  it("writes what was typed, in Danish figures, and shows what SharePoint then has", async () => {
    openList(list);
    await editCell("1.234,50");
    await press("{Control>}a{/Control}2.500,25{Enter}");
    expect((await cell("2.500,25")).textContent).toBe("2.500,25");
    expect(list.sent).toEqual([
      { method: "PATCH", path: "/sites/site/lists/list/items/1/fields", body: { BeloebKr: 2500.25 } },
    ]);
    expect(document.activeElement).toBe(await cell("2.500,25"));
  });

  it("leaves what was there on Escape, and stops a number nobody can read", async () => {
    openList(list);
    await editCell("1.234,50");
    await press("{Control>}a{/Control}1.5{Enter}");
    expect((await screen.findByRole("alert")).textContent).toBe("Skriv et tal, f.eks. 1.234,50.");
    await press("{Escape}");
    expect((await cell("1.234,50")).textContent).toBe("1.234,50");
    expect(list.sent).toEqual([]);
  });

  it("shows both values when somebody wrote the same field, and saves the one that is chosen", async () => {
    openList(list);
    await editCell("1.234,50");
    list.put("1", { BeloebKr: 99 }, "Bo Berg");
    await press("{Control>}a{/Control}500{Enter}");
    const dialog = await screen.findByRole("alertdialog");
    expect(within(dialog).getByText(/^Bo Berg ændrede elementet/u)).toBeDefined();
    expect(within(dialog).getByRole("row", { name: "Beløb 500,00 99,00" })).toBeDefined();
    await user.click(within(dialog).getByRole("button", { name: "Gem min værdi" }));
    expect((await cell("500,00")).textContent).toBe("500,00");
    expect(list.items.get("1")?.fields["BeloebKr"]).toBe(500);
  });

  it("says that a right is missing and keeps what was typed in the editor", async () => {
    list.answers.push(403);
    openList(list);
    await editCell("Bro");
    await press(" over åen{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain("Du har ikke ret til at rette her.");
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Titel" }).value).toBe("Bro over åen");
  });

  it("is not offered to who may only read", async () => {
    list.rights = 1;
    openList(list);
    await cell("Bro");
    expect(screen.getByText("Du kan læse listen, men ikke rette i den.")).toBeDefined();
    expect(screen.queryByRole("button", { name: /Rediger|Nyt element/u })).toBeNull();
  });

  it("hides the commands that the view's formatting hides", async () => {
    const commands = [
      { key: "new", hide: true },
      { key: "editInGridView", hide: false },
    ];
    list.view = { CustomFormatter: JSON.stringify({ commandBarProps: { commands } }) };
    openList(list);
    await cell("Bro");
    expect(screen.queryByRole("button", { name: "Nyt element" })).toBeNull();
    expect(screen.getByRole("button", { name: "Rediger i gittervisning" })).toBeDefined();
  });

  it("tells when a program puts back what was written, without reloading", async () => {
    openList(list);
    await editCell("1.234,50");
    await press("{Control>}a{/Control}500{Enter}");
    await cell("500,00");
    list.put("1", { BeloebKr: 1234.5 }, "Appen");
    expect((await screen.findByText(/^Appen har sat ”Beløb” tilbage/u)).textContent).toContain(
      "”1.234,50” (du skrev ”500,00”)",
    );
    expect((await cell("1.234,50")).textContent).toBe("1.234,50");
  });
});

describe("a cell that is being edited", () => {
  it("hands back what was typed when somebody deletes its row", async () => {
    openList(list);
    await editCell("Bro");
    await press(" over åen");
    list.remove("1");
    dispatchEvent(new Event("online"));
    const told = await screen.findByText("Elementet er slettet imens.");
    expect(told.parentElement?.textContent).toContain("Du skrev ”Bro over åen” i ”Titel”");
    expect(titles()).toEqual(["Café", "Ældrecafé"]);
  });
});

describe("a board and a calendar", () => {
  it("has a bucket for each choice, and moves a card from its menu", async () => {
    list.view = { ViewType2: "KANBAN", ViewData: '<FieldRef Name="Status" Type="KanbanPivotColumn" />' };
    openList(list);
    const bucket = (name: string) => screen.getByRole("region", { name });
    expect(await screen.findByText("Bro")).toBeDefined();
    expect(
      within(bucket("Ny"))
        .getAllByRole("link")
        .map(({ textContent }) => textContent),
    ).toEqual(["Bro", "Café"]);
    const [menu] = within(bucket("Ny")).getAllByRole("button", { name: "Flyt til …" });
    if (menu !== undefined) await user.click(menu);
    await user.click(await screen.findByRole("menuitem", { name: "Lukket" }));
    expect(await within(bucket("Lukket")).findByText("Bro")).toBeDefined();
    expect(list.sent[0]?.body).toEqual({ Status: "Lukket" });
  });

  it("shows rows on their days, month by month", async () => {
    list.put("1", { Frist: "2026-04-10T12:00:00Z" });
    const dates = '<FieldRef Name="Frist"/><FieldRef Name="Frist"/><Value Type="DateTime"><Month/></Value>';
    list.query = `<Where><DateRangesOverlap>${dates}</DateRangesOverlap></Where>`;
    list.view = { ViewType2: "MODERNCALENDAR", ViewData: '<FieldRef Name="LinkTitle" Type="CalendarMonthTitle" />' };
    openList(list);
    expect(await screen.findByText("Ingen elementer i denne måned.")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Næste måned" }));
    expect(screen.getByRole("heading", { name: "april 2026" })).toBeDefined();
    expect(screen.getByRole("cell", { name: /fredag den 10. april 2026.*Bro/u })).toBeDefined();
  });
});

describe("a list out of reach", () => {
  it("stands as it was read last, and says so until it is back", async () => {
    openList(list);
    await cell("Bro");
    list.refusal = "unreachable";
    dispatchEvent(new Event("online"));
    expect(await screen.findByText("Ingen forbindelse.")).toBeDefined();
    expect(titles()).toHaveLength(3);
    list.refusal = undefined;
    dispatchEvent(new Event("online"));
    await waitFor(() => expect(screen.queryByText("Ingen forbindelse.")).toBeNull());
  });
});

describe("deleting", () => {
  it("asks, sends the version that was seen, and takes the row away", async () => {
    openList(list);
    await user.click(await screen.findByRole("link", { name: "Bro" }));
    await user.click(await screen.findByRole("button", { name: "Slet" }));
    const dialog = await screen.findByRole("alertdialog");
    expect(within(dialog).getByText("Elementet flyttes til webstedets papirkurv.")).toBeDefined();
    list.answers.push(412, 204);
    await user.click(within(dialog).getByRole("button", { name: "Slet" }));
    expect(await within(dialog).findByText(/^En anden har ændret elementet imens/u)).toBeDefined();
    await user.click(within(dialog).getByRole("button", { name: "Slet" }));
    await waitFor(() => expect(titles()).toEqual(["Café", "Ældrecafé"]));
    expect(list.sent.map(({ method }) => method)).toEqual(["DELETE", "DELETE"]);
  });
});

describe("what a list can be instead of rows", () => {
  it("is empty", async () => {
    list.items.clear();
    openList(list);
    expect(await screen.findByText("Listen er tom.")).toBeDefined();
  });

  it.each([
    ["no-access", "Du har ikke adgang", "Ejnar Ejer, Konsulent"],
    ["not-found", "Siden findes ikke", "Webstedet, listen eller elementet findes ikke, eller det er slettet."],
    ["unreachable", "Siden kunne ikke hentes", "Serveren kan ikke nås lige nu."],
    ["throttled", "Siden kunne ikke hentes", "SharePoint har travlt og beder om en pause. Vent lidt, og prøv igen."],
  ] as const)("is refused (%s) with a reason and a way on", async (refusal, title, text) => {
    list.refusal = refusal;
    openList(list);
    expect(await screen.findByRole("heading", { name: title })).toBeDefined();
    expect(screen.getByText(text)).toBeDefined();
  });

  it("is too large for what the view looks for, and shown again when it no longer asks", async () => {
    list.itemCount = 5001;
    openList(list);
    await cell("Bro");
    await user.click(screen.getByRole("button", { name: "Beløb" }));
    await user.click(await screen.findByRole("menuitemradio", { name: "Størst til mindst" }));
    expect((await screen.findByRole("alert")).textContent).toContain("kolonnen ”Beløb” ikke er indekseret");
    await user.click(screen.getByRole("button", { name: "Til standardvisningen" }));
    expect((await cell("Bro")).textContent).toBe("Bro");
  });

  it("keeps 5,000 rows of which few are in the document", async () => {
    list.items.clear();
    for (let id = 1; id <= 5000; id += 1) list.put(String(id), { Title: `Behov ${id}`, Status: "Ny" });
    openList(list);
    await cell("Behov 1");
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("5001");
    expect(screen.getAllByRole("row").length).toBeLessThan(60);
    await user.type(screen.getByRole("searchbox"), "4999");
    expect(await screen.findByText("Viser 1 af 5.000 elementer")).toBeDefined();
  });
});
