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
/** What stands there stays while it is read anew. */
const waiting = (old: Rows): Rows => ({ ...old, status: "loading", refusal: undefined });

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
  const retry = useCallback(() => {
    setState(waiting);
    setAttempt((count) => count + 1);
  }, []);
  const { read, forget } = useRead(data, setState);

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
      reload: () => read(),
      reachable: setReachable,
    });
    watch.current = following;
    addEventListener("online", following.soon);
    return () => {
      removeEventListener("online", following.soon);
      following.stop();
    };
  }, [reader, data, read]);

  useEffect(() => {
    let current = true;
    const load = async (): Promise<void> => {
      await watch.current?.started;
      if (current) await read(ceiling);
    };
    // Why it failed stands in the state.
    load().catch(() => undefined);
    return () => {
      current = false;
      forget();
    };
    // `attempt` only starts a new run.
  }, [read, forget, attempt, ceiling]);

  const take = useCallback((row: Row) => {
    setState((old) => ({ ...old, rows: merged(old.rows, [row], []) }));
    watch.current?.soon();
  }, []);
  const drop = useCallback((id: string) => {
    setState((old) => ({ ...old, rows: merged(old.rows, [], [id]) }));
    watch.current?.soon();
  }, []);
  const more = useCallback(() => {
    setState(waiting);
    setCeiling((count) => count + rowCeiling);
  }, []);
  return { ...state, reachable, retry, more, take, drop };
}

interface RowRead {
  /** Reads as many as the last time unless told; rejects when they could not be read. */
  readonly read: (ceiling?: number) => Promise<void>;
  /** What is still being read is not shown any more. */
  readonly forget: () => void;
}

/** Reads all rows. What stands there stays until as much has come anew. */
function useRead(data: ListData, setState: React.Dispatch<React.SetStateAction<Rows>>): RowRead {
  const { reader } = usePage();
  const most = useRef(rowCeiling);
  /** Counts the reads: only the latest is shown. */
  const latest = useRef(0);
  const isWhole = useRef(false);
  const read = useCallback(
    async (ceiling = most.current): Promise<void> => {
      most.current = ceiling;
      latest.current += 1;
      const mine = latest.current;
      setState(waiting);
      try {
        await loadRows(reader, data, ceiling, (rows, complete) => {
          if (mine !== latest.current) return;
          const isCut = !complete && rows.length >= ceiling;
          const isDone = complete || isCut;
          if (isDone) isWhole.current = complete;
          const status = isCut ? "cut" : complete ? "complete" : "loading";
          setState((old) => {
            const isEnough = isDone || rows.length >= old.rows.length;
            return { rows: isEnough ? rows : old.rows, status, refusal: undefined };
          });
        });
      } catch (error) {
        if (mine !== latest.current) return;
        const status = isWhole.current ? "complete" : "cut";
        setState((old) => ({ ...old, status, refusal: refusalIn(error) }));
        throw error;
      }
    },
    [reader, data, setState],
  );
  const forget = useCallback(() => {
    latest.current += 1;
  }, []);
  return { read, forget };
}

/** Changed rows stand where they stood, new ones at the end. */
function merged(rows: readonly Row[], news: readonly Row[], removed: readonly string[]): readonly Row[] {
  const fresh = new Map(news.map((row) => [row.id, row]));
  const gone = new Set(removed);
  const kept = rows.filter(({ id }) => !gone.has(id)).map((row) => fresh.get(row.id) ?? row);
  const here = new Set(rows.map(({ id }) => id));
  return [...kept, ...news.filter(({ id }) => !here.has(id))];
}
