import { consultationAccess } from "#domain/consultations/consultation-access.ts";
import type { Draft } from "#domain/grants/draft.ts";
import { maySeeDraft } from "#domain/grants/edit-draft.ts";
import { applicationAccess, type FieldClass } from "#domain/grants/grant-access.ts";
import { reviewProgress } from "#domain/grants/review-progress.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { type Key, parseKey } from "#domain/shared/keys.ts";
import { partiesOf } from "#use-cases/consultations/consultation-now.ts";
import { applicationParts } from "#use-cases/grants/application-parts.ts";
import { roundState } from "#use-cases/grants/round-state.ts";
import { actorNow } from "#use-cases/organisation/who-is.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { Readers } from "../http/events.ts";

type Known = Pick<Deps, "records" | "clock">;

/** Those who may see a draft. */
export function draftReaders({ records }: Known, draft: Draft): Readers {
  return readers(records, (actor) => maySeeDraft(draft, actor));
}

/** Those to whom the rules show this part of an application now; also `whoever`. */
export function applicationReaders(deps: Known, key: Key, part: FieldClass, whoever?: Key): Readers {
  const parts = applicationParts(deps, key);
  if (!parts.ok) return { has: (reader) => reader === whoever };
  const { application, pool, round } = parts.value;
  const state = roundState(deps, pool.value, round);
  const progress = reviewProgress(state);
  const now = deps.clock.now();
  return readers(
    deps.records,
    (actor) =>
      actor.personKey === whoever || applicationAccess(actor, application.value, state, progress, now).has(part),
  );
}

/** Those who may know of a consultation now, its parties' people included. */
export function consultationReaders(deps: Known, key: Key): Readers {
  const consultation = deps.records.consultations.byKey(key)?.value;
  if (consultation === undefined) return { has: () => false };
  const parties = partiesOf(deps, key);
  const now = deps.clock.now();
  return readers(deps.records, (actor) => consultationAccess(actor, consultation, parties, now).has("exists"));
}

/** Rights are looked up for whoever listens, by the records of now. */
function readers(records: Known["records"], sees: (actor: Actor) => boolean): Readers {
  return {
    has(reader) {
      const key = parseKey(reader);
      const person = key && records.persons.byKey(key)?.value;
      return person !== undefined && person.active && sees(actorNow({ records }, person));
    },
  };
}
