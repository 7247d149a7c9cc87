import { type BudgetCategory, budgetCategories } from "#domain/grants/draft.ts";
import type { Language } from "#domain/shared/language.ts";
import { parseAmount } from "#domain/shared/money.ts";
import { danishAmount } from "./typed-amount.ts";

/** A budget line as pasted. */
export interface PastedLine {
  readonly category: BudgetCategory;
  readonly note: string;
  readonly amount: string;
}

/** What a paste holds. */
export interface PastedLines {
  readonly lines: readonly PastedLine[];
  /** What the rows of sums are called, which are no costs of their own and left out. */
  readonly sums: readonly string[];
}

/** What a spreadsheet's last row is called. */
const SUM = /^(?:i ?alt|(?:sub|grand )?total(?:t|en)?|in (?:total|all)|sum)(?: (?:i )?(?:kr\.?|dkk))?:?$/i;

/** What the columns are called, so that a row of headings is known for what it is. */
export interface ColumnNames {
  readonly category: string;
  readonly note: string;
  readonly amount: string;
}

/**
 * Reads rows copied from a spreadsheet (columns by tab): "art, hvad, beløb", "hvad, beløb" or "art, beløb". The first
 * cell is a category if it is one of the names given. The amount is the last cell that can be read as one, else the
 * last that holds anything; whatever else stands in the row is the note, so that nothing is lost. A row of our own
 * headings is left out, and so are rows of sums. Undefined when the text is no table, so that an ordinary paste stays one.
 */
export function parsePastedLines(
  text: string,
  names: Readonly<Record<BudgetCategory, string>>,
  headings?: ColumnNames,
  language: Language = "da",
): PastedLines | undefined {
  if (!text.includes("\t")) return undefined;
  const rows = rowsOf(text)
    .map((cells) => cells.map(cleanCell))
    .filter((cells) => cells.some((cell) => cell !== "") && !isHeading(cells, headings));
  const sumOf = (cells: readonly string[]): string | undefined => sumName(cells, language);
  return {
    lines: rows.filter((cells) => sumOf(cells) === undefined).map((cells) => lineOf(cells, names, language)),
    sums: rows.map(sumOf).filter((name) => name !== undefined),
  };
}

/** What a row of sums is called: such a name first, then nothing but amounts. */
function sumName(cells: readonly string[], language: Language): string | undefined {
  const [name = "", ...amounts] = cells.filter((cell) => cell !== "");
  const isSum = amounts.length > 0 && amounts.every((cell) => parseAmount(danishAmount(cell, language)).ok);
  return isSum && SUM.test(name) ? name : undefined;
}

function lineOf(
  cells: readonly string[],
  names: Readonly<Record<BudgetCategory, string>>,
  language: Language,
): PastedLine {
  const first = cells[0]?.toLowerCase() ?? "";
  const category = budgetCategories.find((code) => names[code].toLowerCase() === first);
  const rest = category === undefined ? cells : cells.slice(1);
  const readable = rest.findLastIndex((cell) => isAmount(danishAmount(cell, language)));
  const last = readable === -1 ? rest.findLastIndex((cell) => cell !== "") : readable;
  // One text alone is what the line is for; its amount is missing.
  const isNote = readable === -1 && rest.filter((cell) => cell !== "").length === 1 && !/\d/.test(rest[last] ?? "");
  const note = rest.filter((cell, index) => cell !== "" && (isNote || index !== last)).join(" ");
  return { category: category ?? "other", note, amount: isNote ? "" : danishAmount(rest[last] ?? "", language) };
}

/** A negative one too: the form says what is the matter with it. */
function isAmount(cell: string): boolean {
  const amount = parseAmount(cell);
  return amount.ok || amount.refusal.kind === "negative";
}

function isHeading(cells: readonly string[], headings: ColumnNames | undefined): boolean {
  if (headings === undefined) return false;
  const known = Object.values(headings).map((name: string) => name.toLowerCase());
  const written = cells.filter((cell) => cell !== "");
  return written.length > 1 && written.every((cell) => known.includes(cell.toLowerCase()));
}

/** Cells by tab and rows by line end; a cell in quotes may hold both, as spreadsheets copy them. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/g)) {
    const [, quoted, plain = "", end = ""] = match;
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  return rows;
}

/** Without non-breaking and doubled spaces, and without line ends inside. */
function cleanCell(cell: string): string {
  return cell.replace(/\s+/g, " ").trim();
}
