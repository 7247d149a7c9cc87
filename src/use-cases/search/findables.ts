import type { ActionItem } from "#domain/action-plans/action-item.ts";
import type { Case } from "#domain/cases/case.ts";
import { caseSight, seenTitle } from "#domain/cases/case-access.ts";
import { routeText } from "#domain/cases/read-route.ts";
import type { GrantApplication } from "#domain/grants/application.ts";
import { liveAttempt } from "#domain/grants/attempts.ts";
import type { Draft } from "#domain/grants/draft.ts";
import { applicationAccess } from "#domain/grants/grant-access.ts";
import type { FundingRound, GrantPool } from "#domain/grants/grant-pool.ts";
import { findRound } from "#domain/grants/pool-parts.ts";
import { needTitle } from "#domain/needs/carry-need.ts";
import type { Need } from "#domain/needs/need.ts";
import { maySeeNeed } from "#domain/needs/need-access.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { type SeenConsultation, visibleConsultations } from "../consultations/consultation-now.ts";
import { attemptsOf } from "../grants/draft-parts.ts";
import type { Deps } from "../ports/deps.ts";
import { type RoundsOnce, roundName } from "./rounds-once.ts";

/** A record as one line of a list. */
export interface SearchHitView {
  readonly kind: "application" | "draft" | "round" | "pool" | "case" | "action-item" | "consultation" | "need";
  readonly key: Key;
  readonly number: string;
  readonly title: string;
  readonly places: readonly string[];
  readonly link: string;
}

/** A record that can be found, before it is known whether the actor may. */
export interface Findable {
  readonly record: object;
  readonly hit: SearchHitView;
  readonly isSeen: () => boolean;
}

const everybody = (): boolean => true;

/** Everything there is: pools, rounds and items of the plan, which are open to all, all applications, and the actor's own forms. */
export function findables(deps: Deps, actor: Actor, rounds: RoundsOnce): readonly Findable[] {
  const pools = deps.records.pools.all().map(({ value }) => value);
  return [
    ...pools.map(poolFound),
    ...pools.flatMap((pool) => pool.rounds.map((round) => roundFound(pool, round))),
    ...deps.records.applications.all().flatMap(({ value }) => applicationFound(deps, actor, rounds, value)),
    ...deps.records.needs.all().flatMap(({ value }) => needFound(deps, actor, value)),
    ...visibleConsultations(deps, actor).map(consultationFound),
    ...deps.records.drafts.all().flatMap(({ value }) => draftFound(deps, actor, value)),
    ...deps.records.cases.all().map(({ value }) => caseFound(actor, value)),
    ...deps.records.actionItems.all().map(({ value }) => itemFound(deps, value)),
  ];
}

function needFound(deps: Deps, actor: Actor, need: Need): readonly Findable[] {
  if (!maySeeNeed(actor, need)) return [];
  const { key } = need;
  const places = [deps.records.centres.byKey(need.centreKey)?.value.name ?? ""];
  const hit = { kind: "need", key, number: "", title: needTitle(need, 120), places, link: `/needs/${key}` } as const;
  return [{ record: need, hit, isSeen: everybody }];
}

/** A closed case is found by its number and alternative title by those who see no more of it. */
function caseFound(actor: Actor, theCase: Case): Findable {
  const sight = caseSight(actor, theCase);
  const { key, number = "", steps } = theCase;
  const places = sight === "full" && steps.length > 0 ? [routeText(steps)] : [];
  const hit = { kind: "case", key, number, title: seenTitle(theCase, sight), places, link: `/cases/${key}` } as const;
  // What is searched is kept by record: the two sights of a case are two.
  return { record: sight === "full" ? theCase : theCase.log, hit, isSeen: everybody };
}

function poolFound(pool: GrantPool): Findable {
  const { key, number, title } = pool;
  const places = [String(pool.allocation.year)];
  return { record: pool, hit: { kind: "pool", key, number, title, places, link: `/pools/${key}` }, isSeen: everybody };
}

function roundFound(pool: GrantPool, round: FundingRound): Findable {
  const { key, code } = round;
  const hit = { kind: "round", key, number: code, title: roundName(pool, round), places: [pool.title] } as const;
  return { record: round, hit: { ...hit, link: `/rounds/${key}` }, isSeen: everybody };
}

function applicationFound(
  deps: Deps,
  actor: Actor,
  rounds: RoundsOnce,
  application: GrantApplication,
): readonly Findable[] {
  // What came back to its writer lives on as her form.
  if (application.returned !== undefined && application.applicantKey === actor.personKey) return [];
  const pool = deps.records.pools.byKey(application.poolKey)?.value;
  const round = pool && findRound(pool, application.roundKey);
  if (pool === undefined || round === undefined) return [];
  const { key, number, title } = application;
  const centre = deps.records.centres.byKey(application.centreKey)?.value.name ?? "";
  const hit = { kind: "application", key, number, title, places: [centre, roundName(pool, round)] } as const;
  const isSeen = (): boolean => {
    const { state, progress } = rounds(pool, round);
    return applicationAccess(actor, application, state, progress, deps.clock.now()).has("overview");
  };
  return [{ record: application, hit: { ...hit, link: `/applications/${key}` }, isSeen }];
}

/** Items are open to everybody employed (B10); the centre and the area are where they belong. */
function itemFound(deps: Deps, item: ActionItem): Findable {
  const { key, title } = item;
  const area = deps.records.programmes
    .byKey(item.programmeKey)
    ?.value.focusAreas.find(({ number }) => number === item.focusArea)?.name;
  const centre = deps.records.centres.byKey(item.centreKey)?.value.name;
  const places = [centre, area].flatMap((place) => place ?? []);
  const hit = { kind: "action-item", key, number: "", title, places, link: `/action-items/${key}` } as const;
  return { record: item, hit, isSeen: everybody };
}

/** Only those the actor may see are looked through at all. */
function consultationFound({ consultation }: SeenConsultation): Findable {
  const { key, caseNumber, subject } = consultation;
  const places = consultation.nextStep === undefined ? [] : [consultation.nextStep.body];
  const hit = { kind: "consultation", key, number: caseNumber, title: subject, places } as const;
  return { record: consultation, hit: { ...hit, link: `/consultations/${key}` }, isSeen: everybody };
}

function draftFound(deps: Deps, actor: Actor, draft: Draft): readonly Findable[] {
  if (draft.ownerKey !== actor.personKey || draft.discardedAt !== undefined) return [];
  if (liveAttempt(attemptsOf(deps, draft.key)) !== undefined) return [];
  const pool = deps.records.pools.byKey(draft.poolKey)?.value;
  const round = pool && findRound(pool, draft.roundKey);
  const { key, number, fields } = draft;
  const places = pool && round ? [roundName(pool, round)] : [];
  const hit = { kind: "draft", key, number, title: fields.title, places, link: `/drafts/${key}` } as const;
  return [{ record: draft, hit, isSeen: everybody }];
}
