import {
  type AnswerRefusal,
  answerConsultation as decide,
  registerAnswer as decideRegistered,
  type RegisteredAnswer,
  type TypedAnswer,
} from "#domain/consultations/answer-consultation.ts";
import type { ConsultationParty } from "#domain/consultations/consultation-party.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { type MissingFile, missingFile } from "./answer-files.ts";
import { commitParty, type PartyCommand } from "./commit-consultation.ts";

/**
 * The party's own answer, from tab or card: one write on the party's record.
 *
 * `pressedAt` is when the press came in, where that is known: it decides whether the answer is in time.
 */
export async function answerConsultation(
  deps: Deps,
  actor: Actor,
  command: PartyCommand & TypedAnswer & { readonly replaces: Instant | undefined; readonly pressedAt?: Instant },
): Promise<Result<ConsultationParty, AnswerRefusal | MissingFile | StoreFailure>> {
  const missing = await missingFile(deps, actor, command);
  if (!missing.ok) return missing;
  return commitParty(deps, actor, command, (party, consultation) =>
    decide({ consultation, party }, command, command, actor, command.pressedAt ?? deps.clock.now()),
  );
}

/** Staff's registration of an answer that came by mail, letter, at a meeting or by telephone: the same write. */
export async function registerAnswer(
  deps: Deps,
  actor: Actor,
  command: PartyCommand & RegisteredAnswer,
): Promise<Result<ConsultationParty, AnswerRefusal | MissingFile | StoreFailure>> {
  const missing = await missingFile(deps, actor, command);
  if (!missing.ok) return missing;
  return commitParty(deps, actor, command, (party, consultation) =>
    decideRegistered({ consultation, party }, command, command, actor, deps.clock.now()),
  );
}
