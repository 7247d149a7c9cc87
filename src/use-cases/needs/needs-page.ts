import type { ActionStatus } from "#domain/action-plans/action-item.ts";
import { applyingCentre } from "#domain/grants/create-draft.ts";
import { needTitle } from "#domain/needs/carry-need.ts";
import type { Need, NeedFrequency } from "#domain/needs/need.ts";
import {
  handlesNeedsOf,
  mayRegisterNeeds,
  maySeeFinder,
  maySeeNeed,
  readsAllNeeds,
} from "#domain/needs/need-access.ts";
import { emptyAnswers, needFormKey } from "#domain/needs/need-form.ts";
import type { NeedStatus } from "#domain/needs/need-status.ts";
import type { TypedAnswers } from "#domain/needs/register-need.ts";
import { settleRefusal } from "#domain/needs/settle-need.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { findCentre, type Organisation } from "#domain/organisation/organisation.ts";
import { type NeedApplicationState, type NeedProgress, needProgress } from "#domain/projections/need-progress.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { compareDanish } from "#domain/shared/plain-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { programmeNow } from "../action-plans/plan-records-now.ts";
import { visibleApplication } from "../grants/visible-application.ts";
import { organisationNow, type PersonRefView, personRef } from "../organisation/organisation-now.ts";
import { actorNow } from "../organisation/who-is.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { statusNow, visibleNeed } from "./commit-need.ts";
import { needSources } from "./need-sources.ts";

export interface NeedOutcomeView {
  readonly kind: "application" | "action-item" | "closed";
  readonly at: Instant;
  readonly byName: string;
  readonly reply?: string;
  readonly number?: string;
  readonly writerName?: string;
  readonly state?: NeedApplicationState | ActionStatus;
  readonly title?: string;
  readonly link?: string;
}

export interface NeedView {
  readonly key: Key;
  readonly problem: string;
  readonly affected: string;
  readonly frequency: NeedFrequency;
  readonly centreKey: Key;
  readonly centreName: string;
  readonly finder?: PersonRefView;
  readonly registeredAt: Instant;
  readonly status: NeedStatus;
  readonly outcome?: NeedOutcomeView;
  readonly supporters: number;
  readonly otherCentres: number;
  readonly supported: boolean;
  readonly mine: boolean;
  readonly may: { readonly edit: boolean; readonly support: boolean; readonly handle: boolean };
}

export interface NeedsPageView {
  readonly now: Instant;
  readonly centreName: string;
  readonly all: boolean;
  readonly mayRegister: boolean;
  readonly needs: readonly NeedView[];
  readonly form: { readonly answers: TypedAnswers; readonly savedAt?: Instant };
}

/** The needs the actor may see, newest first, and the form being written. 0 Graph requests. */
export function needsPage(deps: Deps, actor: Actor): NeedsPageView {
  const organisation = organisationNow(deps);
  const sources = needSources(deps);
  const now = deps.clock.now();
  const needs = deps.records.needs.all().flatMap(({ value }) => (maySeeNeed(actor, value) ? [value] : []));
  const form = deps.records.needForms.byKey(needFormKey(actor.personKey))?.value;
  return {
    now,
    centreName: findCentre(organisation, actor.centreKey)?.name ?? "",
    all: readsAllNeeds(actor),
    mayRegister: mayRegisterNeeds(actor),
    needs: needs
      .toSorted((a, b) => (a.registeredAt < b.registeredAt ? 1 : -1))
      .map((need) => needView(deps, actor, organisation, need, needProgress(need, sources, now))),
    form: form === undefined ? { answers: emptyAnswers } : { answers: form.answers, savedAt: form.savedAt },
  };
}

