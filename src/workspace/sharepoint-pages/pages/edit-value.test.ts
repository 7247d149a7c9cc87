import { describe, expect, it } from "vitest";
import { editText, fieldsBody, isEditable, isSameValue, parseEdit } from "./edit-value.ts";
import type { FieldKind } from "./list-model.ts";
import { columnOf, danishStyle as style } from "./sample-list.test-support.ts";

const column = (kind: FieldKind, more = {}) => columnOf("Felt", kind, more);

describe("parseEdit", () => {
  it.each([
    ["1.234,50", 1234.5],
    ["1234,5", 1234.5],
    ["-12", -12],
    ["95.000 kr.", 95_000],
    ["1 000", 1000],
  ])("reads %s as Danes mean it", (typed, value) => {
    expect(parseEdit(column("number"), typed, style)).toEqual({ ok: true, value });
  });

  it.each(["1.5", "1,234.5", "ti", "1,2,3"])("does not guess what %s may be", (typed) => {
    expect(parseEdit(column("number"), typed, style)).toEqual({ ok: false, problem: "number" });
  });

  it("reads English figures in English, and shares as shares", () => {
    const english = { ...style, locale: "en-GB" };
    expect(parseEdit(column("number"), "1,234.5", english)).toEqual({ ok: true, value: 1234.5 });
    expect(parseEdit(column("number", { percentage: true }), "25 %", style)).toEqual({ ok: true, value: 0.25 });
  });

  it("writes a day as noon and a moment where the site is, on both sides of the change of the clock", () => {
    expect(parseEdit(column("date"), "2026-10-25", style)).toEqual({ ok: true, value: "2026-10-25T12:00:00Z" });
    expect(parseEdit(column("date-time"), "2026-10-25T01:30", style)).toEqual({
      ok: true,
      value: "2026-10-24T23:30:00Z",
    });
    expect(parseEdit(column("date-time"), "2026-10-25T12:00", style)).toEqual({
      ok: true,
      value: "2026-10-25T11:00:00Z",
    });
    expect(parseEdit(column("date"), "i morgen", style)).toEqual({ ok: false, problem: "date" });
  });

  it("empties a field, unless it must be filled", () => {
    expect(parseEdit(column("text"), "  ", style)).toEqual({ ok: true, value: null });
    expect(parseEdit(column("multi-choice"), "", style)).toEqual({ ok: true, value: [] });
    expect(parseEdit(column("text", { required: true }), "", style)).toEqual({ ok: false, problem: "required" });
  });

  it("stops a line that SharePoint would refuse", () => {
    expect(parseEdit(column("text"), "æ".repeat(255), style).ok).toBe(true);
    expect(parseEdit(column("text"), "æ".repeat(256), style)).toEqual({ ok: false, problem: "too-long" });
  });
});

describe("editText", () => {
  it.each([
    ["number", 1234.5, "1234,5"],
    ["number", 0.1 + 0.2, "0,3"],
    ["date", "2026-03-02T23:00:00Z", "2026-03-03"],
    ["date-time", "2026-03-02T23:30:00Z", "2026-03-03T00:30"],
    ["boolean", true, "1"],
    ["multi-choice", ["Børn", "Skole"], "Børn\nSkole"],
    ["text", undefined, ""],
  ] as const)("a %s stands in its editor so that it can be read back", (kind, value, text) => {
    expect(editText(column(kind), value, style)).toBe(text);
    const back = parseEdit(column(kind), text, style);
    if (value !== undefined && back.ok) expect(isSameValue(column(kind), back.value, value, style)).toBe(true);
  });
});

describe("what is written", () => {
  it("names the type of a list of words", () => {
    expect(
      fieldsBody(
        new Map<string, string[] | string>([
          ["Tags", ["a"]],
          ["Title", "b"],
        ]),
      ),
    ).toEqual({
      "Tags@odata.type": "Collection(Edm.String)",
      Tags: ["a"],
      Title: "b",
    });
  });

  it("is never a link, a person or a column of SharePoint's own", () => {
    expect(["link", "person", "lookup", "other"].map((kind) => isEditable(column(kind as FieldKind)))).toEqual(
      Array.from({ length: 4 }, () => false),
    );
    expect(isEditable(column("text", { own: false }))).toBe(false);
  });
});
