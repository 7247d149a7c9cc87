import type { Records } from "#use-cases/ports/records.ts";

/** Figures and codes only: the page is open to everybody who can reach the service. */
export interface HealthReport {
  readonly status: "ok" | "starting" | "degraded";
  readonly checks: Readonly<Record<string, string | number | boolean>>;
}

export interface Health {
  readonly polled: (ok: boolean) => void;
  readonly projected: (list: string, left: number) => void;
  readonly projectionEnded: (list: string, isOk: boolean) => void;
  readonly brokenLog: (recordKey: string) => void;
  readonly report: (now: {
    readonly ready: boolean;
    readonly unreadable: number;
    readonly records: Records;
  }) => HealthReport;
}

/** Polls that may fail one after the other before the service calls itself degraded. */
const FAILED_POLLS = 3;

/** Remembers how the last runs went. */
export function createHealth(machineNow: () => number): Health {
  let lastRead: number | undefined;
  let failedPolls = 0;
  const left = new Map<string, number>();
  const failing = new Set<string>();
  const broken = new Set<string>();
  return {
    polled(isOk) {
      failedPolls = isOk ? 0 : failedPolls + 1;
      if (isOk) lastRead = machineNow();
    },
    projected: (list, rows) => left.set(list, rows),
    projectionEnded(list, isOk) {
      if (isOk) failing.delete(list);
      else failing.add(list);
    },
    brokenLog: (recordKey) => broken.add(recordKey),
    report({ ready, unreadable, records }) {
      const deliveries = records.senders.all().flatMap(({ value }) => value.deliveries);
      const uncertain = deliveries.filter(({ state }) => state === "uncertain").length;
      const undeliverable = deliveries.filter(({ state }) => state === "undeliverable").length;
      const rowsLeft = [...left.values()].reduce((sum, rows) => sum + rows, 0);
      const sharePoint = !ready ? "unread" : failedPolls === 0 ? "ok" : "failing";
      const isWell = failedPolls < FAILED_POLLS && unreadable + failing.size + broken.size === 0;
      return {
        status: !ready ? "starting" : isWell ? "ok" : "degraded",
        checks: {
          sharePoint,
          secondsSinceRead: lastRead === undefined ? -1 : Math.round((machineNow() - lastRead) / 1000),
          unreadableRows: unreadable,
          projectionRowsLeft: rowsLeft,
          failingProjections: failing.size,
          brokenLogs: broken.size,
          uncertainNotices: uncertain,
          undeliverableNotices: undeliverable,
        },
      };
    },
  };
}
