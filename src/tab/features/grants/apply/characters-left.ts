import { draftLimits, multilineTexts } from "#domain/grants/draft-limits.ts";
import { cleanText } from "#domain/shared/plain-text.ts";
import { useApplyTexts } from "./apply-texts.ts";

/** From this part of the limit on it is said how much is left. */
const NEAR = 0.8;

/**
 * "812 af 4.000 tegn tilbage" when a text comes near its limit (T26); beyond it the field says by how much. It counts
 * what would be handed in, as the check does.
 */
export function useCharactersLeft(field: string, text: string): string | undefined {
  const { apply } = useApplyTexts();
  const limits: Readonly<Record<string, number | undefined>> = draftLimits;
  const max = limits[field];
  if (max === undefined || text.length < max * NEAR) return undefined;
  const left = max - cleanText(text, { multiline: multilineTexts.includes(field) }).length;
  return left < 0 || left > max * (1 - NEAR) ? undefined : apply.charactersLeft(left, max);
}
