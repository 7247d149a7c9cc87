import { useCallback, useEffect, useState } from "react";
import type { Language } from "#domain/shared/language.ts";
import { languageOf, rememberLanguageChoice } from "../host/language-choice.ts";
import type { Texts } from "../texts/da.ts";

/** The catalogue on the screen and the way to change it. */
export interface Catalogue {
  readonly language: Language;
  readonly texts: Texts;
  readonly setLanguage: (language: Language) => void;
}

/** Danish is there from the start; English is fetched when a locale or a click asks for it, Danish stays until then. */
export function useCatalogue(locale: string, danish: Texts): Catalogue {
  const [chosen, setChosen] = useState<Language>();
  // The host's language may change while the tab stands; the person's own choice comes first.
  const wanted = chosen ?? languageOf(locale);
  const [english, setEnglish] = useState<Texts>();
  useEffect(() => {
    if (wanted !== "en" || english) return;
    let gone = false;
    import("../texts/en.ts")
      .then(({ en }) => {
        if (!gone) setEnglish(en);
      })
      .catch(() => {
        if (!gone) setChosen("da");
      });
    return () => {
      gone = true;
    };
  }, [wanted, english]);

  const setLanguage = useCallback((next: Language) => {
    rememberLanguageChoice(next);
    setChosen(next);
  }, []);
  const language: Language = wanted === "en" && english ? "en" : "da";
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return {
    language,
    texts: language === "en" && english ? english : danish,
    setLanguage,
  };
}
