import { notices as danish } from "../../texts/da/notices.ts";
import { notices as english } from "../../texts/en/notices.ts";
import { useLanguage } from "../../texts/texts-context.ts";

/** The texts about notices in the reader's language; they come with their pages. */
export function useNoticeTexts(): typeof danish {
  return useLanguage() === "en" ? english : danish;
}
