import { consultationForm as danishForm } from "../../texts/da/consultation-form.ts";
import { consultations as danish, partyAnswer as danishAnswer } from "../../texts/da/consultations.ts";
import { consultationForm as englishForm } from "../../texts/en/consultation-form.ts";
import { consultations as english, partyAnswer as englishAnswer } from "../../texts/en/consultations.ts";
import { useLanguage } from "../../texts/texts-context.ts";

/** The texts about consultations in the reader's language; they come with these pages, not with the first script. */
export function useConsultationTexts(): typeof danish {
  return useLanguage() === "en" ? english : danish;
}

/** The texts of a party's answer. */
export function usePartyAnswerTexts(): typeof danishAnswer {
  return useLanguage() === "en" ? englishAnswer : danishAnswer;
}

/** The texts of the form. */
export function useFormTexts(): typeof danishForm {
  return useLanguage() === "en" ? englishForm : danishForm;
}
