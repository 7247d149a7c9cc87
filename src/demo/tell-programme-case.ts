import type { Key } from "#domain/shared/keys.ts";
import { endConsultationStep, setRoute } from "#use-cases/cases/case-acts.ts";
import { createCase } from "#use-cases/cases/create-case.ts";
import type { DemoCalendar } from "./demo-calendar.ts";
import { type DemoTeller, told } from "./demo-teller.ts";
import { twoDigits, yearOf } from "./pool-names.ts";
import { tellMeeting } from "./tell-cases.ts";

/**
 * The digitalisation programme's case: provisionally approved, heard, and finally approved by the council. Its meetings
 * were held before the demo begins; what was decided is recorded with the days it was decided on.
 */
export async function tellProgrammeCase(teller: DemoTeller, calendar: DemoCalendar): Promise<Key> {
  const { deps, press } = teller;
  const officer = teller.as("sagsbehandler");
  teller.say("Digitaliseringsprogrammet: sagsgang og beslutninger …");
  const [first, heardBy, second, council] = [
    calendar.date("2021-06-15"),
    calendar.date("2021-07-30"),
    calendar.date("2021-08-17"),
    calendar.date("2021-08-24"),
  ] as const;
  const from = yearOf(first);
  const title = `Digitalisering med fokus - Digitaliseringsprogram ${from}-${from + 4}`;
  const fields = {
    number: `${twoDigits(from)}/6103`,
    title,
    openness: "open" as const,
    alternativeTitle: "",
    closedReason: "",
    statement: `Programmet afløser digitaliseringsstrategien og følger KL's seks fokusområder. Det sendes i høring hos Ungdomsrådet, Ældrerådet og Handicaprådet efter økonomiudvalgets møde, og eventuelle høringssvar lægges frem sammen med det endelige program.\n\nHandlingsplanen er særskilt og administrativ og følger ikke med til politisk godkendelse.`,
    policyContext: "Digitalisering er en del af stort set alle fagområder.",
    financialConsequences: "Ingen økonomiske konsekvenser.",
    isFinancial: false,
    recommendedByRole: "Chefen for Borgerservice, It og Digitalisering",
    points: [`at ”${title}” godkendes foreløbigt med eventuelle ændringer`, `at ”${title}” sendes i høring`],
    attachments: [
      {
        number: 1,
        openness: "open" as const,
        title,
        documentNumber: `73115/${twoDigits(from)}`,
        mark: "H",
        systemId: "3087662",
      },
    ],
  };
  const made = await told("sag", createCase(deps, officer, { commandKey: press("case", "programme"), fields }));
  const { key: caseKey } = made;
  const dates = [first, heardBy, second, council];
  const route = { commandKey: press("case-route", "programme"), caseKey, text: "ØK, høring, ØK, KB", dates };
  const laid = await told("sagsgang", setRoute(deps, officer, route));
  const approved = ["Godkendt.", "approved"] as const;
  await tellMeeting(teller, caseKey, { step: 1, date: first, points: [approved, approved] });
  const stepKey = laid.steps[1]?.key ?? caseKey;
  const end = { commandKey: press("case-heard"), caseKey, stepKey, date: heardBy };
  await told("høring", endConsultationStep(deps, officer, end));
  await tellMeeting(teller, caseKey, { step: 3, date: second, points: [approved, approved] });
  await tellMeeting(teller, caseKey, { step: 4, date: council, points: [approved, approved] });
  return caseKey;
}
