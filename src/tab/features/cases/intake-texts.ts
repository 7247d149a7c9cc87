import { caseIntake as danish } from "../../texts/da/case-intake.ts";
import { caseIntake as english } from "../../texts/en/case-intake.ts";
import { useLanguage } from "../../texts/texts-context.ts";

/** The texts of "Læs en sag ind", in the reader's language; they come with its page. */
export function useIntakeTexts(): typeof danish {
  return useLanguage() === "en" ? english : danish;
}
