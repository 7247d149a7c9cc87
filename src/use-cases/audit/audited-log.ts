import type { Key } from "#domain/shared/keys.ts";
import { auditKey, type RecordLog, trimLog } from "#domain/shared/log.ts";
import type { Records } from "../ports/records.ts";

/** Lines a record keeps for its timeline and for repeated presses, audited or not. */
const KEPT = 40;

/** The log without lines whose audit row exists, ready for the record's next write; the newest stay (law 6). */
export function auditedLog(records: Pick<Records, "audit">, recordKey: Key, log: RecordLog): RecordLog {
  if (log.tail.length <= KEPT) return log;
  let auditedUpTo = 0;
  for (const { seq } of log.tail) {
    if (records.audit.byKey(auditKey(recordKey, seq)) === undefined) break;
    auditedUpTo = seq;
  }
  return trimLog(log, auditedUpTo, KEPT);
}
