import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { searchMarks, searchQuery, searchRank } from "./find-text.ts";
import { searchKey } from "./plain-text.ts";

function query(typed: string) {
  const found = searchQuery(typed);
  if (found === undefined) throw new Error(`Nothing to look for in ${JSON.stringify(typed)}`);
  return found;
}

const rank = (typed: string, ...texts: readonly string[]) => searchRank(texts.map(searchKey), query(typed));

/** The text with what is marked between brackets. */
function marked(text: string, typed: string): string {
  const marks = searchMarks(text, query(typed));
  return marks.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`,
    text,
  );
}

/** Letters, digits and blanks as Danes, Faroese, Greenlanders and Germans write them. */
const letters = "abcdeghijklmnoprstuvyæøåäöüéðýá0123456789 ".split("");
const texts = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 30 });
const spelled = texts.filter((text) => searchQuery(text) !== undefined);

/** The ways to write one and the same text. */
const ways: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.normalize("NFD"),
  (text) => text.toUpperCase(),
  (text) => text.toUpperCase().normalize("NFD"),
  (text) => text.replaceAll("å", "aa").replaceAll("æ", "ae").replaceAll("ø", "oe"),
  (text) => `  ${text}\u00a0`,
];
const way = fc.constantFrom(...ways);

describe("searching", () => {
  test.each([
    ["ålborg", "Aalborg"],
    ["AALBORG", "Ålborg"],
    ["A\u030alborg", "Ålborg"],
    ["skaerm", "Skærmbesøg"],
    ["besoeg", "Skærmbesøg i hjemmeplejen"],
    ["sø", "Soenderjylland"],
    ["fjordkob", "Fjordkób"],
    ["ef26-02", "EF26\u201102"],
    ["”borger”", '"Borger" og by'],
    ["møder digit", "Digitale borgermøder og møder"],
  ])("U16 T27 %j finds %j", (typed, text) => {
    expect(rank(typed, text)).toBeDefined();
  });

  test.each([
    ["o", "bo"],
    ["skærm x", "Skærmbesøg"],
    ["sporg", "spørg"],
  ])("%j does not find %j", (typed, text) => {
    expect(rank(typed, text)).toBeUndefined();
  });

  it("U16 puts what is the query first, then what begins with it, then words that do, at last what is inside a word", () => {
    const titles = ["Hjælp til borger", "Sikker borgerdialog", "Medborgerskab", "Borger", "Borgernær velfærd"];
    const order = titles.toSorted((a, b) => Number(rank("borger", a)) - Number(rank("borger", b)));
    expect(order).toEqual(["Borger", "Borgernær velfærd", "Hjælp til borger", "Sikker borgerdialog", "Medborgerskab"]);
  });

  it("looks for the words of a query in all texts of a record", () => {
    expect(rank("sundhed skærm", "EF26-02", "Skærmbesøg", "Center for Sundhed")).toBe(3);
  });

  test.each(["", "   ", "–", "…!?", "\u0301"])("%j asks for nothing", (typed) => {
    expect(searchQuery(typed)).toBeUndefined();
  });

  test.each([
    ["Skærmbesøg i Ålborg", "besoeg aal", "Skærm[besøg] i [Ål]borg"],
    ["A\u030alborg", "å", "[A\u030a]lborg"],
    ["Aalborg", "å", "[Aa]lborg"],
    ["En borger og en medborger", "borger", "En [borger] og en medborger"],
    ["EF26-02 Møder", "ef26 møder", "[EF26]-02 [Møder]"],
    ["Borger borger", "xyz", "Borger borger"],
    ["𝔸-hus 🏠 hus", "hus", "𝔸-[hus] 🏠 hus"],
  ])("U16 marks in %j what %j found", (text, typed, expected) => {
    expect(marked(text, typed)).toBe(expected);
  });

  it("U16 T27 finds a text by itself in whatever way it is written, as the best there is", () => {
    fc.assert(
      fc.property(spelled, way, way, (text, stored, typed) => {
        expect(rank(typed(text), stored(text))).toBe(0);
      }),
    );
  });

  it("U16 T27 finds a text by how it begins", () => {
    fc.assert(
      fc.property(spelled, way, way, fc.nat(), (text, stored, typed, length) => {
        const beginning = text.trimStart().slice(0, 1 + (length % text.length));
        fc.pre(searchQuery(beginning) !== undefined);
        expect(rank(typed(beginning), stored(text))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("U16 marks something wherever something is found, inside the text, in order and apart from each other", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), spelled, fc.boolean(), (other, word, before) => {
        const text = before ? `${other} ${word}` : `${word} ${other}`;
        const marks = searchMarks(text, query(word));
        expect(marks.length).toBeGreaterThan(0);
        const bounds = marks.flatMap(({ start, end }) => [start, end]);
        expect(bounds).toEqual([...new Set(bounds)].toSorted((a, b) => a - b));
        expect(bounds.at(-1)).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
