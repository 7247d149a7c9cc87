import { useState } from "react";
import { type EditProblem, editText, parseEdit, restyled } from "./edit-value.ts";
import type { TextStyle } from "./field-text.ts";
import type { Column, Row } from "./list-model.ts";
import type { ListData } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import { type FieldConflict, type SaveRefusal, saveItem } from "./save-item.ts";

/** The cell that is being edited. */
export interface EditedCell {
  readonly rowId: string;
  readonly column: Column;
  readonly text: string;
  readonly saving: boolean;
  /** Why it is not saved; what was typed stands. */
  readonly trouble: EditProblem | SaveRefusal | undefined;
}

export interface Conflict {
  readonly current: Row;
  readonly fields: readonly FieldConflict[];
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  /** Back to what was typed. */
  readonly goBack: () => void;
}

export interface GridEdit {
  readonly at: EditedCell | undefined;
  readonly conflict: Conflict | undefined;
  readonly begin: (row: Row, column: Column) => void;
  readonly type: (text: string) => void;
  /** Saves what stands in the editor, or what is given. */
  readonly commit: (text?: string) => void;
  readonly cancel: () => void;
}

/** A row as it was saved; `before` and `fields` tell what was written, where anything was. */
export type Saved = (row: Row, before?: Row, fields?: readonly string[]) => void;

interface State {
  readonly cell: EditedCell;
  /** As it was read when the editor opened: its version goes with the write. */
  readonly base: Row;
  /** How the editor's text is written. */
  readonly style: TextStyle;
  readonly against?: { readonly current: Row; readonly fields: readonly FieldConflict[] };
}

/** Editing in the grid, one cell at a time, as the person who sits there. */
export function useGridEdit(data: ListData, onSaved: Saved): GridEdit {
  const { reader, style } = usePage();
  const [state, setState] = useState<State>();
  if (state !== undefined && state.style !== style) {
    const { cell } = state;
    setState({ ...state, style, cell: { ...cell, text: restyled(cell.column, cell.text, state.style, style) } });
  }
  const patch = (part: Partial<EditedCell>, against?: State["against"]): void =>
    setState((old) => {
      if (old === undefined) return undefined;
      const { against: _, ...rest } = old;
      return { ...rest, cell: { ...old.cell, ...part }, ...(against === undefined ? {} : { against }) };
    });
  const save = async ({ cell, base }: State, text: string): Promise<void> => {
    if (text === editText(cell.column, base.values[cell.column.name], style)) return setState(undefined);
    const parsed = parseEdit(cell.column, text, style);
    if (!parsed.ok) return patch({ text, trouble: parsed.problem });
    patch({ text, saving: true, trouble: undefined });
    const changes = new Map([[cell.column.name, parsed.value]]);
    const result = await saveItem({ reader, data, style }, base, changes);
    if (result.kind === "refused") return patch({ saving: false, trouble: result.why });
    if (result.kind === "conflict") return patch({ saving: false }, result);
    setState(undefined);
    onSaved(result.row, base, [...changes.keys()]);
  };
  const against = state?.against;
  return {
    at: state?.cell,
    conflict:
      state === undefined || against === undefined
        ? undefined
        : {
            ...against,
            keepMine: () => {
              const onto = { cell: state.cell, base: against.current, style };
              setState(onto);
              void save(onto, state.cell.text);
            },
            takeTheirs: () => {
              setState(undefined);
              onSaved(against.current);
            },
            goBack: () => patch({}),
          },
    begin: (row, column) =>
      setState((old) => {
        if (old?.cell.saving === true || old?.against !== undefined) return old;
        const text = editText(column, row.values[column.name], style);
        return { cell: { rowId: row.id, column, text, saving: false, trouble: undefined }, base: row, style };
      }),
    type: (text) => {
      if (state?.cell.saving !== true) patch({ text, trouble: undefined });
    },
    commit: (text) => {
      if (state !== undefined && !state.cell.saving && against === undefined) void save(state, text ?? state.cell.text);
    },
    cancel: () => setState((old) => (old?.cell.saving === true ? old : undefined)),
  };
}
