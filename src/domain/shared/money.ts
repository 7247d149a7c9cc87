import type { Language } from "./language.ts";
import { ok, type Result, refuse } from "./result.ts";

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
 * "300.000 kr." and "1.234,50 kr."; in English "DKK 300,000" and "DKK 1,234.50". Decimals are shown only when there
 * are øre. Amount fields read the Danish way in both languages: `parseAmount` reads back what this writes in Danish.
 */
export function formatKr(amount: Oere, language: Language = "da"): string {
  const digits = formatAmount(amount);
  return language === "da" ? `${digits}${NO_BREAK_SPACE}kr.` : `DKK${NO_BREAK_SPACE}${english(digits)}`;
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

/** Danish digits with their points and commas the English way round. */
function english(digits: string): string {
  return digits.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));
}

/** Digits with a full stop between groups of three. */
function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(?:\d{3})+$)/g, ".");
}

/**
 * Why a text is no amount. `readings` are the amounts the writer may have meant, for "Mente du …?"; the machine
 * never picks one, since a wrong guess moves money.
 */
export type AmountRefusal =
  | { readonly kind: "empty" }
  | { readonly kind: "negative"; readonly text: string }
  | { readonly kind: "not-a-number"; readonly text: string }
  | { readonly kind: "ambiguous"; readonly text: string; readonly readings: readonly Oere[] }
  | { readonly kind: "not-danish"; readonly text: string; readonly readings: readonly Oere[] }
  | { readonly kind: "too-many-decimals"; readonly text: string; readonly decimals: number }
  | { readonly kind: "too-large"; readonly text: string; readonly most: Oere };

/** 10 mia. kr., far above any municipal pool: more than this is a slip of the finger. */
export const largestAmount: Oere = kr(10_000_000_000);

/** Characters of the longest text that is read as an amount. */
const longestAmount = 40;

/** How many zeros a Danish unit word stands for. */
const UNIT_ZEROS: readonly (readonly [RegExp, number])[] = [
  [/(?:t\.? ?kr\.?|tusinde?)$/, 3],
  [/(?:mio\.?|mill\.?|million(?:er)?)$/, 6],
  [/(?:mia\.?|milliard(?:er)?)$/, 9],
];

/**
 * Reads what Danes type in an amount field: "300.000 kr.", "300 000", "600000", "1.234.567,50", "300.000,-",
 * "kr. 5000", "95 t.kr.", "0,6 mio. kr.". A full stop groups thousands, a comma starts the øre; both in places where
 * that cannot be meant are refused ("1.5", "1,234.50"). From 0 to `largestAmount`, at most whole øre.
 */
export function parseAmount(text: string): Result<Oere, AmountRefusal> {
  const plain = text.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  if (plain === "") return refuse({ kind: "empty" });
  // No amount is that long, and the patterns below would take seconds over a page pasted into the field.
  if (plain.length > longestAmount) {
    return refuse({ kind: "not-a-number", text: `${text.slice(0, longestAmount)}…` });
  }
  const { number, zeros } = withoutUnits(plain);
  if (/^[-−–(] ?[\d.,]|\d ?[-−–]$/.test(number)) return refuse({ kind: "negative", text });
  if (!/^[\d., ]*\d[\d., ]*$/.test(number)) return refuse({ kind: "not-a-number", text });
  if (/,.*[.,]/.test(number)) {
    return refuse({ kind: "not-danish", text, readings: readings(number, zeros) });
  }
  const [whole = "", decimals] = number.split(",");
  const isGrouped = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+)$/.test(whole);
  if ((!isGrouped && !/^\d+$/.test(whole)) || (decimals !== undefined && !/^\d+$/.test(decimals))) {
    return refuse({ kind: "ambiguous", text, readings: readings(number, zeros) });
  }
  return scaled(text, whole.replace(/\D/g, ""), decimals ?? "", zeros);
}

/** Takes off "kr.", ",-" and the like, and says how many zeros "t.kr.", "mio." or "mia." add. */
function withoutUnits(plain: string): { number: string; zeros: number } {
  const bare = plain.replace(/^(?:kr\.?|dkk) ?/, "").replace(/(?<!t\.? ?) ?(?:kr\.?|kroner|dkk)$/, "");
  const unit = UNIT_ZEROS.find(([word]) => word.test(bare));
  const number = (unit ? bare.replace(unit[0], "") : bare).trim().replace(/, ?[-–]$/, "");
  return { number, zeros: unit?.[1] ?? 0 };
}

/** The øre of whole and decimal digits with so many zeros added, without floating point on the way. */
function scaled(text: string, whole: string, decimals: string, zeros: number): Result<Oere, AmountRefusal> {
  // "300,000" is refused although its decimals are zeros: half of those who type it mean 300.000.
  const places = zeros + 2;
  if (decimals.length > places) return refuse({ kind: "too-many-decimals", text, decimals: decimals.length });
  const digits = (whole + decimals.padEnd(places, "0")).replace(/^0+/, "");
  const amount = Number(digits);
  return amount > largestAmount ? refuse({ kind: "too-large", text, most: largestAmount }) : ok(oere(amount));
}

/** The amount the digits mean to those who group with commas and start the decimals with a full stop, if any. */
function readings(english: string, zeros: number): readonly Oere[] {
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(english);
  const reading = match && scaled(english, (match[1] ?? "").replaceAll(",", ""), match[2] ?? "", zeros);
  return reading?.ok ? [reading.value] : [];
}
