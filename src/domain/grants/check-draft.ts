import type { PlainDate } from "#domain/shared/dates.ts";
import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import { searchKey } from "#domain/shared/plain-text.ts";
import { type ReadText, readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { readTypedDate, type TypedDateRefusal } from "#domain/shared/typed-date.ts";
import type { GrantApplication } from "./application.ts";
import type { DraftFields } from "./draft.ts";
import { readAmounts } from "./draft-amounts.ts";
import { holdsCpr } from "./draft-cpr.ts";
import { draftLimits, focusAreaNumbers, highestSdg, multilineTexts } from "./draft-limits.ts";
import type { FundingRound } from "./grant-pool.ts";

/** What a form says once everything in it can be read. */
export type DraftContent = Pick<
  GrantApplication,
  | "title"
  | "description"
  | "focusArea"
  | "effect"
  | "sdgs"
  | "budgetLines"
  | "requestedOere"
  | "ownContributionOere"
  | "operation"
  | "startDate"
  | "endDate"
  | "resubmissionOf"
  | "answer"
>;

/** What a form is checked against. */
export interface DraftRules extends Pick<FundingRound, "capOere"> {
  /** Numbers "Genansøgning af" is known to mean; they are written as they stand there, any other as it was typed. */
  readonly earlierNumbers?: readonly string[];
}

type TextField = "title" | "description" | "effect" | "operation" | "resubmissionOf" | "answer";

const requiredTexts: readonly string[] = ["title", "description", "effect"];

/**
 * Everything that keeps the form from being handed in, in the order of the form; empty when it is complete. The same
 * list is shown while people write and answered when they press send.
 */
export function checkDraft(fields: DraftFields, rules: DraftRules): readonly FieldProblem[] {
  const read = readDraft(fields, rules);
  return read.ok ? [] : read.refusal;
}

/** The form as typed values, or every problem in it. */
export function readDraft(fields: DraftFields, rules: DraftRules): Result<DraftContent, readonly FieldProblem[]> {
  const title = text(fields, "title");
  const description = text(fields, "description");
  const effect = text(fields, "effect");
  const operation = text(fields, "operation");
  const resubmissionOf = readResubmission(fields, rules);
  const answer = text(fields, "answer");
  const focusArea = focusAreaNumbers.find((area) => String(area) === fields.focusArea.trim());
  const amounts = readAmounts(fields, rules);
  const period = readPeriod(fields);
  const problems = [
    ...answer.problems,
    ...title.problems,
    ...description.problems,
    ...(focusArea === undefined ? [focusAreaProblem(fields.focusArea)] : []),
    ...effect.problems,
    ...sdgProblems(fields.sdgs),
    ...amounts.problems,
    ...operation.problems,
    ...period.problems,
    ...resubmissionOf.problems,
  ];
  if (problems.length > 0 || focusArea === undefined) return refuse(problems);
  return ok({
    title: title.text,
    description: description.text,
    focusArea,
    effect: effect.text,
    sdgs: fields.sdgs,
    budgetLines: amounts.budgetLines,
    requestedOere: amounts.requestedOere,
    ownContributionOere: amounts.ownContributionOere,
    operation: operation.text,
    startDate: period.startDate,
    endDate: period.endDate,
    resubmissionOf: resubmissionOf.text,
    answer: answer.text === "" ? undefined : answer.text,
  });
}

function text(fields: DraftFields, field: TextField): ReadText {
  const limits = {
    max: draftLimits[field],
    required: requiredTexts.includes(field),
    multiline: multilineTexts.includes(field),
  };
  return readText(fields[field], field, limits, !holdsCpr(fields, field, fields[field]));
}

/**
 * An earlier application's number. One that is not known stops nobody: it may be of a colleague's application that the
 * writer may not see, of a centre that was merged, or older than Fremdrift.
 */
function readResubmission(fields: DraftFields, { earlierNumbers = [] }: DraftRules): ReadText {
  const read = text(fields, "resubmissionOf");
  return { ...read, text: knownNumber(read.text, earlierNumbers) ?? read.text };
}

/** The number as it is written there, whatever case and spaces it was typed with. */
export function knownNumber(typed: string, numbers: readonly string[]): string | undefined {
  return numbers.find((number) => plainNumber(number) === plainNumber(typed));
}

function plainNumber(number: string): string {
  return searchKey(number).replaceAll(" ", "");
}

function focusAreaProblem(typed: string): FieldProblem {
  return problemAt("focusArea", typed.trim() === "" ? "missing" : "no-such-choice");
}

function sdgProblems(sdgs: readonly number[]): readonly FieldProblem[] {
  const isGoal = (sdg: number): boolean => Number.isInteger(sdg) && sdg >= 1 && sdg <= highestSdg;
  return sdgs.every(isGoal) ? [] : [problemAt("sdgs", "no-such-choice")];
}

interface Period {
  readonly startDate: PlainDate | undefined;
  readonly endDate: PlainDate | undefined;
  readonly problems: readonly FieldProblem[];
}

function readPeriod(fields: DraftFields): Period {
  const start = readTypedDate(fields.startDate);
  const end = readTypedDate(fields.endDate);
  const startDate = start.ok ? start.value : undefined;
  const endDate = end.ok ? end.value : undefined;
  const problems: FieldProblem[] = [];
  if (!start.ok && start.refusal.kind !== "empty") problems.push(dateProblem(fields, "startDate", start.refusal));
  if (!end.ok && end.refusal.kind !== "empty") problems.push(dateProblem(fields, "endDate", end.refusal));
  if (startDate !== undefined && endDate !== undefined && endDate < startDate) {
    problems.push(problemAt("endDate", "end-before-start", { startDate }));
  }
  return { startDate, endDate, problems };
}

/** `why` says what is the matter with the day; `reading` and `other` are days it may have meant. */
function dateProblem(fields: DraftFields, name: "startDate" | "endDate", refusal: TypedDateRefusal): FieldProblem {
  if (holdsCpr(fields, name, fields[name])) return problemAt(name, "cpr");
  const why = refusal.kind;
  if (why === "not-a-date") return problemAt(name, "not-a-date");
  const [reading, other] = readingsOf(refusal);
  return problemAt(name, "not-a-date", {
    why,
    ...(reading === undefined ? {} : { reading }),
    ...(other === undefined ? {} : { other }),
  });
}

/** Days that may have been meant. */
function readingsOf(refusal: TypedDateRefusal): readonly PlainDate[] {
  if ("readings" in refusal) return refusal.readings;
  return "reading" in refusal ? [refusal.reading] : [];
}
