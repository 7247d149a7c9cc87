import type { Consultation, ConsultationFields } from "#domain/consultations/consultation.ts";
import { editConsultation as decide, type EditConsultationRefusal } from "#domain/consultations/edit-consultation.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { type ConsultationCommand, commitConsultation } from "./commit-consultation.ts";

/** Writes in a consultation: all of a draft, of a sent one what may still move. One write, none where nothing changed. */
export function editConsultation(
  deps: Deps,
  actor: Actor,
  command: ConsultationCommand & { readonly fields: ConsultationFields },
): Promise<Result<Consultation, EditConsultationRefusal | StoreFailure>> {
  return commitConsultation(deps, actor, command, (consultation) =>
    decide(consultation, command.fields, command, actor, deps.clock.now()),
  );
}
