import type { GrantApplication } from "#domain/grants/application.ts";
import { type DraftReasonRefusal, draftReason as decide } from "#domain/grants/draft-reason.ts";
import type { Outcome } from "#domain/grants/grant-pool.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { type Result, refuse } from "#domain/shared/result.ts";
import { inTurn } from "../in-turn.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { type ApplicationCommand, commitApplication } from "./commit-application.ts";
import { visibleApplication } from "./visible-application.ts";

/**
 * Keeps a half-written reason to an applicant with the application. At most one write; one after the other, so that a
 * save whose sender has given up waiting cannot put older words over newer ones.
 */
export async function draftReason(
  deps: Deps,
  actor: Actor,
  command: ApplicationCommand & { readonly outcome: Outcome; readonly reason: string },
): Promise<Result<GrantApplication, DraftReasonRefusal | StoreFailure>> {
  const found = visibleApplication(deps, actor, command.applicationKey);
  if (!found.ok) return found;
  if (!found.value.seen.sees.has("decision-reason")) return refuse({ kind: "not-allowed" });
  const keep = (): ReturnType<typeof draftReason> =>
    commitApplication(deps, actor, command, (application, { pool }) => decide(application, pool.value, command, actor));
  return inTurn(deps.records.applications, keep, `reason ${command.applicationKey} ${command.outcome}`);
}
