import type { Person } from "#domain/organisation/person.ts";
import { type ColumnRules, isAcceptable } from "#domain/projections/column-rules.ts";
import type { EditRefusal } from "#domain/projections/edit-refusal.ts";
import {
  type EditAnswer,
  editDetail,
  OUTSIDE_EDIT,
  type OutsideEdit,
  recordedEdit,
} from "#domain/projections/outside-edit.ts";
import { appendLog, auditKey, emptyLog } from "#domain/shared/log.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { actorNow } from "../organisation/who-is.ts";
import type { Deps } from "../ports/deps.ts";
import type { AskEditor } from "../ports/projections.ts";
import type { AuditLine } from "../ports/records.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { type TakeEdit, takeEdits } from "./take-edit.ts";

export interface EditDeps extends Pick<Deps, "records" | "clock"> {
  /** Columns that may be changed in SharePoint; default those of the projections. */
  readonly rules?: ColumnRules;
  /** Default: as each list says. */
  readonly take?: TakeEdit;
}

/**
 * Decides what becomes of an edit in an open list and writes it down in the audit list before anything is put back:
 * so the editor is told once, whatever happens in between and however many services look at the same edit.
 */
export async function answerEdit(
  deps: EditDeps,
  edit: OutsideEdit,
  askEditor: AskEditor,
): Promise<Result<EditAnswer, StoreFailure>> {
  const key = auditKey(edit.key, 1);
  const known = deps.records.audit.byKey(key)?.value;
  const before = known && recordedEdit(known);
  if (before !== undefined) return ok(before.answer);
  const editor = edit.kind === "deleted" ? ok(undefined) : await askEditor();
  if (!editor.ok) return editor;
  const person = personOf(deps, editor.value);
  const answer = await decide(deps, edit, person);
  if (!answer.ok) return answer;
  const { tail } = appendLog(emptyLog, {
    commandKey: edit.key,
    at: deps.clock.now(),
    by: person?.key ?? "system",
    action: `open-row-${answer.value.answer}`,
    detail: editDetail(edit, answer.value.answer, answer.value.refusal),
  });
  for (const line of tail) {
    const row: AuditLine = { ...line, key, recordKey: edit.key, recordKind: OUTSIDE_EDIT };
    const written = await deps.records.audit.create(row);
    // Another service was first with the same edit: it is written down all the same.
    if (!written.ok && written.refusal.kind !== "duplicate-key") return written;
  }
  return ok(answer.value.answer);
}

interface Decided {
  readonly answer: EditAnswer;
  readonly refusal?: EditRefusal | undefined;
}

async function decide(
  deps: EditDeps,
  edit: OutsideEdit,
  person: Person | undefined,
): Promise<Result<Decided, StoreFailure>> {
  if (edit.kind === "own-row") return ok({ answer: "kept" });
  if (edit.kind === "deleted") return ok({ answer: "restored" });
  const actor = person && actorNow(deps, person);
  if (actor === undefined || !isAcceptable(edit, actor, deps.rules)) return ok({ answer: "put-back" });
  const taken = await (deps.take ?? takeEdits(deps))(edit, actor);
  if (!taken.ok) return taken;
  return ok(taken.value === undefined ? { answer: "accepted" } : { answer: "put-back", refusal: taken.value });
}

function personOf({ records }: EditDeps, objectId: string | undefined): Person | undefined {
  if (objectId === undefined) return undefined;
  return records.persons.all().find(({ value }) => value.objectId === objectId && value.active)?.value;
}
