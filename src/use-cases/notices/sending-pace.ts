/** What is done in a chat: a notice disturbs its reader, an update of a card does not. */
export type ChatAct = "notice" | "update";

/** How fast cards may leave: below what Teams takes, and few enough for a person to read (T48). */
export interface SendingPace {
  /** Whether the act may be done now; when not, `nextFreeMs` knows of it. */
  readonly isFree: (conversationId: string, act: ChatAct) => boolean;
  /** The act is being done now. */
  readonly counted: (conversationId: string, act: ChatAct) => void;
  /** The channel wants to be left alone in this chat for so long. */
  readonly hold: (conversationId: string, milliseconds: number) => void;
  /** Milliseconds until the first act that was not free is free; undefined when none waits. */
  readonly nextFreeMs: () => number | undefined;
}

interface Limit {
  readonly most: number;
  readonly withinMs: number;
}

/** Teams' limits for one bot in one chat; more is answered 429. */
const CHAT: readonly Limit[] = [
  { most: 7, withinMs: 1000 },
  { most: 8, withinMs: 2000 },
  { most: 60, withinMs: 30_000 },
  { most: 1800, withinMs: 3_600_000 },
];
/** Ours: so many notices a minute to one person. */
const NOTICES: Limit = { most: 10, withinMs: 60_000 };
/** Half of the 50 requests a second Teams takes from one app in one tenant: answers to presses need the rest. */
const APP: Limit = { most: 25, withinMs: 1000 };

const LONGEST_MS = 3_600_000;

interface Chat {
  readonly acts: number[];
  readonly notices: number[];
  heldUntil: number;
}

/**
 * Counts what this service has posted. In memory: one started anew begins afresh, and the channel's own 429 is heeded
 * all the same.
 *
 * @param machineNow epoch milliseconds of the machine: waiting is no business time
 */
export function createSendingPace(machineNow: () => number): SendingPace {
  const app: number[] = [];
  const chats = new Map<string, Chat>();
  let firstFree: number | undefined;

  function freeAt(conversationId: string, act: ChatAct, now: number): number {
    const chat = chats.get(conversationId);
    const ofApp = freeUnder(APP, app, now);
    if (chat === undefined) return ofApp;
    const ofChat = CHAT.map((limit) => freeUnder(limit, chat.acts, now));
    const ofNotices = act === "notice" ? freeUnder(NOTICES, chat.notices, now) : now;
    return Math.max(ofApp, ...ofChat, ofNotices, chat.heldUntil);
  }

  function chatOf(conversationId: string): Chat {
    const chat = chats.get(conversationId) ?? { acts: [], notices: [], heldUntil: 0 };
    chats.set(conversationId, chat);
    return chat;
  }

  return {
    isFree(conversationId, act) {
      const now = machineNow();
      const at = freeAt(conversationId, act, now);
      if (at <= now) return true;
      if (firstFree === undefined || firstFree <= now || at < firstFree) firstFree = at;
      return false;
    },
    counted(conversationId, act) {
      const now = machineNow();
      const chat = chatOf(conversationId);
      chat.acts.push(now);
      if (act === "notice") chat.notices.push(now);
      app.push(now);
      for (const times of [app, chat.acts, chat.notices]) forget(times, now - LONGEST_MS);
    },
    hold(conversationId, milliseconds) {
      const chat = chatOf(conversationId);
      chat.heldUntil = Math.max(chat.heldUntil, machineNow() + milliseconds);
    },
    nextFreeMs() {
      const waitMs = (firstFree ?? 0) - machineNow();
      return waitMs > 0 ? waitMs : undefined;
    },
  };
}

/** When one more is within the limit; `times` in order. */
function freeUnder({ most, withinMs }: Limit, times: readonly number[], now: number): number {
  const oldest = times.at(-most);
  return oldest === undefined ? now : oldest + withinMs;
}

function forget(times: number[], before: number): void {
  const kept = times.findIndex((time) => time > before);
  times.splice(0, kept === -1 ? times.length : kept);
}
