import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { type FieldProblem, problemAt } from "#domain/shared/field-problem.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type Need, type NeedAnswers, needFrequencies, needLimits } from "./need.ts";
import { handlesNeedsOf, mayRegisterNeeds } from "./need-access.ts";
import type { NeedStatus } from "./need-status.ts";

/** The answers as they are typed or chosen; "" while nothing is. */
export interface TypedAnswers {
  readonly problem: string;
  readonly affected: string;
  readonly frequency: string;
}

export type RegisterNeedRefusal = { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };
export type EditNeedRefusal =
  | RegisterNeedRefusal
  | { readonly kind: "not-allowed" }
  | { readonly kind: "need-settled"; readonly at: Instant };

/** The key of the need that a press makes: a double press is one need. */
export function needKeyOf({ commandKey }: Command): Key {
  return keyOf("need", commandKey);
}

/** The three answers made fit to store, or everything that is wrong with them. No CPR number. */
export function readAnswers(typed: TypedAnswers): Result<NeedAnswers, RegisterNeedRefusal> {
  const problem = readText(typed.problem, "problem", { max: needLimits.problem, required: true, multiline: true });
  const affected = readText(typed.affected, "affected", { max: needLimits.affected, required: true, multiline: false });
  const frequency = needFrequencies.find((each) => each === typed.frequency);
  const choice = typed.frequency === "" ? "missing" : "no-such-choice";
  const problems = [
    ...problem.problems,
    ...affected.problems,
    ...(frequency === undefined ? [problemAt("frequency", choice)] : []),
  ];
  if (frequency === undefined || problems.length > 0) return refuse({ kind: "incomplete", problems });
  return ok({ problem: problem.text, affected: affected.text, frequency });
}

/** Registers a need for the actor's own centre; everybody employed may, and nobody has to approve it (003-06). */
export function registerNeed(
  command: Command & { readonly answers: TypedAnswers },
  actor: Actor,
  now: Instant,
): Result<Need, RegisterNeedRefusal | { readonly kind: "not-allowed" }> {
  if (!mayRegisterNeeds(actor)) return refuse({ kind: "not-allowed" });
  const answers = readAnswers(command.answers);
  if (!answers.ok) return answers;
  const { centreKey, personKey } = actor;
  return ok({
    ...answers.value,
    key: needKeyOf(command),
    finderKey: personKey,
    centreKey,
    supports: [],
    registeredAt: now,
    outcome: undefined,
    log: logged(emptyLog, command, actor, now, "need-registered", { centreKey, frequency: answers.value.frequency }),
  });
}

/** Corrects the answers while nothing has come of the need: the finder, and who handles the centre's needs. */
export function editNeed(
  need: Need,
  status: NeedStatus,
  command: Command & { readonly answers: TypedAnswers },
  actor: Actor,
  now: Instant,
): Result<Need, EditNeedRefusal> {
  if (need.finderKey !== actor.personKey && !handlesNeedsOf(actor, need.centreKey)) {
    return refuse({ kind: "not-allowed" });
  }
  if (status !== "open") return refuse({ kind: "need-settled", at: need.outcome?.at ?? now });
  const read = readAnswers(command.answers);
  if (!read.ok) return read;
  const { problem, affected, frequency } = read.value;
  const changed = [
    ...(problem === need.problem ? [] : ["problem"]),
    ...(affected === need.affected ? [] : ["affected"]),
    ...(frequency === need.frequency ? [] : ["frequency"]),
  ];
  if (changed.length === 0) return ok(need);
  const log = logged(need.log, command, actor, now, "need-edited", { fields: changed.join(", ") });
  return ok({ ...need, problem, affected, frequency, log });
}
