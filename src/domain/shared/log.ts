import type { Instant } from "./dates.ts";
import { type Key, keyOf, sha256Hex } from "./keys.ts";

/** What a log line may tell: keys, codes and figures, never free personal text. */
export type LogDetail = Readonly<Record<string, string | number | boolean>>;

/** One committed command, written in the same write as the change itself (law 6). */
export interface LogLine {
  readonly seq: number;
  readonly commandKey: Key;
  readonly at: Instant;
  /** Person key, or "system" for what no person pressed. */
  readonly by: Key | "system";
  readonly action: string;
  readonly detail: LogDetail;
  readonly previousHash: string;
  readonly hash: string;
}

/** The tail of a record's log; older lines stand in the audit list. */
export interface RecordLog {
  readonly count: number;
  readonly headHash: string;
  readonly tail: readonly LogLine[];
}

/** The log of a record that is being made. */
export const emptyLog: RecordLog = { count: 0, headHash: "", tail: [] };

/** Adds the line of a committed command, chained to the line before. */
export function appendLog(
  log: RecordLog,
  line: Pick<LogLine, "commandKey" | "at" | "by" | "action" | "detail">,
): RecordLog {
  const seq = log.count + 1;
  const hash = lineHash(seq, line, log.headHash);
  return { count: seq, headHash: hash, tail: [...log.tail, { ...line, seq, previousHash: log.headHash, hash }] };
}

/** Lets go of lines whose audit rows exist, but keeps the newest `keep` for the timeline. */
export function trimLog(log: RecordLog, auditedUpTo: number, keep: number): RecordLog {
  const from = log.count - keep;
  return { ...log, tail: log.tail.filter((line) => line.seq > auditedUpTo || line.seq > from) };
}

/** The line a command left behind, so that a repeated press gets the same answer. */
export function findCommand(log: RecordLog, commandKey: Key): LogLine | undefined {
  return log.tail.find((line) => line.commandKey === commandKey);
}

/** The audit row's key of a line: one row per record and sequence number. */
export function auditKey(recordKey: Key, seq: number): Key {
  return keyOf("audit", recordKey, seq);
}

/**
 * Whether a tail is whole: every line hashes to what it says and follows the one before, and the newest is still there.
 * Lines missing at the front are no fault: they may have been let go.
 */
export function verifyTail(log: RecordLog): boolean {
  if ((log.tail.at(-1)?.seq ?? 0) !== log.count) return false;
  let previous = log.tail[0]?.previousHash ?? log.headHash;
  for (const line of log.tail) {
    if (line.previousHash !== previous || line.hash !== lineHash(line.seq, line, previous)) return false;
    previous = line.hash;
  }
  return previous === log.headHash;
}

function lineHash(
  seq: number,
  line: Pick<LogLine, "commandKey" | "at" | "by" | "action" | "detail">,
  previousHash: string,
): string {
  const detail = Object.entries(line.detail).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256Hex(JSON.stringify([seq, line.commandKey, line.at, line.by, line.action, detail, previousHash]));
}
