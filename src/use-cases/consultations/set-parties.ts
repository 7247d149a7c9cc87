import type { ConsultationParty, PartyFields } from "#domain/consultations/consultation-party.ts";
import { setParties as decide, type SetPartiesRefusal } from "#domain/consultations/set-parties.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { auditedLog } from "../audit/audited-log.ts";
import { commitOrCreate } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { type ConsultationCommand, refreshConsultations } from "./commit-consultation.ts";
import { visibleConsultation } from "./consultation-now.ts";

/**
 * Makes the parties what was asked: one write for each that differs, none for the others. Run again after a failure it
 * goes on where it stopped; an answer that came in between is kept, as each record is decided anew.
 */
export async function setParties(
  deps: Deps,
  actor: Actor,
  command: ConsultationCommand & { readonly parties: readonly PartyFields[] },
): Promise<Result<void, SetPartiesRefusal | StoreFailure>> {
  const { records, clock } = deps;
  const known = visibleConsultation(deps, actor, command.consultationKey);
  if (!known.ok) return known;
  const upToDate = await refreshConsultations(deps);
  if (!upToDate.ok) return upToDate;
  const seen = visibleConsultation(deps, actor, command.consultationKey);
  if (!seen.ok) return seen;
  const { consultation, parties } = seen.value;
  const isPerson = (key: Key): boolean => records.persons.byKey(key)?.value.active === true;
  const wanted = (present: readonly ConsultationParty[]): ReturnType<typeof decide> =>
    decide(consultation, present, command.parties, isPerson, command, actor, clock.now());
  const decided = wanted(parties);
  if (!decided.ok) return decided;
  for (const { key } of decided.value) {
    const others = parties.filter((party) => party.key !== key);
    const saved = await commitOrCreate<ConsultationParty, SetPartiesRefusal>(
      records.consultationParties,
      key,
      (current) => {
        const anew = wanted(current === undefined ? others : [...others, current]);
        if (!anew.ok) return anew;
        const party = anew.value.find((each) => each.key === key);
        if (party === undefined) return refuse({ kind: "not-allowed" });
        return ok(party === current ? party : { ...party, log: auditedLog(records, key, party.log) });
      },
    );
    if (!saved.ok) return saved;
  }
  return ok(undefined);
}
