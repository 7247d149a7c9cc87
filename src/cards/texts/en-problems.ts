import type { CardTexts } from "./da.ts";

const amount = (): string => "Write an amount, e.g. 95.000 kr.";

/** What is wrong at a field, and what to do. */
export const enProblems: CardTexts["problems"] = {
  missing: () => "Must be filled in.",
  "too-long": (figure) => `At most ${figure("max")} characters. There are ${figure("length")}.`,
  "too-short": (figure) => `Write at least ${figure("min")} characters.`,
  cpr: (figure) =>
    figure("removed") === ""
      ? "Something here looks like a CPR number. Remove it."
      : "Something here looked like a CPR number. It has been taken out and is not saved.",
  "no-such-choice": () => "Choose one of the options.",
  "expected-economy-missing": () => "The expected costs are missing.",
  "amount-negative": amount,
  "amount-not-a-number": amount,
  "amount-ambiguous": amount,
  "amount-not-danish": amount,
  "amount-too-many-decimals": amount,
  "amount-too-large": amount,
  "amount-not-positive": amount,
  "over-cap": () => "The amount is above the largest amount of the round.",
  "out-of-balance": () => "The lines do not match the amount applied for and own contribution.",
  "not-a-date": () => "Write a date, e.g. 28-03-2027.",
  "end-before-start": () => "The end date is before the start date.",
  "changed-meanwhile": () => "Somebody else changed this meanwhile. See the new value and save again.",
  "score-missing": () => "Choose 1-5.",
  "remark-missing": (figure) => `Write a remark (at least ${figure("min")} characters). It is needed at 1, 2 and 5.`,
  "not-a-link": () => "Write an address that begins with https://.",
  "after-meeting": () => "The day must be before the meeting.",
};
