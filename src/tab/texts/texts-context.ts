import { createContext, useContext } from "react";
import type { Language } from "#domain/shared/language.ts";
import { da, type Texts } from "./da.ts";

/** Language and catalogue of the moment; English is loaded when it is asked for. */
export const TextsContext = createContext<{ readonly language: Language; readonly texts: Texts }>({
  language: "da",
  texts: da,
});

/** The texts in the reader's language. */
export function useTexts(): Texts {
  return useContext(TextsContext).texts;
}

/** The reader's language. */
export function useLanguage(): Language {
  return useContext(TextsContext).language;
}
