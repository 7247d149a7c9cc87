import type { GrantPool } from "#domain/grants/grant-pool.ts";
import { recommendationOf } from "#domain/grants/pool-parts.ts";
import { undoDecision as decide, type UndoCommand, type UndoRefusal } from "#domain/grants/undo-decision.ts";
import type { DeliveryState } from "#domain/notices/sender-record.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { commitPool } from "./commit-pool.ts";
import { findPoolOfRound } from "./pool-views.ts";

/** States in which somebody may have read the outcome. */
const LEFT: readonly DeliveryState[] = ["sending", "sent", "uncertain"];

/** Takes a decision back as a second committed act, until its letters are due or one has left (law 5). */
export async function undoDecision(
  deps: Deps,
  actor: Actor,
  command: UndoCommand,
): Promise<Result<GrantPool, UndoRefusal | StoreFailure>> {
  const upToDate = await deps.records.refresh(["pools", "senders"]);
  if (!upToDate.ok) return upToDate;
  const found = findPoolOfRound(deps, command.roundKey);
  if (found === undefined) return refuse(notFound);
  return commitPool(deps, found.pool.value.key, actor, command, (pool) =>
    decide(pool, command, outcomeSent(deps, pool, command), actor, deps.clock.now()),
  );
}

/** Whether a notice about one of the packet's outcomes has been sent or is being sent. */
function outcomeSent({ records }: Deps, pool: GrantPool, { roundKey, packet }: UndoCommand): boolean {
  const lines = recommendationOf(pool, roundKey)?.lines ?? [];
  const applicationKeys = new Set(lines.filter((line) => line.packet === packet).map((line) => line.applicationKey));
  return records.senders
    .all()
    .some(
      ({ value }) =>
        value.kind === "outcome" &&
        applicationKeys.has(value.subjectKey) &&
        value.deliveries.some(({ state }) => LEFT.includes(state)),
    );
}
