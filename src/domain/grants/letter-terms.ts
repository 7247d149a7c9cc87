import { addMonths, type Instant } from "#domain/shared/dates.ts";
import { formatDate, formatDeadline } from "#domain/shared/format-dates.ts";
import { formatKr } from "#domain/shared/money.ts";
import { answerDeadline } from "./answer-award.ts";
import type { LetterBlock, LetterParts } from "./letter.ts";

/** Somebody as a letter names her. */
export interface LetterPerson {
  readonly name: string;
  readonly title: string;
}

/** How long after a project's end report and accounts are due (000-23). */
const reportMonths = 3;

/** What an award is given on: the conditions Danish pools use (C4), with the project's own dates. */
export function conditionBlocks({ application, outcome }: LetterParts): readonly LetterBlock[] {
  const { endDate } = application;
  const purpose =
    outcome === "partial-award"
      ? "Pengene bruges til projektet i ansøgningen. Sig kun ja, hvis det kan gennemføres for det mindre beløb, eventuelt i mindre omfang."
      : "Pengene bruges til projektet, som det er beskrevet i ansøgningen.";
  const report =
    endDate === undefined
      ? "Slutrapport og regnskab afleveres senest tre måneder efter, at projektet er slut."
      : `Slutrapport og regnskab afleveres senest ${formatDate(addMonths(endDate, reportMonths), "da")}.`;
  return [
    { kind: "heading", text: "Vilkår" },
    {
      kind: "list",
      items: [
        purpose,
        "Ændringer og forsinkelser meldes skriftligt til puljesekretariatet, så snart I kender dem.",
        "Udgifter fra før afgørelsen dækkes ikke.",
        "Projektet begynder senest et år efter afgørelsen og er færdigt senest to år efter. Ellers bortfalder tilsagnet.",
        "Pengene omplaceres til centrets konto. Det, der ikke bruges, går tilbage til puljen.",
        report,
      ],
    },
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
      text: `Rammen i runden var ${formatKr(frameOere)}, og der var ${count}. Søger I igen i en senere runde, så skriv ${application.number} som den tidligere ansøgning.`,
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
