import type { OwnClaims } from "./own-claims.ts";
import { createSendingPace, type SendingPace } from "./sending-pace.ts";

/** What the channel has refused for now, by key. */
export interface Pauses {
  readonly isPaused: (key: string) => boolean;
  /** The channel took nothing; `retryAfterS` where it said when to come again. Answers the pause in milliseconds. */
  readonly refused: (key: string, retryAfterS: number | undefined) => number;
  /** Forgets all but these, so that what was sent or ran out is no burden. */
  readonly keepOnly: (keys: ReadonlySet<string>) => void;
}

/**
 * When the sender may ask the channel again, notice by notice, and what it knows of its own claims. In memory: another
 * service, or this one started anew, may ask once more, and takes its claims for lost.
 */
export interface NoticePauses extends Pauses {
  /** The same for cards in the chat that could not be replaced, by notice key. */
  readonly updates: Pauses;
  readonly pace: SendingPace;
  readonly claims: OwnClaims;
  /** Milliseconds until the first of all that is held back may be tried; undefined when nothing is. */
  readonly nextEndMs: () => number | undefined;
}

const FIRST_PAUSE_MS = 5000;
const LOOK_AGAIN_MS = 1000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/**
 * Holds a refused notice back for as long as the channel says, else 5 s and twice as long each time, at most 5 minutes.
 *
 * @param machineNow epoch milliseconds of the machine: waiting is no business time
 */
export function createNoticePauses(machineNow: () => number): NoticePauses {
  const [sends, updates] = [createPauses(machineNow), createPauses(machineNow)];
  const pace = createSendingPace(machineNow);
  return {
    ...sends.pauses,
    updates: updates.pauses,
    pace,
    claims: new Map(),
    nextEndMs() {
      // One that is over and still here waits for something else as well: looking once a second is enough.
      const ends = [...sends.ends(), ...updates.ends()]
        .map((until) => until - machineNow())
        .map((waitMs) => (waitMs > 0 ? waitMs : LOOK_AGAIN_MS));
      const free = pace.nextFreeMs();
      if (free !== undefined) ends.push(free);
      return ends.length === 0 ? undefined : Math.min(...ends);
    },
  };
}

function createPauses(machineNow: () => number): { readonly pauses: Pauses; readonly ends: () => readonly number[] } {
  const held = new Map<string, { readonly until: number; readonly nextMs: number }>();
  const pauses: Pauses = {
    isPaused: (key) => (held.get(key)?.until ?? 0) > machineNow(),
    refused(key, retryAfterS) {
      const ownMs = held.get(key)?.nextMs ?? FIRST_PAUSE_MS;
      const waitMs = retryAfterS === undefined ? ownMs : Math.max(retryAfterS * 1000, 1000);
      held.set(key, { until: machineNow() + waitMs, nextMs: Math.min(ownMs * 2, LONGEST_PAUSE_MS) });
      return waitMs;
    },
    keepOnly(keys) {
      for (const key of held.keys()) if (!keys.has(key)) held.delete(key);
    },
  };
  return { pauses, ends: () => [...held.values()].map(({ until }) => until) };
}
