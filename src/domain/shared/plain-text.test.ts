import * as fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it, test } from "vitest";
import { cardText, checkText, compareDanish, containsCpr, searchKey } from "./plain-text.ts";

const line = { max: 60, required: true, multiline: false };
const notes = { max: 60, required: false, multiline: true };

describe("checkText", () => {
  test.each([
    ["  Skærmbesøg i hjemmeplejen  ", "Skærmbesøg i hjemmeplejen"],
    ["\u00a0Titel\u00a0", "Titel"],
    ["A\u030aben skole", "Åben skole"],
    ["to\r\nlinjer", "to linjer"],
    ["tabulator\there", "tabulator here"],
    ["bl\u00ad\u00f8dt\u200b", "blødt"],
    ["nul\u0000 og slet\u007f", "nul og slet"],
    ["\u202eevorp\u202c", "evorp"],
    ["\ufeffmed mærke", "med mærke"],
    ["halv \ud83d figur", "halv  figur"],
    ["familie 👨‍👩‍👧", "familie 👨‍👩‍👧"],
    ["undersstøttes for af", "undersstøttes for af"],
  ])("makes one line of %j: %j", (typed, kept) => {
    expect(checkText(typed, line)).toEqual({ ok: true, value: kept });
  });

  it("keeps the lines of a longer text, with one kind of line end", () => {
    expect(checkText("et \r\nto\rtre\u2028fire\u0085\nfem\n", notes)).toEqual({
      ok: true,
      value: "et\nto\ntre\nfire\n\nfem",
    });
  });

  it("asks for a text only where one is required", () => {
    expect(checkText(" \u200b\n", line)).toEqual({ ok: false, refusal: { kind: "empty" } });
    expect(checkText(" \u200b\n", notes)).toEqual({ ok: true, value: "" });
  });

  it("refuses what is longer than allowed, counted after cleaning, and says by how much", () => {
    expect(checkText(` ${"å".repeat(60)} `, line)).toMatchObject({ ok: true });
    expect(checkText("a\u030a".repeat(60), line)).toMatchObject({ ok: true });
    expect(checkText("x".repeat(61), line)).toEqual({
      ok: false,
      refusal: { kind: "too-long", max: 60, length: 61 },
    });
  });

  it("is quick with a page of blanks", () => {
    const page = `${" ".repeat(50_000)}x${"\t".repeat(50_000)}x`;
    const start = performance.now();
    checkText(page, notes);
    checkText(page, line);
    cardText(page);
    expect(performance.now() - start).toBeLessThan(200);
  });

  it("leaves alone what it has let through", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.boolean(), (typed, multiline) => {
        const limits = { max: 10_000, required: false, multiline };
        const once = checkText(typed, limits);
        expect(once.ok && checkText(once.value, limits)).toEqual(once);
      }),
    );
  });
});

describe("R-08 containsCpr", () => {
  test.each([
    ["010203-1234", "010203-1234"],
    ["0102031234", "0102031234"],
    ["Borgeren (311299-4000) har", "311299-4000"],
    ["CPR: 290200 - 1234.", "290200 - 1234"],
    ["010203 1234", "010203 1234"],
    ["010203\u00a0-\u00a01234", "010203\u00a0-\u00a01234"],
    ["010203\u20111234", "010203\u20111234"],
    ["010203–1234", "010203–1234"],
    ["010203\n1234", "010203\n1234"],
    ["010203\u2009-\n1234", "010203\u2009-\n1234"],
    ["991399-1234 og 010203-1234", "010203-1234"],
  ])("finds a number in “%s”", (text, found) => {
    const position = containsCpr(text);
    expect(position && text.slice(position.start, position.end)).toBe(found);
  });

  test.each([
    "",
    "Sag 21/15479",
    "330-2018-3619",
    "85.13.00-P20-1-20",
    "3087662",
    "(73115/21)",
    "300.000,00 kr.",
    "320203-1234",
    "000203-1234",
    "011303-1234",
    "310403-1234",
    "010203-12345",
    "9010203-1234",
    "01020312345",
    "a010203-1234",
    "010203-1234b",
    "010203--1234",
    "010203  -  1234",
    "+45 12 34 56 78",
    "08-02-2022 1234",
  ])("finds none in “%s”", (text) => {
    expect(containsCpr(text)).toBeUndefined();
  });

  it("says where the number stands", () => {
    expect(containsCpr("Se 010203-1234 her")).toEqual({ start: 3, end: 14 });
  });
});

