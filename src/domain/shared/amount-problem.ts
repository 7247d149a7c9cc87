import { type FieldProblem, problemAt } from "./field-problem.ts";
import { type AmountRefusal, type Oere, parseAmount } from "./money.ts";

/** What is wrong with a typed amount, with the amount the writer may have meant. */
export function amountProblem(field: string, refusal: AmountRefusal): FieldProblem {
  switch (refusal.kind) {
    case "empty":
      return problemAt(field, "missing");
    case "negative":
      return problemAt(field, "amount-negative", { text: refusal.text });
    case "not-a-number":
      return problemAt(field, "amount-not-a-number", { text: refusal.text });
    case "ambiguous":
      return problemAt(field, "amount-ambiguous", { text: refusal.text, ...firstReading(refusal.readings) });
    case "not-danish":
      return problemAt(field, "amount-not-danish", { text: refusal.text, ...firstReading(refusal.readings) });
    case "too-many-decimals":
      return problemAt(field, "amount-too-many-decimals", {
        text: refusal.text,
        decimals: refusal.decimals,
        ...(refusal.decimals === 3 ? firstReading(groupedReading(refusal.text)) : {}),
      });
    case "too-large":
      return problemAt(field, "amount-too-large", { text: refusal.text, mostOere: refusal.most });
  }
}

/** "17,000" as 17.000 kr.: three digits after the comma are a group of thousands to those who write so elsewhere. */
function groupedReading(text: string): readonly Oere[] {
  const read = parseAmount(text.replace(",", "."));
  return read.ok ? [read.value] : [];
}

/** "Mente du …?": the one amount the writer may have meant. */
function firstReading(readings: readonly Oere[]): { readonly readingOere?: number } {
  const [reading] = readings;
  return reading === undefined ? {} : { readingOere: reading };
}
