import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatKr, kr, oere } from "#domain/shared/money.ts";
import { aRound, someFields } from "#test/builders/grants.ts";
import { checkDraft, readDraft } from "./check-draft.ts";
import type { DraftBudgetLine, DraftFields } from "./draft.ts";
import { emptyDraftFields } from "./draft.ts";
import { draftSums } from "./draft-amounts.ts";
import { notCprMarks } from "./draft-cpr.ts";

const round = aRound();
const line = (amount: string, overrides: Partial<DraftBudgetLine> = {}): DraftBudgetLine => ({
  id: "a",
  category: "equipment",
  note: "",
  amount,
  ...overrides,
});
const problems = (overrides: Partial<DraftFields>) => checkDraft(someFields(overrides), round);
const codes = (overrides: Partial<DraftFields>) => problems(overrides).map(({ field, code }) => `${field} ${code}`);

describe("checkDraft", () => {
  it("000-09 takes a form whose lines are what is asked plus what is paid", () => {
    expect(problems({})).toEqual([]);
    expect(readDraft(someFields(), round)).toMatchObject({
      ok: true,
      value: {
        focusArea: 1,
        requestedOere: kr(95_000),
        ownContributionOere: kr(20_000),
        budgetLines: [
          { note: "Tablets", amountOere: kr(62_000) },
          { amountOere: kr(38_000) },
          { amountOere: kr(15_000) },
        ],
        startDate: "2022-06-01",
      },
    });
  });

  it("000-09 names the difference of 1.000 kr. when 96.000 is asked", () => {
    expect(problems({ requestedAmount: "96.000" })).toEqual([
      {
        field: "budgetLines",
        code: "out-of-balance",
        data: { differenceOere: kr(-1_000), linesOere: kr(115_000), requestedOere: kr(96_000), ownOere: kr(20_000) },
      },
    ]);
  });

  it("lists everything an empty form lacks, in the form's order", () => {
    expect(checkDraft(emptyDraftFields, round).map(({ field, code }) => `${field} ${code}`)).toEqual([
      "title missing",
      "description missing",
      "focusArea missing",
      "effect missing",
      "requestedAmount missing",
      "budgetLines expected-economy-missing",
    ]);
  });

  it("000-08 misses the expected economy when every line is blank", () => {
    expect(codes({ budgetLines: [line(" ", { note: " " })] })).toEqual(["budgetLines expected-economy-missing"]);
  });

  it("000-10 caps the request at 300.000 kr. in this round", () => {
    const over = { requestedAmount: "300.001", ownContribution: "", budgetLines: [line("300.001")] };
    const data = { capOere: kr(300_000), amountOere: kr(300_001) };
    expect(problems(over)).toEqual([{ field: "requestedAmount", code: "over-cap", data }]);
    expect(problems({ ...over, requestedAmount: "300.000", budgetLines: [line("300000")] })).toEqual([]);
  });

  it("tells both when a request over the cap does not balance either", () => {
    expect(codes({ requestedAmount: "300.001" })).toEqual(["requestedAmount over-cap", "budgetLines out-of-balance"]);
  });

  it.each([
    ["-5", "amount-negative", {}],
    ["mange", "amount-not-a-number", {}],
    ["1.5", "amount-ambiguous", { readingOere: 150 }],
    ["12.34.5", "amount-ambiguous", {}],
    ["1,234.50", "amount-not-danish", { readingOere: 123_450 }],
    ["10,123", "amount-too-many-decimals", { decimals: 3, readingOere: 1_012_300 }],
    ["1.017,000 kr.", "amount-too-many-decimals", { decimals: 3, readingOere: 101_700_000 }],
    ["0,600", "amount-too-many-decimals", { decimals: 3 }],
    ["1234,567", "amount-too-many-decimals", { decimals: 3 }],
    ["10,1234", "amount-too-many-decimals", { decimals: 4 }],
    ["99999999999", "amount-too-large", { mostOere: kr(10_000_000_000) }],
  ] as const)("says what is wrong with the amount %s", (amount, code, data) => {
    expect(problems({ budgetLines: [line(amount)] })).toEqual([
      { field: "budgetLines.a.amount", code, data: { text: amount, ...data } },
    ]);
  });

  it("asks for an amount beside a note, and above nothing", () => {
    expect(codes({ budgetLines: [line("", { note: "Tablets" })] })).toEqual(["budgetLines.a.amount missing"]);
    expect(codes({ budgetLines: [line("0")] })).toEqual(["budgetLines.a.amount amount-not-positive"]);
    expect(codes({ requestedAmount: "0" })).toEqual(["requestedAmount amount-not-positive"]);
    expect(codes({ ownContribution: "tyve" })).toEqual(["ownContribution amount-not-a-number"]);
  });

  it.each([
    ["title", 120],
    ["description", 4000],
    ["effect", 2000],
    ["operation", 1000],
    ["resubmissionOf", 20],
  ] as const)("takes %s of %i characters and not one more", (field, max) => {
    expect(problems({ [field]: "x".repeat(max) })).toEqual([]);
    expect(problems({ [field]: "x".repeat(max + 1) })).toEqual([
      { field, code: "too-long", data: { max, length: max + 1 } },
    ]);
  });

  it.each(["title", "description", "effect", "operation"] as const)(
    "R-08 stops a CPR number in %s, with the way out",
    (field) => {
      const withNumber = { [field]: "Borger 010190-1234 deltager" };
      expect(problems(withNumber)).toEqual([{ field, code: "cpr", data: {} }]);
      const notCpr = notCprMarks(field, withNumber[field] ?? "");
      expect(problems({ ...withNumber, notCpr })).toEqual([]);
      expect(codes({ [field]: "Borger 010190-1235 deltager", notCpr })).toEqual([`${field} cpr`]);
      expect(codes({ [field]: "Borger 010190-1234, 010190-1235", notCpr })).toEqual([`${field} cpr`]);
    },
  );

  it.each(["010203\u200b-1234", "010203\u00ad1234", "0102\u202e031234", "010203\u200d-1234", "010203\n1234"])(
    "R-08 stops the CPR number that %j is once it is stored or read",
    (number) => {
      expect(codes({ title: `Borger ${number}` })).toEqual(["title cpr"]);
      expect(codes({ description: `Borger ${number}` })).toEqual(["description cpr"]);
      expect(codes({ title: `${number} ${"x".repeat(120)}` })).toEqual(["title too-long", "title cpr"]);
    },
  );

  it("R-08 stops a CPR number in a budget line's note", () => {
    const budgetLines = [line("115.000", { note: "0101901234" })];
    expect(codes({ budgetLines })).toEqual(["budgetLines.a.note cpr"]);
    expect(codes({ budgetLines, notCpr: notCprMarks("budgetLines", "0101901234") })).toEqual([]);
  });

  it("R-08 calls a CPR number one where an amount or a day is asked for", () => {
    const number = "0101901234";
    expect(codes({ requestedAmount: number })).toEqual(["requestedAmount cpr"]);
    expect(codes({ ownContribution: number })).toEqual(["ownContribution cpr"]);
    expect(codes({ budgetLines: [line(number)] })).toEqual(["budgetLines.a.amount cpr"]);
    expect(codes({ startDate: number, endDate: number })).toEqual(["startDate cpr", "endDate cpr"]);
  });

  it("000-19 knows the centre's earlier applications by their numbers, however they are typed, and takes any other as it is typed", () => {
    const rules = { ...round, earlierNumbers: ["FR21-03", "FR22-03"] };
    const read = (resubmissionOf: string) => readDraft(someFields({ resubmissionOf }), rules);
    for (const typed of ["FR22-03", " fr22-03 ", "FR22–03", "FR22 - 03"]) {
      expect(read(typed)).toMatchObject({ ok: true, value: { resubmissionOf: "FR22-03" } });
    }
    expect(read("")).toMatchObject({ ok: true, value: { resubmissionOf: "" } });
    expect(read(" fr22-04 ")).toMatchObject({ ok: true, value: { resubmissionOf: "fr22-04" } });
  });

  it("knows focus areas 1-6, seventeen goals and real days in order", () => {
    expect(codes({ focusArea: "7" })).toEqual(["focusArea no-such-choice"]);
    expect(codes({ sdgs: [3, 18] })).toEqual(["sdgs no-such-choice"]);
    expect(codes({ startDate: "30-02-2022", endDate: "snart" })).toEqual([
      "startDate not-a-date",
      "endDate not-a-date",
    ]);
    expect(problems({ startDate: "30-02-2022", endDate: "snart" }).map(({ data }) => data)).toEqual([
      { why: "no-such-day" },
      {},
    ]);
    expect(problems({ startDate: "27-01-02", endDate: "3/15/2027" }).map(({ data }) => data)).toEqual([
      { why: "two-readings", reading: "2027-01-02", other: "2002-01-27" },
      { why: "month-first", reading: "2027-03-15" },
    ]);
    expect(readDraft(someFields({ startDate: "1/1 27", endDate: "31. dec. 27" }), round)).toMatchObject({
      ok: true,
      value: { startDate: "2027-01-01", endDate: "2027-12-31" },
    });
    expect(codes({ startDate: "2022-06-02", endDate: "2022-06-01" })).toEqual(["endDate end-before-start"]);
    expect(codes({ startDate: "", endDate: "" })).toEqual([]);
    expect(codes({ startDate: "2022-06-01", endDate: "2022-06-01" })).toEqual([]);
  });

  it("R-08 stops at a CPR number written with points or spaces", () => {
    expect(codes({ description: "Ring til 12.03.45-1234" })).toEqual(["description cpr"]);
    expect(codes({ effect: "Ring til 12 03 45-1234" })).toEqual(["effect cpr"]);
  });

  it("takes every form whose lines add up, whatever the amounts, and names the difference in every other", () => {
    const amount = fc.integer({ min: 1, max: 5_000_000 }).map(oere);
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 5 }),
        fc.nat(100),
        fc.integer({ min: -3, max: 3 }),
        (lines, part, off) => {
          const total = lines.reduce((sum, each) => sum + each, 0);
          const own = Math.floor((total * part) / 100);
          const requested = total - own + off;
          fc.pre(requested > 0 && requested <= round.capOere);
          const found = problems({
            budgetLines: lines.map((each, index) => line(formatKr(each), { id: String(index) })),
            requestedAmount: formatKr(oere(requested)),
            ownContribution: formatKr(oere(own)),
          });
          expect(found.map((problem) => problem.data["differenceOere"])).toEqual(off === 0 ? [] : [-off]);
        },
      ),
    );
  });
});

describe("draftSums", () => {
  it("adds up what can be read so far", () => {
    const sums = draftSums(
      someFields({ budgetLines: [line("62.000"), line("mange"), line("", { note: "x" })], requestedAmount: "" }),
    );
    expect(sums).toEqual({
      linesOere: kr(62_000),
      requestedOere: 0,
      ownOere: kr(20_000),
      differenceOere: kr(42_000),
      unreadLines: ["a"],
      isRequestedRead: false,
      isOwnRead: true,
    });
  });
});
