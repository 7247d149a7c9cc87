import type { Language } from "#domain/shared/language.ts";

const STORAGE_NAME = "fremdrift.language";
let remembered: Language | undefined;

/** What the person chose in the footer. Storage may be forbidden in a cross-site frame: then it lasts as long as the page. */
export function readLanguageChoice(): Language | undefined {
  try {
    const stored = window.localStorage.getItem(STORAGE_NAME);
    if (stored === "da" || stored === "en") return stored;
  } catch {
    // Forbidden storage is an expected answer.
  }
  return remembered;
}

/** Remembers the person's choice. */
export function rememberLanguageChoice(language: Language): void {
  remembered = language;
  try {
    window.localStorage.setItem(STORAGE_NAME, language);
  } catch {
    // As above.
  }
}

/** Danish for a Danish locale, else English; the person's own choice comes first. */
export function languageOf(locale: string): Language {
  return readLanguageChoice() ?? (/^da\b/i.test(locale) ? "da" : "en");
}
