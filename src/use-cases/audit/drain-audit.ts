import type { Key } from "#domain/shared/keys.ts";
import { auditKey, type LogLine, type RecordLog, verifyTail } from "#domain/shared/log.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { RecordCollection } from "../ports/record-collection.ts";
import type { AuditLine } from "../ports/records.ts";
import type { StoreFailure } from "../ports/store-failure.ts";

interface Logged {
  readonly key: Key;
  readonly log: RecordLog;
}

/** Copies log lines that have no audit row yet; answers how many rows it wrote. At most `most` a run. */
export type DrainAudit = (most: number) => Promise<Result<number, StoreFailure>>;

/**
 * Writes each record's log lines to the append-only audit list, one row per record and number (law 6). Writing a row
 * twice is one row, so a run may stop anywhere. Records already drained are remembered by their stored value.
 *
 * @param checked told of each record looked at; false when its log is not whole, or a line differs from its audit row:
 * somebody else has written there. Such a log is not copied further, and looked at again on every run.
 */
export function createAuditDrain(
  { records }: Pick<Deps, "records">,
  checked: (recordKey: Key, isWhole: boolean) => void = () => undefined,
): DrainAudit {
  const drained = new WeakSet<RecordLog>();
  const kinds: readonly (readonly [string, Pick<RecordCollection<Logged>, "all">])[] = [
    ["centre", records.centres],
    ["person", records.persons],
    ["body", records.bodies],
    ["case", records.cases],
    ["pool", records.pools],
    ["application", records.applications],
    ["review", records.reviews],
    ["consultation", records.consultations],
    ["consultation-party", records.consultationParties],
    ["programme", records.programmes],
    ["action-item", records.actionItems],
    ["need", records.needs],
  ];
  return async (most) => {
    let written = 0;
    for (const [recordKind, collection] of kinds) {
      for (const { value } of collection.all()) {
        if (drained.has(value.log)) continue;
        if (!isWhole(records, value)) {
          checked(value.key, false);
          continue;
        }
        let isCopied = true;
        for (const line of value.log.tail) {
          const row = auditLine(value.key, recordKind, line);
          if (records.audit.byKey(row.key) !== undefined) continue;
          if (written >= most) return ok(written);
          const made = await records.audit.create(row);
          if (made.ok) written += 1;
          else if (made.refusal.kind === "duplicate-key") isCopied = false;
          else return made;
        }
        checked(value.key, isCopied);
        if (isCopied) drained.add(value.log);
      }
    }
    return ok(written);
  };
}

/** Whether the tail is a chain, and every row already there is its line's own. */
function isWhole({ audit }: Deps["records"], { key, log }: Logged): boolean {
  if (!verifyTail(log)) return false;
  return log.tail.every(({ seq, hash }) => {
    const row = audit.byKey(auditKey(key, seq))?.value;
    return row === undefined || row.hash === hash;
  });
}

function auditLine(recordKey: Key, recordKind: string, line: LogLine): AuditLine {
  return { ...line, key: auditKey(recordKey, line.seq), recordKey, recordKind };
}
