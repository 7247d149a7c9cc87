import type { Consultation } from "#domain/consultations/consultation.ts";
import type { ConsultationParty } from "#domain/consultations/consultation-party.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { auditedLog } from "../audit/audited-log.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";
import { type SeenConsultation, visibleConsultation, visibleParty } from "./consultation-now.ts";

export interface ConsultationCommand {
  readonly commandKey: Key;
  readonly consultationKey: Key;
}

export interface PartyCommand {
  readonly commandKey: Key;
  readonly partyKey: Key;
}

/** Consultations and answers as they are stored now, so that a command rests on both (law 5). */
export function refreshConsultations({ records }: Deps): Promise<Result<void, StoreFailure>> {
  return records.refresh(["consultations", "consultationParties"]);
}

/** Commits a decision about a consultation, on answers that are brought up to date first: one write with If-Match. */
export async function commitConsultation<R>(
  deps: Deps,
  actor: Actor,
  command: ConsultationCommand,
  decide: (consultation: Consultation, seen: SeenConsultation) => Result<Consultation, R>,
): Promise<Result<Consultation, R | StoreFailure>> {
  const known = visibleConsultation(deps, actor, command.consultationKey);
  if (!known.ok) return known;
  const upToDate = await refreshConsultations(deps);
  if (!upToDate.ok) return upToDate;
  const seen = visibleConsultation(deps, actor, command.consultationKey);
  if (!seen.ok) return seen;
  const saved = await commit<Consultation, R>(deps.records.consultations, command.consultationKey, (current) => {
    if (isRepeatedPress(current.log, command, actor)) return ok(current);
    const decided = decide(current, seen.value);
    if (!decided.ok || decided.value === current) return decided;
    return ok({ ...decided.value, log: auditedLog(deps.records, current.key, decided.value.log) });
  });
  return saved.ok ? ok(saved.value.value) : saved;
}

/**
 * Commits a decision about one party's record, where its answer is: the consultation is brought up to date (nothing is
 * taken in once it is treated), then one write with If-Match, so that one of two answers wins.
 */
export async function commitParty<R>(
  deps: Deps,
  actor: Actor,
  command: PartyCommand,
  decide: (party: ConsultationParty, consultation: Consultation) => Result<ConsultationParty, R>,
): Promise<Result<ConsultationParty, R | StoreFailure>> {
  const known = visibleParty(deps, actor, command.partyKey);
  if (!known.ok) return known;
  const upToDate = await refreshConsultations(deps);
  if (!upToDate.ok) return upToDate;
  const seen = visibleParty(deps, actor, command.partyKey);
  if (!seen.ok) return seen;
  const { consultation } = seen.value;
  const saved = await commit<ConsultationParty, R>(deps.records.consultationParties, command.partyKey, (current) => {
    if (isRepeatedPress(current.log, command, actor)) return ok(current);
    const decided = decide(current, consultation);
    if (!decided.ok || decided.value === current) return decided;
    return ok({ ...decided.value, log: auditedLog(deps.records, current.key, decided.value.log) });
  });
  return saved.ok ? ok(saved.value.value) : saved;
}
