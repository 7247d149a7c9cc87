import {
  type Instant,
  type PlainDate,
  parseInstant,
  parsePlainDate,
  plainDateOf,
  plusMillis,
} from "#domain/shared/dates.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { ColumnBody } from "../client/lists.ts";

/** Why a value does not fit its column. */
export interface ColumnProblem {
  readonly kind: "too-large" | "malformed";
  readonly reason: string;
}

/** What managers and provisioning need to know of a column. */
export interface ColumnTexts {
  /** Danish heading in SharePoint. */
  readonly title: string;
  /** Danish sentence under the heading when a manager edits or asks. */
  readonly description: string;
  readonly indexed?: boolean;
  /** In no form, item panel or choice of columns; read, filtered and kept unique like any other. */
  readonly hidden?: boolean;
}

/**
 * A typed column. `read(write(v))` is the canonical `v`: what SharePoint gives back, whatever it did to it on the way.
 * Nothing (undefined, "" or null) is one and the same.
 */
export interface Column<V> extends ColumnTexts {
  readonly kind: "title" | "text" | "note" | "choice" | "number" | "boolean" | "dateTime" | "dateOnly";
  readonly unique: boolean;
  /** The type facet Graph wants when the column is made, e.g. `{ text: { maxLength: 255 } }`. */
  readonly facet: ColumnBody;
  readonly write: (value: V | undefined) => Result<string | number | boolean | null, ColumnProblem>;
  readonly read: (raw: unknown) => Result<V | undefined, ColumnProblem>;
}

/** A column whatever it holds. */
export interface AnyColumn extends Omit<Column<never>, "write" | "read"> {
  readonly write: (value: never) => Result<string | number | boolean | null, ColumnProblem>;
  readonly read: (raw: unknown) => Result<unknown, ColumnProblem>;
}

/** What a column holds. */
export type ValueOf<C> = C extends Column<infer V> ? V : never;

/** Single-line text in SharePoint. */
export const TEXT_LIMIT = 255;
/** Several lines of text in SharePoint. */
export const NOTE_LIMIT = 63_999;

/** One line, at most 255 characters; with `clip` a longer text ends in "…", else it is refused as too large. */
export function textColumn(texts: ColumnTexts & { readonly clip?: boolean }): Column<string> {
  const facet = { text: { allowMultipleLines: false, maxLength: TEXT_LIMIT } };
  return { ...texts, ...lineOfText(texts.clip ?? false), kind: "text", unique: false, facet };
}

/** SharePoint's own Title column, under a heading of ours. */
export function titleColumn(texts: ColumnTexts): Column<string> {
  return { ...texts, ...lineOfText(true), kind: "title", unique: false, facet: {} };
}

/** The key column: unique and indexed. */
export function keyColumn(texts: ColumnTexts): Column<string> {
  return { ...textColumn(texts), indexed: true, unique: true };
}

/** Several lines of plain text, at most 63,999 characters. */
export function noteColumn(texts: ColumnTexts): Column<string> {
  return {
    ...texts,
    kind: "note",
    unique: false,
    facet: { text: { allowMultipleLines: true, linesForEditing: 6, textType: "plain" } },
    write: (value) => {
      if (value === undefined || value === "") return ok(null);
      return value.length <= NOTE_LIMIT ? ok(value) : tooLarge(`${value.length} of ${NOTE_LIMIT} characters`);
    },
    read: (raw) => {
      if (isNothing(raw)) return ok(undefined);
      return typeof raw === "string" ? ok(raw.replaceAll("\r\n", "\n")) : malformed("is no text");
    },
  };
}

/** One of the Danish texts; a manager sees exactly these. */
export function choiceColumn<const V extends string>(
  texts: ColumnTexts & { readonly choices: readonly V[] },
): Column<V> {
  const { choices, ...rest } = texts;
  const isChoice = (value: unknown): value is V => choices.some((choice) => choice === value);
  const read = (raw: unknown): Result<V | undefined, ColumnProblem> => {
    if (isNothing(raw)) return ok(undefined);
    return isChoice(raw) ? ok(raw) : malformed("is not one of the choices");
  };
  return {
    ...rest,
    kind: "choice",
    unique: false,
    facet: { choice: { allowTextEntry: false, choices, displayAs: "dropDownMenu" } },
    write: (value) => {
      const choice = read(value);
      return choice.ok ? ok(choice.value ?? null) : choice;
    },
    read,
  };
}

