import { describe, expect, test } from "vitest";
import { fieldProblemCodes } from "#domain/shared/field-problem.ts";
import { da } from "./da.ts";
import { en } from "./en.ts";
import { problemSentence } from "./problem-sentence.ts";

const data = {
  differenceOere: -100_000,
  capOere: 30_000_000,
  mostOere: 100,
  readingOere: 150_000,
  max: 120,
  length: 130,
  min: 5,
};

describe.each([
  ["da", da],
  ["en", en],
] as const)("problemSentence in %s", (language, texts) => {
  test.each(fieldProblemCodes)("says %s in words, with nothing left open", (code) => {
    const sentence = problemSentence({ field: "title", code, data }, texts, language);
    expect(sentence).toMatch(/^[A-ZÆØÅ].*[.?]$/u);
    expect(sentence).not.toMatch(/undefined|NaN|\.\./u);
    expect(sentence).not.toBe(texts.problems.general);
  });

  test("has a general sentence for a code it does not know", () => {
    expect(problemSentence({ field: "title", code: "new-one", data: {} }, texts, language)).toBe(
      texts.problems.general,
    );
  });
});

describe("problemSentence", () => {
  test("000-09 names the difference", () => {
    const sentence = problemSentence({ field: "budgetLines", code: "out-of-balance", data }, da, "da");
    expect(sentence).toBe("Linjerne er 1.000\u00a0kr. lavere end ansøgt og egen finansiering.");
  });
});
