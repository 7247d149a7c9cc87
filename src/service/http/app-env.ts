import type { Logger } from "pino";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Person } from "#domain/organisation/person.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Language } from "#domain/shared/language.ts";

/** What the middleware has found out about a request before a route runs. */
export interface AppEnv {
  Variables: {
    /** Correlation id, also shown to the user. */
    requestId: string;
    language: Language;
    /** Business time when the request came in, before anything was checked: a press counts from then. */
    receivedAt: Instant;
    log: Logger;
    /** A person's name by key, for sentences that say who was first. */
    nameOf: (key: string) => string | undefined;
    actor: Actor;
    person: Person;
    /** Seconds since 1970 when the caller's token ends; an event stream is not held longer. */
    tokenExpiresS: number;
  };
}
