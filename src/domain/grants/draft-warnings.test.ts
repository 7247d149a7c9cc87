import { describe, expect, it } from "vitest";
import { day } from "#test/builders/clock.ts";
import { someFields } from "#test/builders/grants.ts";
import { checkDraft } from "./check-draft.ts";
import { draftWarnings } from "./draft-warnings.ts";

const today = day("2022-06-01");
const line = { id: "a", category: "equipment", note: "Tablets", amount: "115.000" } as const;
const warned = (overrides: Parameters<typeof someFields>[0]) =>
  draftWarnings(someFields({ budgetLines: [line], ...overrides }), today).map(({ field, code }) => `${field} ${code}`);

describe("draftWarnings", () => {
  it("says nothing of days from today on and of whole kroner", () => {
    expect(warned({})).toEqual([]);
  });

  it("doubts days that have passed, without stopping anybody", () => {
    const past = { startDate: "2022-05-31", endDate: "31-05-2022" };
    expect(warned(past)).toEqual(["startDate date-passed", "endDate date-passed"]);
    expect(checkDraft(someFields(past), { capOere: 30_000_000 as never })).toEqual([]);
  });

  it("doubts øre in every amount", () => {
    const budgetLines = [{ ...line, amount: "1,50 kr." }];
    expect(warned({ requestedAmount: "95.000,25", ownContribution: "0,75", budgetLines })).toEqual([
      "requestedAmount has-oere",
      "ownContribution has-oere",
      "budgetLines.a.amount has-oere",
    ]);
    expect(warned({ requestedAmount: "95.000,00", ownContribution: "mange" })).toEqual([]);
  });

  it("asks what a line with an amount is for, and nothing of a blank line", () => {
    expect(warned({ budgetLines: [{ ...line, note: " " }] })).toEqual(["budgetLines.a.note note-missing"]);
    expect(warned({ budgetLines: [{ ...line, note: "", amount: "" }] })).toEqual([]);
  });

  it("000-19 doubts a number that no application of the centre has, as far as the writer can know", () => {
    const doubts = (resubmissionOf: string, numbers?: readonly string[]) =>
      draftWarnings(someFields({ budgetLines: [line], resubmissionOf }), today, numbers);
    expect(doubts("FR22-04", ["FR22-03"])).toEqual([{ field: "resubmissionOf", code: "unknown-number" }]);
    for (const known of ["fr22 - 03", " ", ""]) expect(doubts(known, ["FR22-03"])).toEqual([]);
    expect(doubts("FR22-04")).toEqual([]);
  });
});
