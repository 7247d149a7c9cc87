import type { Instant } from "#domain/shared/dates.ts";
import { formatDeadline } from "#domain/shared/format-dates.ts";
import { formatKr } from "#domain/shared/money.ts";
import { answerDeadline } from "./answer-award.ts";
import { awardConditions } from "./award-conditions.ts";
import type { LetterBlock, LetterParts } from "./letter.ts";

/** Somebody as a letter names her. */
export interface LetterPerson {
  readonly name: string;
  readonly title: string;
}

/** What an award is given on (C4). */
export function conditionBlocks({ application, outcome }: LetterParts): readonly LetterBlock[] {
  return [
    { kind: "heading", text: "Vilkår" },
    { kind: "list", items: awardConditions(application, outcome, "da") },
  ];
}

/** By when to answer an award, and what happens without an answer (000-21). */
export function answerBlocks({ amountOere, decidedAt }: LetterParts): readonly LetterBlock[] {
  return [
    { kind: "heading", text: "Jeres svar" },
    {
      kind: "paragraph",
      text: `Sig ja eller nej tak ${answerTime(decidedAt)}. I svarer på ansøgningens side i Fremdrift. Siger I nej tak, går ${formatKr(amountOere)} tilbage til puljen.`,
    },
  ];
}

function answerTime(decidedAt: Instant | undefined): string {
  if (decidedAt === undefined) return "inden ti hverdage efter afgørelsen";
  return `senest ${formatDeadline(answerDeadline({ decidedAt }))}`;
}

/** Frame and number of applications, and how to apply again (000-19). */
export function reapplyBlocks({ application, applicationCount, frameOere }: LetterParts): readonly LetterBlock[] {
  const count = applicationCount === 1 ? "1 ansøgning" : `${applicationCount} ansøgninger`;
  return [
    { kind: "heading", text: "Runden og en ny ansøgning" },
    {
      kind: "paragraph",
      text: `Rammen i runden var ${formatKr(frameOere)}, og der var ${count}. I er velkomne til at søge igen i en senere runde. Skriv så ${application.number} som den tidligere ansøgning.`,
    },
  ];
}

/** Whom to write to: the pool is the municipality's own, so questions stay in the house. */
export function contactBlocks({ application, contact }: LetterParts): readonly LetterBlock[] {
  const who = contact === undefined ? "puljesekretariatet" : `${contact.name} i puljesekretariatet`;
  return [
    { kind: "heading", text: "Spørgsmål til afgørelsen" },
    {
      kind: "paragraph",
      text: `Har I spørgsmål, eller mener I, at vi har overset eller misforstået noget, så skriv til ${who}. Nævn ${application.number}, så svarer vi jer.`,
    },
  ];
}
