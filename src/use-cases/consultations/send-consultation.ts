import type { Consultation } from "#domain/consultations/consultation.ts";
import {
  type BlockedBy,
  sendConsultation as decide,
  type SendConsultationRefusal,
} from "#domain/consultations/send-consultation.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { type ConsultationCommand, commitConsultation } from "./commit-consultation.ts";

/**
 * Sends a consultation, at once or on its planned day (001-02, 001-06).
 *
 * @param stepBefore the undecided step before it in its case, where the case knows one
 */
export function sendConsultation(
  deps: Deps,
  actor: Actor,
  command: ConsultationCommand,
  stepBefore: (consultation: Consultation) => BlockedBy | undefined = () => undefined,
): Promise<Result<Consultation, SendConsultationRefusal | StoreFailure>> {
  return commitConsultation(deps, actor, command, (consultation, { parties }) =>
    decide(consultation, parties, stepBefore(consultation), command, actor, deps.clock.now()),
  );
}
