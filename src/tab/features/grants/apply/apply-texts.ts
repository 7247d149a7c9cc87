import { useMemo } from "react";
import { apply as danish } from "../../../texts/da/apply.ts";
import type { Texts } from "../../../texts/da.ts";
import { apply as english } from "../../../texts/en/apply.ts";
import { useLanguage, useTexts } from "../../../texts/texts-context.ts";

/** The catalogue with the form's own texts, which come with the form's script and not with the first one. */
export type ApplyTexts = Texts & { readonly apply: typeof danish };

/** The texts of the form in the reader's language. */
export function useApplyTexts(): ApplyTexts {
  const texts = useTexts();
  const language = useLanguage();
  return useMemo(() => ({ ...texts, apply: language === "en" ? english : danish }), [texts, language]);
}
