import { type BudgetCategory, budgetCategories } from "#domain/grants/draft.ts";

/** A budget line as pasted. */
export interface PastedLine {
  readonly category: BudgetCategory;
  readonly note: string;
  readonly amount: string;
}

/**
 * Reads rows copied from a spreadsheet (columns by tab): "art, hvad, beløb", "hvad, beløb" or "art, beløb". The first
 * cell is a category if it is one of the names given; the last is the amount, as typed. Undefined when the text is no
 * table, so that an ordinary paste stays one.
 */
export function parsePastedLines(
  text: string,
  names: Readonly<Record<BudgetCategory, string>>,
): readonly PastedLine[] | undefined {
  if (!text.includes("\t")) return undefined;
  const rows = text
    .split(/\r?\n/)
    .map((row) => row.split("\t").map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""));
  return rows.map((cells) => {
    const first = cells[0]?.toLowerCase() ?? "";
    const category = budgetCategories.find((code) => names[code].toLowerCase() === first);
    const rest = category === undefined ? cells : cells.slice(1);
    return { category: category ?? "other", note: rest.slice(0, -1).join(" ").trim(), amount: rest.at(-1) ?? "" };
  });
}
