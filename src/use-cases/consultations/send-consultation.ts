import type { Consultation } from "#domain/consultations/consultation.ts";
import { sendConsultation as decide, type SendConsultationRefusal } from "#domain/consultations/send-consultation.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Result } from "#domain/shared/result.ts";
import { sendWordNow } from "../cases/case-consultations.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { type ConsultationCommand, commitConsultation } from "./commit-consultation.ts";

/**
 * Sends a consultation, at once or on its planned day (001-02, 001-06).
 * One of a case goes out when the body before it has decided, as the case says now.
 */
export async function sendConsultation(
  deps: Deps,
  actor: Actor,
  command: ConsultationCommand,
): Promise<Result<Consultation, SendConsultationRefusal | StoreFailure>> {
  const isOfCase = deps.records.consultations.byKey(command.consultationKey)?.value.caseKey !== undefined;
  const upToDate = isOfCase ? await deps.records.refresh(["cases"]) : undefined;
  if (upToDate?.ok === false) return upToDate;
  return commitConsultation(deps, actor, command, (consultation, { parties }) =>
    decide(consultation, parties, sendWordNow(deps, consultation), command, actor, deps.clock.now()),
  );
}
