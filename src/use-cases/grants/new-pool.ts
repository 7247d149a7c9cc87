import type { Criterion, GrantPool } from "#domain/grants/grant-pool.ts";
import { proposedCriteria } from "#domain/grants/proposed-criteria.ts";
import { isSecretariat } from "#domain/grants/who.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import type { FieldProblem } from "#domain/shared/field-problem.ts";
import { searchKey } from "#domain/shared/plain-text.ts";
import { readText } from "#domain/shared/read-text.ts";
import { type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { makePlannedPool, type PlanPoolRefusal, type PoolFacts, planPool } from "./plan-pool.ts";

/** A criterion as it is typed: in Danish, with what each of the five steps means. */
export interface TypedCriterion {
  readonly name: string;
  /** Percent. */
  readonly weight: number;
  readonly anchors: readonly [string, string, string, string, string];
}

export interface NewPool extends Command, PoolFacts {
  readonly minimumReviewers: number;
  readonly criteria: readonly TypedCriterion[];
}

/** Longest texts of a criterion, in UTF-16 units. */
const limits = { name: 120, anchor: 200 } as const;

/** Makes a pool of what the secretariat has typed, with its criteria. One write; the same press twice makes one. */
export async function newPool(
  deps: Deps,
  actor: Actor,
  command: NewPool,
): Promise<Result<GrantPool, PlanPoolRefusal | StoreFailure>> {
  const planned = await planNewPool(deps, actor, command);
  return planned.ok ? makePlannedPool(deps, actor, command, planned.value) : planned;
}

/** The pool a press would make of what is typed; nothing is written. */
export async function planNewPool(
  deps: Deps,
  actor: Actor,
  command: NewPool,
): Promise<Result<GrantPool, PlanPoolRefusal | StoreFailure>> {
  if (!isSecretariat(actor)) return refuse({ kind: "not-allowed" });
  const upToDate = await deps.records.refresh(["pools"]);
  if (!upToDate.ok) return upToDate;
  const { commandKey, minimumReviewers, criteria: typed, ...facts } = command;
  const criteria = readCriteria(deps, typed);
  const judging = { criteria: criteria.value, minimumReviewers };
  const planned = planPool(deps, actor, { commandKey, facts, judging, at: "" });
  const told = planned.ok || planned.refusal.kind !== "incomplete" ? [] : planned.refusal.problems;
  const problems = [...told, ...criteria.problems];
  if (problems.length > 0) return refuse({ kind: "incomplete", problems });
  const names = criteria.value.map(({ name }) => searchKey(name));
  const double = criteria.value.find(({ name }, index) => names.indexOf(searchKey(name)) !== index);
  if (double !== undefined) return refuse({ kind: "duplicate-criterion", code: double.name });
  return planned;
}

function readCriteria(
  deps: Pick<Deps, "records">,
  typed: readonly TypedCriterion[],
): { readonly value: readonly Criterion[]; readonly problems: readonly FieldProblem[] } {
  const english = knownEnglish(deps);
  const problems: FieldProblem[] = [];
  const read = (text: string, field: string, max: number): string => {
    const { text: clean, problems: found } = readText(text, field, { max, required: true, multiline: false });
    problems.push(...found);
    return clean;
  };
  const value = typed.map((each, index): Criterion => {
    const at = `criteria.${index}`;
    const name = read(each.name, `${at}.name`, limits.name);
    const [a, b, c, d, e] = each.anchors;
    const anchor = (text: string, step: number): string => read(text, `${at}.anchors.${step}`, limits.anchor);
    const anchors = [anchor(a, 0), anchor(b, 1), anchor(c, 2), anchor(d, 3), anchor(e, 4)] as const;
    const inEnglish = (danish: string): string => english.get(danish) ?? danish;
    const [v, w, x, y, z] = anchors;
    return {
      code: `K${index + 1}`,
      name,
      nameEn: inEnglish(name),
      weight: each.weight,
      anchors,
      anchorsEn: [inEnglish(v), inEnglish(w), inEnglish(x), inEnglish(y), inEnglish(z)],
    };
  });
  return { value, problems };
}

/** English texts that stand beside Danish ones already: a text that is not changed keeps its own, any other stands as it is written. */
function knownEnglish({ records }: Pick<Deps, "records">): ReadonlyMap<string, string> {
  const known = [...records.pools.all().flatMap(({ value }) => value.criteria), ...proposedCriteria];
  return new Map(
    known.flatMap(({ name, nameEn, anchors, anchorsEn }) => [
      [name, nameEn] as const,
      ...anchors.map((anchor, index) => [anchor, anchorsEn[index] ?? anchor] as const),
    ]),
  );
}
