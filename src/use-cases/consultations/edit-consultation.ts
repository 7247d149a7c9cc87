import type { Consultation, ConsultationFields } from "#domain/consultations/consultation.ts";
import { editConsultation as decide, type EditConsultationRefusal } from "#domain/consultations/edit-consultation.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { mayBeAbout } from "./case-choices.ts";
import { type ConsultationCommand, commitConsultation } from "./commit-consultation.ts";

/** Writes in a consultation: all of a draft, of a sent one what may still move. One write, none where nothing changed. */
export function editConsultation(
  deps: Deps,
  actor: Actor,
  command: ConsultationCommand & { readonly fields: ConsultationFields },
): Promise<Result<Consultation, EditConsultationRefusal | StoreFailure>> {
  return commitConsultation<EditConsultationRefusal | StoreFailure>(deps, actor, command, (consultation) => {
    const { caseKey } = command.fields;
    if (caseKey !== consultation.caseKey && !mayBeAbout(deps, actor, caseKey)) return refuse(notFound);
    return decide(consultation, command.fields, command, actor, deps.clock.now());
  });
}
