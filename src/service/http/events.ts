import type { Context } from "hono";
import { stream } from "hono/streaming";
import type { ChangeEvent } from "#contract/events.ts";
import type { AppEnv } from "./app-env.ts";

const HEARTBEAT_MS = 20_000;
const LONGEST_MS = 30 * 60_000;

/** Who may hear something, by person key. */
export interface Readers {
  readonly has: (personKey: string) => boolean;
}

/** Something a stream may tell: the topics, and who may hear them (undefined = everybody signed in). */
export interface TopicChange {
  readonly kind: ChangeEvent["kind"];
  readonly topics: readonly string[];
  readonly onlyFor?: Readers;
}

/** Hands changes to all open streams. */
export interface ChangeFeed {
  publish(change: TopicChange): void;
  subscribe(listener: (change: TopicChange) => void): () => void;
  /** Open streams: while somebody looks, the lists are polled more often (law 9). */
  readonly watching: number;
}

export function createChangeFeed(): ChangeFeed {
  const listeners = new Set<(change: TopicChange) => void>();
  return {
    publish: (change) => {
      for (const listener of listeners) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get watching() {
      return listeners.size;
    },
  };
}

/**
 * GET /api/events: one JSON line per change, "hello" first, an empty line as heartbeat. Ends when the token ends or
 * after half an hour; the tab opens a new one.
 */
export function eventStream(context: Context<AppEnv>, feed: ChangeFeed, machineNow: () => number): Response {
  const me = context.get("actor").personKey;
  const until = Math.min(context.get("tokenExpiresS") * 1000, machineNow() + LONGEST_MS);
  context.header("Content-Type", "application/x-ndjson; charset=utf-8");
  context.header("X-Accel-Buffering", "no");
  return stream(context, async (out) => {
    const write = async (event: ChangeEvent): Promise<void> => {
      await out.write(`${JSON.stringify(event)}\n`);
    };
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const unsubscribe = feed.subscribe(({ kind, topics, onlyFor }) => {
      if (onlyFor !== undefined && !onlyFor.has(me)) return;
      void write({ kind, topics: [...topics] });
    });
    const heartbeat = setInterval(() => {
      if (machineNow() >= until) end();
      else void out.write("\n");
    }, HEARTBEAT_MS);
    heartbeat.unref();
    out.onAbort(end);
    await write({ kind: "hello", topics: [] });
    await ended;
    clearInterval(heartbeat);
    unsubscribe();
  });
}
