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
};

/** Listens to the workspace for as long as the page is open; the browser reconnects by itself. */
export function useLive(): Live {
  const [live, setLive] = useState(nothing);
  useEffect(() => {
    const source = new EventSource("/workspace/live");
    const on = (kind: string, update: (live: Live, detail: unknown) => Live): void =>
      source.addEventListener(kind, (event: MessageEvent<string>) => {
        const detail: unknown = JSON.parse(event.data);
        setLive((before) => update(before, detail));
      });
    // After a break the newest events are sent again: start with an empty list then.
    source.addEventListener("open", () =>
      setLive((before) => ({ ...before, requests: [], changes: [], totalRequests: 0, totalChanges: 0 })),
    );
    on("request", withRequest);
    on("change", withChange);
    on("clock", (before, detail) => ({ ...before, clock: heard(clockSchema.parse(detail).now) }));
    on("faults", (before, detail) => ({ ...before, faults: detail !== null }));
    on("apps", (before) => ({ ...before, appUploads: before.appUploads + 1 }));
    void readInitial().then((initial) => setLive((before) => ({ ...before, ...initial })));
    return () => source.close();
  }, []);
  return live;
}

async function readInitial(): Promise<Partial<Live>> {
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