/** A number; SharePoint keeps 15 significant digits. */
export function numberColumn(texts: ColumnTexts & { readonly decimals?: 0 | 2 }): Column<number> {
  const { decimals = 0, ...rest } = texts;
  return {
    ...rest,
    kind: "number",
    unique: false,
    facet: { number: { decimalPlaces: decimals === 0 ? "none" : "two", displayAs: "number" } },
    write: (value) => {
      if (value === undefined) return ok(null);
      return Number.isFinite(value) ? ok(Number(value.toPrecision(15))) : malformed("is no number");
    },
    read: (raw) => {
      if (isNothing(raw)) return ok(undefined);
      return typeof raw === "number" && Number.isFinite(raw)
        ? ok(Number(raw.toPrecision(15)))
        : malformed("is no number");
    },
  };
}

/** Yes or no. */
export function booleanColumn(texts: ColumnTexts): Column<boolean> {
  return {
    ...texts,
    kind: "boolean",
    unique: false,
    facet: { boolean: {} },
    write: (value) => ok(value ?? null),
    read: (raw) => {
      if (isNothing(raw)) return ok(undefined);
      return typeof raw === "boolean" ? ok(raw) : malformed("is neither yes nor no");
    },
  };
}

/** A point in time, kept to the whole second. */
export function dateTimeColumn(texts: ColumnTexts): Column<Instant> {
  const read = (raw: unknown): Result<Instant | undefined, ColumnProblem> => {
    if (isNothing(raw)) return ok(undefined);
    const instant = typeof raw === "string" ? parseInstant(raw) : undefined;
    return instant?.ok ? instant : malformed("is no point in time");
  };
  return {
    ...texts,
    kind: "dateTime",
    unique: false,
    facet: { dateTime: { displayAs: "standard", format: "dateTime" } },
    write: (value) => {
      const instant = read(value);
      if (!instant.ok) return instant;
      return ok(instant.value === undefined ? null : `${instant.value.slice(0, 19)}Z`);
    },
    read,
  };
}

/**
 * A Danish day. Written as noon UTC; read as the day it is in Denmark, where SharePoint keeps local midnight.
 * A point in time is taken as its Danish day; a closing instant (`isClosing`) as the last day that is in time.
 */
export function dateOnlyColumn(texts: ColumnTexts & { readonly isClosing?: boolean }): Column<PlainDate | Instant> {
  const { isClosing = false, ...rest } = texts;
  return {
    ...rest,
    kind: "dateOnly",
    unique: false,
    facet: { dateTime: { displayAs: "standard", format: "dateOnly" } },
    write: (value) => {
      if (isNothing(value)) return ok(null);
      const day = parsePlainDate(value);
      if (day.ok) return ok(`${day.value}T12:00:00Z`);
      const instant = parseInstant(value);
      if (!instant.ok) return malformed("is no day");
      return ok(`${plainDateOf(isClosing ? plusMillis(instant.value, -1) : instant.value)}T12:00:00Z`);
    },
    read: (raw) => {
      if (isNothing(raw)) return ok(undefined);
      const instant = typeof raw === "string" ? parseInstant(raw) : undefined;
      return instant?.ok ? ok(plainDateOf(instant.value)) : malformed("is no day");
    },
  };
}

function lineOfText(clip: boolean): Pick<Column<string>, "write" | "read"> {
  const oneLine = (value: string) => value.replaceAll(/\s*[\r\n]+\s*/g, " ").trim();
  return {
    write: (value) => {
      const line = oneLine(value ?? "");
      if (line === "") return ok(null);
      if (line.length <= TEXT_LIMIT) return ok(line);
      return clip
        ? ok(`${line.slice(0, TEXT_LIMIT - 1).trimEnd()}…`)
        : tooLarge(`${line.length} of ${TEXT_LIMIT} characters`);
    },
    read: (raw) => {
      if (isNothing(raw)) return ok(undefined);
      return typeof raw === "string" ? ok(oneLine(raw)) : malformed("is no text");
    },
  };
}

function isNothing(value: unknown): value is undefined | null | "" {
  return value === undefined || value === null || value === "";
}

function malformed(reason: string): Result<never, ColumnProblem> {
  return refuse({ kind: "malformed", reason });
}

function tooLarge(reason: string): Result<never, ColumnProblem> {
  return refuse({ kind: "too-large", reason });
}
