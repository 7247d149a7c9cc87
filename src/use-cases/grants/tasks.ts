import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Oere } from "#domain/shared/money.ts";
import type { Deps } from "../ports/deps.ts";

export interface TaskView {
  readonly key: Key;
  readonly kind:
    | "approve-application"
    | "finish-draft"
    | "answer-questions"
    | "review"
    | "recommend"
    | "decide"
    | "answer-award";
  readonly subject: string;
  readonly number: string;
  readonly roundName: string;
  readonly deadline?: Instant;
  readonly done: number;
  readonly total: number;
  readonly amountOere?: Oere;
  readonly link: string;
}

/** "Venter på dig". */
export function tasksOf(_deps: Deps, _actor: Actor): readonly TaskView[] {
  return [];
}
