import type { Case } from "#domain/cases/case.ts";
import {
  type AnswersBlock,
  answersBlock,
  type CaseConsultation,
  type CaseSendWord,
  caseSendWord,
  endHeardOut,
  heardOut,
} from "#domain/cases/case-consultation.ts";
import type { Consultation } from "#domain/consultations/consultation.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { auditedLog } from "../audit/audited-log.ts";
import { commit } from "../commit.ts";
import { partiesOf } from "../consultations/consultation-now.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";

type Stored = Pick<Deps, "records" | "clock">;

/** What its case says of sending a consultation; undefined for one of no case. 0 Graph requests. */
export function sendWordNow(
  { records }: Pick<Deps, "records">,
  { caseKey }: Pick<Consultation, "caseKey">,
): CaseSendWord {
  const theCase = caseKey && records.cases.byKey(caseKey)?.value;
  return theCase ? caseSendWord(theCase) : undefined;
}

/** What in its consultations keeps a case's next step from closing (R-10, 001-14). 0 Graph requests. */
export function answersBlockNow(deps: Stored, caseKey: Key): AnswersBlock | undefined {
  return answersBlock(consultationsOfCase(deps, caseKey), deps.clock.now());
}

/**
 * Ends the consultation on a case's way once what was sent in it is treated. The second of two writes: told by what stands
 * in the records, so it may be repeated after any crash and writes nothing when the case knows already (law 5).
 * @returns whether the case was told
 */
export async function settleConsultationStep(deps: Stored, caseKey: Key): Promise<Result<boolean, StoreFailure>> {
  const { records, clock } = deps;
  const known = records.cases.byKey(caseKey)?.value;
  if (known === undefined || heardOut(known, consultationsOfCase(deps, caseKey)) === undefined) return ok(false);
  const saved = await commit<Case, never>(records.cases, caseKey, (theCase) => {
    const over = heardOut(theCase, consultationsOfCase(deps, caseKey));
    if (over === undefined) return ok(theCase);
    const ended = endHeardOut(theCase, over, clock.now());
    return ok({ ...ended, log: auditedLog(records, caseKey, ended.log) });
  });
  return saved.ok ? ok(true) : saved;
}

/**
 * Does so for every case that lags behind: what a crash between the two writes has left.
 * @returns how many cases were told, or the first failure of the store
 */
export async function settleConsultationSteps(deps: Stored): Promise<Result<number, StoreFailure>> {
  let told = 0;
  const treated = deps.records.consultations.all().filter(({ value }) => value.treated !== undefined);
  for (const caseKey of new Set(treated.flatMap(({ value }) => value.caseKey ?? []))) {
    const settled = await settleConsultationStep(deps, caseKey);
    if (!settled.ok) return settled;
    if (settled.value) told += 1;
  }
  return ok(told);
}

function consultationsOfCase(deps: Pick<Deps, "records">, caseKey: Key): readonly CaseConsultation[] {
  return deps.records.consultations
    .all()
    .map(({ value }) => value)
    .filter((consultation) => consultation.caseKey === caseKey)
    .map((consultation) => ({ consultation, parties: partiesOf(deps, consultation.key) }));
}
