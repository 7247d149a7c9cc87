import { actionPlans as danish } from "../../texts/da/action-plans.ts";
import { actionPlans as english } from "../../texts/en/action-plans.ts";
import { useLanguage } from "../../texts/texts-context.ts";

export type PlanTexts = typeof danish;

/** The texts of the action plan in the reader's language; they come with its pages and not with the first script. */
export function usePlanTexts(): PlanTexts {
  return useLanguage() === "en" ? english : danish;
}
