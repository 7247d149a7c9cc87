import type { Logger } from "pino";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Person } from "#domain/organisation/person.ts";
import type { Language } from "#domain/shared/language.ts";

/** What the middleware has found out about a request before a route runs. */
export interface AppEnv {
  Variables: {
    /** Correlation id, also shown to the user. */
    requestId: string;
    language: Language;
    log: Logger;
    /** A person's name by key, for sentences that say who was first. */
    nameOf: (key: string) => string | undefined;
    actor: Actor;
    person: Person;
    /** Seconds since 1970 when the caller's token ends; an event stream is not held longer. */
    tokenExpiresS: number;
  };
}
