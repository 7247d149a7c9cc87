import type { Programme } from "#domain/action-plans/programme.ts";
import type { Case } from "#domain/cases/case.ts";
import { programmeAfter } from "#domain/cases/programme-approvals.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { auditedLog } from "../audit/audited-log.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";

type Stored = Pick<Deps, "records" | "clock">;

/**
 * Takes over to the programme what its case has come to (001-03, 001-15). The second of two writes: told by what stands in
 * both records, so it may be repeated after any crash and writes nothing when the programme knows already (law 5).
 * @returns whether the programme was told
 */
export async function settleProgramme(
  { records, clock }: Stored,
  theCase: Case,
): Promise<Result<boolean, StoreFailure>> {
  const known = theCase.programmeKey && records.programmes.byKey(theCase.programmeKey)?.value;
  if (!known || programmeAfter(known, theCase, clock.now()) === known) return ok(false);
  const saved = await commit<Programme, never>(records.programmes, known.key, (programme) => {
    const after = programmeAfter(programme, theCase, clock.now());
    return ok(after === programme ? programme : { ...after, log: auditedLog(records, after.key, after.log) });
  });
  return saved.ok ? ok(true) : saved;
}

/**
 * Does so for every case whose programme lags behind: what a crash between the two writes has left.
 * @returns how many programmes were told, or the first failure of the store
 */
export async function settleProgrammes(deps: Stored): Promise<Result<number, StoreFailure>> {
  let told = 0;
  for (const { value: theCase } of deps.records.cases.all()) {
    const settled = await settleProgramme(deps, theCase);
    if (!settled.ok) return settled;
    if (settled.value) told += 1;
  }
  return ok(told);
}
