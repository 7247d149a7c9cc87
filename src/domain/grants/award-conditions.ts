import { addMonths } from "#domain/shared/dates.ts";
import { formatDate } from "#domain/shared/format-dates.ts";
import type { Language } from "#domain/shared/language.ts";
import type { GrantApplication } from "./application.ts";
import type { Award } from "./grant-pool.ts";

/** How long after a project's end report and accounts are due (000-23). */
const reportMonths = 3;

interface ConditionTexts {
  readonly purpose: string;
  readonly smaller: string;
  readonly fixed: readonly string[];
  readonly report: string;
  readonly reportBy: (day: string) => string;
}

const texts: Readonly<Record<Language, ConditionTexts>> = {
  da: {
    purpose: "Pengene bruges til projektet, som det er beskrevet i ansøgningen.",
    smaller:
      "Pengene bruges til projektet i ansøgningen. Sig kun ja, hvis det kan gennemføres for det mindre beløb, eventuelt i mindre omfang.",
    fixed: [
      "Ændringer og forsinkelser meldes skriftligt til puljesekretariatet, så snart I kender dem.",
      "Udgifter fra før afgørelsen dækkes ikke.",
      "Projektet begynder senest et år efter afgørelsen og er færdigt senest to år efter. Ellers bortfalder tilsagnet.",
      "Pengene omplaceres til centrets konto. Det, der ikke bruges, går tilbage til puljen.",
    ],
    report: "Slutrapport og regnskab afleveres senest tre måneder efter, at projektet er slut.",
    reportBy: (day) => `Slutrapport og regnskab afleveres senest ${day}.`,
  },
  en: {
    purpose: "The money is used for the project as the application describes it.",
    smaller:
      "The money is used for the project in the application. Only accept if it can be carried out for the smaller amount, if need be in a smaller form.",
    fixed: [
      "Changes and delays are reported to the pool's secretariat in writing as soon as you know of them.",
      "Expenses from before the decision are not covered.",
      "The project begins within a year of the decision and is finished within two. Otherwise the award lapses.",
      "The money is moved to the centre's account. What is not used goes back to the pool.",
    ],
    report: "Final report and accounts are handed in no later than three months after the project has ended.",
    reportBy: (day) => `Final report and accounts are handed in by ${day}.`,
  },
};

/** What an award is given on: the conditions Danish pools use (C4), with the project's own dates; none for a rejection. */
export function awardConditions(
  { endDate }: Pick<GrantApplication, "endDate">,
  outcome: Award["outcome"],
  language: Language,
): readonly string[] {
  if (outcome === "rejection") return [];
  const { purpose, smaller, fixed, report, reportBy } = texts[language];
  return [
    outcome === "partial-award" ? smaller : purpose,
    ...fixed,
    endDate === undefined ? report : reportBy(formatDate(addMonths(endDate, reportMonths), language)),
  ];
}
