import { describe, expect, test } from "vitest";
import { cardTexts } from "./card-texts.ts";

const danish = cardTexts("da").decision;
const english = cardTexts("en").decision;

describe("the card of a decision", () => {
  test.each([
    [0, 3, "3 ansøgninger får afslag.", "3 applications are rejected."],
    [0, 1, "1 ansøgning får afslag.", "1 application is rejected."],
    [2, 0, "2 ansøgninger får tilsagn på i alt T.", "2 applications are awarded T in all."],
    [1, 0, "1 ansøgning får tilsagn på T.", "1 application is awarded T."],
    [4, 2, "4 får tilsagn på i alt T, og 2 får afslag.", "4 are awarded T in all, and 2 are rejected."],
    [1, 1, "1 får tilsagn på T, og 1 får afslag.", "1 is awarded T, and 1 is rejected."],
  ])(
    "counts %i awards and %i rejections in words, and leaves out what there is none of",
    (awards, rejections, said, inEnglish) => {
      expect(danish.sure(awards, rejections, "T")).toBe(
        `${said} Du kan fortryde i mindst 30 sekunder. Derefter får ansøgerne besked.`,
      );
      expect(english.sure(awards, rejections, "T")).toBe(
        `${inEnglish} You can undo for at least 30 seconds. Then the applicants are told.`,
      );
    },
  );

  test("ends a sentence once where the amount ends with a point", () => {
    expect(danish.sure(1, 0, "45.000 kr.")).toBe(
      "1 ansøgning får tilsagn på 45.000 kr. Du kan fortryde i mindst 30 sekunder. Derefter får ansøgerne besked.",
    );
  });

  test("counts one more application as one", () => {
    expect([1, 3].map(danish.more)).toEqual(["og 1 ansøgning til i Fremdrift", "og 3 ansøgninger til i Fremdrift"]);
    expect([1, 3].map(english.more)).toEqual([
      "and 1 more application in Fremdrift",
      "and 3 more applications in Fremdrift",
    ]);
  });
});
