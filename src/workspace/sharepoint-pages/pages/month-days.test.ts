import { describe, expect, it } from "vitest";
import { monthWeeks, nextMonth } from "./month-days.ts";
import { columnOf, danishStyle, rowOf } from "./sample-list.test-support.ts";

const context = {
  columns: new Map([["Frist", columnOf("Frist", "date")]]),
  style: danishStyle,
  now: new Date("2026-11-25T09:00:00Z"),
  me: "",
};
const fields = { start: "Fra", end: "Til" };
const shown = (month: string, rows: Parameters<typeof monthWeeks>[1]) =>
  monthWeeks(month, rows, fields, context)
    .flat()
    .filter((day) => day.rows.length > 0)
    .map(({ day }) => day.slice(5));

describe("monthWeeks", () => {
  it("is whole weeks from Monday, the days of other months marked", () => {
    const weeks = monthWeeks("2026-11", [], fields, context);
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
    expect([weeks[0]?.[0], weeks.at(-1)?.[0]]).toEqual([
      { day: "2026-10-26", inMonth: false, rows: [] },
      { day: "2026-11-30", inMonth: true, rows: [] },
    ]);
    expect(monthWeeks("2027-02", [], fields, context)).toHaveLength(4);
  });

  it("shows a row on each day it lasts, also over the end of a month", () => {
    const rows = [rowOf("1", { Fra: "2026-11-29T12:00:00Z", Til: "2026-12-02T12:00:00Z" })];
    expect(shown("2026-12", rows)).toEqual(["11-30", "12-01", "12-02"]);
  });

  it("shows a day where the site is, a row without an end on its day, and a row without dates nowhere", () => {
    const rows = [rowOf("1", { Fra: "2026-11-24T23:00:00Z" }), rowOf("2", {})];
    expect(shown("2026-11", rows)).toEqual(["11-25"]);
  });
});

describe("nextMonth", () => {
  it("goes over the year both ways", () => {
    expect([nextMonth("2026-12", 1), nextMonth("2026-01", -1)]).toEqual(["2027-01", "2025-12"]);
  });
});
