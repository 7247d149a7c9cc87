import type { Actor } from "#domain/organisation/actor.ts";
import { epochMs, type Instant, instantFromEpochMs } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import type { Result } from "#domain/shared/result.ts";
import { whoIs } from "#use-cases/organisation/who-is.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { DemoDataError, objectIdOf } from "./municipality.ts";

/** What the story is told with: the use-cases' world, and a way to move its clock forward. */
export interface DemoWorld {
  readonly deps: Deps;
  /** Moves business time to an instant that is not before the present one. */
  moveClock(to: Instant): Promise<void>;
  /** A plain line of progress. */
  say(text: string): void;
}

/** Tells the story act by act: each at its time, by its person, through the use-case that serves people's presses. */
export interface DemoTeller {
  readonly deps: Deps;
  say(text: string): void;
  /** Moves to the time of the next act; never backwards, and a minute on where the calendar has folded two acts into one. */
  at(instant: Instant): Promise<void>;
  /** The actor a user is now. */
  as(user: string): Actor;
  /** A command key of the demo: the same act has the same key on every run. */
  press(...parts: readonly (string | number)[]): Key;
}

const MINUTE_MS = 60_000;

/** A teller whose clock starts where the world's stands. */
export function createTeller(world: DemoWorld): DemoTeller {
  const { deps } = world;
  let last = epochMs(deps.clock.now());
  return {
    deps,
    say: (text) => world.say(text),
    at: async (instant) => {
      last = epochMs(instant) > last ? epochMs(instant) : last + MINUTE_MS;
      await world.moveClock(instantFromEpochMs(last));
    },
    as: (user) => {
      const who = whoIs(deps, objectIdOf(user));
      if (!who.ok) throw new DemoDataError(`${user} is not in the organisation`);
      return who.value.actor;
    },
    press: (...parts) => keyOf("demo", ...parts),
  };
}

/** What a use-case answered; a refusal means that the story contradicts the rules. */
export async function told<T>(what: string, answer: Promise<Result<T, unknown>>): Promise<T> {
  const result = await answer;
  if (result.ok) return result.value;
  throw new DemoDataError(`${what}: ${JSON.stringify(result.refusal)}`);
}
