import { useCallback, useEffect, useRef, useState } from "react";
import type { ReadRefusal } from "./graph-reader.ts";
import type { Row } from "./list-model.ts";
import { type ListData, loadRows, rowCeiling } from "./load-list.ts";
import { usePage } from "./page-context.ts";
import { refusalIn } from "./use-loaded.ts";
import { type ListWatch, watchList } from "./watch-list.ts";

interface Rows {
  readonly rows: readonly Row[];
  readonly status: "loading" | "complete" | "cut";
  readonly refusal: ReadRefusal | undefined;
}

export interface LiveRows extends Rows {
  /** False while SharePoint cannot be asked; the rows are what was read last. */
  readonly reachable: boolean;
  readonly retry: () => void;
  /** Reads beyond what was cut. */
  readonly more: () => void;
  /** Takes a row that was written here. */
  readonly take: (row: Row) => void;
  readonly drop: (id: string) => void;
}

const nothing: Rows = { rows: [], status: "loading", refusal: undefined };

/**
 * Rows come page by page; what has come is shown at once. Then the list is followed: what others write is seen without
 * reloading. `onChanged` is told of rows as they were and as somebody else left them.
 */
export function useRows(data: ListData, onChanged: (before: Row, after: Row) => void): LiveRows {
  const { reader } = usePage();
  const [state, setState] = useState<Rows>(nothing);
  const [attempt, setAttempt] = useState(0);
  const [ceiling, setCeiling] = useState(rowCeiling);
  const [reachable, setReachable] = useState(true);
  const watch = useRef<ListWatch>(undefined);
  const known = useRef<ReadonlyMap<string, Row>>(new Map());
  const tell = useRef(onChanged);
  useEffect(() => {
    tell.current = onChanged;
    known.current = new Map(state.rows.map((row) => [row.id, row]));
  });
  const reload = useCallback(() => setAttempt((count) => count + 1), []);

  useEffect(() => {
    const following = watchList(reader, data, {
      changed: (rows, removed) => {
        const news = rows.filter(({ id, etag }) => known.current.get(id)?.etag !== etag);
        for (const row of news) {
          const before = known.current.get(row.id);
          if (before !== undefined) tell.current(before, row);
        }
        if (news.length + removed.length > 0) setState((old) => ({ ...old, rows: merged(old.rows, news, removed) }));
      },
      reload,
      reachable: setReachable,
    });
    watch.current = following;
    addEventListener("online", following.soon);
    return () => {
      removeEventListener("online", following.soon);
      following.stop();
    };
  }, [reader, data, reload]);

  useEffect(() => {
    let current = true;
    setState((old) => ({ ...old, status: "loading", refusal: undefined }));
    const load = async (): Promise<void> => {
      await watch.current?.started;
      await loadRows(reader, data, ceiling, (rows, complete) => {
        if (!current) return;
        const cut = rows.length >= ceiling ? "cut" : "loading";
        setState({ rows, status: complete ? "complete" : cut, refusal: undefined });
      });
    };
    load().catch((error: unknown) => {
      if (current) setState((old) => ({ ...old, refusal: refusalIn(error) }));
    });
    return () => {
      current = false;
    };
    // `attempt` only starts a new run.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [reader, data, attempt, ceiling]);

  const take = useCallback((row: Row) => {
    setState((old) => ({ ...old, rows: merged(old.rows, [row], []) }));
    watch.current?.soon();
  }, []);
  const drop = useCallback((id: string) => {
    setState((old) => ({ ...old, rows: merged(old.rows, [], [id]) }));
    watch.current?.soon();
  }, []);
  const more = useCallback(() => setCeiling((count) => count + rowCeiling), []);
  return { ...state, reachable, retry: reload, more, take, drop };
}

/** Changed rows stand where they stood, new ones at the end. */
function merged(rows: readonly Row[], news: readonly Row[], removed: readonly string[]): readonly Row[] {
  const fresh = new Map(news.map((row) => [row.id, row]));
  const gone = new Set(removed);
  const kept = rows.filter(({ id }) => !gone.has(id)).map((row) => fresh.get(row.id) ?? row);
  const here = new Set(rows.map(({ id }) => id));
  return [...kept, ...news.filter(({ id }) => !here.has(id))];
}
