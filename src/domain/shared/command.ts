import type { Instant } from "./dates.ts";
import type { Key } from "./keys.ts";
import { appendLog, findCommand, type LogDetail, type RecordLog } from "./log.ts";

/** What every press carries: the same key for the same press, however often it arrives. */
export interface Command {
  readonly commandKey: Key;
}

/** Who did something before, and when: what a repeated press is told. */
export interface Earlier {
  readonly by: Key | "system";
  readonly at: Instant;
}

/** The line that this very press left behind, when it has arrived before. */
export function earlierPress(log: RecordLog, command: Command): Earlier | undefined {
  const line = findCommand(log, command.commandKey);
  return line && { by: line.by, at: line.at };
}

/** The log with the line of a command that is being committed (law 6): keys, codes and figures only. */
export function logged(
  log: RecordLog,
  command: Command,
  actor: { readonly personKey: Key },
  now: Instant,
  action: string,
  detail: LogDetail,
): RecordLog {
  return appendLog(log, { commandKey: command.commandKey, at: now, by: actor.personKey, action, detail });
}
