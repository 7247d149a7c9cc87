import { findCpr } from "#domain/shared/cpr.ts";
import { cleanText } from "#domain/shared/plain-text.ts";
import type { Criterion } from "./grant-pool.ts";
import { outcomeReasonLimit } from "./outcome-reason-limit.ts";
import type { RankedLine } from "./rank-applications.ts";
import type { Review } from "./review.ts";

/**
 * What may be the number of an application, "FR22-07" or "fr 22-07": its letters, the blank, the rest. What a remark
 * says of another one is not the applicant's to read.
 */
const applicationNumber = /(?<![\p{L}\p{N}])(\p{L}{1,6})(\s?)(\d{2}\p{Pd}\d{2,})(?!\p{N})/gu;

/**
 * A first draft of a reason, for a person to mend before it is sent: the proposed wording, then criterion by criterion
 * what the reviewers remarked; the points stand in the letter's table below. Never who said what: no names, and in an order that does
 * not follow the reviewers. Left out is a remark with what looks like a CPR number, that names another
 * application, or one of the reviewers. Undefined where no remark is left.
 *
 * @param proposed the wording without remarks, "" for an award
 * @param counted the reviews that make up the score
 * @param reviewerNames who reviewed, whose names must not be told
 */
export function reasonFromRemarks(
  line: Pick<RankedLine, "application">,
  proposed: string,
  counted: readonly Review[],
  criteria: readonly Criterion[],
  reviewerNames: readonly string[],
): string | undefined {
  const isOpen = (remark: string): boolean =>
    findCpr(remark) === undefined &&
    numbersIn(remark, line.application.number).every((number) => number === line.application.number.toUpperCase()) &&
    !reviewerNames.some((name) => namedIn(remark, name));
  let text = proposed === "" ? "Projektet er blandt de bedst egnede i runden." : proposed;
  let isAnyKept = false;
  for (const { code, name } of criteria) {
    const remarks = remarksOn(code, counted).filter(isOpen);
    // A remark that does not fit any more is left out whole.
    let part = `${text}\n\n${name}:`;
    let isPartKept = false;
    for (const remark of remarks) {
      const longer = `${part} ${remark}`;
      if (longer.length > outcomeReasonLimit) continue;
      part = longer;
      isPartKept = true;
    }
    if (!isPartKept) continue;
    text = part;
    isAnyKept = true;
  }
  return isAnyKept ? text : undefined;
}

/** The remarks on a criterion as sentences, each once, in the order of their words. */
function remarksOn(code: string, reviews: readonly Review[]): readonly string[] {
  const sentences = reviews
    .map(({ answers }) => cleanText(answers.remarks[code] ?? "", { multiline: false }))
    .filter((remark) => remark !== "")
    .map((remark) => (/[.!?…]$/u.test(remark) ? remark : `${remark}.`));
  return [...new Set(sentences)].sort();
}

/**
 * The numbers of applications in a text, in capitals and without blanks. After a blank the letters are those of a
 * number only in capitals or as in `own`: "på 10-15 borgere" is none.
 */
function numbersIn(text: string, own: string): readonly string[] {
  const ownLetters = /^\p{L}+/u.exec(own)?.[0].toUpperCase();
  return [...text.matchAll(applicationNumber)].flatMap(([, letters = "", blank = "", rest = ""]) => {
    const isNumber = blank === "" || letters.toUpperCase() === ownLetters || /^\p{Lu}{2,}$/u.test(letters);
    return isNumber ? [`${letters}${rest.replace(/\p{Pd}/u, "-")}`.toUpperCase()] : [];
  });
}

/**
 * Whether a text names a person by any part of the name, also in the genitive. A part of two letters ("Bo") is a name
 * only with a capital, since in small letters it is a word of its own; an initial alone names nobody.
 */
function namedIn(text: string, name: string): boolean {
  const words = wordsOf(text);
  return wordsOf(name).some((part) =>
    words.some((word) => {
      const isSame = [part, `${part}s`].some((form) => form.toLowerCase() === word.toLowerCase());
      return isSame && (part.length > 2 || (part.length === 2 && isCapital(part) && isCapital(word)));
    }),
  );
}

function wordsOf(text: string): readonly string[] {
  return text.normalize("NFC").match(/\p{L}+/gu) ?? [];
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
