import { setTimeout as wait } from "node:timers/promises";
import type { Machine } from "./unit-scheduler.ts";

/** The real clock, real waiting and real chance. */
export const realMachine: Machine = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) => wait(milliseconds, undefined, signal === undefined ? {} : { signal }),
  random: () => Math.random(),
};
