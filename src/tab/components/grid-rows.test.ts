import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GridSource, gridRows } from "./grid-rows.ts";

interface Line {
  readonly key: string;
  readonly title: string;
  readonly amountOere: number;
}

const columns: readonly GridSource<Line>[] = [
  { id: "title", find: ({ title }) => title, sortBy: ({ title }) => title },
  { id: "amount", sortBy: ({ amountOere }) => amountOere },
];
const line = (title: string, amountOere = 0): Line => ({ key: title, title, amountOere });
const titles = (lines: readonly Line[]): readonly string[] => lines.map(({ title }) => title);

describe("the rows of a grid", () => {
  const lines = [line("Åben dør", 300), line("Ældre på nettet", 100), line("Blå stue", 200), line("Afprøvning", 100)];
  const rows = gridRows(lines, columns, "da");

  test("stand as they came until somebody asks for something", () => {
    expect(rows.select("", undefined)).toBe(lines);
    expect(rows.select("  ", undefined)).toBe(lines);
  });

  test("U16 are found by å as aa, by capitals, and by every word in any order", () => {
    expect(titles(rows.select("AABEN", undefined))).toEqual(["Åben dør"]);
    expect(titles(rows.select("aeldre", undefined))).toEqual(["Ældre på nettet"]);
    expect(titles(rows.select("stue bl", undefined))).toEqual(["Blå stue"]);
    expect(titles(rows.select("a\u030Aben", undefined))).toEqual(["Åben dør"]);
    expect(rows.select("100", undefined)).toEqual([]);
  });

  test("are sorted as a Danish dictionary sorts, and numbers as numbers", () => {
    const byTitle = { column: "title", direction: "ascending" } as const;
    expect(titles(rows.select("", byTitle))).toEqual(["Afprøvning", "Blå stue", "Ældre på nettet", "Åben dør"]);
    expect(titles(rows.select("", { ...byTitle, direction: "descending" }))[0]).toBe("Åben dør");
    const byAmount = { column: "amount", direction: "ascending" } as const;
    expect(titles(rows.select("", byAmount))).toEqual(["Ældre på nettet", "Afprøvning", "Blå stue", "Åben dør"]);
    expect(titles(rows.select("å", byAmount))).toEqual(["Ældre på nettet", "Blå stue", "Åben dør"]);
  });

  test("U16 select what reading every row anew would", () => {
    const some = fc.array(
      fc.record({ title: fc.string({ unit: fc.constantFrom("a", "b", "å", " ", "Æ") }), amountOere: fc.nat(5) }),
    );
    fc.assert(
      fc.property(some, fc.constantFrom("", "a", "aa b", "ae"), (made, search) => {
        const many = made.map((one, index) => ({ ...one, key: String(index) }));
        const found = gridRows(many, columns, "da").select(search, { column: "amount", direction: "ascending" });
        const folded = (text: string) => text.toLowerCase().replaceAll("å", "aa").replaceAll("æ", "ae");
        const words = search.split(" ").filter((word) => word !== "");
        const wanted = many
          .filter(({ title }) => words.every((word) => folded(title).includes(word)))
          .toSorted((one, other) => one.amountOere - other.amountOere || Number(one.key) - Number(other.key));
        expect(found).toEqual(wanted);
      }),
    );
  });
});
