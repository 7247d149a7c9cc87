import { AsyncLocalStorage } from "node:async_hooks";
import type { CallOptions } from "./send.ts";
import type { Lane } from "./unit-scheduler.ts";

const lanes = new AsyncLocalStorage<Lane>();

/** Runs background work whose Graph calls name no lane of their own in this one, so that it takes nothing from people. */
export function inLane<T>(lane: Lane, run: () => T): T {
  return lanes.run(lane, run);
}

/** The lane of a call: the one it names, else that of the work it belongs to, else a person waits for it. */
export function laneOf(options: Pick<CallOptions, "lane"> | undefined): Lane {
  return options?.lane ?? lanes.getStore() ?? "people";
}
