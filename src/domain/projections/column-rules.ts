import type { Actor } from "#domain/organisation/actor.ts";
import type { OutsideEdit } from "./outside-edit.ts";
import type { ProjectionName } from "./projection-row.ts";

/** Whether the actor may give a column this value in SharePoint. */
export type ColumnRule = (actor: Actor, value: unknown) => boolean;

/** Columns of open lists that people may change there, by internal name; all others are Fremdrift's. */
export type ColumnRules = Readonly<Partial<Record<ProjectionName, Readonly<Record<string, ColumnRule>>>>>;

/** Anybody's to try: whether the actor may, and whether the value can be read, is the record's own rule. */
const taken: ColumnRule = () => true;

/**
 * Centres, rounds, ledger and applications only tell (law 4): no column of theirs is changed in SharePoint. In the
 * action plan managers keep up how it goes, who has it and when.
 */
export const columnRules: ColumnRules = {
  "open-needs": { Besvaerligt: taken, Rammer: taken, HvorTit: taken, Svar: taken },
  "open-action-plan": { Status: taken, Ejer: taken, Start: taken, Slut: taken, Note: taken },
};

/** Whether an edit may stand: every changed column has a rule, and every rule says yes. One that does not undoes all. */
export function isAcceptable(edit: OutsideEdit, actor: Actor, rules: ColumnRules = columnRules): boolean {
  if (edit.kind !== "changed" || edit.columns.length === 0) return false;
  const ofList = rules[edit.list] ?? {};
  return edit.columns.every(({ name, value }) => ofList[name]?.(actor, value) === true);
}
