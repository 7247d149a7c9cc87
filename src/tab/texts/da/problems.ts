import type { FieldProblemCode } from "#domain/shared/field-problem.ts";
import type { ProblemSentence } from "../problem-sentence.ts";

/** "Mente du …?" after an amount that could be read in two ways. */
const didYouMean: ProblemSentence = ({ oere }) => {
  const reading = oere("readingOere");
  return reading === "" ? "" : ` Mente du ${reading}?`;
};

/** Sentences for problems at a field: what is wrong and what to do. */
export const problems = {
  general: "Se på feltet en gang til.",
  byCode: {
    missing: () => "Skal udfyldes.",
    "too-long": ({ figure }) => `Højst ${figure("max")} tegn. Der er ${figure("length")}.`,
    "too-short": ({ figure }) => `Skriv mindst ${figure("min")} tegn.`,
    cpr: () => "Her står noget, der ligner et CPR-nummer. Fjern det.",
    "no-such-choice": () => "Vælg en af mulighederne.",
    "expected-economy-missing": () => "Forventet økonomi mangler. Tilføj mindst én linje.",
    "amount-negative": () => "Skriv beløbet uden minus.",
    "amount-not-a-number": () => "Skriv et beløb, fx 95.000 kr.",
    "amount-ambiguous": (data) => `Beløbet kan læses på flere måder.${didYouMean(data)}`,
    "amount-not-danish": (data) => `Skriv punktum mellem tusinder og komma før øre.${didYouMean(data)}`,
    "amount-too-many-decimals": (data) => `Skriv højst to cifre efter kommaet.${didYouMean(data)}`,
    "amount-too-large": ({ oere }) => `Højst ${oere("mostOere")}`,
    "amount-not-positive": () => "Skriv et beløb over 0 kr.",
    "over-cap": ({ oere }) => `Højst ${oere("capOere")} i denne runde.`,
    "out-of-balance": ({ oere, number }) =>
      number("differenceOere") > 0
        ? `Linjerne er ${oere("differenceOere")} højere end ansøgt og egen finansiering.`
        : `Linjerne er ${oere("differenceOere")} lavere end ansøgt og egen finansiering.`,
    "not-a-date": ({ figure }): string =>
      figure("why") === "no-such-day" ? "Den dag findes ikke. Se på dag og måned." : "Skriv en dato, fx 28-03-2027.",
    "end-before-start": () => "Slutdatoen ligger før startdatoen.",
    "changed-meanwhile": () => "En anden har ændret det imens. Se det nye, og gem igen, hvis dit skal gælde.",
    "score-missing": () => "Vælg 1-5.",
    "remark-missing": () => "Skriv en bemærkning. Den skal med ved 1, 2 og 5.",
    "not-a-link": () => "Skriv en adresse, der begynder med https://.",
    "after-meeting": () => "Dagen skal ligge før mødet.",
  } satisfies Record<FieldProblemCode, ProblemSentence>,
};
