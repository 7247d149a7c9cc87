import { runsPlan } from "#domain/action-plans/plan-access.ts";
import { programmeState } from "#domain/action-plans/programme.ts";
import { textOf } from "#domain/action-plans/programme-text.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { itemsOf, programmeNow } from "./plan-records-now.ts";
import { type ProgrammeView, programmeView } from "./plan-views.ts";

export interface ProgrammePageView {
  readonly programme?: ProgrammeView;
  readonly areas: readonly {
    readonly number: number;
    readonly name: string;
    readonly klText: string;
    readonly localStrategy: string;
    readonly examples: readonly string[];
    readonly itemCount: number;
  }[];
  readonly isCurrent: boolean;
  readonly others: readonly Pick<ProgrammeView, "key" | "title" | "fromYear" | "toYear">[];
  readonly may: { readonly create: boolean; readonly edit: boolean };
}

/**
 * A programme with its areas, for everybody employed (B10), and the way to the others. 0 Graph requests.
 *
 * @param key undefined for the programme of today, which may not be there yet
 */
export function programmePage(
  deps: Pick<Deps, "records" | "clock">,
  actor: Actor,
  key: Key | undefined,
): Result<ProgrammePageView, StoreFailure> {
  const current = programmeNow(deps);
  const programme = key === undefined ? current : deps.records.programmes.byKey(key)?.value;
  const create = runsPlan(actor);
  if (programme === undefined) {
    if (key !== undefined) return refuse(notFound);
    return ok({ areas: [], isCurrent: false, others: [], may: { create, edit: false } });
  }
  const items = itemsOf(deps, programme);
  const others = deps.records.programmes
    .all()
    .flatMap(({ value }) => (value.key === programme.key ? [] : [value]))
    .toSorted((a, b) => b.fromYear - a.fromYear)
    .map((other) => ({ key: other.key, title: other.title, fromYear: other.fromYear, toYear: other.toYear }));
  return ok({
    programme: programmeView(programme),
    areas: textOf(programme).areas.map((area, index) => {
      const number = index + 1;
      return { ...area, number, itemCount: items.filter(({ focusArea }) => focusArea === number).length };
    }),
    isCurrent: programme.key === current?.key,
    others,
    may: { create, edit: create && programmeState(programme) !== "approved" },
  });
}
