import * as z from "zod/mini";
import type { GraphReader } from "./graph-reader.ts";
import type { Row } from "./list-model.ts";
import { itemsPath, type ListData, loadRow } from "./load-list.ts";
import { refusalIn } from "./use-loaded.ts";

/** What the watch tells; ids of rows it does not know are new ones. */
export interface WatchListener {
  readonly changed: (rows: readonly Row[], removed: readonly string[]) => void;
  /** More has changed than is worth reading one by one, or the trace was lost. */
  readonly reload: () => void;
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

const deltaSchema = z.looseObject({
  value: z.array(z.looseObject({ id: z.string(), deleted: z.optional(z.unknown()) })),
  "@odata.nextLink": z.optional(z.string()),
  "@odata.deltaLink": z.optional(z.string()),
});

/** Follows a list by Graph's delta, as SharePoint's own pages follow theirs; the page is told what has changed. */
export function watchList(
  reader: GraphReader,
  data: ListData,
  listener: WatchListener,
  timers: WatchTimers = browserTimers,
): ListWatch {
  const start = `${itemsPath(data)}/delta?token=latest`;
  let next = start;
  let soon: readonly number[] = [];
  let stopped = false;
  let cancel = (): void => undefined;
  let running = false;

  const plan = (): void => {
    cancel();
    if (stopped) return;
    const [first, ...rest] = soon;
    soon = rest;
    cancel = timers.after(first ?? everyMs, () => void look());
  };
  const look = async (): Promise<void> => {
    if (stopped || running) return;
    if (!timers.isVisible()) return plan();
    running = true;
    try {
      await followOnce();
      if (!stopped) listener.reachable(true);
    } catch (error) {
      if (!stopped) lose(refusalIn(error));
    } finally {
      running = false;
      plan();
    }
  };
  const lose = (refusal: ReturnType<typeof refusalIn>): void => {
    if (refusal === "unreachable" || refusal === "throttled") return listener.reachable(false);
    // The trace is too old, or the list is made anew: begin again with what stands there.
    next = start;
    listener.reload();
  };
  const followOnce = async (): Promise<void> => {
    const ids = new Map<string, boolean>();
    for (;;) {
      const page = await reader.get(deltaSchema, next);
      for (const { id, deleted } of page.value) ids.set(id, deleted !== undefined);
      next = pathOf(page["@odata.nextLink"] ?? page["@odata.deltaLink"] ?? start);
      if (page["@odata.nextLink"] === undefined) break;
    }
    if (ids.size === 0 || stopped) return;
    if (ids.size > mostOneByOne) return listener.reload();
    const here = [...ids].filter(([, deleted]) => !deleted).map(([id]) => id);
    const rows = await Promise.all(here.map((id) => loadRow(reader, data, id)));
    if (!stopped)
      listener.changed(
        rows,
        [...ids.keys()].filter((id) => ids.get(id) === true),
      );
  };
  return {
    started: look(),
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

/** Graph's links carry its origin and version; the reader puts its own before. */
function pathOf(link: string): string {
  return link.replace(/^https?:\/\/[^/]+\/v1\.0/u, "");
}

const browserTimers: WatchTimers = {
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  isVisible: () => document.visibilityState === "visible",
};
