import { type FormatScope, type FormatValue, isTrue, numberOf, textOf } from "./format-scope.ts";
import { dateFormat } from "./intl-formats.ts";

type Operation = (operands: readonly FormatValue[], scope: FormatScope) => FormatValue;

const numeric =
  (compute: (a: number, b: number) => number): Operation =>
  ([a = "", b = ""]) => {
    const result = compute(numberOf(a), numberOf(b));
    return Number.isFinite(result) ? result : "";
  };

const compared =
  (holds: (order: number) => boolean): Operation =>
  ([a = "", b = ""], scope) => {
    const [left, right] = [numberOf(a), numberOf(b)];
    if (!Number.isNaN(left) && !Number.isNaN(right)) return holds(left - right);
    const [text, other] = [textOf(a, scope), textOf(b, scope)];
    // Nothing is neither before nor after a number or a date.
    if (text === "" || other === "") return false;
    return holds(text < other ? -1 : Number(text > other));
  };

const equal = ([a = "", b = ""]: readonly FormatValue[], scope: FormatScope): boolean => {
  if (a instanceof Date || b instanceof Date) return numberOf(a) === numberOf(b);
  if (typeof a === "number" || typeof b === "number") return numberOf(a) === numberOf(b);
  return textOf(a, scope) === textOf(b, scope);
};

const plus: Operation = ([a = "", b = ""], scope) => {
  const dateOrNumber = (value: FormatValue): boolean => typeof value === "number" || value instanceof Date;
  return dateOrNumber(a) && dateOrNumber(b) ? numberOf(a) + numberOf(b) : textOf(a, scope) + textOf(b, scope);
};

const dateText =
  (options: Intl.DateTimeFormatOptions): Operation =>
  ([value = ""], { locale, timeZone }) => {
    const instant = value instanceof Date ? value : new Date(numberOf(value));
    return Number.isNaN(instant.getTime()) ? "" : dateFormat(locale, { ...options, timeZone }).format(instant);
  };

const toDate: Operation = ([value = ""]) => {
  const instant = value instanceof Date ? value : new Date(typeof value === "string" ? value : numberOf(value));
  return Number.isNaN(instant.getTime()) ? "" : instant;
};

// Typed apart: in the table below, "toString" would take its type from Object.
const asText: Operation = ([value = ""], scope) => textOf(value, scope);

/** The operators and functions of SharePoint's formatting that this page knows; `if` and `?:` choose lazily elsewhere. */
export const operators: Readonly<Record<string, Operation>> = {
  "+": plus,
  "-": numeric((a, b) => a - b),
  "*": numeric((a, b) => a * b),
  "/": numeric((a, b) => a / b),
  "%": numeric((a, b) => a % b),
  "==": equal,
  "!=": (operands, scope) => !equal(operands, scope),
  "<": compared((order) => order < 0),
  "<=": compared((order) => order <= 0),
  ">": compared((order) => order > 0),
  ">=": compared((order) => order >= 0),
  "&&": (operands) => operands.every(isTrue),
  "||": (operands) => operands.some(isTrue),
  "!": ([value = ""]) => !isTrue(value),
  toString: asText,
  Number: ([value = ""]) => numberOf(value),
  Date: toDate,
  abs: ([value = ""]) => Math.abs(numberOf(value)),
  floor: ([value = ""]) => Math.floor(numberOf(value)),
  ceiling: ([value = ""]) => Math.ceil(numberOf(value)),
  length: ([value = ""]) => (Array.isArray(value) ? value.length : Number(value !== "")),
  indexOf: ([text = "", part = ""], scope) => textOf(text, scope).indexOf(textOf(part, scope)),
  substring: ([text = "", from = 0, to = ""], scope) =>
    textOf(text, scope).slice(numberOf(from), to === "" ? undefined : numberOf(to)),
  startsWith: ([text = "", part = ""], scope) => textOf(text, scope).startsWith(textOf(part, scope)),
  endsWith: ([text = "", part = ""], scope) => textOf(text, scope).endsWith(textOf(part, scope)),
  toLowerCase: ([text = ""], scope) => textOf(text, scope).toLowerCase(),
  toUpperCase: ([text = ""], scope) => textOf(text, scope).toUpperCase(),
  join: ([list = "", between = ", "], scope) =>
    Array.isArray(list)
      ? list.map((item: FormatValue) => textOf(item, scope)).join(textOf(between, scope))
      : textOf(list, scope),
  toLocaleString: dateText({ dateStyle: "short", timeStyle: "short" }),
  toLocaleDateString: dateText({ day: "2-digit", month: "2-digit", year: "numeric" }),
  toLocaleTimeString: dateText({ timeStyle: "short" }),
};
