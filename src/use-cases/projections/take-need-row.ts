import type { Need } from "#domain/needs/need.ts";
import { type EditNeedRefusal, editNeed } from "#domain/needs/register-need.ts";
import { closeNeed, type SettleNeedRefusal } from "#domain/needs/settle-need.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { type EditRefusal, putBackFor } from "#domain/projections/edit-refusal.ts";
import { editedNeedKey, readNeedRowEdit } from "#domain/projections/need-rows.ts";
import type { OutsideEdit } from "#domain/projections/outside-edit.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { commitNeed } from "../needs/commit-need.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";

/**
 * Takes what a manager has typed in the open list Behov into the need, all of it in one write or nothing (law 4). The
 * answers are corrected first; an answer in Svar then closes the need with that word to the finder.
 */
export async function takeNeedRow(
  deps: Pick<Deps, "records" | "clock">,
  edit: OutsideEdit,
  actor: Actor,
): Promise<Result<EditRefusal | undefined, StoreFailure>> {
  const needKey = editedNeedKey(edit);
  if (needKey === undefined || deps.records.needs.byKey(needKey) === undefined) return ok(putBackFor("need-gone"));
  const read = readNeedRowEdit(edit.columns);
  if (!read.ok) return ok(read.refusal);
  const { reply, ...answers } = read.value;
  const command = { commandKey: edit.key, needKey };
  const now = deps.clock.now();
  const saved = await commitNeed<EditNeedRefusal | SettleNeedRefusal>(deps, actor, command, (need, status) => {
    const edited = editNeed(need, status, { ...command, answers: { ...answersOf(need), ...answers } }, actor, now);
    if (!edited.ok || reply === undefined) return edited;
    return closeNeed(edited.value, status, { ...command, reply }, actor, now);
  });
  if (saved.ok) return ok(undefined);
  const { refusal } = saved;
  if ("requestId" in refusal) return refusal.kind === "not-found" ? ok(putBackFor("need-gone")) : refuse(refusal);
  return ok(reasonFor(refusal));
}

function answersOf({ problem, affected, frequency }: Need): Pick<Need, "problem" | "affected" | "frequency"> {
  return { problem, affected, frequency };
}

/** What the editor is told of a rule's refusal. */
function reasonFor(refusal: EditNeedRefusal | SettleNeedRefusal | StoreFailure): EditRefusal {
  if (refusal.kind === "need-settled" || refusal.kind === "already-settled") return putBackFor("need-settled");
  if (refusal.kind !== "incomplete") return putBackFor("need-not-allowed");
  const [problem] = refusal.problems;
  const reason = (["cpr", "too-long"] as const).find((each) => each === problem?.code);
  return reason === undefined ? putBackFor("text-emptied") : putBackFor(reason, problem?.data);
}
