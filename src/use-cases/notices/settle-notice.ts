import type { Delivery, SenderRecord } from "#domain/notices/sender-record.ts";
import { type Actor, hasRole } from "#domain/organisation/actor.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { appendLog, auditKey, emptyLog } from "#domain/shared/log.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { digestMark } from "./sender-shards.ts";

export interface SettleNoticeCommand {
  readonly commandKey: Key;
  readonly senderKey: Key;
  readonly noticeKey: Key;
  /** What a person has found out: it arrived after all, or it did not and is to be sent again. */
  readonly fate: "arrived" | "send-again";
}

export type SettleNoticeRefusal = { readonly kind: "not-allowed" } | StoreFailure;

/**
 * Ends the doubt about a message whose fate is unknown: only a person may, and never the service by itself (law 8).
 * Who decided it stands in the audit list. Done already, by this press or another: nothing happens. Sending again lets
 * go of the claim, so the message goes the ordinary way if there is still a reason for it.
 */
export async function settleNotice(
  deps: Deps,
  actor: Actor,
  command: SettleNoticeCommand,
): Promise<Result<void, SettleNoticeRefusal>> {
  if (!hasRole(actor, "administrator")) return refuse({ kind: "not-allowed" });
  const { senderKey, noticeKey, fate } = command;
  const before = deps.records.senders.byKey(senderKey)?.value.deliveries.find((each) => each.noticeKey === noticeKey);
  if (before?.state !== "uncertain") return ok(undefined);
  const written = await writeDown(deps, actor, command);
  if (!written.ok) return written;
  if (fate === "send-again") {
    const freed = await freeMembers(deps, noticeKey);
    if (!freed.ok) return freed;
  }
  const saved = await commit<SenderRecord, StoreFailure>(deps.records.senders, senderKey, (current) =>
    ok(settled(current, noticeKey, fate)),
  );
  return saved.ok ? ok(undefined) : saved;
}

function settled(record: SenderRecord, noticeKey: Key, fate: SettleNoticeCommand["fate"]): SenderRecord {
  const isIt = (each: Delivery): boolean => each.noticeKey === noticeKey && each.state === "uncertain";
  if (!record.deliveries.some(isIt)) return record;
  if (fate === "send-again") return { ...record, deliveries: record.deliveries.filter((each) => !isIt(each)) };
  // Its activity is unknown, so the card cannot be replaced later: without a conversation nobody tries.
  const deliveries = record.deliveries.map((each) =>
    isIt(each) ? { ...each, state: "sent" as const, conversationId: "", closed: true } : each,
  );
  return { ...record, deliveries };
}

/** What stood on one card for many waits again, each for itself. */
async function freeMembers({ records }: Deps, digestKey: Key): Promise<Result<void, StoreFailure>> {
  const isMember = ({ state, activityId }: Delivery): boolean =>
    state === "digested" && activityId === digestMark(digestKey);
  for (const { value } of records.senders.all()) {
    if (!value.deliveries.some(isMember)) continue;
    const saved = await commit<SenderRecord, StoreFailure>(records.senders, value.key, (current) =>
      ok({ ...current, deliveries: current.deliveries.filter((each) => !isMember(each)) }),
    );
    if (!saved.ok) return saved;
  }
  return ok(undefined);
}

async function writeDown(
  { records, clock }: Deps,
  actor: Actor,
  { commandKey, noticeKey, fate }: SettleNoticeCommand,
): Promise<Result<void, StoreFailure>> {
  const recordKey = keyOf("notice-settled", noticeKey, commandKey);
  const line = { commandKey, at: clock.now(), by: actor.personKey, action: `notice-${fate}`, detail: { noticeKey } };
  for (const each of appendLog(emptyLog, line).tail) {
    const row = { ...each, key: auditKey(recordKey, 1), recordKey, recordKind: "notice" };
    const written = await records.audit.create(row);
    if (!written.ok && written.refusal.kind !== "duplicate-key") return written;
  }
  return ok(undefined);
}
