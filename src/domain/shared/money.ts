import type { Language } from "./language.ts";

declare const oereBrand: unique symbol;

/** An amount of money in whole øre (1 kr. = 100 øre). May be negative: a difference is an amount too. */
export type Oere = number & { readonly [oereBrand]: true };

/** Brands a number as øre. Throws RangeError unless it is a safe integer: half an øre is a bug, not money. */
export function oere(amount: number): Oere {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole number of øre: ${amount}`);
  // -0 would break Object.is and is written "-0".
  return (amount === 0 ? 0 : amount) as Oere;
}

/** Whole kroner as øre: `kr(300_000)`. Throws RangeError on fractions. */
export function kr(kroner: number): Oere {
  if (!Number.isSafeInteger(kroner)) throw new RangeError(`Not a whole number of kroner: ${kroner}`);
  return oere(kroner * 100);
}

/** a + b. Throws RangeError when the sum is no safe integer. */
export function addOere(a: Oere, b: Oere): Oere {
  return oere(a + b);
}

/** a - b, negative when b is the larger. */
export function subtractOere(a: Oere, b: Oere): Oere {
  return oere(a - b);
}

/** The sum of the amounts; 0 for none. */
export function sumOere(amounts: Iterable<Oere>): Oere {
  let sum = oere(0);
  for (const amount of amounts) sum = addOere(sum, amount);
  return sum;
}

/** Between number and unit, so that "300.000" and "kr." stay on one line. The ordinary U+00A0, as `Intl` writes it. */
const NO_BREAK_SPACE = "\u00a0";

/**
 * "300.000 kr." and "1.234,50 kr."; in English "DKK 300.000". Decimals are shown only when there are øre.
 * The digits are grouped the Danish way in both languages: amount fields accept only that, and "300,000" beside
 * "300.000" on two people's screens would be two different amounts. `parseAmount` reads back what this writes.
 */
export function formatKr(amount: Oere, language: Language = "da"): string {
  const digits = formatAmount(amount);
  return language === "da" ? `${digits}${NO_BREAK_SPACE}kr.` : `DKK${NO_BREAK_SPACE}${digits}`;
}

/** The digits of `formatKr` without unit, for amount fields and columns headed "kr.": "300.000", "1.234,50". */
export function formatAmount(amount: Oere): string {
  const size = amount < 0 ? 0 - amount : amount;
  const rest = size % 100;
  const decimals = rest === 0 ? "" : `,${String(rest).padStart(2, "0")}`;
  return `${amount < 0 ? "-" : ""}${grouped((size - rest) / 100)}${decimals}`;
}

/**
 * "0,6 mio. kr.", for running text and headings. Rounded to whole thousands of kroner (three decimals, half away
 * from zero); `Intl` compact gives "600 t kr.", which nobody writes.
 */
export function formatMio(amount: Oere): string {
  const size = amount < 0 ? 0 - amount : amount;
  const oddOere = size % 100_000;
  const thousands = (size - oddOere) / 100_000 + (oddOere >= 50_000 ? 1 : 0);
  const rest = thousands % 1000;
  const decimals = rest === 0 ? "" : `,${String(rest).padStart(3, "0").replace(/0+$/, "")}`;
  const sign = amount < 0 && thousands > 0 ? "-" : "";
  return `${sign}${grouped((thousands - rest) / 1000)}${decimals} mio.${NO_BREAK_SPACE}kr.`.replace(
    " ",
    NO_BREAK_SPACE,
  );
}

/** Digits with a full stop between groups of three. */
function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(?:\d{3})+$)/g, ".");
}
