import { act, cleanup, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { renderPage } from "../testing/render-page.tsx";
import { type GridColumn, RecordGrid } from "./record-grid.tsx";

interface Line {
  readonly key: string;
  readonly title: string;
  readonly amountOere: number;
}

const columns: readonly GridColumn<Line>[] = [
  {
    id: "title",
    label: "Projekt",
    kind: "main",
    width: 3,
    find: ({ title }) => title,
    sortBy: ({ title }) => title,
    cell: ({ title }) => title,
  },
  {
    id: "amount",
    label: "Ansøgt",
    kind: "amount",
    width: 1,
    sortBy: ({ amountOere }) => amountOere,
    cell: ({ amountOere }) => amountOere,
  },
];
const lines = (count: number): readonly Line[] =>
  Array.from({ length: count }, (_, index) => ({
    key: String(index),
    title: index === 3 ? "Åben dør" : `Projekt ${index}`,
    amountOere: (index * 7919) % 1000,
  }));
const show = (count: number) =>
  renderPage(<RecordGrid label="Ansøgninger" rows={lines(count)} columns={columns} />, {});
const headings = () => screen.getAllByRole("rowheader").map(({ textContent }) => textContent);

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe("a list of records", () => {
  test("asks for no search where a glance is enough", () => {
    show(5);
    expect(screen.queryByRole("searchbox")).toBeNull();
    expect(headings()).toHaveLength(5);
  });

  test("begins its columns where another list with the same ones does, whatever stands in them", () => {
    const list = (count: number) => <RecordGrid label={`${count}`} rows={lines(count)} columns={columns} shared />;
    renderPage(
      <>
        {list(2)}
        {list(5)}
      </>,
      {},
    );
    const widths = screen
      .getAllByRole("table")
      .map((table) => [...table.querySelectorAll("col")].map(({ style }) => style.width));
    expect(widths).toEqual([
      ["75%", "25%"],
      ["75%", "25%"],
    ]);
  });

  test("finds while one types, says how many, and says what to do when there are none", async () => {
    const user = userEvent.setup();
    show(20);
    const search = screen.getByRole("searchbox", { name: "Søg i listen: Ansøgninger" });
    expect(screen.getByRole("status").textContent).toBe("20 i alt");
    await user.type(search, "aaben");
    expect(headings()).toEqual(["Åben dør"]);
    expect(screen.getByRole("status").textContent).toBe("1 af 20 passer");
    await user.type(search, "xyz");
    expect(screen.getByText(/Intet i listen passer til "aabenxyz"/)).toBeTruthy();
    await user.clear(search);
    expect(headings()).toHaveLength(20);
  });

  test("is sorted by a press on a heading, the other way by the next, as it came by the third", async () => {
    const user = userEvent.setup();
    show(5);
    const heading = screen.getByRole("columnheader", { name: "Ansøgt" });
    const press = () => user.click(within(heading).getByRole("button"));
    await press();
    expect(heading.getAttribute("aria-sort")).toBe("ascending");
    expect(headings()[0]).toBe("Projekt 0");
    await press();
    expect(heading.getAttribute("aria-sort")).toBe("descending");
    expect(headings()[0]).toBe("Projekt 1");
    await press();
    expect(heading.getAttribute("aria-sort")).toBeNull();
    expect(headings()).toEqual(["Projekt 0", "Projekt 1", "Projekt 2", "Åben dør", "Projekt 4"]);
  });

  test("U15 tells readers of all its rows and draws a few", () => {
    vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(44);
    show(10_000);
    expect(screen.getByRole("table", { name: "Ansøgninger" }).getAttribute("aria-rowcount")).toBe("10001");
    expect(screen.getByRole("status").textContent).toBe("10000 i alt");
    expect(document.querySelectorAll("tbody tr").length).toBeLessThan(60);
  });

  test("G6 reads a window's rows for a step of scrolling, whatever the length and however high a row is", () => {
    vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockReturnValue(61);
    let reads = 0;
    const counted = lines(10_000).map(
      (line): Line => ({
        ...line,
        get key() {
          reads += 1;
          return line.key;
        },
      }),
    );
    renderPage(<RecordGrid label="Ansøgninger" rows={counted} columns={columns} />, {});
    const scrollTo = (top: number): void => {
      act(() => {
        vi.stubGlobal("scrollY", top);
        window.dispatchEvent(new Event("scroll"));
      });
    };
    scrollTo(400);
    const first = headings()[0];
    reads = 0;
    for (const top of [5000, 5400, 5800]) scrollTo(top);
    expect(headings()[0]).not.toBe(first);
    expect(reads).toBeLessThan(1000);
  });
});
