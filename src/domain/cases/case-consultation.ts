import type { Consultation } from "#domain/consultations/consultation.ts";
import type { ConsultationParty } from "#domain/consultations/consultation-party.ts";
import { type TreatRefusal, treatBlock } from "#domain/consultations/treat-consultation.ts";
import { logged } from "#domain/shared/command.ts";
import { type Instant, type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import type { Case, ConsultationStep } from "./case.ts";
import { consultationBlocker, decisionAt, nextStep, type RouteStop, stepState } from "./case-course.ts";

/** Why a consultation is not sent as long as its case stands as it does (001-02, 001-05). */
export type CaseSendBlock =
  | { readonly kind: "step-before-undecided"; readonly body: string; readonly meetingOn: PlainDate | undefined }
  | { readonly kind: "case-closed" }
  | { readonly kind: "route-stopped"; readonly why: RouteStop }
  | { readonly kind: "consultation-ended"; readonly date: PlainDate };

/** What a case says of sending its consultation; nothing where none is on its way. */
export type CaseSendWord = CaseSendBlock | "decided-before" | undefined;

/**
 * What the case says of sending its consultation: what keeps it back – the one on its way that is not ended, else the last
 * that was – or that everything before it is decided. A case without a consultation on its way says nothing.
 */
export function caseSendWord(theCase: Case): CaseSendWord {
  const blocker = consultationBlocker(theCase, consultationIndex(theCase) + 1);
  if (blocker === undefined) return "decided-before";
  if (blocker.kind === "no-consultation-step") return undefined;
  if (blocker.kind !== "earlier-step-open") return blocker;
  return { kind: "step-before-undecided", body: blocker.body, meetingOn: blocker.date };
}

/** Where the consultation on its way stands that is not ended, else the last that was; -1 where there is none. */
function consultationIndex({ steps }: Pick<Case, "steps">): number {
  const open = steps.findIndex((step) => step.kind === "consultation" && step.endedOn === undefined);
  return open < 0 ? steps.findLastIndex(({ kind }) => kind === "consultation") : open;
}

/** The body before a case's consultation and the one that reads the answers, as the route says. */
export interface ConsultationMeetings {
  readonly before?: { readonly body: string; readonly meetingOn: PlainDate; readonly decidedOn?: PlainDate };
  readonly next?: { readonly body: string; readonly meetingOn: PlainDate };
}

/** What a case says of the meetings around its consultation; without a day a meeting is not known yet. */
export function consultationMeetings(theCase: Case): ConsultationMeetings {
  const at = consultationIndex(theCase);
  if (at < 0) return {};
  const before = theCase.steps.slice(0, at).findLast((step) => step.kind === "body");
  const next = theCase.steps.slice(at + 1).find((step) => step.kind === "body");
  const decision = before && stepState(theCase, before) === "decided" ? decisionAt(theCase, before.key) : undefined;
  const meetingOn = decision?.date ?? before?.date;
  return {
    ...(before === undefined || meetingOn === undefined
      ? {}
      : {
          before: {
            body: before.code,
            meetingOn,
            ...(decision === undefined ? {} : { decidedOn: decision.date }),
          },
        }),
    ...(next?.date === undefined ? {} : { next: { body: next.code, meetingOn: next.date } }),
  };
}

/** A consultation of a case, with the parties it asks. */
export interface CaseConsultation {
  readonly consultation: Consultation;
  readonly parties: readonly ConsultationParty[];
}

export type AnswersBlock = Extract<TreatRefusal, { readonly kind: "answers-may-still-come" | "answer-not-commented" }>;

/**
 * What in the case's consultations keeps its next step from closing: answers that may still come or that the
 * administration has not commented (001-14). One that was never sent keeps nothing back.
 */
export function answersBlock(heard: readonly CaseConsultation[], now: Instant): AnswersBlock | undefined {
  for (const { consultation, parties } of heard) {
    const block = treatBlock(consultation, parties, now);
    if (block?.kind === "answers-may-still-come" || block?.kind === "answer-not-commented") return block;
  }
  return undefined;
}

/** The consultation a case waits at, and who treated the last of what was sent, when. */
export interface HeardOut {
  readonly step: ConsultationStep;
  readonly treated: { readonly at: Instant; readonly by: Key };
}

/**
 * The consultation on the case's way that is over because all that was sent in it has been treated; undefined while there
 * is none. Only what was sent after the last decision counts: an earlier round's answers end no later step.
 */
export function heardOut(theCase: Case, heard: readonly CaseConsultation[]): HeardOut | undefined {
  const step = nextStep(theCase);
  if (step?.kind !== "consultation" || theCase.closedAt !== undefined) return undefined;
  const since = theCase.decisions.at(-1)?.recordedAt;
  const sent = heard
    .map(({ consultation }) => consultation)
    .filter((each) => each.sent !== undefined && (since === undefined || each.sent.at >= since));
  const treated = sent.flatMap((each) => (each.treated === undefined ? [] : [each.treated]));
  const last = treated.toSorted((a, b) => (a.at < b.at ? -1 : 1)).at(-1);
  return last === undefined || treated.length < sent.length ? undefined : { step, treated: last };
}

/** The case with its consultation ended on the day its answers were treated, by who treated them; told once a step. */
export function endHeardOut(theCase: Case, { step, treated }: HeardOut, now: Instant): Case {
  const date = plainDateOf(treated.at);
  const command = { commandKey: keyOf("heard-out", theCase.key, step.key) };
  return {
    ...theCase,
    steps: theCase.steps.map((each) => (each.key === step.key ? { ...step, endedOn: date } : each)),
    log: logged(theCase.log, command, { personKey: treated.by }, now, "consultation-ended", { date }),
  };
}
