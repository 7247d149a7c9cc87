import { answersFor } from "#domain/consultations/consultation-access.ts";
import { answerCounts, consultationStatus, heard } from "#domain/consultations/consultation-status.ts";
import { agendaOn, closesAt } from "#domain/consultations/deadline.ts";
import { deletionAt, deletionState } from "#domain/consultations/delete-answers.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { type Instant, startOfDay } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { organisationNow, type PersonRefView, personRef } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import { type SeenConsultation, visibleConsultations } from "./consultation-now.ts";
import { isCaseOpen } from "./deletion-view.ts";

/** A line of "Venter på dig" about a consultation. */
export interface ConsultationTaskView {
  readonly key: Key;
  readonly kind: "answer-consultation" | "comment-answers" | "answers-deleted-soon";
  readonly from?: PersonRefView;
  readonly subject: string;
  /** Case number, or "". */
  readonly number: string;
  readonly roundName: string;
  readonly deadline: Instant;
  /** Answers that are commented of those that need it. */
  readonly done: number;
  readonly total: number;
  readonly link: string;
}

/**
 * What waits for the actor in consultations, the most urgent first: to answer for the own council, as long as that is in
 * time; for its case officer to comment answers, before the agenda that takes them goes out, and to see that the ESDH has
 * them before they are deleted here. 0 Graph requests.
 */
export function consultationTasks(deps: Deps, actor: Actor): readonly ConsultationTaskView[] {
  const now = deps.clock.now();
  return visibleConsultations(deps, actor)
    .flatMap((seen) => [
      ...answerTasks(deps, seen, actor, now),
      ...commentTask(seen, actor),
      ...deletionTask(deps, seen, actor, now),
    ])
    .toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1));
}

function answerTasks(
  deps: Deps,
  { consultation, parties }: SeenConsultation,
  actor: Actor,
  now: Instant,
): readonly ConsultationTaskView[] {
  const deadline = closesAt(consultation);
  if (deadline === undefined || consultationStatus(consultation, now) !== "open") return [];
  const from = personRef(organisationNow(deps), consultation.caseOfficerKey);
  return parties
    .filter((party) => answersFor(actor, party) && !party.answer)
    .map((party) => ({
      key: keyOf("task", "answer-consultation", party.key, actor.personKey),
      kind: "answer-consultation",
      from,
      subject: consultation.subject,
      number: consultation.caseNumber,
      roundName: party.name,
      deadline,
      done: 0,
      total: 1,
      link: `/consultations/${consultation.key}`,
    }));
}

function commentTask({ consultation, parties }: SeenConsultation, actor: Actor): readonly ConsultationTaskView[] {
  const closing = closesAt(consultation);
  const { uncommented } = answerCounts(consultation, parties);
  if (consultation.caseOfficerKey !== actor.personKey || consultation.treated || closing === undefined) return [];
  if (uncommented === 0) return [];
  const answered = heard(parties).filter((party) => party.answer && !party.answer.noComments);
  const { nextStep } = consultation;
  return [
    {
      key: keyOf("task", "comment-answers", consultation.key, actor.personKey),
      kind: "comment-answers",
      subject: consultation.subject,
      number: consultation.caseNumber,
      roundName: "",
      deadline: nextStep === undefined ? closing : startOfDay(agendaOn(nextStep)),
      done: answered.length - uncommented,
      total: answered.length,
      link: `/consultations/${consultation.key}`,
    },
  ];
}

function deletionTask(
  deps: Deps,
  { consultation }: SeenConsultation,
  actor: Actor,
  now: Instant,
): readonly ConsultationTaskView[] {
  const deadline = deletionAt(consultation);
  if (consultation.caseOfficerKey !== actor.personKey || deadline === undefined) return [];
  if (deletionState(consultation, isCaseOpen(deps, consultation), now) !== "near") return [];
  return [
    {
      key: keyOf("task", "answers-deleted-soon", consultation.key, actor.personKey),
      kind: "answers-deleted-soon",
      subject: consultation.subject,
      number: consultation.caseNumber,
      roundName: "",
      deadline,
      done: 0,
      total: 1,
      link: `/consultations/${consultation.key}`,
    },
  ];
}
