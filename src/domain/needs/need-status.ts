import type { Draft } from "#domain/grants/draft.ts";
import type { Need } from "./need.ts";

export const needStatuses = ["open", "application", "action-item", "closed"] as const;
export type NeedStatus = (typeof needStatuses)[number];

/**
 * Where a need stands. One whose draft was discarded is open again: nothing came of it, and somebody else may try.
 *
 * @param draft the draft it was made into, where it is known
 */
export function needStatus({ outcome }: Pick<Need, "outcome">, draft: Draft | undefined): NeedStatus {
  if (outcome === undefined) return "open";
  if (outcome.kind === "application" && draft?.key === outcome.draftKey && draft.discardedAt !== undefined)
    return "open";
  return outcome.kind;
}
