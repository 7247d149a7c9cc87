import { newPool as danish } from "../../texts/da/new-pool.ts";
import { newPool as english } from "../../texts/en/new-pool.ts";
import { useLanguage } from "../../texts/texts-context.ts";

/** The texts of "Ny pulje" in the reader's language; they come with its script. */
export function useNewPoolTexts(): typeof danish {
  return useLanguage() === "en" ? english : danish;
}
