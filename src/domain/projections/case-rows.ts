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
  const isOpen = theCase.openness === "open";
  const shown = isOpen ? openParts(theCase, organisation) : nothingMore;
  return {
    ...shown,
    Title: isOpen ? theCase.title : theCase.alternativeTitle,
    Sagsnummer: theCase.number ?? "",
    Aabenhed: isOpen ? "Åben" : "Lukket",
    Status: caseTerms.da.status[caseStatus(theCase)],
    Afgjort: decidedOn(theCase),
    Link: link,
  };
}

type OpenParts = Pick<OpenCaseRow, "Sagsgang" | "NaesteSkridt" | "NaesteDato" | "SenesteBeslutning" | "Sagsbehandler">;

const nothingMore: OpenParts = {
  Sagsgang: "",
  NaesteSkridt: "",
  NaesteDato: undefined,
  SenesteBeslutning: "",
  Sagsbehandler: "",
};

/** What only an open case shows. */
function openParts(theCase: Case, organisation: Organisation): OpenParts {
  const next = nextStep(theCase);
  return {
    Sagsgang: routeText(theCase.steps),
    NaesteSkridt: next === undefined ? "" : next.kind === "body" ? next.name : caseTerms.da.consultation,
    NaesteDato: next?.date,
    SenesteBeslutning: latestDecision(theCase),
    Sagsbehandler: findPerson(organisation, theCase.officerKey)?.name ?? "",
  };
}

/** "ØK: Ad 1. Godkendt." of the step decided last. */
function latestDecision(theCase: Case): string {
  const stepKey = theCase.decisions.at(-1)?.stepKey;
  const words = stepKey && decisionAt(theCase, stepKey)?.points;
  if (!words) return "";
  const step = theCase.steps.find(({ key }) => key === stepKey);
  return `${step?.kind === "body" ? step.code : ""}: ${decisionText(words)}`;
}
