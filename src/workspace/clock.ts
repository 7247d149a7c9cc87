import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import * as z from "zod/mini";
import { createClockFollowers, type FollowReport } from "./clock-followers.ts";

/** Business time as others are told of it; `version` counts the moves. */
export interface ClockReading {
  readonly now: string;
  readonly version: number;
}

export type MoveAnswer =
  | { readonly ok: true; readonly value: ClockReading }
  | { readonly ok: false; readonly refusal: "backwards" };

/** The workspace's clock: business time = machine time + an offset that only grows. */
export interface Clock {
  now(): Date;
  read(): ClockReading;
  /**
   * Moves the clock forward to an instant, stopping at each instant a follower has something due,
   * and answers when nothing is due any more. Moves queue up; a move backwards is refused.
   */
  moveTo(target: Date): Promise<MoveAnswer>;
  /** Moves forward by a number of milliseconds from where the clock stands when the move's turn comes. */
  advance(milliseconds: number): Promise<MoveAnswer>;
  /** A follower's report; answers at once if it has not seen the newest move, else at the next move or after 25 s. */
  follow(report: FollowReport, gone?: AbortSignal): Promise<ClockReading>;
  onMove(listener: (reading: ClockReading) => void): () => void;
  close(): void;
}

export interface ClockOptions {
  readonly machineNow?: () => Date;
  /** Runs something later on the machine's clock; returns its cancellation. */
  readonly later?: (action: () => void, milliseconds: number) => () => void;
  /** Keeps offset and version, so that a second start keeps the time. */
  readonly file?: string;
  /** Where the clock stands when there is no file yet; default: the machine's time. */
  readonly startAt?: Date;
}

const keptClock = z.object({ offsetMs: z.number(), version: z.number() });

/** Makes the clock; see {@link Clock}. */
export function createClock(options: ClockOptions = {}): Clock {
  const machineNow = options.machineNow ?? (() => new Date());
  const later = options.later ?? laterOnThisMachine;
  const kept = readKept(options.file);
  const startOffset = options.startAt === undefined ? 0 : options.startAt.getTime() - machineNow().getTime();
  let { offsetMs, version } = kept ?? { offsetMs: startOffset, version: 1 };
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(reading: ClockReading) => void>();
  const followers = createClockFollowers({ machineNow, later, read });
  if (kept === undefined) keep(options.file, { offsetMs, version });

  function now(): Date {
    return new Date(machineNow().getTime() + offsetMs);
  }

  function read(): ClockReading {
    return { now: now().toISOString(), version };
  }

  function set(instant: number): void {
    offsetMs = Math.max(offsetMs, instant - machineNow().getTime());
    version += 1;
    keep(options.file, { offsetMs, version });
    followers.announce();
    for (const listener of listeners) listener(read());
  }

  async function step(target: number): Promise<MoveAnswer> {
    if (target < now().getTime()) return { ok: false, refusal: "backwards" };
    let stop = followers.nextDue(now().getTime(), target);
    while (stop !== undefined) {
      set(stop);
      await followers.settled(version);
      stop = followers.nextDue(now().getTime(), target);
    }
    set(target);
    await followers.settled(version);
    return { ok: true, value: read() };
  }

  function inTurn(move: () => Promise<MoveAnswer>): Promise<MoveAnswer> {
    const turn = queue.then(move);
    queue = turn.catch(() => undefined);
    return turn;
  }

  return {
    now,
    read,
    moveTo: (target) => inTurn(() => step(target.getTime())),
    advance: (milliseconds) => inTurn(() => step(now().getTime() + milliseconds)),
    follow: (report, gone) => followers.follow(report, gone),
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => followers.close(),
  };
}

function laterOnThisMachine(action: () => void, milliseconds: number): () => void {
  const timer = setTimeout(action, milliseconds);
  return () => clearTimeout(timer);
}

function readKept(file: string | undefined): z.infer<typeof keptClock> | undefined {
  if (file === undefined || !existsSync(file)) return undefined;
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  return keptClock.parse(content);
}

function keep(file: string | undefined, state: z.infer<typeof keptClock>): void {
  if (file === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}
