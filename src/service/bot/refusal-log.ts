import type { Logger } from "pino";
import type { TokenRefusal } from "./channel-token.ts";

const MOST_PER_MINUTE = 5;

/** Logs refused calls, at most five lines a minute, so that forged calls cannot fill the log (T13). */
export function createRefusalLog(log: Logger, machineNow: () => number): (reason: TokenRefusal) => void {
  let minute = 0;
  let lines = 0;
  return (reason) => {
    const now = Math.floor(machineNow() / 60_000);
    if (now !== minute) {
      minute = now;
      lines = 0;
    }
    lines += 1;
    if (lines <= MOST_PER_MINUTE) log.warn({ reason }, "bot call refused");
  };
}
