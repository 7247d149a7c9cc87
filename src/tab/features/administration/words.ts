import { administration as danish } from "../../texts/da/administration.ts";
import { administration as english } from "../../texts/en/administration.ts";
import { useLanguage } from "../../texts/texts-context.ts";

/** The page's texts in the reader's language. Few see the page, so its texts are no part of the catalogue that all load. */
export function useWords(): typeof danish {
  return useLanguage() === "en" ? english : danish;
}
