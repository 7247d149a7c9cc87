import { mayReplace } from "#domain/consultations/answer-consultation.ts";
import type { Consultation, ConsultationFields, NextStep } from "#domain/consultations/consultation.ts";
import { answersFor, mayRegister } from "#domain/consultations/consultation-access.ts";
import type {
  AnswerRoad,
  ConsultationAnswer,
  ConsultationParty,
  PartyFields,
  PartyStatus,
} from "#domain/consultations/consultation-party.ts";
import {
  consultationStatus,
  hasClosed,
  heard,
  isLate,
  partyStatus,
} from "#domain/consultations/consultation-status.ts";
import { agendaOn, startDay } from "#domain/consultations/deadline.ts";
import { type DeadlineAdvice, deadlineAdvice } from "#domain/consultations/deadline-advice.ts";
import { type InvitationLetter, invitationLetter } from "#domain/consultations/invitation-letter.ts";
import { reminderLadder } from "#domain/consultations/reminder-ladder.ts";
import { type SendConsultationRefusal, sendRefusal } from "#domain/consultations/send-consultation.ts";
import { type TreatRefusal, treatBlock } from "#domain/consultations/treat-consultation.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Organisation } from "#domain/organisation/organisation.ts";
import { type Instant, type PlainDate, plainDateOf, startOfDay } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { defaultWorkingDayCalendar } from "#domain/shared/working-days.ts";
import { sendWordNow } from "../cases/case-consultations.ts";
import { organisationNow, type PersonRefView, personRef } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { type SeenConsultation, visibleConsultation } from "./consultation-now.ts";
import { consultationTimeline, type TimelineEntryView } from "./consultation-timeline.ts";
import { type ConsultationSummaryView, consultationSummary } from "./consultation-views.ts";
import { type DeletionView, deletionView } from "./deletion-view.ts";

export type PartyAction = "answer" | "replace" | "register" | "comment" | "include-late";
export type ConsultationAction = "edit" | "set-parties" | "send" | "treat";

export interface AnswerView
  extends Pick<ConsultationAnswer, "noComments" | "text" | "attachments" | "files" | "receivedAt"> {
  readonly by: PersonRefView;
  readonly road: AnswerRoad;
  readonly registeredAt?: Instant;
}

export interface PartyView extends Omit<PartyFields, "personKeys" | "email"> {
  readonly key: Key;
  readonly persons: readonly PersonRefView[];
  readonly email?: string;
  readonly status: PartyStatus;
  readonly isOwn: boolean;
  readonly answer?: AnswerView;
  readonly earlierAnswers: readonly AnswerView[];
  readonly comment?: {
    readonly summary: string;
    readonly comment: string;
    readonly changes: boolean;
    readonly by: PersonRefView;
    readonly at: Instant;
  };
  readonly lateIncluded: boolean;
  readonly remindOn: readonly PlainDate[];
  readonly letter?: InvitationLetter;
  readonly actions: readonly PartyAction[];
}

export interface ConsultationPageView
  extends Pick<ConsultationFields, "message" | "material" | "deadlineTime">,
    DeletionView {
  readonly now: Instant;
  readonly consultation: ConsultationSummaryView;
  readonly caseKey?: Key;
  readonly sendOn?: PlainDate;
  readonly deadlineOn?: PlainDate;
  readonly stepBefore?: { readonly body: string; readonly meetingOn: PlainDate; readonly decidedOn?: PlainDate };
  readonly nextStep?: { readonly body: string; readonly meetingOn: PlainDate; readonly agendaOn?: PlainDate };
  readonly agendaOn?: PlainDate;
  readonly treatedAt?: Instant;
  readonly deleteOn?: PlainDate;
  readonly parties: readonly PartyView[];
  readonly advice: readonly DeadlineAdvice[];
  readonly actions: readonly ConsultationAction[];
  readonly mayFetchNote?: true;
  /** What would refuse the button, for who runs the consultation. */
  readonly treatBlock?: TreatRefusal;
  readonly sendBlock?: SendConsultationRefusal;
  readonly timeline?: readonly TimelineEntryView[];
}

