import { mayCreateConsultation } from "#domain/consultations/consultation-access.ts";
import type { PartyFields } from "#domain/consultations/consultation-party.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { compareDanish } from "#domain/shared/plain-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { organisationNow, type PersonRefView, personRef } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { type CaseChoiceView, caseChoices } from "./case-choices.ts";
import { consultationRecordsNow } from "./consultation-records-now.ts";

/** Whom a consultation can be sent to, for the form. */
export interface CouncilsView {
  /** Every council that was ever heard, as it was written last. */
  readonly councils: readonly PartyFields[];
  /** Who may answer for a council. */
  readonly people: readonly PersonRefView[];
  /** Cases it may be about. */
  readonly cases: readonly CaseChoiceView[];
}

/** Councils the law names, before anything is known of this municipality's own. */
const statutory: readonly PartyFields[] = [
  { code: "ÆR", name: "Ældrerådet", duty: "statutory", law: "Retssikkerhedsloven § 30" },
  { code: "HR", name: "Handicaprådet", duty: "statutory", law: "Retssikkerhedsloven § 37 a" },
].map((council) => ({ ...council, duty: "statutory", channel: "registered", personKeys: [], email: "" }));

/** Councils, people and cases a case officer may choose from. 0 Graph requests. */
export function councils(deps: Deps, actor: Actor): Result<CouncilsView, StoreFailure> {
  if (!mayCreateConsultation(actor)) return refuse(notFound);
  const organisation = organisationNow(deps);
  const byCode = new Map(statutory.map((council) => [council.code, council]));
  const parties = consultationRecordsNow(deps).consultationParties;
  for (const party of parties.toSorted((a, b) => ((a.log.tail[0]?.at ?? "") < (b.log.tail[0]?.at ?? "") ? -1 : 1))) {
    const { code, name, duty, law, channel, personKeys, email } = party;
    byCode.set(code, { code, name, duty, law, channel, personKeys, email });
  }
  const people = organisation.persons.filter((person) => person.active && person.roles.includes("consultation-party"));
  return ok({
    councils: [...byCode.values()].toSorted((a, b) => compareDanish(a.name, b.name)),
    people: people.map((person) => personRef(organisation, person.key)),
    cases: caseChoices(deps, actor),
  });
}
