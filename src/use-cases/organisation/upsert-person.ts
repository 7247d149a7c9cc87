import type { Person } from "#domain/organisation/person.ts";
import type { Key } from "#domain/shared/keys.ts";
import { appendLog, emptyLog } from "#domain/shared/log.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { commitOrCreate } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";

export interface UpsertPerson {
  readonly commandKey: Key;
  readonly by: Key | "system";
  readonly person: Omit<Person, "log">;
}

/**
 * Makes an employee known or takes over name, title, centre, roles and language; writes nothing when nothing differs.
 * What she has chosen herself stays.
 */
export async function upsertPerson(
  { records, clock }: Deps,
  { commandKey, by, person }: UpsertPerson,
): Promise<Result<Person, StoreFailure>> {
  const now = clock.now();
  const saved = await commitOrCreate<Person, StoreFailure>(records.persons, person.key, (current) => {
    if (current !== undefined && same(current, person)) return ok(current);
    const action = current === undefined ? "person-created" : "person-changed";
    const detail = { roles: person.roles.join(","), active: person.active };
    const log = appendLog(current?.log ?? emptyLog, { commandKey, at: now, by, action, detail });
    return ok({ noticeChoices: current?.noticeChoices, ...person, log });
  });
  return saved.ok ? ok(saved.value.value) : saved;
}

const COMPARED = ["objectId", "name", "userPrincipalName", "title", "centreKey", "language", "active"] as const;

function same(a: Person, b: Omit<Person, "log">): boolean {
  return COMPARED.every((field) => a[field] === b[field]) && a.roles.join() === b.roles.join();
}
