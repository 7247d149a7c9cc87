import type { Actor } from "#domain/organisation/actor.ts";
import type { EditRefusal } from "#domain/projections/edit-refusal.ts";
import type { OutsideEdit } from "#domain/projections/outside-edit.ts";
import type { ProjectionName } from "#domain/projections/projection-row.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { takeActionRow } from "./take-action-row.ts";
import { takeNeedRow } from "./take-need-row.ts";

/** Takes an acceptable edit into its record, safe to run twice; answers why it is put back, or undefined when it stands. */
export type TakeEdit = (edit: OutsideEdit, actor: Actor) => Promise<Result<EditRefusal | undefined, StoreFailure>>;

type Taker = (deps: Pick<Deps, "records" | "clock">, ...args: Parameters<TakeEdit>) => ReturnType<TakeEdit>;

/** The open lists that people may edit, and what becomes of their edits. */
const takers: Readonly<Partial<Record<ProjectionName, Taker>>> = {
  "open-action-plan": takeActionRow,
  "open-needs": takeNeedRow,
};

/** Takes each edit by the list it was made in. */
export function takeEdits(deps: Pick<Deps, "records" | "clock">): TakeEdit {
  return async (edit, actor) => {
    const take = takers[edit.list];
    return take === undefined ? ok({ reason: "not-allowed", figures: {} }) : take(deps, edit, actor);
  };
}
