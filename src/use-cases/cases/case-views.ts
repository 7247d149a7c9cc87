import type { Case, DecisionCode, Openness } from "#domain/cases/case.ts";
import {
  caseSight,
  mayCreateCase,
  mayDraftPoolCase,
  mayReadCaseIn,
  seenTitle,
  writesCase,
} from "#domain/cases/case-access.ts";
import { type CaseStatus, caseStatus, decidedOn, nextStep } from "#domain/cases/case-course.ts";
import { routeText } from "#domain/cases/read-route.ts";
import { isReleased } from "#domain/grants/pool-money.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { abbreviationOn, type BodyKind } from "#domain/organisation/body.ts";
import { type Instant, type PlainDate, plainDateOf } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { compareDanish } from "#domain/shared/plain-text.ts";
import type { Deps } from "../ports/deps.ts";
import { bodiesNow } from "./commit-case.ts";
import { caseOfPool } from "./create-case.ts";

export interface BodyView {
  readonly key: Key;
  readonly code: string;
  readonly name: string;
  readonly kind: BodyKind;
}

export interface CaseRowView {
  readonly key: Key;
  readonly number: string;
  readonly title: string;
  readonly openness: Openness;
  readonly status: CaseStatus;
  readonly route: string;
  readonly nextStep?: { readonly kind: "body" | "consultation"; readonly name: string; readonly date?: PlainDate };
  readonly decidedOn?: PlainDate;
  readonly isMine: boolean;
}

export interface CasesPageView {
  readonly now: Instant;
  readonly cases: readonly CaseRowView[];
  readonly bodies: readonly BodyView[];
  readonly poolsToDraft: readonly { readonly key: Key; readonly title: string }[];
  readonly may: { readonly create: boolean; readonly readIn: boolean };
}

export interface PointDecisionView {
  readonly number: number;
  readonly text: string;
  readonly code: DecisionCode;
}

/** The list of cases, those on their way first, the next meeting at the top. 0 Graph requests. */
export function casesPage(deps: Deps, actor: Actor): CasesPageView {
  const cases = deps.records.cases.all().map(({ value }) => caseRowView(value, actor));
  return {
    now: deps.clock.now(),
    cases: cases.toSorted(compareRows),
    bodies: bodyViews(deps),
    poolsToDraft: poolsToDraft(deps, actor),
    may: { create: mayCreateCase(actor), readIn: mayReadCaseIn(actor) },
  };
}

/** Pools that wait for money and have no case of their own yet. */
function poolsToDraft(deps: Deps, actor: Actor): CasesPageView["poolsToDraft"] {
  if (!mayDraftPoolCase(actor)) return [];
  return deps.records.pools
    .all()
    .map(({ value }) => value)
    .filter((pool) => !isReleased(pool) && caseOfPool(deps, pool.key) === undefined)
    .map(({ key, title }) => ({ key, title }));
}

/** The bodies a route may be made of, by what they are called today. */
export function bodyViews(deps: Deps): readonly BodyView[] {
  const today = plainDateOf(deps.clock.now());
  return bodiesNow(deps)
    .filter(({ active }) => active)
    .map((body) => ({ key: body.key, code: abbreviationOn(body, today), name: body.name, kind: body.kind }))
    .toSorted((a, b) => compareDanish(a.name, b.name));
}

function caseRowView(theCase: Case, actor: Actor): CaseRowView {
  const sight = caseSight(actor, theCase);
  const base = {
    key: theCase.key,
    number: theCase.number ?? "",
    title: seenTitle(theCase, sight),
    openness: theCase.openness,
    status: caseStatus(theCase),
    isMine: writesCase(actor, theCase),
  };
  if (sight === "limited") return { ...base, route: "" };
  const next = nextStep(theCase);
  const decided = decidedOn(theCase);
  return {
    ...base,
    route: routeText(theCase.steps),
    ...(next === undefined ? {} : { nextStep: nextStepView(next) }),
    ...(decided === undefined ? {} : { decidedOn: decided }),
  };
}

/** Where a case goes next, as a screen names it. */
export function nextStepView(step: Case["steps"][number]): NonNullable<CaseRowView["nextStep"]> {
  const name = step.kind === "body" ? step.name : "";
  return { kind: step.kind, name, ...(step.date === undefined ? {} : { date: step.date }) };
}

const ORDER: readonly CaseStatus[] = ["stopped", "informed", "arisen", "decided", "closed"];

function compareRows(a: CaseRowView, b: CaseRowView): number {
  if (a.status !== b.status) return ORDER.indexOf(a.status) - ORDER.indexOf(b.status);
  const [dayA, dayB] = [a, b].map((row) => row.nextStep?.date ?? "9999");
  if (dayA !== dayB) return (dayA ?? "") < (dayB ?? "") ? -1 : 1;
  return compareDanish(b.number, a.number) || compareDanish(a.title, b.title);
}
