import { createContext, useContext } from "react";
import type { Language } from "#domain/shared/language.ts";
import type { Texts } from "./da.ts";

/** Language and catalogue of the moment; neither is in the first script. */
interface Spoken {
  readonly language: Language;
  readonly texts: Texts;
}

export const TextsContext = createContext<Spoken | undefined>(undefined);

/** The texts in the reader's language. */
export function useTexts(): Texts {
  return useSpoken().texts;
}

/** The reader's language. */
export function useLanguage(): Language {
  return useSpoken().language;
}

/** @throws outside of the started tab, which is a bug */
function useSpoken(): Spoken {
  const spoken = useContext(TextsContext);
  if (!spoken) throw new Error("No texts around this component");
  return spoken;
}
