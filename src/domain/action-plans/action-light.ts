import { daysBetween, type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import type { ActionItem, ActionLight, Milestone } from "./action-item.ts";
import { isActive } from "./action-status.ts";

/**
 * Days without a word until the owner is asked: the steering group meets each quarter, so everything has been looked at
 * anew before it meets, and nobody is asked more often than every second month.
 */
export const staleAfterDays = 60;
/** Days without a word until silence itself makes an item yellow: the card has then gone unanswered for a month. */
export const silentAfterDays = 90;
/** Days a milestone or the whole period may be over before yellow becomes red. */
export const redAfterDays = 30;

/** Why an item has its light: facts with their figures, and what a person has set. */
export type LightReason =
  | {
      readonly kind: "milestone-overdue";
      readonly light: ActionLight;
      readonly title: string;
      readonly due: PlainDate;
      readonly days: number;
    }
  | { readonly kind: "period-ended"; readonly light: ActionLight; readonly to: PlainDate; readonly days: number }
  | { readonly kind: "not-started"; readonly light: ActionLight; readonly from: PlainDate; readonly days: number }
  | { readonly kind: "not-updated"; readonly light: ActionLight; readonly since: PlainDate; readonly days: number }
  | { readonly kind: "set"; readonly light: ActionLight; readonly reason: string };

export interface LightOfItem {
  readonly light: ActionLight;
  /** Worst first; empty means that nothing speaks against green. */
  readonly reasons: readonly LightReason[];
}

type LightFacts = Pick<ActionItem, "status" | "milestones" | "from" | "to" | "updatedAt" | "setLight">;

/**
 * The light of an item on a day, with the reasons: the worst of what the facts say and what a person has set. Undefined
 * where no work is expected (idea, done, stopped). Without a new word it never gets better as days pass.
 */
export function lightOf(item: LightFacts, today: PlainDate): LightOfItem | undefined {
  if (!isActive(item.status)) return undefined;
  const { setLight } = item;
  const set: readonly LightReason[] = setLight ? [{ kind: "set", light: setLight.light, reason: setLight.reason }] : [];
  const reasons = [...set, ...factsOf(item, today)].toSorted((a, b) => rank(b.light) - rank(a.light));
  return { light: reasons[0]?.light ?? "green", reasons };
}

/** What the facts alone say. */
export function factualLight(item: LightFacts, today: PlainDate): ActionLight {
  return lightOf({ ...item, setLight: undefined }, today)?.light ?? "green";
}

/** Whether `a` is worse than `b`. */
export function isWorse(a: ActionLight, b: ActionLight): boolean {
  return rank(a) > rank(b);
}

/** Days since somebody last said how it goes. */
export function daysSinceUpdate({ updatedAt }: Pick<ActionItem, "updatedAt">, today: PlainDate): number {
  const days = daysBetween(plainDateOf(updatedAt), today);
  return days > 0 ? days : 0;
}

/** Whether the owner should be asked how it goes. */
export function isStale(item: Pick<ActionItem, "status" | "updatedAt">, today: PlainDate): boolean {
  return isActive(item.status) && daysSinceUpdate(item, today) >= staleAfterDays;
}

/** The next milestone that is not done, by its day. */
export function nextMilestone({ milestones }: Pick<ActionItem, "milestones">): Milestone | undefined {
  return milestones.filter((each) => each.doneOn === undefined).toSorted((a, b) => (a.due < b.due ? -1 : 1))[0];
}

function factsOf(item: LightFacts, today: PlainDate): readonly LightReason[] {
  const reasons: LightReason[] = [];
  const overdue = nextMilestone(item);
  if (overdue && overdue.due < today) {
    const days = daysBetween(overdue.due, today);
    reasons.push({ kind: "milestone-overdue", light: lightAfter(days), title: overdue.title, due: overdue.due, days });
  }
  if (item.to < today) {
    const days = daysBetween(item.to, today);
    reasons.push({ kind: "period-ended", light: lightAfter(days), to: item.to, days });
  } else if (item.status === "planned" && item.from < today) {
    reasons.push({ kind: "not-started", light: "yellow", from: item.from, days: daysBetween(item.from, today) });
  }
  const silent = daysSinceUpdate(item, today);
  // Silence alone is never red: nobody knows that it goes badly.
  if (silent >= silentAfterDays) {
    reasons.push({ kind: "not-updated", light: "yellow", since: plainDateOf(item.updatedAt), days: silent });
  }
  return reasons;
}

function lightAfter(days: number): ActionLight {
  return days > redAfterDays ? "red" : "yellow";
}

function rank(light: ActionLight): number {
  return light === "red" ? 2 : light === "yellow" ? 1 : 0;
}
