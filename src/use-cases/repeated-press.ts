import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import { findCommand, type RecordLog } from "#domain/shared/log.ts";

/** Whether this very press by this very person has been carried out already: it gets the same answer, nothing is written. */
export function isRepeatedPress(log: RecordLog, command: Command, actor: Actor): boolean {
  return findCommand(log, command.commandKey)?.by === actor.personKey;
}