/**
 * A consultation as one reader may see it: a party sees its own party and answer only, who runs it sees all with
 * letters and buttons (B10). 0 Graph requests.
 */
export function consultationPage(
  deps: Deps,
  actor: Actor,
  key: Key,
  language: Language,
): Result<ConsultationPageView, StoreFailure> {
  const found = visibleConsultation(deps, actor, key);
  if (!found.ok) return found;
  const seen = found.value;
  const { consultation, parties, sees } = seen;
  const organisation = organisationNow(deps);
  const now = deps.clock.now();
  const runs = sees.has("work");
  const treat = runs ? treatBlock(consultation, parties, now) : undefined;
  const send = runs ? sendRefusal(consultation, parties, sendWordNow(deps, consultation), actor, now) : undefined;
  const shown = heard(parties).filter((party) => sees.has("counts") || answersFor(actor, party));
  return ok({
    now,
    consultation: consultationSummary(seen, organisation, actor, language, now),
    ...dates(consultation),
    parties: shown.map((party) => partyView({ seen, organisation, actor, language, now }, party)),
    advice:
      runs && !consultation.treated && !hasClosed(consultation, now)
        ? deadlineAdvice(consultation, startDay(consultation, now), defaultWorkingDayCalendar)
        : [],
    actions: runs ? consultationActions(consultation, send, treat, now) : [],
    ...(sees.has("comments") && consultation.sent && !consultation.answersDeleted
      ? { mayFetchNote: true as const }
      : {}),
    ...deletionView(deps, seen),
    ...(treat === undefined ? {} : { treatBlock: treat }),
    ...(send === undefined ? {} : { sendBlock: send }),
    ...(runs ? { timeline: consultationTimeline(seen, organisation) } : {}),
  });
}

type Dates = Omit<
  ConsultationPageView,
  "now" | "consultation" | "parties" | "advice" | "actions" | "treatBlock" | "sendBlock" | "timeline"
>;

function dates(consultation: Consultation): Dates {
  const { message, material, deadlineTime, caseKey, sendOn, deadlineOn, stepBefore, nextStep } = consultation;
  const { treated, deleteOn } = consultation;
  return {
    message,
    material,
    deadlineTime,
    ...(caseKey === undefined ? {} : { caseKey }),
    ...(sendOn === undefined ? {} : { sendOn }),
    ...(deadlineOn === undefined ? {} : { deadlineOn }),
    ...(stepBefore === undefined ? {} : { stepBefore: stepBeforeView(stepBefore) }),
    ...(nextStep === undefined ? {} : { nextStep: nextStepView(nextStep), agendaOn: agendaOn(nextStep) }),
    ...(treated === undefined ? {} : { treatedAt: treated.at }),
    ...(deleteOn === undefined ? {} : { deleteOn }),
  };
}

function stepBeforeView({
  body,
  meetingOn,
  decidedOn,
}: NonNullable<Consultation["stepBefore"]>): NonNullable<ConsultationPageView["stepBefore"]> {
  return { body, meetingOn, ...(decidedOn === undefined ? {} : { decidedOn }) };
}

function nextStepView({ body, meetingOn, agendaOn: chosen }: NextStep): NonNullable<ConsultationPageView["nextStep"]> {
  return { body, meetingOn, ...(chosen === undefined ? {} : { agendaOn: chosen }) };
}

function consultationActions(
  consultation: Consultation,
  send: SendConsultationRefusal | undefined,
  treat: TreatRefusal | undefined,
  now: Instant,
): readonly ConsultationAction[] {
  if (consultation.treated) return [];
  const actions: ConsultationAction[] = ["edit"];
  if (!consultation.sent || !hasClosed(consultation, now)) actions.push("set-parties");
  if (send === undefined) actions.push("send");
  if (treat === undefined) actions.push("treat");
  return actions;
}

interface Reading {
  readonly seen: SeenConsultation;
  readonly organisation: Organisation;
  readonly actor: Actor;
  readonly language: Language;
  readonly now: Instant;
}

