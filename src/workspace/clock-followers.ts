import type { ClockReading } from "./clock.ts";

/** What a service that follows the clock tells with each long poll. */
export interface FollowReport {
  readonly client: string;
  /** The version of the newest move it knows; 0 if none. */
  readonly seen: number;
  /** When it will have something to do next, in business time. */
  readonly nextDue: Date | undefined;
  /** True when nothing of what was due at `seen` is still going on. */
  readonly idle: boolean;
}

export interface ClockFollowers {
  /** `gone` fires when the follower's connection breaks: it then holds nobody up. */
  follow(report: FollowReport, gone?: AbortSignal): Promise<ClockReading>;
  /** The earliest instant after `from` and not after `to` at which a present follower has something due. */
  nextDue(from: number, to: number): number | undefined;
  /** Lets every waiting follower know that the clock has moved. */
  announce(): void;
  /** Resolves when every present follower has reported itself idle at this version, or after 30 s. */
  settled(version: number): Promise<void>;
  close(): void;
}

interface Follower {
  readonly report: FollowReport;
  readonly reportedAt: number;
}

/** A follower that has not reported for this long is gone and holds nobody up. */
const presenceMs = 60_000;
const longPollMs = 25_000;
const settleLimitMs = 30_000;
/** A follower that breaks its poll off to report something else has this long to do so before it counts as gone. */
const replaceMs = 2000;

/** Keeps the newest report of each follower and wakes the two sides of the long poll. */
export function createClockFollowers(options: {
  readonly machineNow: () => Date;
  readonly later: (action: () => void, milliseconds: number) => () => void;
  readonly read: () => ClockReading;
}): ClockFollowers {
  const followers = new Map<string, Follower>();
  const waitingForMove = new Set<() => void>();
  const waitingForReports = new Set<() => void>();
  const machineMs = (): number => options.machineNow().getTime();
  const present = (): readonly FollowReport[] =>
    [...followers.values()]
      .filter(({ reportedAt }) => machineMs() - reportedAt <= presenceMs)
      .map(({ report }) => report);
  const wake = (sleepers: Set<() => void>): void => {
    for (const resume of sleepers) resume();
  };
  const sleep = (sleepers: Set<() => void>, milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const resume = (): void => {
        cancel();
        sleepers.delete(resume);
        resolve();
      };
      const cancel = options.later(resume, milliseconds);
      sleepers.add(resume);
    });
  const forget = (client: string, follower: Follower): void => {
    if (followers.get(client) !== follower) return;
    followers.delete(client);
    wake(waitingForReports);
  };
  return {
    async follow(report, gone) {
      const follower = { report, reportedAt: machineMs() };
      followers.set(report.client, follower);
      gone?.addEventListener("abort", () => options.later(() => forget(report.client, follower), replaceMs));
      wake(waitingForReports);
      if (report.seen === options.read().version) await sleep(waitingForMove, longPollMs);
      return options.read();
    },
    nextDue(from, to) {
      const due = present()
        .map(({ nextDue }) => nextDue?.getTime())
        // What is due already belongs to a move that is over; only later instants are stops.
        .filter((instant) => instant !== undefined && instant > from && instant <= to);
      return due.reduce<number | undefined>(
        (low, instant) => (low === undefined || (instant ?? low) < low ? instant : low),
        undefined,
      );
    },
    announce: () => wake(waitingForMove),
    async settled(version) {
      const giveUpAt = machineMs() + settleLimitMs;
      const busy = (): boolean => present().some((report) => report.seen < version || !report.idle);
      while (busy() && machineMs() < giveUpAt) await sleep(waitingForReports, giveUpAt - machineMs());
    },
    close() {
      wake(waitingForMove);
      wake(waitingForReports);
    },
  };
}
