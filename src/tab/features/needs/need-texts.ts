import { needs as danish } from "../../texts/da/needs.ts";
import { needs as english } from "../../texts/en/needs.ts";
import { useLanguage } from "../../texts/texts-context.ts";

/** The texts about needs in the reader's language; they come with their page. */
export function useNeedTexts(): typeof danish {
  return useLanguage() === "en" ? english : danish;
}
