import type { FieldProblem } from "#contract/problem.ts";
import type { Language } from "#domain/shared/language.ts";
import { formatKr, oere } from "#domain/shared/money.ts";
import type { Texts } from "./da.ts";

/** What a sentence may take from a problem's data. */
export interface ProblemData {
  /** An amount in øre, written out without sign; "" when it is missing. */
  oere(name: string): string;
  /** A figure as text. */
  figure(name: string): string;
  number(name: string): number;
}

/** One sentence for one problem code. */
export type ProblemSentence = (data: ProblemData) => string;

/** The sentence of a problem at a field; an unknown code gets the general one. */
export function problemSentence(problem: FieldProblem, texts: Texts, language: Language): string {
  const sentences: Readonly<Record<string, ProblemSentence | undefined>> = texts.problems.byCode;
  const sentence = sentences[problem.code];
  return sentence === undefined ? texts.problems.general : sentence(readData(problem.data, language));
}

function readData(data: FieldProblem["data"], language: Language): ProblemData {
  const number = (name: string): number => {
    const value = data[name];
    return typeof value === "number" ? value : 0;
  };
  return {
    number,
    figure: (name) => String(data[name] ?? ""),
    oere: (name) => (data[name] === undefined ? "" : formatKr(oere(Math.abs(number(name))), language)),
  };
}
