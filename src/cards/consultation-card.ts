import type { AdaptiveCard, CardElementArray } from "@microsoft/teams.cards";
import type { Consultation } from "#domain/consultations/consultation.ts";
import type { ConsultationAnswer, ConsultationParty } from "#domain/consultations/consultation-party.ts";
import { deadlineText } from "#domain/consultations/deadline.ts";
import { publicNote } from "#domain/consultations/invitation-letter.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { formatInstant } from "#domain/shared/format-dates.ts";
import { cardText } from "#domain/shared/plain-text.ts";
import { maskCpr } from "#domain/shared/read-text.ts";
import {
  aside,
  cardOf,
  facts,
  heading,
  openButton,
  pressButton,
  sentence,
  typed,
  typedHeading,
  warning,
} from "./card-parts.ts";
import { cutText } from "./cut-text.ts";
import { textField } from "./field-parts.ts";
import { inputId } from "./input-id.ts";
import type { CardScreen } from "./screen.ts";
import { tabRoutes } from "./tab-link.ts";
import { cardTexts } from "./texts/card-texts.ts";

/** Longest answer a card takes; a longer one is written in the tab. */
const longestOnCard = 4000;
/** Documents named on the card; the rest are in the tab. */
const mostDocuments = 5;

/** Where the party's task stands. */
export type ConsultationTask =
  | { readonly kind: "open"; readonly isLate: boolean }
  | {
      readonly kind: "answered";
      readonly answer: ConsultationAnswer;
      readonly byName: string;
      readonly isLate: boolean;
    }
  | { readonly kind: "treated"; readonly at: Instant };

/** A consultation as one party's people see it in the chat. */
export interface ConsultationRequest {
  readonly consultation: Consultation;
  readonly party: ConsultationParty;
  readonly officerName: string;
  readonly task: ConsultationTask;
  readonly reminder: boolean;
  /** What was typed and not taken; nothing of it is lost. */
  readonly attempt:
    | { readonly text: string; readonly problems: readonly FieldProblem[]; readonly hasBoth: boolean }
    | undefined;
}

/** The party's card: what is asked, a field to answer in and one press for no comments; afterwards who answered and when. */
export function consultationCard(screen: CardScreen, request: ConsultationRequest): AdaptiveCard {
  const { consultation, party, task, reminder } = request;
  const texts = cardTexts(screen.language).consultation;
  const open = openButton(screen, tabRoutes.consultation(consultation.key), texts.open);
  const body: CardElementArray = [
    heading(headingOf(screen, request)),
    typedHeading(subjectOf(screen, consultation)),
    ...(task.kind === "open" ? asked(screen, request) : outcome(screen, request)),
  ];
  const keys = { partyKey: party.key };
  const buttons =
    task.kind === "open"
      ? [
          pressButton(texts.send, "consultation.answer", keys),
          pressButton(texts.noComments, "consultation.noComments", keys),
          open,
        ]
      : [open];
  return cardOf(screen, body, buttons, reminder ? texts.reminderSummary : texts.summary);
}

/** The subject, but of a closed item only that it is one: the chat is no place for it (R-06). */
export function subjectOf(screen: CardScreen, { closed, subject, caseNumber }: Consultation): string {
  const texts = cardTexts(screen.language).consultation;
  return closed ? `${texts.closedItem} ${caseNumber}`.trim() : cutText(subject, 200);
}

function headingOf(screen: CardScreen, { task, reminder }: ConsultationRequest): string {
  const texts = cardTexts(screen.language).consultation;
  switch (task.kind) {
    case "open":
      if (task.isLate) return texts.lateHeading;
      return reminder ? texts.reminderHeading : texts.heading;
    case "answered":
      return texts.answeredHeading;
    case "treated":
      return texts.treatedHeading;
  }
}

function asked(screen: CardScreen, request: ConsultationRequest): CardElementArray {
  const { consultation, party, officerName, task } = request;
  const texts = cardTexts(screen.language).consultation;
  const deadline = deadlineText(consultation, screen.language);
  const isLate = task.kind === "open" && task.isLate;
  return [
    facts([
      [texts.party, cutText(party.name, 100)],
      [texts.deadline, deadline],
      ...(consultation.caseNumber === "" || consultation.closed
        ? []
        : [[texts.caseNumber, consultation.caseNumber] as const]),
      [texts.officer, cutText(officerName, 100)],
    ]),
    ...(isLate ? [sentence(texts.late(deadline))] : []),
    ...(consultation.closed ? [] : content(screen, consultation)),
    sentence(publicNote(consultation, screen.language)),
    ...answerField(screen, request),
  ];
}

function content(screen: CardScreen, { message, material }: Consultation): CardElementArray {
  const texts = cardTexts(screen.language).consultation;
  const left = material.length - mostDocuments;
  const named = material.slice(0, mostDocuments).map(({ name, documentNumber }) => {
    return sentence(`- ${cardText(cutText(documentNumber === "" ? name : `${name} (${documentNumber})`, 160))}`);
  });
  return [
    ...(message === "" ? [] : [typed(cutText(message, 600))]),
    ...(named.length === 0 ? [] : [sentence(`**${texts.material}**`), ...named]),
    ...(left > 0 ? [aside(texts.more(left))] : []),
  ];
}

function answerField(screen: CardScreen, { attempt }: ConsultationRequest): CardElementArray {
  const { consultation: texts, review } = cardTexts(screen.language);
  const value = maskCpr(attempt?.text ?? "", review.removedNumber);
  // The field shows the text with the number gone already; the sentence above says so.
  const problems = attempt?.problems.filter(({ code }) => code !== "cpr") ?? [];
  return [
    ...(attempt?.hasBoth === true ? [warning(texts.both)] : []),
    ...(attempt !== undefined && value !== attempt.text ? [warning(texts.numberRemoved)] : []),
    ...textField(screen, {
      id: inputId.consultationAnswer,
      label: texts.answer,
      value,
      max: longestOnCard,
      lines: "many",
      hint: texts.answerHint,
      problems,
    }),
  ];
}

function outcome(screen: CardScreen, { consultation, party, task, attempt }: ConsultationRequest): CardElementArray {
  const { consultation: texts, review } = cardTexts(screen.language);
  const said: CardElementArray = [facts([[texts.deadline, deadlineText(consultation, screen.language)]])];
  if (task.kind === "treated") said.push(sentence(texts.treated(formatInstant(task.at, screen.language))));
  if (task.kind === "answered") {
    const { answer, byName } = task;
    const words = answer.road === "self" ? texts.answered : texts.registered;
    const when = formatInstant(answer.receivedAt, screen.language);
    said.push(sentence(words(cardText(party.name), cardText(byName), when)));
    if (answer.noComments) said.push(sentence(texts.answeredNoComments));
    if (task.isLate) said.push(sentence(texts.answeredLate));
  }
  if (attempt !== undefined && attempt.text.trim() !== "") {
    said.push(sentence(`**${texts.notSent}**`), typed(maskCpr(attempt.text, review.removedNumber)));
  }
  return said;
}
