import type { PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { BodyStep, Case, DecisionCode, PointDecision, RouteStep, StepDecision } from "./case.ts";

/** Where a step stands; "postponed" waits for a new day. */
export type StepState = "pending" | "postponed" | "decided";

/** Why a route goes no further by itself: a new one is asked for, or the case is closed. */
export type RouteStop = "rejected" | "withdrawn" | "not-decided";

/** Where the case stands in its course (B8), as far as records and rules can tell. */
export const caseStatuses = ["arisen", "informed", "stopped", "decided", "closed"] as const;
export type CaseStatus = (typeof caseStatuses)[number];

const OPEN_AGAIN: readonly DecisionCode[] = ["postponed"];
const STOPS: readonly DecisionCode[] = ["rejected", "withdrawn"];
/** Codes that decide nothing, whoever is competent. */
const NEVER_FINAL: readonly DecisionCode[] = ["recommended", "forwarded", "provisionally-approved", "returned"];

/** The decision in force at a step: the newest; undefined while the step has none. */
export function decisionAt(theCase: Case, stepKey: Key): StepDecision | undefined {
  return theCase.decisions.findLast((decision) => decision.stepKey === stepKey);
}

/** Where one step stands. A step with a point that was postponed waits for the body to take it up again. */
export function stepState(theCase: Case, step: RouteStep): StepState {
  if (step.kind === "consultation") return step.endedOn === undefined ? "pending" : "decided";
  const decision = decisionAt(theCase, step.key);
  if (decision === undefined) return "pending";
  return decision.points.some(({ code }) => OPEN_AGAIN.includes(code)) ? "postponed" : "decided";
}

/** The step the case waits at; undefined when the route is at its end, was stopped, or was never laid. */
export function nextStep(theCase: Case): RouteStep | undefined {
  if (routeStop(theCase) !== undefined) return undefined;
  return openStep(theCase);
}

/** The first step nobody has treated, whether or not the route has stopped before it. */
export function openStep(theCase: Case): RouteStep | undefined {
  return theCase.steps.find((step) => stepState(theCase, step) !== "decided");
}

/**
 * Whether a step is where the case is decided finally: the competent body's last treatment. Told by step and body alone,
 * never by the verb (B7): "Tiltrådt." is final in one body and no more than a step on the way in another.
 */
export function isFinalStep(theCase: Case, step: RouteStep): boolean {
  if (step.kind !== "body") return false;
  return finalStep(theCase)?.key === step.key;
}

/** The step at which the case is decided finally; undefined while the route does not reach the competent body (004-09). */
export function finalStep(theCase: Case): BodyStep | undefined {
  const bodies = theCase.steps.filter((step): step is BodyStep => step.kind === "body");
  const { competentBodyKey } = theCase;
  return competentBodyKey === undefined
    ? bodies.at(-1)
    : bodies.findLast(({ bodyKey }) => bodyKey === competentBodyKey);
}

/** A point with what has become of it: its last decision, and whether that is the end of it. */
export interface PointOutcome {
  readonly number: number;
  readonly decision: PointDecision | undefined;
  readonly date: PlainDate | undefined;
  readonly isFinal: boolean;
  /** What the decision comes to: an approval before the final body has spoken is provisional (001-03). */
  readonly effect: PointEffect;
}

export type PointEffect = "open" | "provisionally-approved" | "approved" | "noted" | "rejected";

/** What has become of each point so far. */
export function pointOutcomes(theCase: Case): readonly PointOutcome[] {
  return theCase.points.map(({ number }) => pointOutcome(theCase, number));
}

function pointOutcome(theCase: Case, number: number): PointOutcome {
  const last = theCase.decisions.findLast((each) => each.points.some((point) => point.number === number));
  const decision = last?.points.find((point) => point.number === number);
  const step = theCase.steps.find(({ key }) => key === last?.stepKey);
  if (last === undefined || decision === undefined || step === undefined) {
    return { number, decision: undefined, date: undefined, isFinal: false, effect: "open" };
  }
  const isFinal = isFinalStep(theCase, step) && decides(decision.code);
  return { number, decision, date: last.date, isFinal, effect: effectOf(decision.code, isFinal) };
}

function decides(code: DecisionCode): boolean {
  return !NEVER_FINAL.includes(code) && !OPEN_AGAIN.includes(code) && code !== "withdrawn";
}

/** What a code comes to on the way, and at the final step. */
const EFFECTS: Readonly<Record<DecisionCode, readonly [onTheWay: PointEffect, atTheEnd: PointEffect]>> = {
  approved: ["provisionally-approved", "approved"],
  concurred: ["provisionally-approved", "approved"],
  "approved-amended": ["provisionally-approved", "approved"],
  "provisionally-approved": ["provisionally-approved", "provisionally-approved"],
  rejected: ["rejected", "rejected"],
  noted: ["open", "noted"],
  discussed: ["open", "noted"],
  recommended: ["open", "open"],
  forwarded: ["open", "open"],
  postponed: ["open", "open"],
  returned: ["open", "open"],
  withdrawn: ["open", "open"],
};

function effectOf(code: DecisionCode, isFinal: boolean): PointEffect {
  return EFFECTS[code][isFinal ? 1 : 0];
}

/** Whether the case is decided: the competent body's last step has been treated and every point ended there. */
export function isDecided(theCase: Case): boolean {
  const step = finalStep(theCase);
  if (step === undefined || stepState(theCase, step) !== "decided" || openStep(theCase) !== undefined) return false;
  const codes = decisionAt(theCase, step.key)?.points.map(({ code }) => code) ?? [];
  return codes.length > 0 && codes.every(decides);
}

/** The day of the final decision; undefined while there is none (001-15: the council's day). */
export function decidedOn(theCase: Case): PlainDate | undefined {
  const step = finalStep(theCase);
  return step !== undefined && isDecided(theCase) ? decisionAt(theCase, step.key)?.date : undefined;
}

/**
 * Why the route goes no further: a point was refused before the final body (001-05) or taken off the agenda, or the
 * route has ended without anybody having decided. Undefined once a new route is laid behind the stop.
 */
export function routeStop(theCase: Case): RouteStop | undefined {
  if (theCase.steps.length === 0 || isDecided(theCase)) return undefined;
  const last = theCase.steps.findLast((step) => stepState(theCase, step) === "decided");
  const leg = theCase.steps.at(-1)?.leg;
  if (last?.kind === "body" && last.leg === leg) {
    const codes = decisionAt(theCase, last.key)?.points.map(({ code }) => code) ?? [];
    const stop = codes.find((code) => STOPS.includes(code));
    if (stop === "rejected" || stop === "withdrawn") return stop;
  }
  return openStep(theCase) === undefined ? "not-decided" : undefined;
}

/** Where the case stands (B8). */
export function caseStatus(theCase: Case): CaseStatus {
  if (theCase.closedAt !== undefined) return "closed";
  if (isDecided(theCase)) return "decided";
  if (routeStop(theCase) !== undefined) return "stopped";
  return theCase.steps.length > 0 && theCase.points.length > 0 ? "informed" : "arisen";
}

/** Why the consultation of a case cannot be sent now. */
export type ConsultationBlocker =
  | { readonly kind: "no-consultation-step" }
  | { readonly kind: "case-closed" }
  /** "sendes efter økonomiudvalgsmødet" (001-02): the body before it has not decided. */
  | { readonly kind: "earlier-step-open"; readonly body: string; readonly date: PlainDate | undefined }
  /** A point was refused (001-05): the case needs a new route first. */
  | { readonly kind: "route-stopped"; readonly why: RouteStop }
  | { readonly kind: "consultation-ended"; readonly date: PlainDate };

/**
 * Whether the consultation at a step may be sent now; undefined when it may (001-02).
 * @param stepNumber from 1, as the route is read
 */
export function consultationBlocker(theCase: Case, stepNumber: number): ConsultationBlocker | undefined {
  const step = theCase.steps[stepNumber - 1];
  if (step?.kind !== "consultation") return { kind: "no-consultation-step" };
  if (theCase.closedAt !== undefined) return { kind: "case-closed" };
  if (step.endedOn !== undefined) return { kind: "consultation-ended", date: step.endedOn };
  const why = routeStop(theCase);
  if (why !== undefined) return { kind: "route-stopped", why };
  const open = theCase.steps.slice(0, stepNumber - 1).find((each) => stepState(theCase, each) !== "decided");
  return open && { kind: "earlier-step-open", body: open.kind === "body" ? open.name : "", date: open.date };
}
