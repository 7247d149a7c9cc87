import type { Case } from "#domain/cases/case.ts";
import { mayGivePool } from "#domain/cases/case-access.ts";
import { type CommandPoolRefusal, commandPool } from "#domain/cases/command-pool.ts";
import { poolAppropriation } from "#domain/cases/pool-case.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import type { Oere } from "#domain/shared/money.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { proposeCase } from "#intake/propose-case.ts";
import { type NewPool, planNewPool } from "../grants/new-pool.ts";
import { makePlannedPool, type PlanPoolRefusal } from "../grants/plan-pool.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { isRepeatedPress } from "../repeated-press.ts";
import { takePool } from "./take-pool.ts";

/** A case that stands already and has no pool, with what its text says of one. */
export interface PoollessCaseView {
  readonly key: Key;
  readonly number: string;
  readonly title: string;
  /** What the case says plainly; nothing else is filled in. */
  readonly says: {
    readonly title?: string;
    readonly amountOere?: Oere;
    readonly year?: number;
    readonly budgetYears?: string;
    readonly purpose?: string;
    readonly eligibility?: string;
  };
}

/** The case a pool is to be made from, for who may; 0 Graph requests. */
export function poollessCase(
  deps: Pick<Deps, "records">,
  actor: Actor,
  key: Key,
): Result<PoollessCaseView, Unfit | StoreFailure> {
  const theCase = deps.records.cases.byKey(key)?.value;
  if (theCase === undefined) return refuse(notFound);
  const unfit = unfitFor(theCase, actor);
  if (unfit) return refuse(unfit);
  const { title, amount, year, budgetYears, purpose, eligibility } = poolInCase(theCase) ?? {};
  return ok({
    key,
    number: theCase.number ?? "",
    title: theCase.title,
    says: {
      ...(title === undefined ? {} : { title: title.value }),
      ...(amount === undefined ? {} : { amountOere: amount.value }),
      ...(year === undefined ? {} : { year: year.value }),
      ...(budgetYears === undefined ? {} : { budgetYears: budgetYears.value }),
      ...(purpose === undefined ? {} : { purpose: purpose.value }),
      ...(eligibility === undefined ? {} : { eligibility: eligibility.value }),
    },
  });
}

type Unfit = { readonly kind: "not-allowed" } | { readonly kind: "case-has-pool" };

function unfitFor(theCase: Case, actor: Actor): Unfit | undefined {
  if (theCase.appropriation !== undefined) return { kind: "case-has-pool" };
  return mayGivePool(actor, theCase) ? undefined : { kind: "not-allowed" };
}

/** What a case's own words say of the pool it is about, read as a pasted text is. */
export function poolInCase({ title, statement, financialConsequences, points }: Case) {
  const parts = [
    ["Sagsfremstilling", statement],
    ["Økonomiske konsekvenser", financialConsequences],
    ["Indstilling", points.map(({ text }) => text).join("\n\n")],
  ];
  const read = proposeCase(["", title, ...parts.flat()].join("\n\n"), []);
  return read.ok ? read.value.pool : undefined;
}

/** Why a case that stands gets no pool. */
export type PoolForCaseRefusal = PlanPoolRefusal | CommandPoolRefusal | StoreFailure;

/**
 * Makes a pool for a case that stands already, and lets the case command it. The pool comes first, once the case is known to
 * take it; the same press again goes on where it stopped, and a case has one pool.
 */
export async function poolForCase(
  deps: Deps,
  actor: Actor,
  { caseKey, ...command }: NewPool & { readonly caseKey: Key },
): Promise<Result<GrantPool, PoolForCaseRefusal>> {
  const upToDate = await deps.records.refresh(["cases", "pools"]);
  if (!upToDate.ok) return upToDate;
  const theCase = deps.records.cases.byKey(caseKey)?.value;
  if (theCase === undefined) return refuse(notFound);
  const own = theCase.appropriation && deps.records.pools.byKey(theCase.appropriation.poolKey)?.value;
  if (own !== undefined && isRepeatedPress(own.log, command, actor)) return ok(own);
  const unfit = unfitFor(theCase, actor);
  if (unfit) return refuse(unfit);
  const planned = await planNewPool(deps, actor, command);
  if (!planned.ok) return planned;
  return makeAndBind(deps, actor, { command, theCase, planned: planned.value });
}

interface PlannedFor {
  readonly command: Command;
  readonly theCase: Case;
  readonly planned: GrantPool;
}

async function makeAndBind(
  deps: Deps,
  actor: Actor,
  { command, theCase, planned }: PlannedFor,
): Promise<Result<GrantPool, PoolForCaseRefusal>> {
  const press = { commandKey: keyOf("pool-for-case", command.commandKey) };
  const appropriation = poolAppropriation(planned);
  const fits = commandPool(theCase, { ...press, appropriation }, actor, deps.clock.now());
  if (!fits.ok) return fits;
  const made = await makePlannedPool(deps, actor, command, planned);
  if (!made.ok) return made;
  const bound = await takePool(deps, actor, press, theCase, appropriation);
  return bound.ok ? ok(deps.records.pools.byKey(made.value.key)?.value ?? made.value) : bound;
}
