import type { Case } from "#domain/cases/case.ts";
import { appropriationBasis } from "#domain/cases/pool-case.ts";
import type { AppropriationBasis, GrantPool } from "#domain/grants/grant-pool.ts";
import { type AppropriationRefusal, recordAppropriation } from "#domain/grants/record-appropriation.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { auditedLog } from "../audit/audited-log.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";

/**
 * Takes over to the pool what its case has come to: the council's final approval releases it, nothing else does.
 * The second of two writes: the case's decision was committed before, and this one is told by what stands in both
 * records, so it may be repeated after any crash and writes nothing when the pool knows already (law 5).
 * The pool guards its money: what it refuses is answered and changes nothing.
 */
export async function settleAppropriation(
  { records, clock }: Pick<Deps, "records" | "clock">,
  theCase: Case,
): Promise<Result<GrantPool | undefined, AppropriationRefusal | StoreFailure>> {
  const basis = appropriationBasis(theCase);
  const poolKey = theCase.appropriation?.poolKey;
  if (basis === undefined || poolKey === undefined) return ok(undefined);
  const by = { personKey: theCase.decisions.at(-1)?.recordedBy ?? theCase.officerKey };
  const commandKey = keyOf("appropriation", theCase.key, fingerprint(basis));
  const saved = await commit<GrantPool, AppropriationRefusal>(records.pools, poolKey, (pool) => {
    if (isKnown(pool, basis)) return ok(pool);
    const recorded = recordAppropriation(pool, { commandKey, basis }, by, clock.now());
    if (!recorded.ok) return recorded;
    return ok({ ...recorded.value, log: auditedLog(records, poolKey, recorded.value.log) });
  });
  return saved.ok ? ok(saved.value.value) : saved;
}

/**
 * Does so for every case whose pool lags behind: what a crash between the two writes has left.
 * @returns how many pools were told, or the first failure of the store
 */
export async function settleAppropriations(
  deps: Pick<Deps, "records" | "clock">,
): Promise<Result<number, StoreFailure>> {
  let told = 0;
  for (const { value: theCase } of deps.records.cases.all()) {
    const basis = appropriationBasis(theCase);
    const pool = theCase.appropriation && deps.records.pools.byKey(theCase.appropriation.poolKey)?.value;
    if (basis === undefined || pool === undefined || isKnown(pool, basis)) continue;
    const settled = await settleAppropriation(deps, theCase);
    if (settled.ok) told += 1;
    else if (isStoreFailure(settled.refusal)) return { ok: false, refusal: settled.refusal };
  }
  return ok(told);
}

function isKnown({ appropriation }: GrantPool, basis: AppropriationBasis): boolean {
  return appropriation !== undefined && fingerprint(appropriation) === fingerprint(basis);
}

/** Undefined and left out are the same to a stored record. */
function fingerprint({ caseKey, caseNumber, kind, amountOere, steps }: AppropriationBasis): string {
  const rows = steps.map(({ body, appropriates, date, text, code }) => [body, appropriates, date ?? "", text, code]);
  return JSON.stringify([caseKey ?? "", caseNumber, kind, amountOere, rows]);
}

function isStoreFailure(refusal: AppropriationRefusal | StoreFailure): refusal is StoreFailure {
  return "requestId" in refusal;
}
