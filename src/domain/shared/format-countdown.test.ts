import { expect, it, test } from "vitest";
import { at } from "#test/builders/clock.ts";
import { plusMillis } from "./dates.ts";
import { formatCountdown } from "./format-countdown.ts";

/** Sunday 28 March 2027, 23.59, the night summer time has begun. */
const closing = at("2027-03-28T22:00:00.000Z");

test.each([
  [
    "2026-12-28T12:00:00.000Z",
    "om 90 dage, søndag den 28. marts 2027 kl. 23.59",
    "in 90 days, Sunday 28 March 2027 at 23:59",
  ],
  ["2027-03-23T12:00:00.000Z", "om 5 dage, søndag den 28. marts kl. 23.59", "in 5 days, Sunday 28 March at 23:59"],
  ["2027-03-26T23:00:00.000Z", "i morgen kl. 23.59", "tomorrow at 23:59"],
  ["2027-03-27T22:59:59.999Z", "i morgen kl. 23.59", "tomorrow at 23:59"],
  ["2027-03-27T23:00:00.000Z", "i dag kl. 23.59", "today at 23:59"],
  ["2027-03-28T21:00:00.000Z", "i dag kl. 23.59", "today at 23:59"],
  ["2027-03-28T21:00:00.001Z", "i dag kl. 23.59", "today at 23:59"],
  ["2027-03-28T21:01:00.000Z", "om 59 minutter, kl. 23.59", "in 59 minutes, at 23:59"],
  ["2027-03-28T21:58:00.001Z", "om 2 minutter, kl. 23.59", "in 2 minutes, at 23:59"],
  ["2027-03-28T21:59:00.000Z", "om under 1 minut, kl. 23.59", "in less than 1 minute, at 23:59"],
  ["2027-03-28T21:59:59.999Z", "om under 1 minut, kl. 23.59", "in less than 1 minute, at 23:59"],
  ["2027-03-28T22:00:00.000Z", "overskredet", "overdue"],
  ["2028-01-01T00:00:00.000Z", "overskredet", "overdue"],
])("seen from %s a deadline is “%s” and “%s”", (now, danish, english) => {
  expect(formatCountdown(closing, at(now), "da")).toBe(danish);
  expect(formatCountdown(closing, at(now), "en")).toBe(english);
});

it("never says that time is over while there is some, nor the other way", () => {
  for (let left = -5_000; left <= 5_000; left += 7) {
    const said = formatCountdown(closing, plusMillis(closing, -left * 1_000), "da");
    expect(said === "overskredet").toBe(left <= 0);
  }
});

it("says days by the Danish calendar, also over the night that has 23 hours", () => {
  expect(formatCountdown(closing, at("2027-03-26T22:30:00.000Z"), "da")).toContain("om 2 dage");
  expect(formatCountdown(closing, at("2027-03-26T23:30:00.000Z"), "da")).toContain("i morgen");
});
