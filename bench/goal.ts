import type { Cost } from "./bench-graph.ts";

/** One line of a table: a client and what it cost. */
export interface Row {
  readonly client: string;
  readonly cost: Cost;
  /** What came of it, e.g. "10,000 rows" or "625 done, 375 failed". */
  readonly outcome: string;
}

/** A figure with its target. */
export interface Check {
  readonly what: string;
  readonly measured: string;
  readonly target: string;
  readonly ok: boolean;
}

/** A goal of the project with what was measured for it. */
export interface Goal {
  readonly id: string;
  readonly title: string;
  /** The lower bound the times are compared with, in virtual milliseconds. */
  readonly boundMs: number;
  readonly bound: string;
  readonly rows: readonly Row[];
  readonly checks: readonly Check[];
}

/** `measured` must not be above `limit`. */
export function atMost(what: string, measured: number, limit: number, unit = ""): Check {
  return { what, measured: figure(measured, unit), target: `≤ ${figure(limit, unit)}`, ok: measured <= limit };
}

/** `measured` must not be below `limit`. */
export function atLeast(what: string, measured: number, limit: number): Check {
  return { what, measured: figure(measured), target: `≥ ${figure(limit)}`, ok: measured >= limit };
}

/** `measured` must be exactly `wanted`. */
export function exactly(what: string, measured: number, wanted: number): Check {
  return { what, measured: figure(measured, ""), target: figure(wanted, ""), ok: measured === wanted };
}

/** 1234.567 → "1,235"; 0.1234 → "0.12". */
export function figure(value: number, unit = ""): string {
  const digits = Number.isInteger(value) || value >= 100 ? 0 : 2;
  return `${value.toLocaleString("en-GB", { maximumFractionDigits: digits })}${unit}`;
}
