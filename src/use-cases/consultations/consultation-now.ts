import type { Consultation } from "#domain/consultations/consultation.ts";
import { answersFor, type ConsultationField, consultationAccess } from "#domain/consultations/consultation-access.ts";
import type { ConsultationParty } from "#domain/consultations/consultation-party.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { Key } from "#domain/shared/keys.ts";
import { compareDanish } from "#domain/shared/plain-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";

/** A consultation with its parties, and what of it one reader may see (B10). */
export interface SeenConsultation {
  readonly consultation: Consultation;
  /** Every party record, also of parties that are no longer heard. */
  readonly parties: readonly ConsultationParty[];
  readonly sees: ReadonlySet<ConsultationField>;
}

/**
 * Every party of one consultation by name: a record that changes keeps its place on page and paper. Once the answers are
 * deleted what is kept of them. 0 Graph requests.
 */
export function partiesOf({ records }: Pick<Deps, "records">, consultationKey: Key): readonly ConsultationParty[] {
  const kept = records.consultations.byKey(consultationKey)?.value.answersDeleted?.parties;
  return (kept ?? storedParties(records, consultationKey)).toSorted((a, b) => compareDanish(a.name, b.name));
}

function storedParties(records: Deps["records"], consultationKey: Key): readonly ConsultationParty[] {
  return records.consultationParties
    .all()
    .map(({ value }) => value)
    .filter((party) => party.consultationKey === consultationKey);
}

/** Every consultation the actor may see; the parties are read once, however many consultations there are. */
export function visibleConsultations(deps: Pick<Deps, "records" | "clock">, actor: Actor): readonly SeenConsultation[] {
  const now = deps.clock.now();
  const byConsultation = groupBy(
    deps.records.consultationParties.all().map(({ value }) => value),
    (party) => party.consultationKey,
  );
  return deps.records.consultations.all().flatMap(({ value: consultation }) => {
    const parties = consultation.answersDeleted?.parties ?? byConsultation.get(consultation.key) ?? [];
    const sees = consultationAccess(actor, consultation, parties, now);
    return sees.has("exists") ? [{ consultation, parties, sees }] : [];
  });
}

/** One consultation as the actor meets it; "not there" and "not yours" are one answer (T19). */
export function visibleConsultation(
  deps: Pick<Deps, "records" | "clock">,
  actor: Actor,
  key: Key,
): Result<SeenConsultation, StoreFailure> {
  const consultation = deps.records.consultations.byKey(key)?.value;
  if (consultation === undefined) return refuse(notFound);
  const parties = partiesOf(deps, key);
  const sees = consultationAccess(actor, consultation, parties, deps.clock.now());
  return sees.has("exists") ? ok({ consultation, parties, sees }) : refuse(notFound);
}

/** A party and its consultation, for those who may know that just this party is heard. */
export function visibleParty(
  deps: Pick<Deps, "records" | "clock">,
  actor: Actor,
  partyKey: Key,
): Result<SeenConsultation & { readonly party: ConsultationParty }, StoreFailure> {
  const party = deps.records.consultationParties.byKey(partyKey)?.value;
  if (party === undefined) return refuse(notFound);
  const seen = visibleConsultation(deps, actor, party.consultationKey);
  if (!seen.ok) return seen;
  const mayKnow = seen.value.sees.has("counts") || answersFor(actor, party);
  return mayKnow ? ok({ ...seen.value, party }) : refuse(notFound);
}
