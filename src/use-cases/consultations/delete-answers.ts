import type { Consultation } from "#domain/consultations/consultation.ts";
import type { ConsultationParty } from "#domain/consultations/consultation-party.ts";
import { deleteAnswers, deletionState } from "#domain/consultations/delete-answers.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { Key } from "#domain/shared/keys.ts";
import { auditKey, type RecordLog } from "#domain/shared/log.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { auditedLog } from "../audit/audited-log.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import type { Versioned } from "../ports/versioned.ts";
import { isCaseOpen } from "./deletion-view.ts";

type Stored = Pick<Deps, "records" | "clock" | "answerFiles">;

/**
 * Deletes the answers of consultations whose day has come (R-09): first what is kept is written in the consultation with its
 * log line, then the documents that came with answers and the parties' records are removed, with every version of them. Told by what stands in the records alone, so
 * it may stop anywhere and be run again; a party's record stays until each line of its log is in the audit list (law 6).
 *
 * @param most writes and removals in this run
 * @returns how many there were, or the first failure of the store
 */
export async function deleteDueAnswers(deps: Stored, most: number): Promise<Result<number, StoreFailure>> {
  if (!deps.records.consultations.all().some(({ value }) => isDue(deps, value) || value.answersDeleted)) return ok(0);
  if (deps.records.consultations.all().some(({ value }) => isDue(deps, value))) {
    const upToDate = await deps.records.refresh(["cases", "consultations", "consultationParties"]);
    if (!upToDate.ok) return upToDate;
  }
  const byConsultation = groupBy(deps.records.consultationParties.all(), ({ value }) => value.consultationKey);
  let done = 0;
  for (const { value } of deps.records.consultations.all()) {
    if (!isDue(deps, value) && !value.answersDeleted) continue;
    const parties = byConsultation.get(value.key) ?? [];
    if (!value.answersDeleted) {
      if (done >= most) break;
      const kept = await keepWhatStays(deps, value.key, parties);
      if (!kept.ok) return kept;
      if (!kept.value) continue;
      done += 1;
    }
    const removed = await removeParties(deps, parties, most - done);
    if (!removed.ok) return removed;
    done += removed.value;
  }
  return ok(done);
}

function isDue(deps: Stored, consultation: Consultation): boolean {
  return deletionState(consultation, isCaseOpen(deps, consultation), deps.clock.now()) === "due";
}

/** The first write: from it on nobody is shown an answer. @returns whether it stands, so that the rest may go */
async function keepWhatStays(
  deps: Stored,
  consultationKey: Key,
  parties: readonly Versioned<ConsultationParty>[],
): Promise<Result<boolean, StoreFailure>> {
  const { records, clock } = deps;
  const saved = await commit<Consultation, never>(records.consultations, consultationKey, (current) => {
    if (!isDue(deps, current)) return ok(current);
    const all = parties.map(({ value }) => value);
    const deleted = deleteAnswers(current, all, clock.now());
    return ok({ ...deleted, log: auditedLog(records, consultationKey, deleted.log) });
  });
  return saved.ok ? ok(saved.value.value.answersDeleted !== undefined) : saved;
}

/** The writes after it, one for each party; what somebody else has removed or written is left to the next run. */
async function removeParties(
  { records, answerFiles }: Stored,
  parties: readonly Versioned<ConsultationParty>[],
  most: number,
): Promise<Result<number, StoreFailure>> {
  const ready = parties.filter(({ value }) => isAudited(records, value.key, value.log)).slice(0, most);
  if (ready.length === 0) return ok(0);
  // Before the records: as long as a party is there, its documents are looked for again.
  const cleared = await answerFiles.removeOf(ready.map(({ value }) => value.key));
  if (!cleared.ok) return cleared;
  let removed = 0;
  for (const { value, version } of ready) {
    const gone = await records.consultationParties.remove(value.key, version);
    if (gone.ok) removed += 1;
    else if (gone.refusal.kind !== "not-found" && gone.refusal.kind !== "conflict") return gone;
  }
  return ok(removed);
}

function isAudited({ audit }: Deps["records"], key: Key, { tail }: RecordLog): boolean {
  return tail.every(({ seq }) => audit.byKey(auditKey(key, seq)) !== undefined);
}
