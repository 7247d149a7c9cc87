import { formatShortDate } from "#domain/shared/format-dates.ts";
import type { Attachment, Case, StepDecision } from "./case.ts";
import { routeText } from "./read-route.ts";

/** A part of a case's document under its heading; it is shown with "–" when there is nothing in it (TR-3). */
export interface CaseSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Numbered: the points of the recommendation. */
  readonly points?: readonly string[];
}

/** A case as agenda systems take it: the template's parts in their order. Danish, whoever fetches it. */
export interface CaseDocument {
  readonly municipality: string;
  readonly title: string;
  /** "21/15479 · Åben sag". */
  readonly reference: string;
  readonly sections: readonly CaseSection[];
  readonly fileName: string;
}

/**
 * The case as a document in the municipality's template: Titel, Sagsnr. og åbenhed, Sagsgang, Sagsfremstilling,
 * Sammenhæng, Økonomiske konsekvenser, Kompetence where it is said, Indstilling, Beslutning for each body, and Bilag.
 * Decisions stand in the words of the minutes.
 */
export function caseDocument(theCase: Case, municipality: string): CaseDocument {
  const number = theCase.number ?? "Uden sagsnummer";
  const isOpen = theCase.openness === "open";
  return {
    municipality,
    title: theCase.title,
    reference: `${number} · ${isOpen ? "Åben sag" : "Lukket sag"}`,
    sections: [
      { heading: "Sagsgang", paragraphs: [routeText(theCase.steps)] },
      ...(isOpen ? [] : [{ heading: "Begrundelse for lukket behandling", paragraphs: [theCase.closedReason] }]),
      { heading: "Sagsfremstilling", paragraphs: paragraphsOf(theCase.statement) },
      {
        heading: "Sammenhæng til andre politikker, strategier og fagområder",
        paragraphs: paragraphsOf(theCase.policyContext),
      },
      { heading: "Økonomiske konsekvenser", paragraphs: paragraphsOf(theCase.financialConsequences) },
      ...competence(theCase),
      recommendation(theCase),
      ...theCase.decisions.map((decision) => decisionSection(theCase, decision)),
      { heading: "Bilag", paragraphs: theCase.attachments.map(attachmentLine) },
    ].map((section) => (isEmpty(section) ? { ...section, paragraphs: ["–"] } : section)),
    fileName: `Sag ${number.replaceAll("/", "-")}.docx`,
  };
}

/** The body that decides finally, where it is said and not merely the last on the route (S4's "Kompetence"). */
function competence({ competentBodyKey, steps }: Case): readonly CaseSection[] {
  const body = steps.find((step) => step.kind === "body" && step.bodyKey === competentBodyKey);
  return body?.kind === "body" ? [{ heading: "Kompetence", paragraphs: [body.name] }] : [];
}

function isEmpty({ paragraphs, points = [] }: CaseSection): boolean {
  return points.length === 0 && paragraphs.every((text) => text === "");
}

function recommendation({ points, recommendedByRole }: Case): CaseSection {
  const [only] = points;
  if (only === undefined) return { heading: "Indstilling", paragraphs: [] };
  const who = recommendedByRole === "" ? "Det indstilles" : `${recommendedByRole} indstiller`;
  if (points.length === 1) return { heading: "Indstilling", paragraphs: [`${who}, ${withAt(only.text)}`] };
  return {
    heading: "Indstilling",
    paragraphs: [`${who},`],
    points: points.map(({ text }) => withAt(text)),
  };
}

/** Points begin with "at"; who has not written it gets it. */
function withAt(text: string): string {
  return /^at\b/iu.test(text) ? text : `at ${text}`;
}

function decisionSection(theCase: Case, { stepKey, date, points, apologies }: StepDecision): CaseSection {
  const step = theCase.steps.find(({ key }) => key === stepKey);
  const body = step?.kind === "body" ? step.name : "";
  const isOne = theCase.points.length === 1;
  const absent = apologies.map(({ role, partyLetter }) => (partyLetter === "" ? role : `${role} (${partyLetter})`));
  return {
    heading: `Beslutning i ${body} den ${formatShortDate(date)}`,
    paragraphs: [
      ...points.map(({ number, text }) => (isOne ? text : `Ad ${number}. ${text}`)),
      ...(absent.length === 0 ? [] : [`Afbud: ${absent.join(", ")}`]),
    ],
  };
}

function attachmentLine({ number, openness, title, documentNumber, mark, systemId }: Attachment): string {
  const references = [documentNumber, mark, systemId].filter((part) => part !== "").join(", ");
  return `${number} - ${openness === "open" ? "Åben" : "Lukket"} - ${title}${references === "" ? "" : ` (${references})`}`;
}

function paragraphsOf(text: string): readonly string[] {
  return text.split(/\n{2,}/u).map((part) => part.trim());
}
