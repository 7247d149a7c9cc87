import type { Actor } from "#domain/organisation/actor.ts";
import type { Person } from "#domain/organisation/person.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Language } from "#domain/shared/language.ts";
import { appendLog } from "#domain/shared/log.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { auditedLog } from "../audit/audited-log.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";

export interface ChooseLanguage {
  readonly commandKey: Key;
  readonly language: Language;
}

/**
 * Remembers in which language the actor is spoken to: in the tab, on cards and in notices. Everybody chooses for
 * themselves only, so no command names a person. One write; none when it stands like that already.
 */
export async function chooseLanguage(
  { records, clock }: Deps,
  actor: Pick<Actor, "personKey">,
  { commandKey, language }: ChooseLanguage,
): Promise<Result<Person, StoreFailure>> {
  const now = clock.now();
  const by = actor.personKey;
  const saved = await commit<Person, StoreFailure>(records.persons, by, (person) => {
    if (person.language === language) return ok(person);
    const line = { commandKey, at: now, by, action: "language-chosen", detail: { language } };
    return ok({ ...person, language, log: auditedLog(records, person.key, appendLog(person.log, line)) });
  });
  return saved.ok ? ok(saved.value.value) : saved;
}
