import type { Body } from "#domain/organisation/body.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { CaseProposal } from "./case-proposal.ts";
import { type CaseParts, caseParts, countCases, onlySection, type Section } from "./case-sections.ts";
import { dateRoute } from "./date-route.ts";
import { readAttachments } from "./read-attachments.ts";
import { readConsultation } from "./read-consultation.ts";
import { readDecisions } from "./read-decisions.ts";
import { readHead } from "./read-head.ts";
import { readPathMatrix } from "./read-path-matrix.ts";
import { readPool } from "./read-pool.ts";
import { readRecommendation } from "./read-recommendation.ts";
import { readRouteSection } from "./read-route-section.ts";
import { type Found, found, foundText, readSource, type SourceText } from "./source-text.ts";
import { type Part, WRITTEN_AMOUNT } from "./written-values.ts";

/** Why a pasted text is not read. */
export type IntakeRefusal =
  | { readonly kind: "no-case" }
  /** Which of them is meant is not known. */
  | { readonly kind: "several-cases" }
  | { readonly kind: "text-too-long"; readonly most: number };

/** Longest text that is read, in UTF-16 units. */
export const LONGEST_TEXT = 200_000;

/**
 * Reads the pasted text of one case in the templates of Danish agenda systems and proposes what it says, each value
 * with its place (UTF-16 units of `pasted`), amounts in øre. What is not said plainly is left out: a value is right or
 * not there. Nothing is decided; a person looks at it and creates the case.
 */
export function proposeCase(pasted: string, bodies: readonly Body[]): Result<CaseProposal, IntakeRefusal> {
  if (pasted.length > LONGEST_TEXT) return refuse({ kind: "text-too-long", most: LONGEST_TEXT });
  const source = readSource(pasted);
  const parts = caseParts(source);
  const cases = countCases(parts);
  if (cases !== 1) return refuse({ kind: cases === 0 ? "no-case" : "several-cases" });
  const head = readHead(source, parts.head);
  const routeSection = onlySection(parts, "route");
  const laid = routeSection
    ? readRouteSection(source, routeSection, bodies)
    : readPathMatrix(source, parts.head, bodies);
  const recommendation = readRecommendation(source, onlySection(parts, "recommendation"));
  const numbers = recommendation.points.map(({ value }) => value.number);
  const decisions = readDecisions(source, parts, head, numbers, bodies);
  const paragraphs = paragraphsOf(parts);
  const consultation = readConsultation(source, paragraphs);
  const finances = onlySection(parts, "finances");
  return ok({
    title: head.title,
    number: head.number,
    openness: head.openness,
    route: dateRoute(source, laid.route, { decisions, consultation, paragraphs }),
    statement: sectionText(source, onlySection(parts, "statement")),
    policyContext: sectionText(source, onlySection(parts, "policy-context")),
    financialConsequences: sectionText(source, finances),
    isFinancial: readIsFinancial(source, finances),
    ...recommendation,
    decisions,
    attachments: readAttachments(source, onlySection(parts, "attachments")),
    consultation,
    pool: readPool(source, head.title?.value ?? "", parts.head, paragraphs),
    notes: [...head.notes, ...laid.notes],
  });
}

function sectionText(source: SourceText, section: Section | undefined): Found<string> | undefined {
  return section && foundText(source, section);
}

/** The lines in which the case tells what it is about, what it costs and what is recommended. */
function paragraphsOf({ sections }: CaseParts): readonly Part[] {
  const told = sections.filter(({ kind }) => ["statement", "finances", "recommendation"].includes(kind));
  return told.flatMap(({ lines }) => lines).filter(({ text }) => text !== "");
}

/** No consequences only where the text says that and nothing more; some where it names an amount. */
function readIsFinancial(source: SourceText, section: Section | undefined): Found<boolean> | undefined {
  const text = section && foundText(source, section);
  if (section === undefined || text === undefined) return undefined;
  if (/^(?:(?:sagen|der) (?:har|er) )?ingen(?: økonomiske konsekvenser)?\.?$/iu.test(text.value)) {
    return { value: false, span: text.span };
  }
  const amount = new RegExp(WRITTEN_AMOUNT, "iu").exec(section.text);
  if (amount === null || /\bingen\b|\bikke\b/iu.test(text.value)) return undefined;
  const start = section.start + amount.index;
  return found(source, true, { start, end: start + amount[0].length });
}
