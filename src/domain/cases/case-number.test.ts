import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCaseNumber } from "./case-number.ts";

describe("readCaseNumber", () => {
  it.each(["21/15479", "13/38532", "85.13.00-P20-1-20", "18.15.00-Ø40-2-19", "330-2018-3619"])("takes %s", (number) => {
    expect(readCaseNumber(` ${number} `)).toEqual({ ok: true, value: number });
  });

  it("takes nothing for a case that has no number (TR-4)", () => {
    expect(readCaseNumber("  ")).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ["21-15479", "21/15479"],
    ["21 / 15479", "21/15479"],
    ["2021/15479", "21/15479"],
    ["Sagsnr.: 13/38532", "13/38532"],
    ["sag 21\u201315479", "21/15479"],
    ["85.13.00 p20 1 20", "85.13.00-P20-1-20"],
    ["851300-P20-1-2020", "85.13.00-P20-1-20"],
    ["330/2018/3619", "330-2018-3619"],
  ])("never takes the almost-number %s for one, and proposes %s", (typed, proposal) => {
    expect(readCaseNumber(typed)).toEqual({ ok: false, refusal: { kind: "not-a-case-number", typed, proposal } });
  });

  it.each(["femten", "21/", "21/1234567890", "x".repeat(300)])("has no proposal for %s", (typed) => {
    expect(readCaseNumber(typed)).toEqual({
      ok: false,
      refusal: { kind: "not-a-case-number", typed: typed.slice(0, 60) },
    });
  });

  it("proposes only what it would itself take, whatever is typed", () => {
    const digits = fc.stringMatching(/^[0-9A-Zø ./-]{0,24}$/u);
    fc.assert(
      fc.property(digits, (typed) => {
        const read = readCaseNumber(typed);
        if (read.ok || read.refusal.proposal === undefined) return;
        expect(readCaseNumber(read.refusal.proposal)).toEqual({ ok: true, value: read.refusal.proposal });
      }),
    );
  });
});
