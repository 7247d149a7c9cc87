import { uncertainDeliveries } from "#use-cases/notices/sender-shards.ts";
import type { Records } from "#use-cases/ports/records.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";

/** Figures and codes only: the page is open to everybody who can reach the service. */
export interface HealthReport {
  readonly status: "ok" | "starting" | "degraded";
  readonly checks: Readonly<Record<string, string | number | boolean>>;
}

/** How the last reads of a list went. */
export interface ListReads {
  /** Machine time of the last good read. */
  readonly readAt: number | undefined;
  /** Of the last read, when it failed. */
  readonly failure: StoreFailure["kind"] | undefined;
}

/** What is remembered of the runs so far, for the administrators' page. */
export interface HealthMemory {
  readonly lists: ReadonlyMap<string, ListReads>;
  readonly failedPolls: number;
  readonly failingProjections: ReadonlySet<string>;
  readonly rowsLeft: number;
  readonly ownRows: number;
  readonly brokenLogs: ReadonlySet<string>;
}

export interface Health {
  readonly polled: (ok: boolean) => void;
  /** Every read of a list, by its ASCII name. */
  readonly refreshed: (list: string, failure: StoreFailure["kind"] | undefined) => void;
  readonly projected: (list: string, run: { readonly left: number; readonly ownRows: number }) => void;
  readonly projectionEnded: (list: string, isOk: boolean) => void;
  readonly logChecked: (recordKey: string, isWhole: boolean) => void;
  readonly memory: () => HealthMemory;
  /** Lists that were not there when they were read last. */
  readonly missingLists: () => number;
  readonly report: (now: {
    readonly ready: boolean;
    readonly unreadable: number;
    readonly records: Records;
  }) => HealthReport;
}

/** Polls that may fail one after the other before the service calls itself degraded. */
export const failedPollsAllowed = 2;

/** Remembers how the last runs went. */
export function createHealth(machineNow: () => number): Health {
  let lastRead: number | undefined;
  let failedPolls = 0;
  const lists = new Map<string, ListReads>();
  const runs = new Map<string, { readonly left: number; readonly ownRows: number }>();
  const failing = new Set<string>();
  const broken = new Set<string>();
  const sum = (of: "left" | "ownRows"): number => [...runs.values()].reduce((total, run) => total + run[of], 0);
  const missingLists = (): number => [...lists.values()].filter(({ failure }) => failure === "not-found").length;
  return {
    polled(isOk) {
      failedPolls = isOk ? 0 : failedPolls + 1;
      if (isOk) lastRead = machineNow();
    },
    refreshed(list, failure) {
      const readAt = failure === undefined ? machineNow() : lists.get(list)?.readAt;
      lists.set(list, { readAt, failure });
    },
    projected: (list, { left, ownRows }) => runs.set(list, { left, ownRows }),
    projectionEnded(list, isOk) {
      if (isOk) failing.delete(list);
      else failing.add(list);
    },
    logChecked(recordKey, isWhole) {
      if (isWhole) broken.delete(recordKey);
      else broken.add(recordKey);
    },
    memory: () => ({
      lists,
      failedPolls,
      failingProjections: failing,
      rowsLeft: sum("left"),
      ownRows: sum("ownRows"),
      brokenLogs: broken,
    }),
    missingLists,
    report({ ready, unreadable, records }) {
      const deliveries = records.senders.all().flatMap(({ value }) => value.deliveries);
      const uncertain = uncertainDeliveries(records).length;
      const undeliverable = deliveries.filter(({ state }) => state === "undeliverable").length;
      const missing = missingLists();
      const reading = !ready ? "unread" : failedPolls === 0 ? "ok" : "failing";
      const isWell = failedPolls <= failedPollsAllowed && missing + unreadable + failing.size + broken.size === 0;
      return {
        // Without one of its lists the service waits for a person: that is no start any more.
        status: !ready && missing === 0 ? "starting" : isWell ? "ok" : "degraded",
        checks: {
          sharePoint: missing > 0 ? "list-missing" : reading,
          missingLists: missing,
          secondsSinceRead: lastRead === undefined ? -1 : Math.round((machineNow() - lastRead) / 1000),
          unreadableRows: unreadable,
          projectionRowsLeft: sum("left"),
          failingProjections: failing.size,
          brokenLogs: broken.size,
          uncertainNotices: uncertain,
          undeliverableNotices: undeliverable,
        },
      };
    },
  };
}
