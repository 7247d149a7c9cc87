import { expect, test } from "vitest";
import { at } from "#test/builders/clock.ts";
import { apply as danish } from "../../../texts/da/apply.ts";
import { apply as english } from "../../../texts/en/apply.ts";
import { savedWhen } from "./saved-when.ts";

const now = at("2026-11-23T09:00:00.000Z");

test.each([
  ["2026-11-23T08:42:00.000Z", "Gemt kl. 09.42", "Saved at 09:42"],
  // 00.10 in Denmark, the day before in UTC.
  ["2026-11-22T23:10:00.000Z", "Gemt kl. 00.10", "Saved at 00:10"],
  ["2026-11-20T09:42:00.000Z", "Gemt 20. november kl. 10.42", "Saved 20 November at 10:42"],
  ["2025-11-23T09:42:00.000Z", "Gemt 23. november 2025 kl. 10.42", "Saved 23 November 2025 at 10:42"],
])("%s is told as the day it was", (savedAt, inDanish, inEnglish) => {
  expect(savedWhen(at(savedAt), now, { apply: danish }, "da")).toBe(inDanish);
  expect(savedWhen(at(savedAt), now, { apply: english }, "en")).toBe(inEnglish);
});
