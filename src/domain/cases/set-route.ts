import type { Actor } from "#domain/organisation/actor.ts";
import { abbreviationOn, type Body } from "#domain/organisation/body.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import { type Instant, type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Case, RouteStep } from "./case.ts";
import { isDecided, routeStop, stepState } from "./case-course.ts";
import { type CaseActRefusal, caseActRefusal } from "./edit-case.ts";
import { type RouteTextRefusal, readRoute, routeText, type WrittenStep } from "./read-route.ts";
import { type RouteGuardRefusal, routeGuard } from "./route-guard.ts";

/** Why a route is not laid. */
export type SetRouteRefusal =
  | CaseActRefusal
  | RouteTextRefusal
  | RouteGuardRefusal
  | { readonly kind: "case-decided" }
  /** A meeting is before one that comes earlier on the way. */
  | { readonly kind: "route-dates-out-of-order"; readonly date: PlainDate };

export interface SetRouteCommand extends Command {
  /** What is still to come: "ØK, høring, ØK, KB"; what has been treated already is not written again. */
  readonly text: string;
  /** The day of each step, where it is known; a day in the text goes before. */
  readonly dates: readonly (PlainDate | undefined)[];
}

/**
 * Lays what is still to come of a case's way. Steps that have been treated stay; behind a stop it is the new route that
 * was asked for (001-05). Guards: the finance committee before the council, the council for appropriations.
 */
export function setRoute(
  theCase: Case,
  command: SetRouteCommand,
  bodies: readonly Body[],
  actor: Actor,
  now: Instant,
): Result<Case, SetRouteRefusal> {
  const refusal = caseActRefusal(theCase, command, actor);
  if (refusal) return refuse(refusal);
  if (isDecided(theCase)) return refuse({ kind: "case-decided" });
  const written = readRoute(command.text, bodies);
  if (!written.ok) return written;
  const kept = theCase.steps.filter((step) => stepState(theCase, step) === "decided");
  const leg = (theCase.steps.at(-1)?.leg ?? 1) + (routeStop(theCase) === undefined ? 0 : 1);
  const laid = layRoute(theCase.key, kept.length, leg, dated(written.value, command.dates), plainDateOf(now));
  const steps = [...kept, ...laid];
  const blocked = routeGuard(theCase, steps) ?? datesRefusal(theCase, steps);
  if (blocked) return refuse(blocked);
  const log = logged(theCase.log, command, actor, now, "route-set", { route: routeText(steps), leg });
  return ok({ ...theCase, steps, log });
}

/** The steps of a written route as they stand in a case, behind as many as are there already. */
export function layRoute(
  caseKey: Key,
  behind: number,
  leg: number,
  written: readonly WrittenStep[],
  today: PlainDate,
): readonly RouteStep[] {
  return written.map((step, index): RouteStep => {
    const place = { key: keyOf("step", caseKey, leg, behind + index + 1), leg, date: step.date };
    if (step.kind === "consultation") return { ...place, kind: "consultation", endedOn: undefined };
    const { body } = step;
    const code = abbreviationOn(body, step.date ?? today);
    return { ...place, kind: "body", bodyKey: body.key, code, name: body.name, bodyKind: body.kind };
  });
}

function dated(written: readonly WrittenStep[], dates: readonly (PlainDate | undefined)[]): readonly WrittenStep[] {
  return written.map((step, index) => ({ ...step, date: step.date ?? dates[index] }));
}

function datesRefusal(theCase: Case, steps: readonly RouteStep[]): SetRouteRefusal | undefined {
  const days = steps.flatMap((step) => {
    const treated = theCase.decisions.findLast(({ stepKey }) => stepKey === step.key)?.date;
    const day = treated ?? step.date;
    return day === undefined ? [] : [day];
  });
  const late = days.find((day, index) => index > 0 && day < (days[index - 1] ?? day));
  return late === undefined ? undefined : { kind: "route-dates-out-of-order", date: late };
}
