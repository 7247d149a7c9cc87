import type { Consultation } from "#domain/consultations/consultation.ts";
import { treatConsultation as decide, type TreatRefusal } from "#domain/consultations/treat-consultation.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Result } from "#domain/shared/result.ts";
import { settleConsultationStep } from "../cases/case-consultations.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { type ConsultationCommand, commitConsultation } from "./commit-consultation.ts";

/**
 * Closes a consultation: its answers have been read (001-14, R-10). Its case hears of it as a step of its own that may be
 * repeated: what is treated stays so whether or not that one comes through.
 */
export async function treatConsultation(
  deps: Deps,
  actor: Actor,
  command: ConsultationCommand,
): Promise<Result<Consultation, TreatRefusal | StoreFailure>> {
  const saved = await commitConsultation<TreatRefusal>(deps, actor, command, (consultation, { parties }) =>
    decide(consultation, parties, command, actor, deps.clock.now()),
  );
  if (saved.ok && saved.value.caseKey !== undefined) await settleConsultationStep(deps, saved.value.caseKey);
  return saved;
}
