import type { Actor } from "#domain/organisation/actor.ts";
import { type Command, type Earlier, logged } from "#domain/shared/command.ts";
import { type Instant, plainDateOf } from "#domain/shared/dates.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { LogDetail } from "#domain/shared/log.ts";
import { readText } from "#domain/shared/read-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { ActionItem, ActionLight, ActionStatus, SetLight } from "./action-item.ts";
import { factualLight, isWorse } from "./action-light.ts";
import { isActive, needsReason, nextStatuses } from "./action-status.ts";
import { actionLimits } from "./check-action-item.ts";
import { mayActOn } from "./plan-access.ts";

/** How it goes: in words, as a status, as a light; what is left out stays as it is. */
export interface ReportCommand extends Command {
  readonly note?: string | undefined;
  readonly status?: ActionStatus | undefined;
  /** "green" takes away what a person has set. */
  readonly light?: { readonly light: ActionLight; readonly reason: string } | undefined;
  /** What the card showed as the last word; somebody else's word since is told instead of written over. */
  readonly seenUpdatedAt?: Instant | undefined;
}

export type ReportRefusal =
  | { readonly kind: "not-allowed" }
  | { readonly kind: "incomplete"; readonly problems: readonly FieldProblem[] }
  | { readonly kind: "no-such-step"; readonly status: ActionStatus; readonly wanted: ActionStatus }
  /** The facts are worse than the light that was asked for. */
  | { readonly kind: "light-better-than-facts"; readonly light: ActionLight }
  /** No work is expected, so there is no light. */
  | { readonly kind: "no-light"; readonly status: ActionStatus }
  | ({ readonly kind: "already-told" } & Earlier);

/** Says how an item goes. */
export function reportOnActionItem(
  item: ActionItem,
  command: ReportCommand,
  actor: Actor,
  now: Instant,
): Result<ActionItem, ReportRefusal> {
  const refusal = refusalOf(item, command, actor, now);
  if (refusal) return refuse(refusal);
  const read = readReport(item, command);
  if (!read.ok) return refuse({ kind: "incomplete", problems: read.refusal });
  const { note, reason } = read.value;
  const { status = item.status, light } = command;
  const by = actor.personKey;
  const setLight = light === undefined ? item.setLight : setLightOf(light.light, reason, by, now);
  return ok({
    ...item,
    status,
    setLight: isActive(status) ? setLight : undefined,
    notes: note === "" ? item.notes : [...item.notes, { at: now, by, text: note }],
    updatedAt: now,
    updatedBy: by,
    log: logged(item.log, command, actor, now, "reported", detailOf(item, status, light?.light, note !== "")),
  });
}

function setLightOf(light: ActionLight, reason: string, by: Key, at: Instant): SetLight | undefined {
  return light === "green" ? undefined : { light, reason, by, at };
}

/** The texts of a report, or what is wrong with them. Something must be said, and a pause or a stop explained. */
function readReport(
  item: ActionItem,
  { note: typed = "", status = item.status, light }: ReportCommand,
): Result<{ readonly note: string; readonly reason: string }, readonly FieldProblem[]> {
  const isNew = status !== item.status;
  const isRequired = (isNew && needsReason(status)) || (!isNew && light === undefined);
  const note = readText(typed, "note", { max: actionLimits.note, required: isRequired, multiline: true });
  const reason = readText(light?.reason ?? "", "reason", {
    max: actionLimits.reason,
    required: light !== undefined && light.light !== "green",
    multiline: false,
  });
  const problems = [...note.problems, ...reason.problems];
  return problems.length > 0 ? refuse(problems) : ok({ note: note.text, reason: reason.text });
}

/** "Uændret": nothing has changed, and somebody has said so. */
export function confirmUnchanged(
  item: ActionItem,
  command: Pick<ReportCommand, "commandKey" | "seenUpdatedAt">,
  actor: Actor,
  now: Instant,
): Result<ActionItem, Extract<ReportRefusal, { kind: "not-allowed" | "already-told" }>> {
  if (!mayActOn(actor, "report", item)) return refuse({ kind: "not-allowed" });
  const told = alreadyTold(item, command);
  if (told) return refuse(told);
  const log = logged(item.log, command, actor, now, "unchanged", {});
  return ok({ ...item, updatedAt: now, updatedBy: actor.personKey, log });
}

function refusalOf(item: ActionItem, command: ReportCommand, actor: Actor, now: Instant): ReportRefusal | undefined {
  if (!mayActOn(actor, "report", item)) return { kind: "not-allowed" };
  const told = alreadyTold(item, command);
  if (told) return told;
  const { status: wanted = item.status, light } = command;
  if (wanted !== item.status && !nextStatuses(item.status).includes(wanted)) {
    return { kind: "no-such-step", status: item.status, wanted };
  }
  if (light === undefined || light.light === "green") return undefined;
  if (!isActive(wanted)) return { kind: "no-light", status: wanted };
  // What this very report says counts as news, so silence speaks no more.
  const facts = factualLight({ ...item, status: wanted, updatedAt: now }, plainDateOf(now));
  return isWorse(facts, light.light) ? { kind: "light-better-than-facts", light: facts } : undefined;
}

function alreadyTold(
  item: ActionItem,
  { seenUpdatedAt }: Pick<ReportCommand, "seenUpdatedAt">,
): Extract<ReportRefusal, { kind: "already-told" }> | undefined {
  if (seenUpdatedAt === undefined || seenUpdatedAt === item.updatedAt) return undefined;
  return { kind: "already-told", by: item.updatedBy, at: item.updatedAt };
}

function detailOf(item: ActionItem, wanted: ActionStatus, light: ActionLight | undefined, hasNote: boolean): LogDetail {
  return {
    ...(wanted === item.status ? {} : { status: wanted, statusBefore: item.status }),
    ...(light === undefined ? {} : { light }),
    hasNote,
  };
}
