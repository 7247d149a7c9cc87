import type { ActionItem } from "#domain/action-plans/action-item.ts";
import { daysSinceUpdate, nextMilestone, staleAfterDays } from "#domain/action-plans/action-light.ts";
import { isActive } from "#domain/action-plans/action-status.ts";
import { askedAbout } from "#domain/notices/plan-notices.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { closingInstant, type Instant, plainDateOf } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { organisationNow } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";

/** A line of "Venter på dig" about an item of the action plan. */
export interface PlanTaskView {
  readonly key: Key;
  readonly kind: "update-item";
  readonly subject: string;
  readonly number: string;
  /** The milestone that is due, or "". */
  readonly roundName: string;
  /** When the milestone was due; none where it is only long since anybody said how the item goes. */
  readonly deadline?: Instant;
  readonly done: number;
  readonly total: number;
  readonly link: string;
}

/**
 * Items whose owner is asked how they go: a milestone is due, or nobody has said so for as long as the card waits (law 8:
 * what a card asks stands here too). As with the card, the head is asked where the owner has left. 0 Graph requests.
 */
export function planTasks(deps: Deps, actor: Actor): readonly PlanTaskView[] {
  const organisation = organisationNow(deps);
  return deps.records.actionItems
    .all()
    .map(({ value }) => value)
    .filter((item) => isActive(item.status) && askedAbout(item, organisation) === actor.personKey)
    .flatMap((item) => updateTask(item, actor, deps.clock.now()));
}

function updateTask(item: ActionItem, actor: Actor, now: Instant): readonly PlanTaskView[] {
  const today = plainDateOf(now);
  const next = nextMilestone(item);
  const due = next !== undefined && next.due <= today ? next : undefined;
  if (due === undefined && daysSinceUpdate(item, today) < staleAfterDays) return [];
  return [
    {
      key: keyOf("task", "update-item", item.key, actor.personKey),
      kind: "update-item",
      subject: item.title,
      number: "",
      roundName: due?.title ?? "",
      ...(due === undefined ? {} : { deadline: closingInstant(due.due) }),
      done: 0,
      total: 1,
      link: `/action-items/${item.key}`,
    },
  ];
}
