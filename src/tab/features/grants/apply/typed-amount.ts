import type { Language } from "#domain/shared/language.ts";
import { parseAmount } from "#domain/shared/money.ts";
import type { DraftValues } from "./draft-saver.ts";

/** The English way: groups of three after commas, with at most whole øre after a full stop. */
const ENGLISH = /^(?:dkk|kr\.?)?\s*([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d{2}))?\s*(?:dkk|kr\.?)?$/i;

/**
 * "62,000" as "62.000", for somebody who reads the screens in English, where amounts are written so. Only what means
 * nothing at all in Danish is read the English way, so no text has two meanings: "62,00" stays 62 kr., and "62.000" stays
 * 62,000 kr.
 */
export function danishAmount(text: string, language: Language): string {
  if (language !== "en" || parseAmount(text).ok) return text;
  const [, whole, oere] = ENGLISH.exec(text.trim()) ?? [];
  if (whole === undefined) return text;
  const danish = whole.replaceAll(",", ".") + (oere === undefined ? "" : `,${oere}`);
  return parseAmount(danish).ok ? danish : text;
}

/** The form with its amounts as they are understood; the same object when all are as typed. */
export function danishAmounts(values: DraftValues, language: Language): DraftValues {
  const requestedAmount = danishAmount(values.requestedAmount, language);
  const ownContribution = danishAmount(values.ownContribution, language);
  const budgetLines = values.budgetLines.map((line) => ({ ...line, amount: danishAmount(line.amount, language) }));
  const isSameLines = budgetLines.every((line, index) => line.amount === values.budgetLines[index]?.amount);
  const isSame = requestedAmount === values.requestedAmount && ownContribution === values.ownContribution;
  if (isSame && isSameLines) return values;
  return { ...values, requestedAmount, ownContribution, ...(isSameLines ? {} : { budgetLines }) };
}