describe("searchKey", () => {
  test.each([
    ["Ålborg", "Aalborg"],
    ["A\u030alborg", "ålborg"],
    ["Ørsted", "oersted"],
    ["Æblehaven", "AEBLEHAVEN"],
    ["André", "andre"],
    ['Pulje til digitalisering - "Borger, teknologi"', "Pulje til digitalisering – ”Borger, teknologi”"],
    ["Borger,\u00a0teknologi", " borger,  teknologi "],
    ["»Fælles« Bo's", '"Fælles" bo’s'],
  ])("is the same for “%s” and “%s”", (a, b) => {
    expect(searchKey(a)).toBe(searchKey(b));
  });

  it("TR-2 tells lokaldemokrati from lokaldemokratiet", () => {
    expect(searchKey("Lokaldemokrati")).not.toBe(searchKey("Lokaldemokratiet"));
  });

  it("is its own key", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(searchKey(searchKey(text))).toBe(searchKey(text));
      }),
    );
  });
});

describe("compareDanish", () => {
  it("puts æ, ø and å last and Aalborg among å", () => {
    expect(["Åben", "Aalborg", "Ørsted", "Zoo", "Æble", "Anlæg"].toSorted(compareDanish)).toEqual([
      "Anlæg",
      "Zoo",
      "Æble",
      "Ørsted",
      "Åben",
      "Aalborg",
    ]);
  });

  it("puts numbers in the order of their size", () => {
    expect(["FR22-10", "FR22-2", "FR22-01"].toSorted(compareDanish)).toEqual(["FR22-01", "FR22-2", "FR22-10"]);
  });

  it("tells apart what the Danish rules do not, the same way every time", () => {
    expect(compareDanish("Å", "A\u030a")).toBe(-compareDanish("A\u030a", "Å"));
    expect(compareDanish("Å", "A\u030a")).not.toBe(0);
    expect(compareDanish("Skole", "Skole")).toBe(0);
  });
});

describe("cardText", () => {
  const markdown = new MarkdownIt({ linkify: false });
  /** What a reader sees and which elements the renderer made: the same Markdown library as the local chat. */
  const rendered = (text: string) => {
    const html = markdown.render(text);
    const tags = [...html.matchAll(/<(\w+)/g)].map((match) => match[1]);
    const seen = html
      .replace(/<\/p>\s*<p>/g, "\n")
      .replace(/<\/?p>|\u200b|\n$/g, "")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&amp;/g, "&");
    return { seen: seen.trim(), tags: new Set(tags) };
  };

  test.each([
    "Skærmbesøg i hjemmeplejen",
    "**Vigtigt** og _hast_",
    "[Klik her](https://example.org)",
    "![billede](https://example.org/x.png)",
    "[a]: https://example.org",
    "<https://example.org>",
    "<b>fed</b> <script>x</script>",
    "# 1 prioritet",
    "1. fase",
    "2) fase",
    "- streg",
    "+ plus",
    "> citat",
    "---",
    "***",
    "```kode```",
    "`kode`",
    "~~slettet~~",
    "5 * 3 * 2",
    "2*3*4",
    "navn_efternavn_2022",
    "_skjult",
    "skjult_",
    "C:\\mappe\\*.txt",
    "AT&amp;T og &#42;",
    "100 % & mere",
    "a | b",
    "a < b > c",
  ])("shows “%s” as it was written", (title) => {
    expect(rendered(cardText(title))).toEqual({ seen: title, tags: new Set(["p"]) });
    expect(rendered(`**Titel:** ${cardText(title)}`).seen).toContain("<strong>Titel:</strong>");
  });

  test.each(["x** y", "x*", "x\\", "_x", "x__", "- x"])(
    "“%s” can neither end nor begin the bold a card puts around it",
    (title) => {
      expect(rendered(`**${cardText(title)}**`)).toEqual({
        seen: `<strong>${title}</strong>`,
        tags: new Set(["p", "strong"]),
      });
    },
  );

  it("changes nothing in an ordinary title, not even underscores inside words", () => {
    const title = "Digital post – borger_service (fase 2), 95.000 kr. [udkast]";
    expect(cardText(title)).toBe(title);
  });

  it("leaves no mention a card could resolve", () => {
    expect(cardText("<at>Formand</at>")).not.toMatch(/<\/?at>/i);
    expect(cardText("<AT>Formand</AT>")).not.toMatch(/<\/?at>/i);
  });

  it("makes a paragraph of every line", () => {
    expect(cardText("et\n  to\n\n- tre")).toBe("et\n\nto\n\n\u200b- tre");
  });

  it("shows any text literally", () => {
    const piece = fc.constantFrom(
      ..."*_`~[]()<>!#+-=|&;:\\/. ab1\n".split(""),
      ..."**|__|](|<at>|</at>|&amp;|http://x|1. |- |```|~~|\\*".split("|"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const stored = checkText(pieces.join(""), { max: 1000, required: false, multiline: true });
        const text = (stored.ok ? stored.value : "").replace(/\s*\n\s*/g, "\n");
        const { seen, tags } = rendered(cardText(text));
        expect([...tags].filter((tag) => tag !== "p")).toEqual([]);
        expect(seen).toBe(text);
      }),
      { numRuns: 3000 },
    );
  });
});
