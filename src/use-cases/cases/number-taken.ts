import type { Case } from "#domain/cases/case.ts";
import type { Deps } from "../ports/deps.ts";

/** Another case has this number. */
export interface NumberTaken {
  readonly kind: "case-number-taken";
  readonly number: string;
}

/** Whether another case has the case's number already; cases without a number are many. */
export function numberTaken({ records }: Pick<Deps, "records">, theCase: Case): NumberTaken | undefined {
  const { number, key } = theCase;
  if (number === undefined) return undefined;
  const isTaken = records.cases.all().some(({ value }) => value.key !== key && value.number === number);
  return isTaken ? { kind: "case-number-taken", number } : undefined;
}
