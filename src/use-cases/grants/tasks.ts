import { type GrantTask, myTasks, type TaskKind, type TaskWhy } from "#domain/grants/my-tasks.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Oere } from "#domain/shared/money.ts";
import { organisationNow, type PersonRefView, personRef } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import { grantRecordsNow } from "./grant-records-now.ts";

/** A line of "Venter på dig"; `link` is the tab's route that does it. */
export interface TaskView {
  readonly key: Key;
  readonly kind: TaskKind;
  readonly why: TaskWhy;
  /** Whom it comes from, where that is somebody else. */
  readonly from?: PersonRefView;
  readonly subject: string;
  readonly number: string;
  readonly roundName: string;
  readonly deadline: Instant;
  readonly done: number;
  readonly total: number;
  readonly amountOere?: Oere;
  readonly link: string;
}

/** Everything that waits for the actor, most urgent first. 0 Graph requests. */
export function tasksOf(deps: Deps, actor: Actor): readonly TaskView[] {
  const organisation = organisationNow(deps);
  return myTasks(actor, grantRecordsNow(deps), deps.clock.now()).map((task) => ({
    key: task.key,
    kind: task.kind,
    why: task.why,
    ...(task.fromKey === undefined ? {} : { from: personRef(organisation, task.fromKey) }),
    subject: task.title,
    number: task.number,
    roundName: task.roundName,
    deadline: task.deadline,
    done: task.done,
    total: task.total,
    ...(task.amountOere === undefined ? {} : { amountOere: task.amountOere }),
    link: linkOf(task),
  }));
}

function linkOf({ kind, subjectKey, roundKey }: GrantTask): string {
  switch (kind) {
    case "finish-draft":
    case "answer-questions":
      return `/drafts/${subjectKey}`;
    case "approve-application":
    case "answer-award":
    case "award-unanswered":
      return `/applications/${subjectKey}`;
    case "review":
      return `/rounds/${roundKey}/reviews`;
    case "recommend":
    case "reviews-missing":
    case "decide":
      return `/rounds/${roundKey}/ranking`;
  }
}
