import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import { atTime, type Instant, type PlainDate } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type AnswerFile, mostAnswerFiles } from "./answer-file.ts";
import type { Consultation } from "./consultation.ts";
import { answersFor, mayRegister } from "./consultation-access.ts";
import type { AnswerRoad, ConsultationAnswer, ConsultationParty } from "./consultation-party.ts";
import { hasClosed } from "./consultation-status.ts";
import { type Treated, treatedRefusal } from "./edit-consultation.ts";

/** Longest answer, in UTF-16 units: about eight pages; what is longer comes as a document. */
export const longestAnswer = 20_000;

/** What was typed as an answer. */
export interface TypedAnswer {
  readonly noComments: boolean;
  readonly text: string;
  /** Names of documents that came another way. */
  readonly attachments: readonly string[];
  /** Documents that were attached here before the press. */
  readonly files?: readonly AnswerFile[] | undefined;
  /** "Dette er ikke et CPR-nummer", said of what looks like one in this text; it is logged. */
  readonly notCpr: boolean;
}

/** Why an answer is not taken. Nothing of what was typed is stored, and the caller keeps it. */
export type AnswerRefusal =
  | { readonly kind: "not-allowed" }
  | Treated
  | { readonly kind: "consultation-not-open-yet" }
  /** The first answer stands: who gave it, and when. */
  | { readonly kind: "party-answered-before"; readonly party: string; readonly by: Key; readonly at: Instant }
  | { readonly kind: "answer-and-no-comments" }
  | { readonly kind: "too-many-files"; readonly most: number }
  | { readonly kind: "answer-incomplete"; readonly problems: readonly FieldProblem[] }
  | { readonly kind: "received-before-sending"; readonly startsAt: Instant }
  | { readonly kind: "received-in-future" };

/** What an answer rests on. */
export interface PartyState {
  readonly consultation: Consultation;
  readonly party: ConsultationParty;
}

/**
 * The party's own answer, from the tab or the card: one write on the party's record, so that one of two presses wins.
 * After the deadline it is taken as late (001-11). `replaces` names the answer seen on the screen; until the deadline,
 * and while nobody has commented it, a new one takes its place and the old one is kept beside it.
 */
export function answerConsultation(
  state: PartyState,
  typed: TypedAnswer & { readonly replaces: Instant | undefined },
  command: Command,
  actor: Actor,
  now: Instant,
): Result<ConsultationParty, AnswerRefusal> {
  if (!answersFor(actor, state.party)) return refuse({ kind: "not-allowed" });
  return takeAnswer(state, typed, command, actor, now, {
    receivedAt: now,
    road: "self",
    registeredAt: undefined,
    replaces: typed.replaces,
  });
}

/** Where and when an answer came that staff register. */
export interface RegisteredAnswer extends TypedAnswer {
  readonly road: Exclude<AnswerRoad, "self">;
  readonly receivedOn: PlainDate;
  /** "14:20" */
  readonly receivedTime: string;
}

/** Staff's registration of an answer that came another way: the same write as the party's own press. */
export function registerAnswer(
  state: PartyState,
  typed: RegisteredAnswer,
  command: Command,
  actor: Actor,
  now: Instant,
): Result<ConsultationParty, AnswerRefusal> {
  const { consultation } = state;
  if (!mayRegister(actor, consultation)) return refuse({ kind: "not-allowed" });
  const receivedAt = atTime(typed.receivedOn, typed.receivedTime);
  if (receivedAt > now) return refuse({ kind: "received-in-future" });
  const startsAt = consultation.sent?.startsAt;
  // A minute's clock time lies before the second in which the consultation was sent.
  if (startsAt !== undefined && receivedAt.slice(0, 16) < startsAt.slice(0, 16)) {
    return refuse({ kind: "received-before-sending", startsAt });
  }
  const how = { receivedAt, road: typed.road, registeredAt: now, replaces: undefined };
  return takeAnswer(state, typed, command, actor, now, how);
}

