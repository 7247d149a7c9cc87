import { useMemo } from "react";
import { overview as danish } from "../../texts/da/overview.ts";
import type { Texts } from "../../texts/da.ts";
import { overview as english } from "../../texts/en/overview.ts";
import { useLanguage, useTexts } from "../../texts/texts-context.ts";

/** The catalogue with the overview's own texts, which come with its script and not with the first one. */
export type OverviewTexts = Texts & { readonly overview: typeof danish };

/** The texts of the overview in the reader's language. */
export function useOverviewTexts(): OverviewTexts {
  const texts = useTexts();
  const language = useLanguage();
  return useMemo(() => ({ ...texts, overview: language === "en" ? english : danish }), [texts, language]);
}
