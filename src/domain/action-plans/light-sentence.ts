import { formatShortDate } from "#domain/shared/format-dates.ts";
import type { Language } from "#domain/shared/language.ts";
import type { LightReason } from "./action-light.ts";

/** Why an item has its light, as one sentence in days of the calendar: it stays true until something happens. */
export function lightSentence(reason: LightReason, language: Language): string {
  const da = language === "da";
  switch (reason.kind) {
    case "set":
      return reason.reason;
    case "milestone-overdue": {
      const due = formatShortDate(reason.due);
      return da ? `“${reason.title}” skulle være nået ${due}.` : `“${reason.title}” was due ${due}.`;
    }
    case "period-ended": {
      const to = formatShortDate(reason.to);
      return da ? `Perioden sluttede ${to}.` : `The period ended ${to}.`;
    }
    case "not-started": {
      const from = formatShortDate(reason.from);
      return da ? `Skulle være begyndt ${from}.` : `Should have begun ${from}.`;
    }
    case "not-updated": {
      const since = formatShortDate(reason.since);
      return da ? `Ikke opdateret siden ${since}.` : `Not updated since ${since}.`;
    }
  }
}
