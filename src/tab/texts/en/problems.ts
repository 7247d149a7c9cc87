import type { Texts } from "../da.ts";
import type { ProblemSentence } from "../problem-sentence.ts";

const didYouMean: ProblemSentence = ({ oere }) => {
  const reading = oere("readingOere");
  return reading === "" ? "" : ` Did you mean ${reading}?`;
};

export const problems: Texts["problems"] = {
  general: "Have another look at this field.",
  byCode: {
    missing: () => "Must be filled in.",
    "too-long": ({ figure }) => `At most ${figure("max")} characters. There are ${figure("length")}.`,
    "too-short": ({ figure }) => `Write at least ${figure("min")} characters.`,
    cpr: () => "Something here looks like a CPR number. Remove it.",
    "no-such-choice": () => "Choose one of the options.",
    "expected-economy-missing": () => "The expected costs are missing. Add at least one line.",
    "amount-negative": () => "Write the amount without a minus.",
    "amount-not-a-number": () => "Write an amount, e.g. 95.000 kr.",
    "amount-ambiguous": (data) => `The amount can be read in more than one way.${didYouMean(data)}`,
    "amount-not-danish": (data) => `Write a full stop between thousands and a comma before øre.${didYouMean(data)}`,
    "amount-too-many-decimals": (data) => `Write at most two digits after the comma.${didYouMean(data)}`,
    "amount-too-large": ({ oere }) => `At most ${oere("mostOere")}.`,
    "amount-not-positive": () => "Write an amount above 0 kr.",
    "over-cap": ({ oere }) => `At most ${oere("capOere")} in this round.`,
    "out-of-balance": ({ oere, number }) =>
      number("differenceOere") > 0
        ? `The lines are ${oere("differenceOere")} higher than requested and own contribution.`
        : `The lines are ${oere("differenceOere")} lower than requested and own contribution.`,
    "not-a-date": ({ figure }) =>
      figure("why") === "no-such-day"
        ? "That day does not exist. Check day and month."
        : "Write a date, e.g. 28-03-2027.",
    "end-before-start": () => "The end date is before the start date.",
    "changed-meanwhile": () =>
      "Somebody else changed this meanwhile. See the new value, and save again if yours should stand.",
    "score-missing": () => "Choose 1-5.",
    "remark-missing": () => "Write a remark. It is needed with 1, 2 and 5.",
    "not-a-link": () => "Write an address that begins with https://.",
    "after-meeting": () => "The day must be before the meeting.",
  },
};
