import { isOut } from "#domain/grants/application-state.ts";
import { type DecideCommand, type DecideRefusal, decidePacket as decide } from "#domain/grants/decide-packet.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import { recusalOf } from "#domain/grants/recusal.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { findPerson } from "#domain/organisation/organisation.ts";
import { type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { commitPool } from "./commit-pool.ts";
import { findPoolOfRound } from "./pool-views.ts";
import { roundState } from "./round-state.ts";

/**
 * Decides one packet, exactly once: one write in the pool, however many press at the same moment. Who is recused now is
 * looked up anew, since heads and centres may have changed since the list was put up; and who has left the round, since
 * an application and the pool are two items: one may be withdrawn in the moment the list is put up.
 */
export async function decidePacket(
  deps: Deps,
  actor: Actor,
  command: DecideCommand,
): Promise<Result<GrantPool, DecideRefusal | StoreFailure>> {
  const upToDate = await deps.records.refresh(["pools", "persons", "centres", "applications"]);
  if (!upToDate.ok) return upToDate;
  const found = findPoolOfRound(deps, command.roundKey);
  if (found === undefined) return refuse(notFound);
  const { applications, organisation, reviews } = roundState(deps, found.pool.value, found.round);
  const person = findPerson(organisation, actor.personKey) ?? { key: actor.personKey, centreKey: actor.centreKey };
  const recusedFor = applications
    .filter((application) => recusalOf(person, application, organisation, reviews) !== undefined)
    .map((application) => application.key);
  const left = applications.filter(isOut).map((application) => application.key);
  return commitPool(deps, found.pool.value.key, actor, command, (pool) =>
    decide(pool, command, recusedFor, actor, deps.clock.now(), left),
  );
}
