import { type ConsultationNote, consultationNote } from "#domain/consultations/consultation-note.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { organisationNow, personRef } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { visibleConsultation } from "./consultation-now.ts";

/**
 * The consultation report (001-13), for those who may read answers and comments; "not there" for everybody else and
 * while the consultation is not sent or its answers are deleted. 0 Graph requests.
 */
export function consultationReport(
  deps: Deps,
  actor: Actor,
  key: Key,
  municipality: string,
): Result<ConsultationNote, StoreFailure> {
  const found = visibleConsultation(deps, actor, key);
  if (!found.ok) return found;
  const { consultation, parties, sees } = found.value;
  if (!sees.has("comments") || consultation.sent === undefined || consultation.answersDeleted) return refuse(notFound);
  const { name, title } = personRef(organisationNow(deps), consultation.caseOfficerKey);
  const caseOfficer = title === "" ? name : `${name}, ${title}`;
  return ok(consultationNote({ municipality, consultation, parties, caseOfficer, now: deps.clock.now() }));
}
