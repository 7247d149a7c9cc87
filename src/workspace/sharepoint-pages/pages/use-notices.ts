import { useCallback, useRef, useState } from "react";
import { titleOf } from "./item-title.ts";
import type { Row } from "./list-model.ts";
import type { Notice } from "./list-notices.tsx";
import type { ListData } from "./load-list.ts";
import { answersTo, type OwnEdit } from "./outside-answer.ts";
import { usePage } from "./page-context.ts";

export interface Notices {
  readonly notices: readonly Notice[];
  readonly note: (notice: Notice) => void;
  readonly dismiss: (key: string) => void;
  /** A row was written here: what others then make of it is told. */
  readonly wrote: (before: Row, after: Row, fields: readonly string[]) => void;
  /** A row was written by somebody else. */
  readonly changed: (before: Row, now: Row) => void;
}

/** Tells when somebody else changes what was just written here, as a program does that puts rows back. */
export function useNotices(data: ListData): Notices {
  const { texts, style } = usePage();
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const own = useRef(new Map<string, OwnEdit>());
  const note = useCallback(
    (notice: Notice) => setNotices((old) => [...old.filter(({ key }) => key !== notice.key), notice]),
    [],
  );
  const { columns } = data;
  const wrote = useCallback((before: Row, after: Row, fields: readonly string[]) => {
    // Several fields of one row written one after the other are one edit.
    const first = own.current.get(after.id);
    const all = [...new Set([...(first?.fields ?? []), ...fields])];
    own.current.set(after.id, { before: first?.before ?? before, after, fields: all });
  }, []);
  const changed = useCallback(
    (_: Row, now: Row) => {
      const edit = own.current.get(now.id);
      if (edit === undefined) return;
      const answers = answersTo(edit, now, columns, style);
      if (answers.length === 0) return;
      own.current.delete(now.id);
      note({
        key: `answer ${now.id}`,
        title: titleOf(now, texts),
        text: answers
          .map(({ column, by, mine, now: value, putBack }) => {
            const parts = [by, column.title, mine || texts.empty, value || texts.empty] as const;
            return putBack ? texts.putBack(...parts) : texts.changedAfter(...parts);
          })
          .join(" "),
      });
    },
    [columns, style, texts, note],
  );
  return {
    notices,
    note,
    dismiss: (key) => setNotices((old) => old.filter((notice) => notice.key !== key)),
    wrote,
    changed,
  };
}
