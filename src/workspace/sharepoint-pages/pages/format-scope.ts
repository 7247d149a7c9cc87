/** What an expression in formatting JSON can work with. */
export type FormatValue = string | number | boolean | Date | FormatObject | readonly FormatValue[];

/** A value with parts, e.g. a person with title and email. */
export interface FormatObject {
  readonly [part: string]: FormatValue;
}

/** What `@currentField`, `[$Name]`, `@now` and `@me` stand for in one cell. */
export interface FormatScope {
  /** Internal name of the cell's column. */
  readonly currentField: string;
  /** A column's value; "" when empty. */
  readonly value: (name: string) => FormatValue;
  /** A column's value as text, as `.displayValue` gives it. */
  readonly displayValue: (name: string) => string;
  readonly now: Date;
  /** The persona's mail address. */
  readonly me: string;
  readonly rowIndex: number;
  readonly locale: string;
  readonly timeZone: string;
}

/** Where a name with its path of parts leads: `@currentField.title`, `[$Owner.email]`, `@now`. */
export function lookUp(scope: FormatScope, name: string): FormatValue {
  const column = /^\[\$([^\]]+)\]$/u.exec(name)?.[1];
  const [root = "", ...path] = (column ?? name).split(".");
  const field = column === undefined ? (root === "@currentField" ? scope.currentField : undefined) : root;
  if (field !== undefined) {
    if (path[0] === "displayValue") return scope.displayValue(field);
    return part(scope.value(field), path);
  }
  if (root === "@now") return scope.now;
  if (root === "@me") return scope.me;
  return root === "@rowIndex" ? scope.rowIndex : "";
}

function part(value: FormatValue, path: readonly string[]): FormatValue {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const inner = isObject(value) ? value[name] : undefined;
  return inner === undefined ? "" : part(inner, rest);
}

function isObject(value: FormatValue): value is FormatObject {
  return typeof value === "object" && !(value instanceof Date) && !Array.isArray(value);
}

/** The text of a value inside expressions: plain numbers, local dates, lists with commas. */
export function textOf(value: FormatValue, scope: FormatScope): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return value.toLocaleString(scope.locale, { timeZone: scope.timeZone });
  if (isList(value)) return value.map((item) => textOf(item, scope)).join(", ");
  const named = value["title"] ?? value["lookupValue"] ?? value["desc"];
  return named === undefined ? "" : textOf(named, scope);
}

function isList(value: FormatValue): value is readonly FormatValue[] {
  return Array.isArray(value);
}

/** Dates count as milliseconds; what is no number counts as NaN. */
export function numberOf(value: FormatValue): number {
  if (typeof value === "number") return value;
  if (value instanceof Date) return value.getTime();
  if (typeof value === "boolean") return value ? 1 : 0;
  return typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
}

export function isTrue(value: FormatValue): boolean {
  if (value instanceof Date) return true;
  return typeof value === "string" ? value !== "" && value.toLowerCase() !== "false" : value !== false && value !== 0;
}
