import { describe, expect, test } from "vitest";
import { da } from "./da.ts";
import { en } from "./en.ts";

const danish = da.ranking;
const english = en.ranking;

describe("the question before a list is put up or decided", () => {
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
      expect(danish.recommendText(awards, rejections, "T")).toBe(`${said} Bedømmelserne bliver lukket.`);
      expect(danish.decideText(awards, rejections, "T")).toBe(
        `${said} Du kan fortryde i mindst 30 sekunder, før brevene sendes.`,
      );
      expect(english.recommendText(awards, rejections, "T")).toBe(`${inEnglish} Reviewing is closed.`);
      expect(english.decideText(awards, rejections, "T")).toBe(
        `${inEnglish} You can undo for at least 30 seconds before the letters are sent.`,
      );
    },
  );

  test("the chair decides, which no button calls approving: that is the head's word", () => {
    expect([danish.decide, danish.decideConfirm("T"), danish.decideConfirmNone]).toEqual([
      "Afgør indstillingen",
      "Afgør: tilsagn på T",
      "Afgør: kun afslag",
    ]);
    expect([english.decideConfirm("T"), english.decideConfirmNone]).toEqual([
      "Decide: T awarded",
      "Decide: rejections only",
    ]);
  });
});
