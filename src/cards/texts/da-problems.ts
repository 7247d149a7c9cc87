import type { FieldProblemCode } from "#domain/shared/field-problem.ts";

/** What a sentence may take from a problem's data: figures as text, "" when missing. */
export type Figure = (name: string) => string;
type Sentences = Readonly<Record<FieldProblemCode, (figure: Figure) => string>>;

const amount = (): string => "Skriv et beløb, fx 95.000 kr.";

/** What is wrong at a field, and what to do. */
export const daProblems = {
  missing: () => "Skal udfyldes.",
  "too-long": (figure) => `Højst ${figure("max")} tegn. Der er ${figure("length")}.`,
  "too-short": (figure) => `Skriv mindst ${figure("min")} tegn.`,
  cpr: (figure): string =>
    figure("removed") === ""
      ? "Her står noget, der ligner et CPR-nummer. Fjern det."
      : "Her stod noget, der ligner et CPR-nummer. Det er taget ud og ikke gemt.",
  "no-such-choice": () => "Vælg en af mulighederne.",
  "expected-economy-missing": () => "Forventet økonomi mangler.",
  "amount-negative": amount,
  "amount-not-a-number": amount,
  "amount-ambiguous": amount,
  "amount-not-danish": amount,
  "amount-too-many-decimals": amount,
  "amount-too-large": amount,
  "amount-not-positive": amount,
  "over-cap": () => "Beløbet er over rundens største beløb.",
  "out-of-balance": () => "Linjerne passer ikke med ansøgt og egen finansiering.",
  "not-a-date": () => "Skriv en dato, fx 28-03-2027.",
  "end-before-start": () => "Slutdatoen ligger før startdatoen.",
  "changed-meanwhile": () => "En anden har ændret det imens. Se det nye, og gem igen.",
  "score-missing": () => "Vælg 1-5.",
  "remark-missing": (figure) => `Skriv en bemærkning (mindst ${figure("min")} tegn). Den skal med ved 1, 2 og 5.`,
  "not-a-link": () => "Skriv en adresse, der begynder med https://.",
  "after-meeting": () => "Dagen skal ligge før mødet.",
} satisfies Sentences;
