import type { Logger } from "pino";
import type { TokenRefusal } from "./channel-token.ts";

/** Logs one refused call; `source` is the address the call came from. */
export type RefusalLog = (reason: TokenRefusal, source: string) => void;

const MOST_PER_SOURCE = 5;
const MOST_SOURCES = 20;

/**
 * Logs refused calls: at most five lines a minute and source, and no more than twenty sources a minute, so that forged
 * calls can fill neither log nor memory (T13). What was left out is told with the next line.
 */
export function createRefusalLog(log: Logger, machineNow: () => number): RefusalLog {
  const lines = new Map<string, number>();
  let minute = 0;
  let leftOut = 0;
  return (reason, source) => {
    const now = Math.floor(machineNow() / 60_000);
    if (now !== minute) lines.clear();
    minute = now;
    const before = lines.get(source) ?? (lines.size < MOST_SOURCES ? 0 : MOST_PER_SOURCE);
    if (before >= MOST_PER_SOURCE) {
      leftOut += 1;
      return;
    }
    lines.set(source, before + 1);
    log.warn({ reason, source, ...(leftOut === 0 ? {} : { leftOut }) }, "bot call refused");
    leftOut = 0;
  };
}