function needView(deps: Deps, actor: Actor, organisation: Organisation, need: Need, progress: NeedProgress): NeedView {
  const { key, problem, affected, frequency, centreKey, finderKey, registeredAt, supports } = need;
  const mine = finderKey === actor.personKey;
  const isOpen = progress.status === "open";
  const supported = supports.some(({ personKey }) => personKey === actor.personKey);
  const others = new Set(supports.map((each) => each.centreKey).filter((each) => each !== centreKey));
  const outcome = isOpen ? undefined : outcomeView(deps, actor, organisation, need, progress);
  return {
    key,
    problem,
    affected,
    frequency,
    centreKey,
    centreName: findCentre(organisation, centreKey)?.name ?? "",
    ...(maySeeFinder(actor, need) ? { finder: personRef(organisation, finderKey) } : {}),
    registeredAt,
    status: progress.status,
    ...(outcome === undefined ? {} : { outcome }),
    supporters: supports.length,
    otherCentres: others.size,
    supported,
    mine,
    may: {
      edit: isOpen && (mine || handlesNeedsOf(actor, centreKey)),
      support: isOpen && !mine,
      handle: settleRefusal(need, progress.status, actor) === undefined,
    },
  };
}

function outcomeView(
  deps: Deps,
  actor: Actor,
  organisation: Organisation,
  { outcome }: Need,
  { application, actionItem }: NeedProgress,
): NeedOutcomeView | undefined {
  if (outcome === undefined) return undefined;
  const { kind, at } = outcome;
  const told = { kind, at, byName: personRef(organisation, outcome.by).name };
  if (outcome.kind === "closed") return { ...told, reply: outcome.reply };
  if (outcome.kind === "action-item") {
    const link = `/action-items/${outcome.actionItemKey}`;
    return actionItem === undefined ? told : { ...told, state: actionItem.status, title: actionItem.title, link };
  }
  const { number, writerKey, draftKey } = outcome;
  const isSeen = application?.key !== undefined && visibleApplication(deps, actor, application.key).ok;
  const link = isSeen ? `/applications/${application.key}` : `/drafts/${draftKey}`;
  const isLinked = isSeen || (application?.state === "draft" && writerKey === actor.personKey);
  return {
    ...told,
    number,
    writerName: personRef(organisation, writerKey).name,
    ...(application === undefined ? {} : { state: application.state }),
    ...(isLinked ? { link } : {}),
  };
}

export interface NeedWaysView {
  readonly title: string;
  readonly rounds: readonly {
    readonly key: Key;
    readonly name: string;
    readonly poolTitle: string;
    readonly closesAt: Instant;
  }[];
  readonly writers: readonly PersonRefView[];
  readonly focusAreas: readonly { readonly number: number; readonly name: string }[];
}

/** What may be made of a need now, for the dialog that asks. 0 Graph requests. */
export function needWays(
  deps: Deps,
  actor: Actor,
  needKey: Key,
): Result<NeedWaysView, StoreFailure | { readonly kind: "not-allowed" }> {
  const seen = visibleNeed(deps, actor, needKey);
  if (!seen.ok) return seen;
  const need = seen.value;
  if (settleRefusal(need, statusNow(deps, need), actor)?.kind === "not-allowed") return refuse({ kind: "not-allowed" });
  const organisation = organisationNow(deps);
  const centre = findCentre(organisation, need.centreKey);
  const now = deps.clock.now();
  const writers = organisation.persons.filter((person) => person.active && person.centreKey === need.centreKey);
  const finder = writers.find(({ key }) => key === need.finderKey) ?? writers[0];
  const writing = finder && actorNow(deps, finder);
  const rounds = deps.records.pools
    .all()
    .flatMap(({ value: pool }) =>
      pool.rounds
        .filter((round) => writing !== undefined && applyingCentre({ pool, round, centre }, writing, now).ok)
        .map(({ key, name, closesAt }) => ({ key, name, poolTitle: pool.title, closesAt })),
    );
  return ok({
    title: needTitle(need, 120),
    rounds,
    writers: writers
      .toSorted(
        (a, b) => Number(b.key === need.finderKey) - Number(a.key === need.finderKey) || compareDanish(a.name, b.name),
      )
      .map(({ key }) => personRef(organisation, key)),
    focusAreas: (programmeNow(deps)?.focusAreas ?? []).map(({ number, name }) => ({ number, name })),
  });
}
