import type { Need } from "#domain/needs/need.ts";
import { emptyAnswers, needFormKey } from "#domain/needs/need-form.ts";
import {
  registerNeed as decide,
  needKeyOf,
  type RegisterNeedRefusal,
  type TypedAnswers,
} from "#domain/needs/register-need.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { commitOrCreate } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { saveNeedForm } from "./save-need-form.ts";

type RegisterRefusal = RegisterNeedRefusal | { readonly kind: "not-allowed" } | StoreFailure;

export interface RegisterNeed extends Command {
  readonly answers: TypedAnswers;
}

/**
 * Registers a need, once however often the press arrives, and then empties the form it was written in. The need is
 * there even when the form could not be emptied: the words stand once too often, never once too little.
 */
export async function registerNeed(
  deps: Pick<Deps, "records" | "clock">,
  actor: Actor,
  command: RegisterNeed,
): Promise<Result<Key, RegisterRefusal>> {
  const made = await commitOrCreate<Need, Exclude<RegisterRefusal, StoreFailure>>(
    deps.records.needs,
    needKeyOf(command),
    (current) => (current === undefined ? decide(command, actor, deps.clock.now()) : ok(current)),
  );
  if (!made.ok) return made;
  const form = deps.records.needForms.byKey(needFormKey(actor.personKey))?.value;
  if (form !== undefined) await saveNeedForm(deps, actor, emptyAnswers);
  return ok(made.value.value.key);
}
