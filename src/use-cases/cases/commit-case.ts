import type { Case } from "#domain/cases/case.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Body } from "#domain/organisation/body.ts";
import type { Command } from "#domain/shared/command.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { auditedLog } from "../audit/audited-log.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";
import { settleAppropriation } from "./settle-appropriation.ts";
import { settleProgramme } from "./settle-programme.ts";

/** A press that concerns one case. */
export interface CaseCommand extends Command {
  readonly caseKey: Key;
}

/**
 * Commits an act on a case in one write with If-Match; the same press twice writes once. What its pool and its programme hear of
 * it follows as a step of its own that may be repeated: the decision stands whether or not that one comes through.
 */
export async function commitCase<R>(
  deps: Deps,
  actor: Actor,
  command: CaseCommand,
  decide: (theCase: Case) => Result<Case, R>,
): Promise<Result<Case, R | StoreFailure>> {
  const upToDate = await deps.records.refresh(["cases", "bodies"]);
  if (!upToDate.ok) return upToDate;
  const saved = await commit<Case, R>(deps.records.cases, command.caseKey, (theCase) => {
    if (isRepeatedPress(theCase.log, command, actor)) return ok(theCase);
    const decided = decide(theCase);
    if (!decided.ok || decided.value === theCase) return decided;
    return ok({ ...decided.value, log: auditedLog(deps.records, theCase.key, decided.value.log) });
  });
  if (!saved.ok) return saved;
  await settleAppropriation(deps, saved.value.value);
  await settleProgramme(deps, saved.value.value);
  return ok(saved.value.value);
}

/** Whether the programme a press names is there; also where it names none. */
export function isProgrammeKnown({ records }: Deps, { programmeKey }: Pick<Case, "programmeKey">): boolean {
  return programmeKey === undefined || records.programmes.byKey(programmeKey) !== undefined;
}

/** The bodies as the rules read them, from the replica. */
export function bodiesNow({ records }: Pick<Deps, "records">): readonly Body[] {
  return records.bodies.all().map(({ value }) => value);
}
