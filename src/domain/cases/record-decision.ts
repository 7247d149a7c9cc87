import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import { type Instant, type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Apology, BodyStep, Case, PointDecision, RouteStep, StepDecision } from "./case.ts";
import { isFinalStep, openStep, routeStop, stepState } from "./case-course.ts";
import { caseLimits } from "./check-case.ts";
import { type CaseActRefusal, caseActRefusal } from "./edit-case.ts";

/** Why a decision is not recorded. */
export type RecordDecisionRefusal =
  | CaseActRefusal
  | { readonly kind: "no-such-step" }
  | { readonly kind: "no-points" }
  | { readonly kind: "step-decided"; readonly body: string }
  /** The council cannot have decided while a body or consultation before it is open. */
  | { readonly kind: "earlier-step-open"; readonly body: string }
  | { readonly kind: "consultation-open" }
  | { readonly kind: "route-stopped" }
  /** A decision cannot be recorded before its day. */
  | { readonly kind: "step-in-future"; readonly body: string; readonly date: PlainDate }
  | { readonly kind: "decided-before-earlier-step"; readonly body: string }
  /** An appropriation the council has changed is put before it with the right amount. */
  | { readonly kind: "appropriation-amended" }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

export interface RecordDecisionCommand extends Command {
  readonly stepKey: Key;
  /** The day of the meeting. */
  readonly date: PlainDate;
  /** One for each point of the recommendation, in the words of the minutes. */
  readonly points: readonly PointDecision[];
  readonly apologies: readonly Apology[];
}

/**
 * Records what a body decided, point by point: its words unaltered and what they mean. A step that was postponed may be
 * recorded again; one that was returned brings the step before it back (B7). Whether it is final nobody types: it follows
 * from step and body.
 */
export function recordDecision(
  theCase: Case,
  command: RecordDecisionCommand,
  actor: Actor,
  now: Instant,
): Result<Case, RecordDecisionRefusal> {
  const step = theCase.steps.find(({ key }) => key === command.stepKey);
  const refusal = caseActRefusal(theCase, command, actor) ?? stepRefusal(theCase, step, command, now);
  if (refusal) return refuse(refusal);
  if (step?.kind !== "body") return refuse({ kind: "no-such-step" });
  const points = readPoints(theCase, command);
  if (!points.ok) return points;
  if (isAmendedAppropriation(theCase, step, points.value)) return refuse({ kind: "appropriation-amended" });
  const { date, stepKey, apologies } = command;
  const decision: StepDecision = {
    stepKey,
    date,
    points: points.value,
    apologies: apologies.map(readApology),
    recordedAt: now,
    recordedBy: actor.personKey,
  };
  const isReturned = points.value.some(({ code }) => code === "returned");
  return ok({
    ...theCase,
    decisions: [...theCase.decisions, decision],
    steps: isReturned ? stepsAfterReturn(theCase, step) : theCase.steps,
    log: logged(theCase.log, command, actor, now, "decision-recorded", {
      body: step.code,
      date,
      codes: points.value.map(({ number, code }) => `${number}:${code}`).join(","),
      isFinal: isFinalStep(theCase, step),
    }),
  });
}

function stepRefusal(
  theCase: Case,
  step: RouteStep | undefined,
  { date }: RecordDecisionCommand,
  now: Instant,
): RecordDecisionRefusal | undefined {
  if (step?.kind !== "body") return { kind: "no-such-step" };
  if (theCase.points.length === 0) return { kind: "no-points" };
  if (stepState(theCase, step) === "decided") return { kind: "step-decided", body: step.name };
  if (routeStop(theCase) !== undefined) return { kind: "route-stopped" };
  const open = openStep(theCase);
  if (open !== undefined && open.key !== step.key) {
    return open.kind === "body" ? { kind: "earlier-step-open", body: open.name } : { kind: "consultation-open" };
  }
  if (date > plainDateOf(now)) return { kind: "step-in-future", body: step.name, date };
  const before = theCase.decisions.at(-1)?.date;
  return before !== undefined && date < before ? { kind: "decided-before-earlier-step", body: step.name } : undefined;
}

function readPoints(
  theCase: Case,
  command: RecordDecisionCommand,
): Result<readonly PointDecision[], Extract<RecordDecisionRefusal, { readonly kind: "incomplete" }>> {
  const problems: FieldProblem[] = [];
  const points = theCase.points.flatMap(({ number }): readonly PointDecision[] => {
    const given = command.points.find((point) => point.number === number);
    if (given === undefined) {
      problems.push(problemAt(`points.${number}.text`, "missing"));
      return [];
    }
    const limits = { max: caseLimits.decision, required: true, multiline: true };
    const read = readText(given.text, `points.${number}.text`, limits);
    problems.push(...read.problems);
    return [{ number, text: read.text, code: given.code }];
  });
  return problems.length === 0 ? ok(points) : refuse({ kind: "incomplete", problems });
}

function readApology({ role, partyLetter }: Apology): Apology {
  const line = (text: string, max: number): string =>
    readText(text.slice(0, max), "apologies", { max, required: false, multiline: false }, true).text;
  return { role: line(role, 80), partyLetter: line(partyLetter, 3) };
}

/** The council may give another amount than was asked for; then the case says so before the pool hears of it. */
function isAmendedAppropriation(theCase: Case, step: BodyStep, points: readonly PointDecision[]): boolean {
  const isAmended = points.some(({ code }) => code === "approved-amended");
  return theCase.appropriation !== undefined && isAmended && isFinalStep(theCase, step);
}

/** The route goes back one step: the body before, then this one, once more. History stays where it is. */
function stepsAfterReturn(theCase: Case, step: BodyStep): readonly RouteStep[] {
  const at = theCase.steps.findIndex(({ key }) => key === step.key);
  const before = theCase.steps.slice(0, at).findLast((each) => each.kind === "body");
  const round = theCase.decisions.length + 1;
  const again = (each: RouteStep): RouteStep => ({
    ...each,
    key: keyOf("step", each.key, "again", round),
    date: undefined,
  });
  const repeated = [...(before === undefined ? [] : [again(before)]), again(step)];
  return [...theCase.steps.slice(0, at + 1), ...repeated, ...theCase.steps.slice(at + 1)];
}
