import { compareDanish } from "#domain/shared/plain-text.ts";

/** Order of applications in lists: by number, "FR22-2" before "FR22-10". */
export function compareNumbers(a: { readonly number: string }, b: { readonly number: string }): number {
  return compareDanish(a.number, b.number);
}
