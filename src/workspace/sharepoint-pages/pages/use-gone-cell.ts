import { useEffect } from "react";
import type { Notice } from "./list-notices.tsx";
import { usePage } from "./page-context.ts";
import type { GridEdit } from "./use-grid-edit.ts";
import type { LiveRows } from "./use-rows.ts";

/** A cell goes with its row when somebody deletes it: what was typed there is handed back above the rows. */
export function useGoneCell({ at, conflict, cancel }: GridEdit, live: LiveRows, note: (notice: Notice) => void): void {
  const { texts } = usePage();
  const isGone =
    at !== undefined && !at.saving && live.status !== "loading" && !live.rows.some(({ id }) => id === at.rowId);
  useEffect(() => {
    if (at === undefined || !isGone || conflict !== undefined) return;
    const { rowId, column, text } = at;
    note({ key: `gone ${rowId} ${column.name}`, title: texts.goneTitle, text: texts.goneCell(column.title, text) });
    cancel();
  }, [at, isGone, conflict, cancel, note, texts]);
}
