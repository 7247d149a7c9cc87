import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Case, CaseAppropriation, RouteStep } from "./case.ts";
import { mayCreateCase, mayDraftPoolCase } from "./case-access.ts";
import { type CaseFieldsRefusal, readCase, type TypedCase } from "./check-case.ts";

/** Why no case is made. */
export type CreateCaseRefusal = { readonly kind: "not-allowed" } | CaseFieldsRefusal;

export interface CreateCaseCommand extends Command {
  readonly fields: TypedCase;
  /** The programme whose text the case is about. */
  readonly programmeKey?: Key | undefined;
  /** What a pool asks the council for with the case. */
  readonly appropriation?: CaseAppropriation | undefined;
}

/** Makes a case of the actor's own, or one a pool asks for its money with; where it goes is said afterwards. */
export function createCase(command: CreateCaseCommand, actor: Actor, now: Instant): Result<Case, CreateCaseRefusal> {
  const { appropriation } = command;
  const mayForPool = appropriation !== undefined && mayDraftPoolCase(actor);
  if (!mayCreateCase(actor) && !mayForPool) return refuse({ kind: "not-allowed" });
  return makeCase(caseKeyOf(command), command, appropriation, [], actor, now);
}

/** The key of the case a press makes: the same press twice makes one. */
export function caseKeyOf({ commandKey }: Command): Key {
  return keyOf("case", commandKey);
}

/** The key of a pool's own case: two who draft it make one. */
export function poolCaseKeyOf(poolKey: Key): Key {
  return keyOf("case", "pool", poolKey);
}

/** Makes the case a pool asks for its money with, with its route laid. */
export function createPoolCase(
  command: CreateCaseCommand & { readonly appropriation: CaseAppropriation; readonly steps: readonly RouteStep[] },
  actor: Actor,
  now: Instant,
): Result<Case, CreateCaseRefusal> {
  if (!mayDraftPoolCase(actor)) return refuse({ kind: "not-allowed" });
  const { appropriation, steps } = command;
  return makeCase(poolCaseKeyOf(appropriation.poolKey), command, appropriation, steps, actor, now);
}

function makeCase(
  key: Key,
  command: CreateCaseCommand,
  appropriation: CaseAppropriation | undefined,
  steps: readonly RouteStep[],
  actor: Actor,
  now: Instant,
): Result<Case, CaseFieldsRefusal> {
  const fields = readCase(command.fields);
  if (!fields.ok) return fields;
  const { number } = fields.value;
  return ok({
    ...fields.value,
    key,
    officerKey: actor.personKey,
    steps,
    competentBodyKey: undefined,
    decisions: [],
    appropriation,
    programmeKey: command.programmeKey,
    createdAt: now,
    closedAt: undefined,
    log: logged(emptyLog, command, actor, now, "case-created", { number: number ?? "" }),
  });
}
