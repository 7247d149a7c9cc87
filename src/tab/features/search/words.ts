import { search as danish } from "../../texts/da/search.ts";
import { search as english } from "../../texts/en/search.ts";
import { useLanguage } from "../../texts/texts-context.ts";

/** What the search says. Its texts come with its script. */
export type SearchWords = typeof danish;

/** The search's texts in the reader's language. */
export function useWords(): SearchWords {
  return useLanguage() === "en" ? english : danish;
}
