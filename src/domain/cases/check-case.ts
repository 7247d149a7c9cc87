import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Attachment, CaseFields, RecommendationPoint } from "./case.ts";
import { type CaseNumberRefusal, readCaseNumber } from "./case-number.ts";

/** Longest texts of a case, in UTF-16 units. */
export const caseLimits = { title: 250, role: 200, point: 1500, text: 20_000, reason: 1000, decision: 4000 } as const;
const MOST_POINTS = 30;
const MOST_ATTACHMENTS = 40;

/** What a person writes about a case: the number as typed, the points as texts in their order. */
export interface TypedCase extends Omit<CaseFields, "number" | "points"> {
  readonly number: string;
  readonly points: readonly string[];
}

/** Why what was written is no case. */
export type CaseFieldsRefusal =
  | CaseNumberRefusal
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

/**
 * Reads what a person has written. A closed case says why this very case is closed and what others are to see
 * instead of its title. What is not yet known may be empty; only the title may not.
 */
export function readCase(typed: TypedCase): Result<CaseFields, CaseFieldsRefusal> {
  const number = readCaseNumber(typed.number);
  if (!number.ok) return number;
  const problems: FieldProblem[] = [];
  const text = (field: string, written: string, max: number, required = false, multiline = false): string => {
    const read = readText(written, field, { max, required, multiline });
    problems.push(...read.problems);
    return read.text;
  };
  const isClosed = typed.openness === "closed";
  const fields: CaseFields = {
    number: number.value,
    title: text("title", typed.title, caseLimits.title, true),
    openness: typed.openness,
    alternativeTitle: isClosed ? text("alternativeTitle", typed.alternativeTitle, caseLimits.title, true) : "",
    closedReason: isClosed ? text("closedReason", typed.closedReason, caseLimits.reason, true, true) : "",
    statement: text("statement", typed.statement, caseLimits.text, false, true),
    policyContext: text("policyContext", typed.policyContext, caseLimits.text, false, true),
    financialConsequences: text("financialConsequences", typed.financialConsequences, caseLimits.text, false, true),
    isFinancial: typed.isFinancial,
    recommendedByRole: text("recommendedByRole", typed.recommendedByRole, caseLimits.role),
    points: readPoints(typed.points, problems),
    attachments: readAttachments(typed.attachments, problems),
  };
  return problems.length === 0 ? ok(fields) : refuse({ kind: "incomplete", problems });
}

function readPoints(typed: readonly string[], problems: FieldProblem[]): readonly RecommendationPoint[] {
  const written = typed.filter((text) => text.trim() !== "");
  if (written.length > MOST_POINTS)
    problems.push(problemAt("points", "too-long", { max: MOST_POINTS, length: written.length }));
  return written.map((text, index) => {
    const read = readText(text, `points.${index}`, { max: caseLimits.point, required: true, multiline: true });
    problems.push(...read.problems);
    return { number: index + 1, text: read.text };
  });
}

function readAttachments(typed: readonly Attachment[], problems: FieldProblem[]): readonly Attachment[] {
  if (typed.length > MOST_ATTACHMENTS) {
    problems.push(problemAt("attachments", "too-long", { max: MOST_ATTACHMENTS, length: typed.length }));
  }
  return typed.map((attachment, index) => {
    const line = (field: "title" | "documentNumber" | "mark" | "systemId", required = false): string => {
      const read = readText(attachment[field], `attachments.${index}.${field}`, {
        max: caseLimits.title,
        required,
        multiline: false,
      });
      problems.push(...read.problems);
      return read.text;
    };
    return {
      number: index + 1,
      openness: attachment.openness,
      title: line("title", true),
      documentNumber: line("documentNumber"),
      mark: line("mark"),
      systemId: line("systemId"),
    };
  });
}
