import { ok, type Result, refuse } from "#domain/shared/result.ts";

/** A text that is no case number, with the number that was probably meant where there is one. */
export interface CaseNumberRefusal {
  readonly kind: "not-a-case-number";
  readonly typed: string;
  readonly proposal?: string;
}

/** The forms case numbers have in Danish municipalities (B5); the facet letter may be Ø. */
const FORMS: readonly RegExp[] = [
  /^\d{2}\/\d{1,6}$/u,
  /^\d{2}\.\d{2}\.\d{2}-[A-ZÆØÅ]\d{2}-\d{1,5}-\d{2}$/u,
  /^\d{3}-\d{4}-\d{1,7}$/u,
];
const LEADING_WORD = /^(?:sags?(?:nummer|nr)?|nr|case)\b[.: ]*/iu;
const YEAR_AND_NUMBER = /^(?:20)?(\d{2})[ /\\_.-]+(\d{1,6})$/u;
const CLASSIFIED =
  /^(\d{2})[. ]?(\d{2})[. ]?(\d{2})[ .-]*([A-ZÆØÅ])[ .]?(\d{2})[ ./-]+(\d{1,5})[ ./-]+(?:20)?(\d{2})$/u;
const BY_MUNICIPALITY = /^(\d{3})[ ./-]+(\d{4})[ ./-]+(\d{1,7})$/u;

/**
 * A case number in its one written form: "21/15479", "85.13.00-P20-1-20" or "330-2018-3619"; undefined for an empty
 * text, since some cases have none (TR-4). What is almost a number is never taken for one: it is refused with the
 * number that was probably meant, for a person to confirm.
 */
export function readCaseNumber(typed: string): Result<string | undefined, CaseNumberRefusal> {
  const text = typed.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (text === "") return ok(undefined);
  if (isCaseNumber(text)) return ok(text);
  const proposal = likelyNumber(text);
  return refuse({
    kind: "not-a-case-number",
    typed: text.slice(0, 60),
    ...(proposal === undefined ? {} : { proposal }),
  });
}

/** The number somebody means who writes almost one: "21-15479", "Sagsnr.: 13/38532", "85.13.00 p20 1 20". */
export function likelyNumber(text: string): string | undefined {
  const bare = text
    .replace(LEADING_WORD, "")
    .replace(/[\u2010-\u2015\u2212]/gu, "-")
    .replace(/ ?([/.-]) ?/gu, "$1")
    .trim()
    .toUpperCase();
  const built = byForm(bare);
  return built !== undefined && isCaseNumber(built) ? built : undefined;
}

function isCaseNumber(text: string): boolean {
  return FORMS.some((form) => form.test(text));
}

function byForm(bare: string): string | undefined {
  const classified = CLASSIFIED.exec(bare);
  if (classified !== null) {
    const [, group, subgroup, subject, facet, facetNumber, sequence, year] = classified;
    return `${group}.${subgroup}.${subject}-${facet}${facetNumber}-${sequence}-${year}`;
  }
  const municipal = BY_MUNICIPALITY.exec(bare);
  if (municipal !== null) return municipal.slice(1).join("-");
  const yearly = YEAR_AND_NUMBER.exec(bare);
  return yearly === null ? undefined : yearly.slice(1).join("/");
}
