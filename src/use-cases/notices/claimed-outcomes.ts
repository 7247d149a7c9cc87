import type { Notice } from "#domain/notices/notice.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Deps } from "../ports/deps.ts";

/** Of the notices just claimed, the keys of those that are still to be sent. */
export type StillWanted = (claimed: readonly Notice[]) => Promise<ReadonlySet<Key>>;

/**
 * An outcome is looked at again after its claim, on the pool as it is stored now: a decision may have been undone
 * between the plan and the claim, and whoever undoes looks at the claims first (law 5). When the pool cannot be read,
 * nothing is wanted for now. Other notices cannot be taken back so and are not looked at again.
 *
 * @param plan makes the plan from the records of the moment
 */
export function claimedOutcomes({ records }: Deps, plan: () => readonly Notice[]): StillWanted {
  const poolsNow = (): string =>
    records.pools
      .all()
      .map(({ value, version }) => `${value.key} ${version}`)
      .join();
  const plannedOn = poolsNow();
  return async (claimed) => {
    const all = new Set(claimed.map(({ key }) => key));
    if (claimed.every(({ kind }) => kind !== "outcome")) return all;
    const upToDate = await records.refresh(["pools"]);
    if (!upToDate.ok) return new Set();
    if (poolsNow() === plannedOn) return all;
    return new Set(
      plan()
        .map(({ key }) => key)
        .filter((key) => all.has(key)),
    );
  };
}
