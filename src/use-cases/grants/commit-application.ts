import type { GrantApplication } from "#domain/grants/application.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { auditedLog } from "../audit/audited-log.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";
import type { ApplicationParts } from "./application-parts.ts";
import { visibleApplication } from "./visible-application.ts";

export interface ApplicationCommand {
  readonly commandKey: Key;
  readonly applicationKey: Key;
}

/**
 * Commits a decision about an application: the pool is brought up to date (what is put up for decision no longer
 * moves), then one write with If-Match. An application the actor may not know of is "not there"; the same press twice
 * writes once; log lines that have audit rows are let go.
 */
export async function commitApplication<R>(
  deps: Deps,
  actor: Actor,
  command: ApplicationCommand,
  decide: (application: GrantApplication, parts: ApplicationParts) => Result<GrantApplication, R>,
): Promise<Result<GrantApplication, R | StoreFailure>> {
  const seen = visibleApplication(deps, actor, command.applicationKey);
  if (!seen.ok) return seen;
  const upToDate = await deps.records.refresh(["pools", "applications"]);
  if (!upToDate.ok) return upToDate;
  const parts = visibleApplication(deps, actor, command.applicationKey);
  if (!parts.ok) return parts;
  const saved = await commit<GrantApplication, R>(deps.records.applications, command.applicationKey, (current) => {
    if (isRepeatedPress(current.log, command, actor)) return ok(current);
    const decided = decide(current, parts.value);
    if (!decided.ok || decided.value === current) return decided;
    return ok({ ...decided.value, log: auditedLog(deps.records, current.key, decided.value.log) });
  });
  return saved.ok ? ok(saved.value.value) : saved;
}
