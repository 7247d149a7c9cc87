import type { Key } from "#domain/shared/keys.ts";
import { addOere, type Oere, oere } from "#domain/shared/money.ts";
import type { RankedLine } from "./rank-applications.ts";

/** The choice that would give the most points for the money. */
export interface Optimum {
  readonly applicationKeys: readonly Key[];
  readonly totalOere: Oere;
  readonly totalTenths: number;
}

/** More applications than this are not worked out: the view is information only. */
export const mostOptimised = 60;

/**
 * Which applications would give the most points within the frame, exactly (000-16). Information only: the pool goes to
 * the best suited, not to the most points. Undefined above `mostOptimised` applications.
 */
export function optimise(lines: readonly RankedLine[], frameOere: Oere): Optimum | undefined {
  if (lines.length > mostOptimised) return undefined;
  let front: readonly Optimum[] = [{ applicationKeys: [], totalOere: oere(0), totalTenths: 0 }];
  for (const line of lines) {
    const { key, requestedOere } = line.application;
    const taken = front
      .map((each) => ({
        applicationKeys: [...each.applicationKeys, key],
        totalOere: addOere(each.totalOere, requestedOere),
        totalTenths: each.totalTenths + line.scoreTenths,
      }))
      .filter((each) => each.totalOere <= frameOere);
    front = undominated([...front, ...taken]);
  }
  return front.at(-1);
}

/** What the choice with most points would change in the list, by number; undefined where it would change nothing. */
export interface OptimumChange {
  readonly joins: readonly string[];
  readonly leaves: readonly string[];
  readonly totalOere: Oere;
  /** Points of all it would support, and of all the list supports, in tenths. */
  readonly pointsTenths: number;
  readonly listTenths: number;
}

/** Compares the choice with most points with the list as it supports (000-16). */
export function optimumChange(lines: readonly RankedLine[], frameOere: Oere): OptimumChange | undefined {
  const optimum = optimise(lines, frameOere);
  if (optimum === undefined) return undefined;
  const supported = lines.filter((line) => line.grantOere > 0);
  const chosen = new Set(optimum.applicationKeys);
  const isChosen = ({ application }: RankedLine): boolean => chosen.has(application.key);
  const numberOf = ({ application }: RankedLine): string => application.number;
  const joins = lines.filter((line) => line.grantOere === 0 && isChosen(line)).map(numberOf);
  const leaves = supported.filter((line) => !isChosen(line)).map(numberOf);
  const listTenths = supported.reduce((sum, line) => sum + line.scoreTenths, 0);
  if (optimum.totalTenths <= listTenths) return undefined;
  return { joins, leaves, totalOere: optimum.totalOere, pointsTenths: optimum.totalTenths, listTenths };
}

/** Keeps, from cheap to dear, only choices that give more points than every cheaper one. */
function undominated(choices: readonly Optimum[]): readonly Optimum[] {
  const kept: Optimum[] = [];
  const sorted = choices.toSorted((a, b) => a.totalOere - b.totalOere || b.totalTenths - a.totalTenths);
  for (const choice of sorted) {
    const last = kept.at(-1);
    if (!last || choice.totalTenths > last.totalTenths) kept.push(choice);
  }
  return kept;
}
