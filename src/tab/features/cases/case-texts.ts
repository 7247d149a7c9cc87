import { type CaseTerms, caseTerms } from "#domain/cases/case-terms.ts";
import { cases as danish } from "../../texts/da/cases.ts";
import { cases as english } from "../../texts/en/cases.ts";
import { useLanguage } from "../../texts/texts-context.ts";

/** The texts of cases in the reader's language; they come with their pages and not with the first script. */
export function useCaseTexts(): typeof danish & { readonly terms: CaseTerms } {
  return useLanguage() === "en" ? inEnglish : inDanish;
}

const inDanish = { ...danish, terms: caseTerms.da };
const inEnglish = { ...english, terms: caseTerms.en };
