import type { ConsultationFields } from "#domain/consultations/consultation.ts";
import {
  type CreateConsultationRefusal,
  consultationKeyOf,
  createConsultation as decide,
} from "#domain/consultations/create-consultation.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { mayBeAbout } from "./case-choices.ts";

export interface CreateConsultation {
  readonly commandKey: Key;
  readonly fields: ConsultationFields;
}

/** Begins a consultation as the actor's draft; a double press is one. @returns its key */
export async function createConsultation(
  deps: Deps,
  actor: Actor,
  command: CreateConsultation,
): Promise<Result<Key, CreateConsultationRefusal | StoreFailure>> {
  const { consultations } = deps.records;
  const key = consultationKeyOf(command);
  const earlier = consultations.byKey(key);
  if (earlier !== undefined) return earlier.value.caseOfficerKey === actor.personKey ? ok(key) : refuse(notFound);
  if (!mayBeAbout(deps, actor, command.fields.caseKey)) return refuse(notFound);
  const decided = decide(command.fields, command, actor, deps.clock.now());
  if (!decided.ok) return decided;
  const made = await consultations.create(decided.value);
  if (made.ok) return ok(key);
  if (made.refusal.kind !== "duplicate-key") return made;
  const fresh = await consultations.read(key);
  if (!fresh.ok) return fresh;
  return fresh.value.value.caseOfficerKey === actor.personKey ? ok(key) : refuse(notFound);
}
