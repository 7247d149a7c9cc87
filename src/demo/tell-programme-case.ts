import type { Programme } from "#domain/action-plans/programme.ts";
import type { Case } from "#domain/cases/case.ts";
import type { Key } from "#domain/shared/keys.ts";
import { setRoute } from "#use-cases/cases/case-acts.ts";
import { createCase } from "#use-cases/cases/create-case.ts";
import type { DemoCalendar } from "./demo-calendar.ts";
import { type DemoTeller, told } from "./demo-teller.ts";
import { DemoDataError } from "./municipality.ts";
import { tellMeeting } from "./tell-cases.ts";

/** The programme of the layer, told before its case. */
export function programmeOf({ deps }: DemoTeller): Programme {
  const programme = deps.records.programmes.all()[0]?.value;
  if (programme === undefined) throw new DemoDataError("the programme is not told yet");
  return programme;
}

/** The digitalisation programme's case, provisionally approved by the finance committee: what is heard comes next (001-03). */
export async function tellProgrammeCase(teller: DemoTeller, calendar: DemoCalendar): Promise<Case> {
  const { deps, press } = teller;
  const officer = teller.as("sagsbehandler");
  teller.say("Digitaliseringsprogrammet: sagsgang og beslutninger …");
  const programme = programmeOf(teller);
  const title = `Digitalisering med fokus - ${programme.title}`;
  const dates = ["2021-06-15", "2021-07-30", "2021-08-17", "2021-08-24"].map((trueDate) => calendar.date(trueDate));
  const year = programme.caseNumber.slice(0, 2);
  const fields = {
    number: programme.caseNumber,
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
        documentNumber: `73115/${year}`,
        mark: "H",
        systemId: "3087662",
      },
    ],
  };
  const command = { commandKey: press("case", "programme"), fields, programmeKey: programme.key };
  const { key: caseKey } = await told("sag", createCase(deps, officer, command));
  const route = { commandKey: press("case-route", "programme"), caseKey, text: "ØK, høring, ØK, KB", dates };
  await told("sagsgang", setRoute(deps, officer, route));
  return tellMeeting(teller, caseKey, { step: 1, date: calendar.date("2021-06-15"), points: bothApproved });
}

/** What was heard is put before the finance committee again, and the council approves the programme (001-15). */
export async function tellProgrammeDecided(teller: DemoTeller, calendar: DemoCalendar, caseKey: Key): Promise<void> {
  const [second, council] = ["2021-08-17", "2021-08-24"] as const;
  await teller.at(calendar.at(`${second}T17:30`));
  await tellMeeting(teller, caseKey, { step: 3, date: calendar.date(second), points: bothApproved });
  await teller.at(calendar.at(`${council}T21:00`));
  await tellMeeting(teller, caseKey, { step: 4, date: calendar.date(council), points: bothApproved });
}

const approved = ["Godkendt.", "approved"] as const;
const bothApproved = [approved, approved];
