import { useState } from "react";
import { type EditProblem, editText, type FieldWrite, isEditable, parseEdit, restyled } from "./edit-value.ts";
import type { TextStyle } from "./field-text.ts";
import type { Column, Row } from "./list-model.ts";
import { type ListData, ownColumns } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import { addItem, type SaveRefusal, type SaveResult, saveItem } from "./save-item.ts";
import type { Conflict, Saved } from "./use-grid-edit.ts";

export interface ItemForm {
  readonly columns: readonly Column[];
  readonly textOf: (column: Column) => string;
  readonly type: (column: Column, text: string) => void;
  readonly problems: ReadonlyMap<string, EditProblem>;
  readonly refusal: SaveRefusal | undefined;
  /** A new item may have been saved, nobody knows: first the list is looked at. */
  readonly unsure: "asked" | "looked" | undefined;
  readonly looked: () => void;
  readonly saving: boolean;
  readonly changed: boolean;
  readonly conflict: Conflict | undefined;
  readonly save: () => void;
}

type Against = Extract<SaveResult, { kind: "conflict" }>;

/** The form of an item, or of a new one (`row` undefined). Only what was changed is written. */
export function useItemForm(data: ListData, row: Row | undefined, onSaved: Saved): ItemForm {
  const { reader, style } = usePage();
  const [typed, setTyped] = useTyped(data, style);
  const [problems, setProblems] = useState<ReadonlyMap<string, EditProblem>>(new Map());
  const [refusal, setRefusal] = useState<SaveRefusal>();
  const [unsure, setUnsure] = useState<ItemForm["unsure"]>();
  const [saving, setSaving] = useState(false);
  const [against, setAgainst] = useState<Against>();
  const columns = ownColumns(data).filter(isEditable);
  const before = (column: Column): string => editText(column, row?.values[column.name], style);
  const changed = columns.filter((column) => (typed.get(column.name) ?? before(column)) !== before(column));

  const write = async (base: Row | undefined, changes: ReadonlyMap<string, FieldWrite>): Promise<void> => {
    setSaving(true);
    setRefusal(undefined);
    setUnsure(undefined);
    setAgainst(undefined);
    const parts = { reader, data, style };
    const result = base === undefined ? await addItem(parts, changes) : await saveItem(parts, base, changes);
    setSaving(false);
    if (result.kind === "saved") onSaved(result.row, base, [...changes.keys()]);
    else if (result.kind === "refused") setRefusal(result.why);
    else if (result.kind === "unsure") setUnsure("asked");
    else setAgainst(result);
  };
  const read = (): ReadonlyMap<string, FieldWrite> | undefined => {
    const asked = row === undefined ? columns : changed;
    const parsed = asked.map((column) => ({
      column,
      read: parseEdit(column, typed.get(column.name) ?? before(column), style),
    }));
    const wrong = parsed.flatMap(({ column, read: each }) => (each.ok ? [] : [[column.name, each.problem] as const]));
    setProblems(new Map(wrong));
    if (wrong.length > 0) return undefined;
    return new Map(
      parsed.flatMap(({ column, read: each }) =>
        each.ok && (row !== undefined || typed.has(column.name)) ? [[column.name, each.value] as const] : [],
      ),
    );
  };
  return {
    columns,
    textOf: (column) => typed.get(column.name) ?? before(column),
    type: (column, text) => {
      setTyped((old) => new Map([...old, [column.name, text]]));
      setProblems((old) => new Map([...old].filter(([name]) => name !== column.name)));
    },
    problems,
    refusal,
    unsure,
    looked: () => setUnsure("looked"),
    saving,
    changed: changed.length > 0,
    conflict:
      against === undefined
        ? undefined
        : {
            ...against,
            keepMine: () => {
              const changes = read();
              if (changes !== undefined) void write(against.current, changes);
            },
            takeTheirs: () => onSaved(against.current),
            goBack: () => setAgainst(undefined),
          },
    save: () => {
      const changes = read();
      if (changes !== undefined && !saving && unsure !== "asked") void write(row, changes);
    },
  };
}

type Typed = ReadonlyMap<string, string>;

/** What was typed, by field; in another language its figures stand as they are typed there. */
function useTyped({ columns }: ListData, style: TextStyle) {
  const [typed, setTyped] = useState<Typed>(new Map());
  const [written, setWritten] = useState(style);
  if (written !== style) {
    const inNew = (name: string, text: string): string => {
      const column = columns.get(name);
      return column === undefined ? text : restyled(column, text, written, style);
    };
    setWritten(style);
    setTyped(new Map([...typed].map(([name, text]) => [name, inNew(name, text)])));
  }
  return [typed, setTyped] as const;
}
