import { describe, expect, it } from "vitest";
import { formatClock, fromFieldValue, toFieldValue, tomorrowAt } from "./zoned-time.ts";

const zone = "Europe/Copenhagen";

describe("formatClock", () => {
  it("writes the clock as Danes and Britons do", () => {
    const instant = new Date("2026-11-22T09:00:00Z");
    expect(formatClock(instant, zone, "da-DK")).toBe("søndag 22. november 2026 kl. 10.00");
    expect(formatClock(instant, zone, "en-GB")).toBe("Sunday 22 November 2026 at 10:00");
  });
});

describe("tomorrowAt", () => {
  it.each([
    ["an ordinary day", "2026-11-22T09:00:00Z", "2026-11-23T09:00:00.000Z"],
    ["the night to summer time", "2027-03-27T22:30:00Z", "2027-03-28T08:00:00.000Z"],
    ["the night to winter time", "2026-10-24T21:30:00Z", "2026-10-25T09:00:00.000Z"],
    ["New Year's Eve", "2026-12-31T11:00:00Z", "2027-01-01T09:00:00.000Z"],
    ["after midnight, when UTC is still on the day before", "2026-11-22T23:30:00Z", "2026-11-24T09:00:00.000Z"],
  ])("finds ten o'clock after %s", (_name, now, expected) => {
    expect(tomorrowAt(10, new Date(now), zone).toISOString()).toBe(expected);
  });
});

describe("date-time field", () => {
  it.each(["2026-07-01T12:34", "2026-12-31T00:00", "2027-03-28T03:00", "2026-10-25T03:30"])("keeps %s", (value) => {
    expect(toFieldValue(fromFieldValue(value, zone) ?? new Date(0), zone)).toBe(value);
  });

  it("has no instant when it is empty", () => expect(fromFieldValue("", zone)).toBeUndefined());
});
