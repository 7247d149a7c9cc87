import { searchKey } from "#domain/shared/plain-text.ts";
import type { FocusArea } from "./programme.ts";

/** Which area a name means; `isCertain` when it is the area's name, or one that somebody has confirmed. */
export interface AreaMatch {
  readonly number: number | undefined;
  readonly isCertain: boolean;
}

/** Least likeness for a proposal: KL's own variants of one name are above 0.8, two names of one programme below 0.5. */
const LEAST_LIKENESS = 0.65;

/**
 * The area that an imported name means (001-19). KL and others write the names in more than one way ("lokaldemokrati",
 * "moderne teknologier", "fundamenter"): what is not the same is proposed by likeness, for a person to confirm.
 */
export function matchFocusArea(name: string, areas: readonly FocusArea[]): AreaMatch {
  const wanted = bare(name);
  const known = areas.find((area) => [area.name, ...area.otherNames].some((each) => bare(each) === wanted));
  if (known) return { number: known.number, isCertain: true };
  const ranked = areas
    .map((area) => ({ number: area.number, likeness: likeness(wanted, bare(area.name)) }))
    .toSorted((a, b) => b.likeness - a.likeness);
  const [best, second] = ranked;
  const isClear = best !== undefined && best.likeness >= LEAST_LIKENESS && best.likeness > (second?.likeness ?? 0);
  return { number: isClear ? best.number : undefined, isCertain: false };
}

/** Letters and figures only, as they are compared. */
function bare(name: string): string {
  return searchKey(name)
    .replace(/^(?:program|fokusomraade)?\s*\d*\s*[:.-]?\s*/u, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Share of the pairs of letters that two names have in common, 0 to 1 (Dice). */
function likeness(a: string, b: string): number {
  const [ofA, ofB] = [pairs(a), pairs(b)];
  const total = ofA.length + ofB.length;
  if (total === 0) return 0;
  const left = [...ofB];
  let common = 0;
  for (const pair of ofA) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  return (2 * common) / total;
}

function pairs(text: string): readonly string[] {
  return Array.from({ length: text.length > 0 ? text.length - 1 : 0 }, (_, index) => text.slice(index, index + 2));
}