type How = Pick<ConsultationAnswer, "receivedAt" | "road" | "registeredAt"> & {
  readonly replaces: Instant | undefined;
};

function takeAnswer(
  { consultation, party }: PartyState,
  typed: TypedAnswer,
  command: Command,
  actor: Actor,
  now: Instant,
  { replaces, ...how }: How,
): Result<ConsultationParty, AnswerRefusal> {
  const treated = treatedRefusal(consultation);
  if (treated) return refuse(treated);
  if (!consultation.sent || now < consultation.sent.startsAt) return refuse({ kind: "consultation-not-open-yet" });
  const before = party.answer;
  if (before && !(replaces === before.receivedAt && mayReplace({ consultation, party }, now))) {
    return refuse({ kind: "party-answered-before", party: party.name, by: before.by, at: before.receivedAt });
  }
  const read = readAnswer(typed, how.road);
  if (!read.ok) return read;
  const answer: ConsultationAnswer = { ...read.value, ...how, by: actor.personKey };
  const late = hasClosed(consultation, answer.receivedAt);
  const detail = {
    road: how.road,
    noComments: typed.noComments,
    late,
    ...(typed.notCpr ? { notCpr: true } : {}),
    ...(answer.files && { files: answer.files.length }),
    ...(before ? { replaces: before.receivedAt } : {}),
  };
  return ok({
    ...party,
    answer,
    earlierAnswers: before ? [...party.earlierAnswers, before] : party.earlierAnswers,
    log: logged(party.log, command, actor, now, before ? "answer-replaced" : "answered", detail),
  });
}

/**
 * Whether a document may be attached now, and why not: whoever may answer or register may, as long as answers are taken in.
 */
export function attachRefusal(
  { consultation, party }: PartyState,
  actor: Actor,
  now: Instant,
): Extract<AnswerRefusal, { kind: "not-allowed" | "consultation-treated" | "consultation-not-open-yet" }> | undefined {
  if (!answersFor(actor, party) && !mayRegister(actor, consultation)) return { kind: "not-allowed" };
  const treated = treatedRefusal(consultation);
  if (treated) return treated;
  const isOpen = consultation.sent !== undefined && now >= consultation.sent.startsAt;
  return isOpen ? undefined : { kind: "consultation-not-open-yet" };
}

/** Whether the party may still put another answer in the place of its own. */
export function mayReplace({ consultation, party }: PartyState, now: Instant): boolean {
  return party.answer !== undefined && party.comment === undefined && !hasClosed(consultation, now);
}

const limits = {
  text: { max: longestAnswer, required: true, multiline: true },
  noText: { max: longestAnswer, required: false, multiline: true },
  attachment: { max: 255, required: true, multiline: false },
} as const;

type ReadAnswer = Pick<ConsultationAnswer, "noComments" | "text" | "attachments" | "files">;

function readAnswer(typed: TypedAnswer, road: AnswerRoad): Result<ReadAnswer, AnswerRefusal> {
  const { noComments, files = [] } = typed;
  if (files.length > mostAnswerFiles) return refuse({ kind: "too-many-files", most: mostAnswerFiles });
  // A letter that says so may lie with what is registered.
  const isMore = typed.text.trim() !== "" || (road === "self" && files.length > 0);
  if (noComments && isMore) return refuse({ kind: "answer-and-no-comments" });
  const text = readText(typed.text, "text", noComments ? limits.noText : limits.text, typed.notCpr);
  const attachments = typed.attachments.map((name, index) =>
    readText(name, `attachments.${index}`, limits.attachment, typed.notCpr),
  );
  const problems = [...text.problems, ...attachments.flatMap((each) => each.problems)];
  if (problems.length > 0) return refuse({ kind: "answer-incomplete", problems });
  const names = [...attachments.map((each) => each.text), ...files.map(({ name }) => name)];
  return ok({ noComments, text: text.text, attachments: names, ...(files.length > 0 && { files }) });
}
