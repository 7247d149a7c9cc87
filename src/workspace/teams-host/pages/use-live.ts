import { useEffect, useState } from "react";
import * as z from "zod/mini";

const requestSchema = z.object({
  /** ISO instant of the machine's clock. */
  at: z.string(),
  /** Display name of the application. */
  client: z.string(),
  method: z.string(),
  path: z.string(),
  status: z.number(),
  /** SharePoint resource units. */
  units: z.number(),
  ms: z.number(),
});
export type LiveRequest = z.infer<typeof requestSchema> & { readonly key: number };

const changeSchema = z.object({
  at: z.string(),
  list: z.string(),
  itemId: z.string(),
  kind: z.enum(["created", "updated", "deleted"]),
  by: z.string(),
});
export type LiveChange = z.infer<typeof changeSchema> & { readonly key: number };

const clockSchema = z.object({ now: z.string() });

/** What happens in the workspace, as the strip and the widgets show it. */
export interface Live {
  readonly requests: readonly LiveRequest[];
  readonly changes: readonly LiveChange[];
  readonly totalRequests: number;
  readonly totalChanges: number;
  /** Business time at a moment of this page's own timer; undefined until known. */
  readonly clock: { readonly now: number; readonly heardAt: number } | undefined;
  readonly faults: boolean;
  /** Counts uploads of apps: the list must be fetched again. */
  readonly appUploads: number;
  /** Counts changes of channels' tabs, likewise. */
  readonly channelChanges: number;
  /** Counts new and seen entries of activity feeds, likewise. */
  readonly activityChanges: number;
}

const shown = 100;
const nothing: Live = {
  requests: [],
  changes: [],
  totalRequests: 0,
  totalChanges: 0,
  clock: undefined,
  faults: false,
  appUploads: 0,
  channelChanges: 0,
  activityChanges: 0,
};

/** Events that come in quick succession are drawn together. */
const drawEveryMs = 200;

/**
 * Listens to the workspace while the page can be seen; the browser reconnects by itself. A hidden page lets its
 * connection go, because a browser keeps only six to one origin.
 */
export function useLive(): Live {
  const [live, setLive] = useState(nothing);
  useEffect(() => {
    let close = document.visibilityState === "visible" ? listen(setLive) : undefined;
    const onVisibility = (): void => {
      const visible = document.visibilityState === "visible";
      if (visible && close === undefined) close = listen(setLive);
      if (visible) return;
      close?.();
      close = undefined;
    };
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      close?.();
    };
  }, []);
  return live;
}

type Update = (live: Live) => Live;

function listen(setLive: (update: Update) => void): () => void {
  const source = new EventSource("/workspace/live");
  let waiting: Update[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = (): void => {
    const updates = waiting;
    waiting = [];
    timer = undefined;
    setLive((before) => updates.reduce((live, update) => update(live), before));
  };
  const queue = (update: Update): void => {
    waiting.push(update);
    timer ??= setTimeout(draw, drawEveryMs);
  };
  const on = (kind: string, update: (live: Live, detail: unknown) => Live): void =>
    source.addEventListener(kind, (event: MessageEvent<string>) => {
      const detail: unknown = JSON.parse(event.data);
      queue((before) => update(before, detail));
    });
  source.addEventListener("open", () => {
    // After a break the newest events are sent again, and the rest may have changed meanwhile.
    queue((before) => ({
      ...nothing,
      clock: before.clock,
      faults: before.faults,
      appUploads: before.appUploads + 1,
      channelChanges: before.channelChanges + 1,
      activityChanges: before.activityChanges + 1,
    }));
    readCurrent().then(
      (current) => queue((before) => ({ ...before, ...current })),
      () => undefined,
    );
  });
  on("request", withRequest);
  on("change", withChange);
  on("clock", (before, detail) => ({ ...before, clock: heard(clockSchema.parse(detail).now) }));
  on("faults", (before, detail) => ({ ...before, faults: detail !== null }));
  on("channels", (before) => ({ ...before, channelChanges: before.channelChanges + 1 }));
  on("activity", (before) => ({ ...before, activityChanges: before.activityChanges + 1 }));
  on("apps", (before) => ({ ...before, appUploads: before.appUploads + 1 }));
  return () => {
    clearTimeout(timer);
    source.close();
  };
}

async function readCurrent(): Promise<Partial<Live>> {
  const [clock, faults] = await Promise.all([fetch("/workspace/clock"), fetch("/workspace/faults")]);
  const reading: unknown = await clock.json();
  const current: unknown = await faults.json();
  return {
    clock: heard(clockSchema.parse(reading).now),
    faults: z.object({ faults: z.unknown() }).parse(current).faults !== null,
  };
}

function heard(now: string): { readonly now: number; readonly heardAt: number } {
  return { now: Date.parse(now), heardAt: performance.now() };
}

function withRequest(live: Live, detail: unknown): Live {
  const key = live.totalRequests + 1;
  const request = { ...requestSchema.parse(detail), key };
  return { ...live, totalRequests: key, requests: [request, ...live.requests].slice(0, shown) };
}

function withChange(live: Live, detail: unknown): Live {
  const key = live.totalChanges + 1;
  const change = { ...changeSchema.parse(detail), key };
  return { ...live, totalChanges: key, changes: [change, ...live.changes].slice(0, shown) };
}
