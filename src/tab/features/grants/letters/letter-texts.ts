import { letters as danish } from "../../../texts/da/letters.ts";
import { letters as english } from "../../../texts/en/letters.ts";
import { useLanguage } from "../../../texts/texts-context.ts";

/** The texts about letters in the reader's language; they come with the pages that have letters. */
export function useLetterTexts(): typeof danish {
  return useLanguage() === "en" ? english : danish;
}
