import { useState } from "react";
import type { Row } from "./list-model.ts";
import type { LiveRows } from "./use-rows.ts";

/** What stands beside the list: an item as it was known last, or a new one. */
export type Opened = { readonly kind: "item"; readonly row: Row; readonly isGone: boolean } | { readonly kind: "new" };

export interface OpenedItem {
  readonly opened: Opened | undefined;
  readonly open: (row: Row) => void;
  readonly openNew: () => void;
  readonly close: () => void;
}

/**
 * The item beside the list stays until it is closed, whatever happens to its row meanwhile: what is being typed there
 * is nobody's to take away. `isGone`: the row no longer stands in the list.
 */
export function useOpened({ rows, status }: LiveRows): OpenedItem {
  const [opened, setOpened] = useState<Opened>();
  if (opened?.kind === "item") {
    const row = rows.find(({ id }) => id === opened.row.id);
    const isGone = row === undefined && (status === "loading" ? opened.isGone : true);
    if ((row !== undefined && row !== opened.row) || isGone !== opened.isGone)
      setOpened({ kind: "item", row: row ?? opened.row, isGone });
  }
  return {
    opened,
    open: (row) => setOpened({ kind: "item", row, isGone: false }),
    openNew: () => setOpened({ kind: "new" }),
    close: () => setOpened(undefined),
  };
}
