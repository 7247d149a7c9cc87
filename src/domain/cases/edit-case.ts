import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, earlierPress, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { type Oere, subtractOere } from "#domain/shared/money.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Case, CaseFields } from "./case.ts";
import { writesCase } from "./case-access.ts";
import { type CaseFieldsRefusal, readCase, type TypedCase } from "./check-case.ts";
import { type RouteGuardRefusal, routeGuard } from "./route-guard.ts";

/** Why a case is not changed, whatever was to be done with it. */
export type CaseActRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "case-already-changed"; readonly by: Key | "system"; readonly at: Instant }
  | { readonly kind: "case-closed"; readonly at: Instant };

/** Why what a case says is not changed. */
export type EditCaseRefusal =
  | CaseActRefusal
  | CaseFieldsRefusal
  | RouteGuardRefusal
  /** "Bevillingen overstiger rådighedsbeløbet med …" (000-04, R-22). */
  | { readonly kind: "exceeds-allocation"; readonly overOere: Oere }
  | { readonly kind: "amount-not-positive" }
  /** What a body has decided about stands (TR-13): the points are not rewritten behind it. */
  | { readonly kind: "points-decided" };

export interface EditCaseCommand extends Command {
  readonly fields: TypedCase;
  /** What the pool's case asks for; as before where nothing is said. */
  readonly amountOere?: Oere | undefined;
  /** The programme whose text the case is about; as before where nothing is said. */
  readonly programmeKey?: Key | undefined;
  /** The body that decides finally, "last" for whichever is last on the route; as before where nothing is said. */
  readonly competentBodyKey?: Key | "last" | undefined;
}

/**
 * Changes what a case says. Once a body has decided, the points and the amount it decided on stay as they were, and who
 * decides finally: else what was final would not be.
 * @param allocatedOere what the budget has set aside for the case's pool; undefined for cases of no pool
 */
export function editCase(
  theCase: Case,
  command: EditCaseCommand,
  allocatedOere: Oere | undefined,
  actor: Actor,
  now: Instant,
): Result<Case, EditCaseRefusal> {
  const refusal = caseActRefusal(theCase, command, actor);
  if (refusal) return refuse(refusal);
  const read = readCase(command.fields);
  if (!read.ok) return read;
  const fields = read.value;
  const appropriation = asked(theCase, command);
  const competentBodyKey = competent(theCase, command);
  if (theCase.decisions.length > 0 && !isAsDecided(theCase, { ...fields, appropriation, competentBodyKey })) {
    return refuse({ kind: "points-decided" });
  }
  const overdrawn = amountRefusal(appropriation?.amountOere, allocatedOere);
  if (overdrawn) return refuse(overdrawn);
  const guard =
    theCase.steps.length > 0 ? routeGuard({ ...theCase, ...fields, competentBodyKey }, theCase.steps) : undefined;
  if (guard) return refuse(guard);
  const programmeKey = command.programmeKey ?? theCase.programmeKey;
  const changed = changedFields(theCase, { ...fields, appropriation, programmeKey, competentBodyKey });
  if (changed.length === 0) return ok(theCase);
  const log = logged(theCase.log, command, actor, now, "case-edited", { fields: changed.join(",") });
  return ok({ ...theCase, ...fields, appropriation, programmeKey, competentBodyKey, log });
}

/** Whether a case still asks what the bodies have decided on, of the body that decides finally. */
function isAsDecided(theCase: Case, now: Pick<Case, "points" | "appropriation" | "competentBodyKey">): boolean {
  return (
    samePoints(theCase, now) &&
    now.appropriation?.amountOere === theCase.appropriation?.amountOere &&
    now.competentBodyKey === theCase.competentBodyKey
  );
}

function competent(theCase: Case, { competentBodyKey }: EditCaseCommand): Key | undefined {
  return competentBodyKey === "last" ? undefined : (competentBodyKey ?? theCase.competentBodyKey);
}

function asked({ appropriation }: Case, { amountOere }: EditCaseCommand): Case["appropriation"] {
  return appropriation === undefined || amountOere === undefined ? appropriation : { ...appropriation, amountOere };
}

function amountRefusal(amount: Oere | undefined, allocated: Oere | undefined): EditCaseRefusal | undefined {
  if (amount === undefined || allocated === undefined) return undefined;
  if (amount <= 0) return { kind: "amount-not-positive" };
  return amount > allocated ? { kind: "exceeds-allocation", overOere: subtractOere(amount, allocated) } : undefined;
}

/** Why nobody or not this actor changes the case now; undefined when she may. */
export function caseActRefusal(theCase: Case, command: Command, actor: Actor): CaseActRefusal | undefined {
  if (!writesCase(actor, theCase)) return { kind: "not-allowed" };
  const earlier = earlierPress(theCase.log, command);
  if (earlier) return { kind: "case-already-changed", ...earlier };
  return theCase.closedAt === undefined ? undefined : { kind: "case-closed", at: theCase.closedAt };
}

function samePoints({ points }: Case, fields: Pick<CaseFields, "points">): boolean {
  return (
    points.length === fields.points.length && points.every(({ text }, index) => fields.points[index]?.text === text)
  );
}

function changedFields(theCase: Case, fields: Partial<Case>): readonly string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const before: unknown = Object.entries(theCase).find(([each]) => each === name)?.[1];
    return JSON.stringify(before) === JSON.stringify(value) ? [] : [name];
  });
}
