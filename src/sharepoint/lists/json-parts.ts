import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type Column, NOTE_LIMIT, noteColumn } from "./column.ts";

/** Note columns that together hold one JSON text: `Indhold`, `Indhold2`, … */
export function jsonPartColumns(parts: number): Readonly<Record<string, Column<string>>> {
  return Object.fromEntries(
    partNames(parts).map((name, index) => [
      name,
      noteColumn({
        title: parts === 1 ? "Indhold" : `Indhold ${index + 1}`,
        description: "Hele posten som Fremdrift gemmer den. Må ikke ændres.",
      }),
    ]),
  );
}

/** Internal names of the parts. */
export function partNames(parts: number): readonly string[] {
  return Array.from({ length: parts }, (_, index) => (index === 0 ? "Indhold" : `Indhold${index + 1}`));
}

/**
 * Cuts a JSON text into as many columns as it needs; the rest are empty. Refused when it does not fit.
 * A cut never stands beside white space (SharePoint may trim it) nor inside a surrogate pair.
 */
export function splitJson(
  text: string,
  parts: number,
  limit = NOTE_LIMIT,
): Result<Readonly<Record<string, string | undefined>>, { readonly length: number }> {
  const pieces: Record<string, string | undefined> = {};
  let from = 0;
  for (const name of partNames(parts)) {
    const to = cutBefore(text, Math.min(text.length, from + limit), from);
    pieces[name] = from < text.length ? text.slice(from, to) : undefined;
    from = Math.max(from, to);
  }
  return from < text.length ? refuse({ length: text.length }) : ok(pieces);
}

/** The text of all parts, in order. */
export function joinJson(fields: Readonly<Record<string, unknown>>, parts: number): string {
  return partNames(parts)
    .map((name) => fields[name])
    .map((piece) => (typeof piece === "string" ? piece : ""))
    .join("");
}

function cutBefore(text: string, at: number, from: number): number {
  let cut = at;
  while (cut < text.length && cut > from + 1 && isBadCut(text, cut)) cut -= 1;
  return cut;
}

function isBadCut(text: string, at: number): boolean {
  return /[\s\ud800-\udbff]/.test(text.charAt(at - 1)) || /\s/.test(text.charAt(at));
}
