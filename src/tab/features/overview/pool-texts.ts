import { pool as danish } from "../../texts/da/pool.ts";
import { pool as english } from "../../texts/en/pool.ts";
import { useLanguage } from "../../texts/texts-context.ts";

/** The texts of a pool's page in the reader's language; they come with it. */
export function usePoolTexts(): typeof danish {
  return useLanguage() === "en" ? english : danish;
}
