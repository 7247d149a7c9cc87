import { actionStatuses } from "#domain/action-plans/action-item.ts";
import { nextStatuses } from "#domain/action-plans/action-status.ts";
import { daActionTerms } from "#domain/action-plans/action-terms-da.ts";
import { enActionTerms } from "#domain/action-plans/action-terms-en.ts";
import type { EditRefusal } from "#domain/projections/edit-refusal.ts";
import type { Language } from "#domain/shared/language.ts";
import { cardTexts } from "./card-texts.ts";

/** Why an edit was put back, as a sentence; statuses are named in the list's own words beside the reader's. */
export function editReasonText({ reason, figures }: EditRefusal, language: Language): string {
  // The list is Danish: who reads English must still find the word that stands in it.
  const word = (status: (typeof actionStatuses)[number]): string =>
    language === "da"
      ? daActionTerms.status[status]
      : `${enActionTerms.status[status]} (${daActionTerms.status[status]})`;
  const current = actionStatuses.find((each) => each === figures["status"]);
  return cardTexts(language).editPutBack.reasons[reason]((name) => {
    if (name === "statuses") return actionStatuses.map(word).join(", ");
    if (name === "next") return current === undefined ? "" : nextStatuses(current).map(word).join(", ");
    const status = actionStatuses.find((each) => each === figures[name]);
    return status === undefined ? String(figures[name] ?? "") : word(status);
  });
}
