import type { Need } from "#domain/needs/need.ts";
import { type EditNeedRefusal, editNeed as edit, type TypedAnswers } from "#domain/needs/register-need.ts";
import { closeNeed as close, type SettleNeedRefusal } from "#domain/needs/settle-need.ts";
import { type SupportNeedRefusal, supportNeed as support } from "#domain/needs/support-need.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { commitNeed, type NeedCommand } from "./commit-need.ts";

/** Corrects the three answers. */
export function editNeed(
  deps: Deps,
  actor: Actor,
  command: NeedCommand & { readonly answers: TypedAnswers },
): Promise<Result<Need, EditNeedRefusal | StoreFailure>> {
  return commitNeed(deps, actor, command, (need, status) => edit(need, status, command, actor, deps.clock.now()));
}

/** "Det rammer også os", or no longer. */
export function supportNeed(
  deps: Deps,
  actor: Actor,
  command: NeedCommand & { readonly supports: boolean },
): Promise<Result<Need, SupportNeedRefusal | StoreFailure>> {
  return commitNeed(deps, actor, command, (need, status) => support(need, status, command, actor, deps.clock.now()));
}

/** Closes a need with a word to who found it. */
export function closeNeed(
  deps: Deps,
  actor: Actor,
  command: NeedCommand & { readonly reply: string },
): Promise<Result<Need, SettleNeedRefusal | StoreFailure>> {
  return commitNeed(deps, actor, command, (need, status) => close(need, status, command, actor, deps.clock.now()));
}
