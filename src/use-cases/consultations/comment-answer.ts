import {
  type CommentRefusal,
  commentAnswer as decide,
  includeLate as decideIncluded,
  type IncludeRefusal,
  type TypedComment,
} from "#domain/consultations/comment-answer.ts";
import type { ConsultationParty } from "#domain/consultations/consultation-party.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { commitParty, type PartyCommand } from "./commit-consultation.ts";

/** The administration's remark to an answer, and whether it changes the proposal (001-14). One write. */
export function commentAnswer(
  deps: Deps,
  actor: Actor,
  command: PartyCommand & TypedComment,
): Promise<Result<ConsultationParty, CommentRefusal | StoreFailure>> {
  return commitParty(deps, actor, command, (party, consultation) =>
    decide({ consultation, party }, command, command, actor, deps.clock.now()),
  );
}

/** Takes a late answer in with the others, or leaves it out (001-11). One write. */
export function includeLate(
  deps: Deps,
  actor: Actor,
  command: PartyCommand & { readonly included: boolean },
): Promise<Result<ConsultationParty, IncludeRefusal | StoreFailure>> {
  return commitParty(deps, actor, command, (party, consultation) =>
    decideIncluded({ consultation, party }, command.included, command, actor, deps.clock.now()),
  );
}
