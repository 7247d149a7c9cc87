import { expect, test } from "vitest";
import { formatDaysAgo } from "./format-ago.ts";

test.each([
  [0, "i dag", "today"],
  [1, "i går", "yesterday"],
  [2, "for 2 dage siden", "2 days ago"],
  [91, "for 91 dage siden", "91 days ago"],
  [92, "for 3 måneder siden", "3 months ago"],
  [239, "for 7 måneder siden", "7 months ago"],
  [729, "for 23 måneder siden", "23 months ago"],
  [730, "for 2 år siden", "2 years ago"],
  [1100, "for 3 år siden", "3 years ago"],
])("%i days ago is “%s” and “%s”", (days, danish, english) => {
  expect(formatDaysAgo(days, "da")).toBe(danish);
  expect(formatDaysAgo(days, "en")).toBe(english);
});
