import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, type Earlier, logged } from "#domain/shared/command.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { LogDetail } from "#domain/shared/log.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { type Need, type NeedOutcome, needLimits } from "./need.ts";
import { handlesNeedsOf } from "./need-access.ts";
import type { NeedStatus } from "./need-status.ts";

export type SettleNeedRefusal =
  | { readonly kind: "not-allowed" }
  | ({ readonly kind: "already-settled" } & Earlier)
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] };

/** Whether the actor may make something of a need now, or close it; for buttons and for the acts themselves. */
export function settleRefusal(
  { centreKey, outcome }: Pick<Need, "centreKey" | "outcome">,
  status: NeedStatus,
  actor: Actor,
): Exclude<SettleNeedRefusal, { kind: "incomplete" }> | undefined {
  if (!handlesNeedsOf(actor, centreKey)) return { kind: "not-allowed" };
  if (status === "open" || outcome === undefined) return undefined;
  return { kind: "already-settled", by: outcome.by, at: outcome.at };
}

/** Closes a need with a word to who found it: the finder always learns why. */
export function closeNeed(
  need: Need,
  status: NeedStatus,
  command: Command & { readonly reply: string },
  actor: Actor,
  now: Instant,
): Result<Need, SettleNeedRefusal> {
  const refusal = settleRefusal(need, status, actor);
  if (refusal) return refuse(refusal);
  const reply = readText(command.reply, "reply", { max: needLimits.reply, required: true, multiline: true });
  if (reply.problems.length > 0) return refuse({ kind: "incomplete", problems: reply.problems });
  const outcome = { kind: "closed", reply: reply.text, at: now, by: actor.personKey } as const;
  return ok(settled(need, outcome, command, actor, {}));
}

/** Names the draft a need was made into; the draft is written before and is inert until the need names it (law 5). */
export function nameApplication(
  need: Need,
  status: NeedStatus,
  command: Command & { readonly draftKey: Key; readonly number: string; readonly writerKey: Key },
  actor: Actor,
  now: Instant,
): Result<Need, SettleNeedRefusal> {
  const { commandKey: _, ...named } = command;
  // The same draft named once more is a press that arrived twice.
  if (need.outcome?.kind === "application" && need.outcome.draftKey === named.draftKey) return ok(need);
  const refusal = settleRefusal(need, status, actor);
  if (refusal) return refuse(refusal);
  const outcome = { kind: "application", ...named, at: now, by: actor.personKey } as const;
  return ok(settled(need, outcome, command, actor, { number: named.number, draftKey: named.draftKey }));
}

/** Names the item of the action plan a need was made into. */
export function nameActionItem(
  need: Need,
  status: NeedStatus,
  command: Command & { readonly actionItemKey: Key },
  actor: Actor,
  now: Instant,
): Result<Need, SettleNeedRefusal> {
  const { actionItemKey } = command;
  if (need.outcome?.kind === "action-item" && need.outcome.actionItemKey === actionItemKey) return ok(need);
  const refusal = settleRefusal(need, status, actor);
  if (refusal) return refuse(refusal);
  const outcome = { kind: "action-item", actionItemKey, at: now, by: actor.personKey } as const;
  return ok(settled(need, outcome, command, actor, { actionItemKey }));
}

function settled(need: Need, outcome: NeedOutcome, command: Command, actor: Actor, detail: LogDetail): Need {
  const log = logged(need.log, command, actor, outcome.at, `need-${outcome.kind}`, detail);
  return { ...need, outcome, log };
}
