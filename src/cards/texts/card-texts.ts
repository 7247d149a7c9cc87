import type { Language } from "#domain/shared/language.ts";
import { type CardTexts, da } from "./da.ts";
import { en } from "./en.ts";

const catalogues: Readonly<Record<Language, CardTexts>> = { da, en };

/** The texts of the cards in the reader's language. */
export function cardTexts(language: Language): CardTexts {
  return catalogues[language];
}