function partyView(reading: Reading, party: ConsultationParty): PartyView {
  const { seen, organisation, actor, now } = reading;
  const { consultation, sees } = seen;
  const isOwn = answersFor(actor, party);
  const { code, name, duty, law, channel } = party;
  return {
    key: party.key,
    code,
    name,
    duty,
    law,
    channel,
    persons: party.personKeys.map((key) => personRef(organisation, key)),
    status: partyStatus(party, consultation, now),
    isOwn,
    ...answers(reading, party, isOwn),
    ...(sees.has("work") ? letterAndAddress(reading, party) : {}),
    lateIncluded: party.lateIncluded,
    remindOn: sees.has("work") || isOwn ? remindDays(consultation) : [],
    actions: [...ownActions(party, consultation, actor, now), ...staffActions(party, seen, actor, now)],
  };
}

/** What was answered and what the administration says of it, for those who may read either. */
function answers(
  { seen, organisation }: Reading,
  party: ConsultationParty,
  isOwn: boolean,
): Pick<PartyView, "answer" | "earlierAnswers" | "comment"> {
  const { consultation, sees } = seen;
  const readsAnswer = isOwn || sees.has("answers");
  const isThere = consultation.answersDeleted === undefined;
  const readsComment = isThere && (sees.has("comments") || (isOwn && consultation.treated !== undefined));
  const { answer, comment } = party;
  return {
    ...(readsAnswer && answer ? { answer: answerView(answer, organisation) } : {}),
    earlierAnswers: readsAnswer ? party.earlierAnswers.map((each) => answerView(each, organisation)) : [],
    ...(readsComment && comment ? { comment: { ...comment, by: personRef(organisation, comment.by) } } : {}),
  };
}

function letterAndAddress(
  { seen, organisation, language }: Reading,
  party: ConsultationParty,
): Pick<PartyView, "email" | "letter"> {
  const { email } = party;
  // What was asked lies with the case; a letter about it is no longer to be sent.
  if (party.channel === "teams" || seen.consultation.answersDeleted) return { email };
  return { email, letter: letterTo(party, seen.consultation, organisation, language) };
}

function answerView(answer: ConsultationAnswer, organisation: Organisation): AnswerView {
  const { by, registeredAt, ...rest } = answer;
  return { ...rest, by: personRef(organisation, by), ...(registeredAt === undefined ? {} : { registeredAt }) };
}

function remindDays(consultation: Consultation): readonly PlainDate[] {
  const { deadlineOn, sent } = consultation;
  if (deadlineOn === undefined || !sent) return [];
  return reminderLadder(plainDateOf(sent.startsAt), deadlineOn, defaultWorkingDayCalendar);
}

function letterTo(
  party: ConsultationParty,
  consultation: Consultation,
  organisation: Organisation,
  language: Language,
): InvitationLetter {
  const officer = personRef(organisation, consultation.caseOfficerKey);
  return invitationLetter(consultation, { party: party.name, officer }, language);
}

function ownActions(
  party: ConsultationParty,
  consultation: Consultation,
  actor: Actor,
  now: Instant,
): readonly PartyAction[] {
  if (!answersFor(actor, party) || !takesAnswers(consultation, now)) return [];
  if (!party.answer) return ["answer"];
  return mayReplace({ consultation, party }, now) ? ["replace"] : [];
}

function staffActions(
  party: ConsultationParty,
  { consultation, sees }: SeenConsultation,
  actor: Actor,
  now: Instant,
): readonly PartyAction[] {
  if (!takesAnswers(consultation, now)) return [];
  if (!party.answer) return mayRegister(actor, consultation) ? ["register"] : [];
  if (!sees.has("work")) return [];
  const isOpenLate = isLate(party, consultation) && !agendaIssued(consultation, now);
  return isOpenLate ? ["comment", "include-late"] : ["comment"];
}

function takesAnswers(consultation: Consultation, now: Instant): boolean {
  const status = consultationStatus(consultation, now);
  return status === "open" || status === "closed";
}

function agendaIssued({ nextStep }: Consultation, now: Instant): boolean {
  return nextStep !== undefined && now >= startOfDay(agendaOn(nextStep));
}
