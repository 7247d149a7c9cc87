import type { Need } from "#domain/needs/need.ts";
import type { NeedSources } from "#domain/projections/need-progress.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { springClock } from "./clock.ts";
import { aKey } from "./keys.ts";
import { people } from "./organisation.ts";

/** An open need of the applicant's centre; the key is that of its first answer. */
export function aNeed(overrides: Partial<Need> = {}): Need {
  const problem = overrides.problem ?? "Borgerne kan ikke se, hvornår vi kommer";
  return {
    key: aKey(problem),
    problem,
    affected: "Borgere i hjemmeplejen",
    frequency: "daily",
    finderKey: people.applicant.key,
    centreKey: people.applicant.centreKey,
    supports: [],
    registeredAt: springClock.beforeOpening,
    outcome: undefined,
    log: emptyLog,
    ...overrides,
  };
}

/** What needs have become; nothing by default. */
export function someSources(overrides: Partial<NeedSources> = {}): NeedSources {
  const nothing = () => undefined;
  return { draft: nothing, attempts: () => [], pool: nothing, actionItem: nothing, ...overrides };
}
