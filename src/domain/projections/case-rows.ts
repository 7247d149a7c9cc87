import type { Case } from "#domain/cases/case.ts";
import { caseStatus, decidedOn, decisionAt, nextStep } from "#domain/cases/case-course.ts";
import { caseTerms } from "#domain/cases/case-terms.ts";
import { decisionText } from "#domain/cases/decision-words.ts";
import { routeText } from "#domain/cases/read-route.ts";
import { findPerson, type Organisation } from "#domain/organisation/organisation.ts";
import type { OpenCaseRow } from "./open-rows.ts";

/** The records of cases as projections read them. */
export interface CaseRecords {
  readonly cases: readonly Case[];
}

/**
 * A case as managers read it in SharePoint. Of a closed case the alternative title and its number only: the words
 * of its decisions, what it is on its way to and who has it may say what is closed.
 */
export function caseRow(
  theCase: Case,
  organisation: Organisation,
  link: string,
): { readonly [K in keyof OpenCaseRow]: OpenCaseRow[K] } {
  const terms = caseTerms.da;
  const isOpen = theCase.openness === "open";
  const next = nextStep(theCase);
  const latest = theCase.decisions.at(-1);
  const latestStep = theCase.steps.find(({ key }) => key === latest?.stepKey);
  const words = latest && decisionAt(theCase, latest.stepKey)?.points;
  const body = latestStep?.kind === "body" ? latestStep.code : "";
  return {
    Title: isOpen ? theCase.title : theCase.alternativeTitle,
    Sagsnummer: theCase.number ?? "",
    Aabenhed: isOpen ? "Åben" : "Lukket",
    Status: terms.status[caseStatus(theCase)],
    Sagsgang: isOpen ? routeText(theCase.steps) : "",
    NaesteSkridt: isOpen && next !== undefined ? (next.kind === "body" ? next.name : terms.consultation) : "",
    NaesteDato: isOpen ? next?.date : undefined,
    Afgjort: decidedOn(theCase),
    SenesteBeslutning: isOpen && words !== undefined ? `${body}: ${decisionText(words)}` : "",
    Sagsbehandler: isOpen ? (findPerson(organisation, theCase.officerKey)?.name ?? "") : "",
    Link: link,
  };
}
