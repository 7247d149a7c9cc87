import { staleAfterDays } from "#domain/action-plans/action-light.ts";
import { mayCreateFor, runsPlan } from "#domain/action-plans/plan-access.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { findCentre } from "#domain/organisation/organisation.ts";
import { type Instant, type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { compareDanish } from "#domain/shared/plain-text.ts";
import { organisationNow } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import { itemsOf, programmeNow } from "./plan-records-now.ts";
import { type ActionRowView, actionRow, type ProgrammeView, programmeView } from "./plan-views.ts";

export interface FocusAreaView {
  readonly number: number;
  readonly name: string;
  readonly klText: string;
  readonly localStrategy: string;
  readonly examples: readonly string[];
  readonly items: readonly ActionRowView[];
}

export interface ActionPlanView {
  readonly now: Instant;
  readonly today: PlainDate;
  readonly programme?: ProgrammeView;
  readonly areas: readonly FocusAreaView[];
  readonly staleAfterDays: number;
  /** `programme`: there is none yet, and the actor may make it. */
  readonly may: { readonly create: boolean; readonly programme?: boolean };
}

/** Today's plan by focus area in KL's order, an area without items too (001-18). 0 Graph requests. */
export function planPage(deps: Pick<Deps, "records" | "clock">, actor: Actor): ActionPlanView {
  const now = deps.clock.now();
  const today = plainDateOf(now);
  const programme = programmeNow(deps);
  const may = { create: programme !== undefined && centresFor(deps, actor).length > 0 };
  if (programme === undefined) {
    return { now, today, areas: [], staleAfterDays, may: { ...may, programme: runsPlan(actor) } };
  }
  const sight = { organisation: organisationNow(deps), actor, today };
  const rows = itemsOf(deps, programme)
    .map((item) => actionRow(item, sight))
    .toSorted((a, b) => compareDanish(a.title, b.title));
  const areas = programme.focusAreas
    .map(({ number, name, klText, localStrategy, examples }): FocusAreaView => {
      const items = rows.filter(({ focusArea }) => focusArea === number);
      return { number, name, klText, localStrategy, examples, items };
    })
    .toSorted((a, b) => a.number - b.number);
  return { now, today, programme: programmeView(programme), areas, staleAfterDays, may };
}

export interface PlanChoicesView {
  readonly centres: readonly { readonly key: Key; readonly name: string }[];
  readonly persons: readonly {
    readonly key: Key;
    readonly name: string;
    readonly title: string;
    readonly centreName: string;
  }[];
}

/** What the forms of the plan offer: own centres, and everybody who may own an item. 0 Graph requests. */
export function planChoices(deps: Pick<Deps, "records">, actor: Actor): PlanChoicesView {
  const organisation = organisationNow(deps);
  const persons = organisation.persons
    .filter(({ active }) => active)
    .map(({ key, name, title, centreKey }) => {
      return { key, name, title, centreName: findCentre(organisation, centreKey)?.name ?? "" };
    })
    .toSorted((a, b) => compareDanish(a.name, b.name));
  return { centres: centresFor(deps, actor), persons };
}

/** Centres the actor may put items in for, by name. */
function centresFor(deps: Pick<Deps, "records">, actor: Actor): PlanChoicesView["centres"] {
  return deps.records.centres
    .all()
    .flatMap(({ value: { key, name, active } }) => (active && mayCreateFor(actor, key) ? [{ key, name }] : []))
    .toSorted((a, b) => compareDanish(a.name, b.name));
}
