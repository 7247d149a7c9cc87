import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { ConsultationFields } from "./consultation.ts";

/** Lengths of a consultation's texts, in UTF-16 units. */
const limits = {
  subject: { max: 255, required: true, multiline: false },
  caseNumber: { max: 40, required: false, multiline: false },
  message: { max: 4000, required: false, multiline: true },
  materialName: { max: 255, required: true, multiline: false },
  materialLink: { max: 1000, required: false, multiline: false },
  body: { max: 40, required: true, multiline: false },
} as const;

/**
 * Typed fields made fit to store, or what is wrong at them. A link must be https, so that a card or page never carries
 * another kind of address; CPR numbers are stopped in every text.
 */
export function readConsultation(typed: ConsultationFields): Result<ConsultationFields, readonly FieldProblem[]> {
  const problems: FieldProblem[] = [];
  const text = (value: string, field: string, limit: (typeof limits)[keyof typeof limits]): string => {
    const read = readText(value, field, limit);
    problems.push(...read.problems);
    return read.text;
  };
  const fields: ConsultationFields = {
    ...typed,
    subject: text(typed.subject, "subject", limits.subject),
    caseNumber: text(typed.caseNumber, "caseNumber", limits.caseNumber),
    message: text(typed.message, "message", limits.message),
    material: typed.material.map((document, index) => ({
      name: text(document.name, `material.${index}.name`, limits.materialName),
      link: text(document.link, `material.${index}.link`, limits.materialLink),
      documentNumber: text(document.documentNumber, `material.${index}.documentNumber`, limits.caseNumber),
    })),
    stepBefore: typed.stepBefore && {
      ...typed.stepBefore,
      body: text(typed.stepBefore.body, "stepBefore.body", limits.body),
    },
    nextStep: typed.nextStep && { ...typed.nextStep, body: text(typed.nextStep.body, "nextStep.body", limits.body) },
  };
  for (const [index, { link }] of fields.material.entries()) {
    if (link !== "" && !/^https:\/\/[^\s]+$/.test(link))
      problems.push(problemAt(`material.${index}.link`, "not-a-link"));
  }
  if (fields.nextStep?.agendaOn !== undefined && fields.nextStep.agendaOn > fields.nextStep.meetingOn) {
    problems.push(problemAt("nextStep.agendaOn", "after-meeting"));
  }
  return problems.length > 0 ? refuse(problems) : ok(fields);
}
