import type { BodyKind } from "#domain/organisation/body.ts";
import type { Instant, PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { RecordLog } from "#domain/shared/log.ts";
import type { Oere } from "#domain/shared/money.ts";

/** Case, agenda item and attachment are each open or closed on their own. */
export const opennesses = ["open", "closed"] as const;
export type Openness = (typeof opennesses)[number];

/** What a body did with a point, whatever words it used (B7). */
export const decisionCodes = [
  "approved",
  "concurred",
  "recommended",
  "noted",
  "discussed",
  "forwarded",
  "postponed",
  "returned",
  "withdrawn",
  "rejected",
  "approved-amended",
  "provisionally-approved",
] as const;
export type DecisionCode = (typeof decisionCodes)[number];

interface Step {
  readonly key: Key;
  /** 1 for the first route, one more for each new route: a stop is behind the case once a later leg is laid. */
  readonly leg: number;
  /** The meeting's day, or the last day of the consultation; undefined until it is known. */
  readonly date: PlainDate | undefined;
}

/** A body on the case's way, called what it was called when the route was laid. */
export interface BodyStep extends Step {
  readonly kind: "body";
  readonly bodyKey: Key;
  readonly code: string;
  readonly name: string;
  readonly bodyKind: BodyKind;
}

/** A consultation between two bodies; ended when its answers have been gathered, or none came (001-12). */
export interface ConsultationStep extends Step {
  readonly kind: "consultation";
  readonly endedOn: PlainDate | undefined;
}

export type RouteStep = BodyStep | ConsultationStep;

/** One "at …" of the recommendation; numbers run from 1. */
export interface RecommendationPoint {
  readonly number: number;
  readonly text: string;
}

/** What a body decided on one point: its own words, never altered, and what they mean. */
export interface PointDecision {
  readonly number: number;
  readonly text: string;
  readonly code: DecisionCode;
}

/** A member who was away: role and party letter, never a name. */
export interface Apology {
  readonly role: string;
  readonly partyLetter: string;
}

/** A body's treatment of the case at one meeting; a step that was postponed has several. */
export interface StepDecision {
  readonly stepKey: Key;
  readonly date: PlainDate;
  readonly points: readonly PointDecision[];
  readonly apologies: readonly Apology[];
  readonly recordedAt: Instant;
  readonly recordedBy: Key;
}

/** A document of the case as the agenda lists it, e.g. 1, open, "Program 2021-2025", "73115/21", "H", "3087662". */
export interface Attachment {
  readonly number: number;
  readonly openness: Openness;
  readonly title: string;
  readonly documentNumber: string;
  /** "H" and the like, as the records system writes it. */
  readonly mark: string;
  readonly systemId: string;
}

/** The capital appropriation a case asks for; of a pool's own case the pool's allocation pays it. */
export interface CaseAppropriation {
  readonly poolKey: Key;
  readonly kind: "capital";
  readonly amountOere: Oere;
  /** How it is paid: "det afsatte rådighedsbeløb på investeringsoversigten". */
  readonly financing: string;
}

/** What a case says before anybody decides; what is unknown is "". */
export interface CaseFields {
  /** As the records system numbers it (B5), in its one written form; undefined while it has none. */
  readonly number: string | undefined;
  readonly title: string;
  readonly openness: Openness;
  /** The title others see of a closed case; "" for an open one. */
  readonly alternativeTitle: string;
  /** Why this very case is closed; "" for an open one. */
  readonly closedReason: string;
  /** Sagsfremstilling. */
  readonly statement: string;
  /** Sammenhæng til andre politikker. */
  readonly policyContext: string;
  /** Økonomiske konsekvenser, in words. */
  readonly financialConsequences: string;
  /** Whether there are any: then the finance committee is asked. */
  readonly isFinancial: boolean;
  /** Who recommends, as a role: "Chefen for Borgerservice, It og Digitalisering". */
  readonly recommendedByRole: string;
  readonly points: readonly RecommendationPoint[];
  readonly attachments: readonly Attachment[];
}

/** A case with its way through the bodies: one record. */
export interface Case extends CaseFields {
  readonly key: Key;
  readonly officerKey: Key;
  readonly steps: readonly RouteStep[];
  /** The body that decides finally (kompetence); the last body of the route where nothing is said. */
  readonly competentBodyKey: Key | undefined;
  readonly decisions: readonly StepDecision[];
  readonly appropriation: CaseAppropriation | undefined;
  /** The programme whose text the case is about, where it is one's (001-03); its versions follow the decisions. */
  readonly programmeKey?: Key | undefined;
  readonly createdAt: Instant;
  readonly closedAt: Instant | undefined;
  readonly log: RecordLog;
}
