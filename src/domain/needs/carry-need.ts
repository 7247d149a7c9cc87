import type { NeedAnswers } from "./need.ts";
import { daNeedTerms } from "./need-terms-da.ts";

/** Titles of applications and action items are this long at most; both say the same. */
const TITLE_MAX = 120;

/**
 * What a need says where it becomes an application or an action item (003-07): the finder's own words, with the two
 * other answers below, and its first sentence as a title to go on from.
 */
export function carriedTexts(need: NeedAnswers): { readonly title: string; readonly description: string } {
  const { affected, often, frequency } = daNeedTerms;
  const answers = [`${affected} ${need.affected}`, `${often} ${frequency[need.frequency]}`];
  return { title: needTitle(need, TITLE_MAX), description: [need.problem, answers.join("\n")].join("\n\n") };
}

/** The first sentence of what is difficult, cut between words where it is longer than `max` UTF-16 units. */
export function needTitle({ problem }: Pick<NeedAnswers, "problem">, max: number): string {
  const line = problem.split("\n", 1)[0] ?? "";
  // An abbreviation's point is followed by a small letter or a figure.
  const end = line.search(/[.!?](?=\s+\p{Lu}|\s*$)/u);
  const sentence = end < 0 ? line : line.slice(0, end);
  if (sentence.length <= max) return sentence;
  const room = sentence.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/u, "");
  return `${room.replace(/\s+\S*$/u, "")}…`;
}
