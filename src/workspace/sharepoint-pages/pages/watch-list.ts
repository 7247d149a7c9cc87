import type { GraphReader } from "./graph-reader.ts";
import type { Row } from "./list-model.ts";
import type { ListData } from "./load-list.ts";
import { readChanged, readTrace } from "./read-changes.ts";
import { refusalIn } from "./use-loaded.ts";

/** What the watch tells; ids of rows it does not know are new ones. */
export interface WatchListener {
  readonly changed: (rows: readonly Row[], removed: readonly string[]) => void;
  /** More has changed than is worth reading one by one, or the trace was lost. Rejects when it could not be read. */
  readonly reload: () => Promise<void>;
  readonly reachable: (is: boolean) => void;
}

export interface ListWatch {
  /** What is read from now on misses nothing: later changes are told. */
  readonly started: Promise<void>;
  /** Looks again at once, and often for a while: somebody is about to answer what was just written. */
  readonly soon: () => void;
  readonly stop: () => void;
}

/** Real timers; tests bring their own. */
export interface WatchTimers {
  readonly after: (ms: number, act: () => void) => () => void;
  readonly isVisible: () => boolean;
}

const everyMs = 5_000;
const soonMs = [400, 800, 1_500, 3_000];
const mostOneByOne = 25;

/** Follows a list by Graph's delta, as SharePoint's own pages follow theirs; the page is told what has changed. */
export function watchList(
  reader: GraphReader,
  data: ListData,
  listener: WatchListener,
  timers: WatchTimers = browserTimers,
): ListWatch {
  /** Where the trace stands: everything before it has been told. Undefined: there is none. */
  let next: string | undefined;
  let soon: readonly number[] = [];
  let stopped = false;
  let cancel = (): void => undefined;
  let running = false;

  const plan = (): void => {
    cancel();
    if (stopped) return;
    const [first, ...rest] = soon;
    soon = rest;
    cancel = timers.after(first ?? everyMs, () => void look(false));
  };
  const look = async (isFirst: boolean): Promise<void> => {
    if (stopped || running) return;
    if (!timers.isVisible()) return plan();
    running = true;
    try {
      await followOnce(isFirst).catch(beginAnew);
      if (!stopped) listener.reachable(true);
    } catch {
      if (!stopped) listener.reachable(false);
    } finally {
      running = false;
      plan();
    }
  };
  const beginAnew = async (error: unknown): Promise<void> => {
    const refusal = refusalIn(error);
    if (stopped || next === undefined || refusal === "unreachable" || refusal === "throttled") throw error;
    // The trace is too old, or the list is made anew: begin again with what stands there.
    next = undefined;
    await followOnce(false);
  };
  /** The trace moves on only when what it tells of has been handed over: what failed is asked for again. */
  const followOnce = async (isFirst: boolean): Promise<void> => {
    const { ids, link } = await readTrace(reader, data, next);
    if (stopped) return;
    // The first look comes before the rows are read; a trace that begins later has missed what came between.
    const misses = next === undefined && !isFirst;
    if (misses || ids.size > mostOneByOne) await listener.reload();
    else if (ids.size > 0) {
      const { rows, removed } = await readChanged(reader, data, ids);
      if (stopped) return;
      listener.changed(rows, removed);
    }
    next = link;
  };
  return {
    started: look(true),
    soon: () => {
      soon = soonMs;
      plan();
    },
    stop: () => {
      stopped = true;
      cancel();
    },
  };
}

const browserTimers: WatchTimers = {
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  isVisible: () => document.visibilityState === "visible",
};
