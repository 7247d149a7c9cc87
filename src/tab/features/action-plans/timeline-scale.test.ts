import { describe, expect, test } from "vitest";
import { barOf, movedByDays, movedByKey, placeOf, scaleOf } from "./timeline-scale.ts";

const period = { from: "2026-03-01", to: "2026-06-30" };

describe("the line of time", () => {
  test("holds every item and today in whole months, at least a year of them", () => {
    const scale = scaleOf([period], "2026-11-23");
    expect([scale.first, scale.months.length, scale.days]).toEqual(["2026-03-01", 12, 365]);
    const longer = scaleOf([{ from: "2024-12-31", to: "2027-01-01" }], "2026-11-23");
    expect([longer.first, longer.months.length]).toEqual(["2024-12-01", 26]);
    expect(scaleOf([], "2026-11-23").months).toHaveLength(12);
  });

  test("puts a bar where its days are, the last one included", () => {
    const scale = scaleOf([period], "2026-11-23");
    expect(placeOf(scale, "2026-03-01")).toBe(0);
    expect(barOf(scale, period)).toEqual({ at: 0, width: 122 / 365 });
    expect(placeOf(scale, "2020-01-01")).toBe(0);
    expect(placeOf(scale, "2030-01-01")).toBe(1);
  });
});

describe("moving a bar", () => {
  test.each([
    ["ArrowRight", false, "2026-03-08", "2026-07-07"],
    ["ArrowLeft", false, "2026-02-22", "2026-06-23"],
    ["ArrowRight", true, "2026-03-01", "2026-07-07"],
    ["PageDown", false, "2026-04-01", "2026-07-30"],
    ["PageUp", true, "2026-03-01", "2026-05-30"],
  ])("%s with shift %s", (key, shift, from, to) => {
    expect(movedByKey(period, key, shift)).toEqual({ from, to });
  });

  test("never ends before it begins, and other keys move nothing", () => {
    expect(movedByDays(period, -400, "end")).toEqual({ from: "2026-03-01", to: "2026-03-01" });
    expect(movedByKey(period, "a", false)).toBeUndefined();
  });
});
