import { amountProblem } from "#domain/shared/amount-problem.ts";
import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import { addOere, type Oere, oere, parseAmount, subtractOere, sumOere } from "#domain/shared/money.ts";
import { readText } from "#domain/shared/read-text.ts";
import type { BudgetLine } from "./application.ts";
import type { DraftBudgetLine, DraftFields } from "./draft.ts";
import { holdsCpr } from "./draft-cpr.ts";
import { draftLimits } from "./draft-limits.ts";
import type { FundingRound } from "./grant-pool.ts";

/** The amounts of a form, as far as they can be read. */
export interface DraftAmounts {
  readonly budgetLines: readonly BudgetLine[];
  readonly requestedOere: Oere;
  readonly ownContributionOere: Oere;
  readonly problems: readonly FieldProblem[];
}

/** Sums of what can be read so far, in øre; `differenceOere` is lines − (requested + own). */
export interface DraftSums {
  readonly linesOere: Oere;
  readonly requestedOere: Oere;
  readonly ownOere: Oere;
  readonly differenceOere: Oere;
  /** Ids of the lines with an amount that cannot be read; they count as nothing above. */
  readonly unreadLines: readonly string[];
  /** Whether there is an amount applied for that can be read; without one `requestedOere` says nothing. */
  readonly isRequestedRead: boolean;
  /** Whether own funding is left out or can be read. */
  readonly isOwnRead: boolean;
}

/**
 * Reads the expected economy: at least one budget line (000-08), every amount readable, the request within the cap
 * (000-10), and lines = requested + own contribution (000-09). A line without note and amount is no line.
 */
export function readAmounts(fields: DraftFields, round: Pick<FundingRound, "capOere">): DraftAmounts {
  const lines = writtenLines(fields).map((line) => readLine(line, fields));
  const requested = readField(fields, "requestedAmount", true);
  const own = readField(fields, "ownContribution", false);
  const problems = [...lines.flatMap((line) => line.problems), ...requested.problems, ...own.problems];
  if (lines.length === 0) problems.push(problemAt("budgetLines", "expected-economy-missing"));
  if (requested.amount > round.capOere) {
    problems.push(problemAt("requestedAmount", "over-cap", { capOere: round.capOere, amountOere: requested.amount }));
  }
  const { linesOere, requestedOere, ownOere, differenceOere } = draftSums(fields);
  if (differenceOere !== 0 && problems.every((problem) => problem.code === "over-cap")) {
    problems.push(problemAt("budgetLines", "out-of-balance", { differenceOere, linesOere, requestedOere, ownOere }));
  }
  return {
    budgetLines: lines.map((line) => line.line),
    requestedOere: requested.amount,
    ownContributionOere: own.amount,
    problems,
  };
}

/** The sums shown below the form while it is written. */
export function draftSums(fields: DraftFields): DraftSums {
  const linesOere = sumOere(writtenLines(fields).map((line) => amountSoFar(line.amount)));
  const requestedOere = amountSoFar(fields.requestedAmount);
  const ownOere = amountSoFar(fields.ownContribution);
  return {
    linesOere,
    requestedOere,
    ownOere,
    differenceOere: subtractOere(linesOere, addOere(requestedOere, ownOere)),
    unreadLines: fields.budgetLines.filter(({ amount }) => isUnread(amount)).map(({ id }) => id),
    isRequestedRead: parseAmount(fields.requestedAmount).ok,
    isOwnRead: !isUnread(fields.ownContribution),
  };
}

function writtenLines(fields: DraftFields): readonly DraftBudgetLine[] {
  return fields.budgetLines.filter((line) => line.amount.trim() !== "" || line.note.trim() !== "");
}

function isUnread(text: string): boolean {
  return text.trim() !== "" && !parseAmount(text).ok;
}

function amountSoFar(text: string): Oere {
  const amount = parseAmount(text);
  return amount.ok ? amount.value : oere(0);
}

function readLine(
  line: DraftBudgetLine,
  fields: Pick<DraftFields, "notCpr">,
): { readonly line: BudgetLine; readonly problems: readonly FieldProblem[] } {
  const path = `budgetLines.${line.id}`;
  const amountPath = `${path}.amount`;
  const amount = holdsCpr(fields, "budgetLines", line.amount)
    ? { amount: oere(0), problems: [problemAt(amountPath, "cpr")] }
    : readAmount(line.amount, amountPath, true);
  const limits = { max: draftLimits.note, required: false, multiline: false };
  const note = readText(line.note, `${path}.note`, limits, !holdsCpr(fields, "budgetLines", line.note));
  return {
    line: { category: line.category, note: note.text, amountOere: amount.amount },
    problems: [...amount.problems, ...note.problems],
  };
}

function readField(
  fields: DraftFields,
  name: "requestedAmount" | "ownContribution",
  required: boolean,
): ReturnType<typeof readAmount> {
  // No amount within any cap looks like one, so there is no way out as for texts.
  if (holdsCpr(fields, name, fields[name])) return { amount: oere(0), problems: [problemAt(name, "cpr")] };
  return readAmount(fields[name], name, required);
}

function readAmount(
  text: string,
  field: string,
  required: boolean,
): { readonly amount: Oere; readonly problems: readonly FieldProblem[] } {
  const read = parseAmount(text);
  if (read.ok) {
    const problems = required && read.value === 0 ? [problemAt(field, "amount-not-positive")] : [];
    return { amount: read.value, problems };
  }
  if (read.refusal.kind === "empty" && !required) return { amount: oere(0), problems: [] };
  return { amount: oere(0), problems: [amountProblem(field, read.refusal)] };
}
