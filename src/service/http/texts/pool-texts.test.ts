import { describe, expect, test } from "vitest";
import { cardTexts } from "#cards/texts/card-texts.ts";
import { poolTexts } from "./pool-texts.ts";

describe("what stops a decision", () => {
  test.each(["FR22-03", "FR22-03, FR22-07"])(
    "is said of %s in the tab as on the card, in both languages",
    (numbers) => {
      for (const language of ["da", "en"] as const) {
        const card = cardTexts(language).decision;
        const { "application-left": left, "decider-recused": recused } = poolTexts;
        expect(left[language]({ numbers })[1]).toBe(card.left(numbers));
        expect(recused[language]({ numbers })[1]).toBe(card.recused(numbers));
      }
    },
  );

  test("counts no numbers wrongly in English", () => {
    expect(cardTexts("en").decision.left("FR22-03, FR22-07")).toMatch(/^Withdrawn or returned: FR22-03, FR22-07\. /u);
  });
});
