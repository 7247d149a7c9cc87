import { type Actor, actorOf } from "#domain/organisation/actor.ts";
import type { Person } from "#domain/organisation/person.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";

/** The signed-in account is nobody the organisation records know, or has left. */
export type WhoIsRefusal = { readonly kind: "unknown-person" };

export interface Who {
  readonly person: Person;
  readonly actor: Actor;
}

/** Who an Entra object id is today; rights come from the organisation records (law 3). 0 Graph requests. */
export function whoIs({ records }: Pick<Deps, "records">, objectId: string): Result<Who, WhoIsRefusal> {
  const wanted = objectId.toLowerCase();
  const person = records.persons.all().find(({ value }) => value.objectId.toLowerCase() === wanted)?.value;
  if (person === undefined || !person.active) return refuse({ kind: "unknown-person" });
  return ok({ person, actor: actorNow({ records }, person) });
}

/** The actor a person is by the centres' present heads. */
export function actorNow({ records }: Pick<Deps, "records">, person: Person): Actor {
  return actorOf(
    person,
    records.centres.all().map(({ value }) => value),
  );
}
