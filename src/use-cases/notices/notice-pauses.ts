import type { Key } from "#domain/shared/keys.ts";

/** Notices the channel has refused for now. In memory: another service, or this one started anew, may ask once more. */
export interface NoticePauses {
  readonly isPaused: (noticeKey: Key) => boolean;
  /** The channel took nothing; `retryAfterS` where it said when to come again. */
  readonly refused: (noticeKey: Key, retryAfterS: number | undefined) => void;
  /** Forgets all notices but these, so that what was sent or ran out is no burden. */
  readonly keepOnly: (noticeKeys: ReadonlySet<Key>) => void;
  /** Milliseconds until the first pause ends; undefined when nothing is held back. */
  readonly nextEndMs: () => number | undefined;
}

const FIRST_PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/**
 * Holds a refused notice back for as long as the channel says, else 5 s and twice as long each time, at most 5 minutes.
 *
 * @param machineNow epoch milliseconds of the machine: waiting is no business time
 */
export function createNoticePauses(machineNow: () => number): NoticePauses {
  const pauses = new Map<Key, { readonly until: number; readonly nextMs: number }>();
  return {
    isPaused: (key) => (pauses.get(key)?.until ?? 0) > machineNow(),
    refused(key, retryAfterS) {
      const ownMs = pauses.get(key)?.nextMs ?? FIRST_PAUSE_MS;
      const waitMs = retryAfterS === undefined ? ownMs : Math.max(retryAfterS * 1000, 1000);
      pauses.set(key, { until: machineNow() + waitMs, nextMs: Math.min(ownMs * 2, LONGEST_PAUSE_MS) });
    },
    keepOnly(keys) {
      for (const key of pauses.keys()) if (!keys.has(key)) pauses.delete(key);
    },
    nextEndMs() {
      if (pauses.size === 0) return undefined;
      const first = Math.min(...[...pauses.values()].map(({ until }) => until));
      return Math.max(first - machineNow(), 0);
    },
  };
}
