import type { ActionItem } from "#domain/action-plans/action-item.ts";
import { type EditActionItemRefusal, editActionItem } from "#domain/action-plans/edit-action-item.ts";
import { type ReportRefusal, reportOnActionItem } from "#domain/action-plans/report-on-action-item.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { type ActionRowEdit, editedItemKey, readActionRowEdit } from "#domain/projections/action-row-edit.ts";
import { type EditRefusal, putBackFor } from "#domain/projections/edit-refusal.ts";
import type { OutsideEdit } from "#domain/projections/outside-edit.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { commitActionItem } from "../action-plans/commit-action-item.ts";
import { organisationNow } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";

/**
 * Takes what a manager has typed in Handlingsplan into the item, all of it in one write or nothing (law 4): parsed,
 * authorised as that manager's own command, and the same on every run, since its key is the edit's.
 *
 * @returns why it is put back, or undefined when it stands
 */
export async function takeActionRow(
  deps: Pick<Deps, "records" | "clock">,
  edit: OutsideEdit,
  actor: Actor,
): Promise<Result<EditRefusal | undefined, StoreFailure>> {
  const itemKey = editedItemKey(edit);
  const known = itemKey && deps.records.actionItems.byKey(itemKey)?.value;
  const programme = known && deps.records.programmes.byKey(known.programmeKey)?.value;
  if (known === undefined || programme === undefined) return ok(putBackFor("gone"));
  const organisation = organisationNow(deps);
  const read = readActionRowEdit(edit.columns, organisation);
  if (!read.ok) return ok(read.refusal);
  const { status, note, ...changes } = read.value;
  const command = { commandKey: edit.key, itemKey: known.key };
  const now = deps.clock.now();
  const saved = await commitActionItem<EditActionItemRefusal | ReportRefusal>(deps, actor, command, (item) => {
    const edited = editActionItem({ item, programme, organisation }, { ...command, changes, seen: {} }, actor, now);
    const told = read.value;
    return edited.ok && saysSomething(edited.value, told)
      ? reportOnActionItem(edited.value, { ...command, status, note }, actor, now)
      : edited;
  });
  if (saved.ok) return ok(undefined);
  const { refusal } = saved;
  // The store could not: the edit waits for the next run. An item that is gone needs no answer but that.
  if ("requestId" in refusal && refusal.kind !== "not-found") return refuse(refusal);
  return ok(reasonFor(refusal));
}

/** What stands there already is no report: a manager who types the status the item has gets no line in its history. */
function saysSomething(item: ActionItem, { status = item.status, note }: ActionRowEdit): boolean {
  return status !== item.status || note !== undefined;
}

/** What the editor is told of a rule's refusal. */
function reasonFor(refusal: EditActionItemRefusal | ReportRefusal | StoreFailure): EditRefusal {
  if (refusal.kind === "not-allowed") return putBackFor("not-allowed");
  if (refusal.kind === "no-such-step") {
    return putBackFor("no-such-step", { status: refusal.status, wanted: refusal.wanted });
  }
  return refusal.kind === "incomplete" ? incompleteFor(refusal.problems[0]) : putBackFor("gone");
}

function incompleteFor(problem: FieldProblem | undefined): EditRefusal {
  const reason = (["end-before-start", "cpr", "too-long"] as const).find((each) => each === problem?.code);
  if (reason !== undefined) return putBackFor(reason, problem?.data);
  return putBackFor(problem?.code === "missing" ? "note-missing" : "not-allowed");
}
