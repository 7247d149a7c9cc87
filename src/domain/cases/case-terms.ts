import type { DecisionCode } from "./case.ts";
import type { CaseStatus, PointEffect, RouteStop, StepState } from "./case-course.ts";
import type { DocumentVersion } from "./document-versions.ts";

/** The words for a case's codes (B7, B8), the same in SharePoint, in the tab and in documents. */
export interface CaseTerms {
  readonly status: Readonly<Record<CaseStatus, string>>;
  readonly code: Readonly<Record<DecisionCode, string>>;
  readonly effect: Readonly<Record<PointEffect, string>>;
  readonly stepState: Readonly<Record<StepState, string>>;
  readonly stop: Readonly<Record<RouteStop, string>>;
  readonly version: Readonly<Record<DocumentVersion["status"], string>>;
  readonly consultation: string;
}

export const caseTerms: Readonly<Record<"da" | "en", CaseTerms>> = {
  da: {
    status: { arisen: "Opstået", informed: "Oplyst", stopped: "Standset", decided: "Afgjort", closed: "Afsluttet" },
    code: {
      approved: "Godkendt",
      concurred: "Tiltrådt",
      recommended: "Anbefalet",
      noted: "Taget til efterretning",
      discussed: "Drøftet",
      forwarded: "Oversendt",
      postponed: "Udsat",
      returned: "Sendt tilbage",
      withdrawn: "Taget af dagsordenen",
      rejected: "Ikke godkendt",
      "approved-amended": "Godkendt med ændringer",
      "provisionally-approved": "Foreløbigt godkendt",
    },
    effect: {
      open: "Ikke afgjort",
      "provisionally-approved": "Foreløbigt godkendt",
      approved: "Endeligt godkendt",
      noted: "Taget til efterretning",
      rejected: "Ikke godkendt",
    },
    stepState: { pending: "Afventer", postponed: "Udsat", decided: "Behandlet" },
    stop: {
      rejected: "Et punkt blev ikke godkendt",
      withdrawn: "Sagen blev taget af dagsordenen",
      "not-decided": "Sagsgangen er slut, uden at sagen er afgjort",
    },
    version: {
      draft: "Udkast",
      "provisionally-approved": "Foreløbigt godkendt",
      approved: "Endeligt godkendt",
      rejected: "Ikke godkendt",
    },
    consultation: "Høring",
  },
  en: {
    status: { arisen: "Begun", informed: "Prepared", stopped: "Stopped", decided: "Decided", closed: "Closed" },
    code: {
      approved: "Approved",
      concurred: "Concurred in",
      recommended: "Recommended",
      noted: "Noted",
      discussed: "Discussed",
      forwarded: "Forwarded",
      postponed: "Postponed",
      returned: "Returned",
      withdrawn: "Withdrawn from the agenda",
      rejected: "Not approved",
      "approved-amended": "Approved with changes",
      "provisionally-approved": "Provisionally approved",
    },
    effect: {
      open: "Not decided",
      "provisionally-approved": "Provisionally approved",
      approved: "Finally approved",
      noted: "Noted",
      rejected: "Not approved",
    },
    stepState: { pending: "Waiting", postponed: "Postponed", decided: "Considered" },
    stop: {
      rejected: "A point was not approved",
      withdrawn: "The case was withdrawn from the agenda",
      "not-decided": "The route has ended without a decision",
    },
    version: {
      draft: "Draft",
      "provisionally-approved": "Provisionally approved",
      approved: "Finally approved",
      rejected: "Not approved",
    },
    consultation: "Consultation",
  },
};
