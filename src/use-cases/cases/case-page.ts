import type { Apology, Attachment, Case, Openness, RouteStep } from "#domain/cases/case.ts";
import { caseSight, mayGivePool, seenTitle, writesCase } from "#domain/cases/case-access.ts";
import {
  type CaseStatus,
  caseStatus,
  decidedOn,
  isFinalStep,
  nextStep,
  type PointEffect,
  pointOutcomes,
  type RouteStop,
  routeStop,
  type StepState,
  stepState,
} from "#domain/cases/case-course.ts";
import { decisionText } from "#domain/cases/decision-words.ts";
import { type DocumentVersion, documentVersions } from "#domain/cases/document-versions.ts";
import { routeText } from "#domain/cases/read-route.ts";
import { isReleased } from "#domain/grants/pool-money.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Instant, PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { LogDetail } from "#domain/shared/log.ts";
import type { Oere } from "#domain/shared/money.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { visibleConsultations } from "../consultations/consultation-now.ts";
import { organisationNow, type PersonRefView, personRef } from "../organisation/organisation-now.ts";
import type { Deps } from "../ports/deps.ts";
import { notFound, type StoreFailure } from "../ports/store-failure.ts";
import { type BodyView, bodyViews, type PointDecisionView } from "./case-views.ts";

export interface CaseStepPageView {
  readonly key: Key;
  readonly kind: RouteStep["kind"];
  readonly code: string;
  readonly name: string;
  readonly leg: number;
  readonly date?: PlainDate;
  readonly state: StepState;
  readonly isNext: boolean;
  readonly isFinal: boolean;
  readonly decisions: readonly {
    readonly date: PlainDate;
    readonly points: readonly PointDecisionView[];
    readonly text: string;
    readonly apologies: readonly Apology[];
  }[];
}

interface ProgrammeRef {
  readonly key: Key;
  readonly title: string;
}

export interface CasePageView
  extends Pick<
    Case,
    | "alternativeTitle"
    | "closedReason"
    | "statement"
    | "policyContext"
    | "financialConsequences"
    | "isFinancial"
    | "recommendedByRole"
  > {
  readonly now: Instant;
  readonly key: Key;
  readonly number: string;
  readonly title: string;
  readonly openness: Openness;
  readonly isLimited: boolean;
  readonly status: CaseStatus;
  readonly officer?: PersonRefView;
  readonly points: readonly {
    readonly number: number;
    readonly text: string;
    readonly effect: PointEffect;
    readonly isFinal: boolean;
  }[];
  readonly attachments: readonly Attachment[];
  readonly route: string;
  readonly steps: readonly CaseStepPageView[];
  readonly stop?: RouteStop;
  readonly decidedOn?: PlainDate;
  readonly competentBodyKey?: Key;
  readonly versions: readonly (Pick<DocumentVersion, "version" | "status"> & { readonly date?: PlainDate })[];
  readonly consultations: readonly { readonly key: Key; readonly subject: string }[];
  readonly programme?: ProgrammeRef;
  readonly programmes?: readonly ProgrammeRef[];
  readonly pool?: {
    readonly key: Key;
    readonly number: string;
    readonly title: string;
    readonly amountOere: Oere;
    readonly isReleased: boolean;
  };
  readonly timeline: readonly {
    readonly at: Instant;
    readonly action: string;
    readonly who?: string;
    readonly data: LogDetail;
  }[];
  readonly bodies: readonly BodyView[];
  readonly may: {
    readonly edit: boolean;
    readonly route: boolean;
    readonly decide: boolean;
    readonly endConsultation: boolean;
    readonly close: boolean;
    readonly document: boolean;
    /** Whether the pool it names can be made from it. */
    readonly makePool?: boolean;
  };
}

/** A case with its way, decisions and history, and what the actor may do. 0 Graph requests. */
export function casePage(deps: Deps, actor: Actor, key: Key): Result<CasePageView, StoreFailure> {
  const theCase = deps.records.cases.byKey(key)?.value;
  if (theCase === undefined) return refuse(notFound);
  const sight = caseSight(actor, theCase);
  if (sight === "limited") return ok(limitedView(deps, theCase));
  const organisation = organisationNow(deps);
  const { statement, policyContext, financialConsequences, isFinancial, recommendedByRole } = theCase;
  const { alternativeTitle, closedReason, attachments } = theCase;
  const [stop, decided] = [routeStop(theCase), decidedOn(theCase)];
  return ok({
    ...headView(deps, theCase, seenTitle(theCase, sight)),
    isLimited: false,
    officer: personRef(organisation, theCase.officerKey),
    alternativeTitle,
    closedReason,
    statement,
    policyContext,
    financialConsequences,
    isFinancial,
    recommendedByRole,
    attachments,
    points: pointsView(theCase),
    route: routeText(theCase.steps),
    steps: theCase.steps.map((step) => stepView(theCase, step)),
    ...(stop === undefined ? {} : { stop }),
    ...(decided === undefined ? {} : { decidedOn: decided }),
    ...(theCase.competentBodyKey === undefined ? {} : { competentBodyKey: theCase.competentBodyKey }),
    versions: documentVersions(theCase).map(({ date, ...version }) => ({
      ...version,
      ...(date === undefined ? {} : { date }),
    })),
    consultations: consultationsOf(deps, actor, key),
    ...poolPart(deps, theCase),
    ...programmePart(deps, theCase, actor),
    timeline: theCase.log.tail.map(({ at, action, by, detail }) => ({
      at,
      action,
      ...(by === "system" ? {} : { who: personRef(organisation, by).name }),
      data: detail,
    })),
    bodies: bodyViews(deps),
    may: mayOf(theCase, actor),
  });
}

function headView(deps: Deps, theCase: Case, title: string) {
  const { key, number, openness } = theCase;
  return { now: deps.clock.now(), key, number: number ?? "", title, openness, status: caseStatus(theCase) };
}

/** What a reader sees of the texts and the course of a closed case: nothing. */
const hidden = {
  closedReason: "",
  statement: "",
  policyContext: "",
  financialConsequences: "",
  isFinancial: false,
  recommendedByRole: "",
  points: [],
  attachments: [],
  route: "",
  steps: [],
  versions: [],
  consultations: [],
  timeline: [],
  bodies: [],
  may: { edit: false, route: false, decide: false, endConsultation: false, close: false, document: false },
} as const;

/** What everybody may know of a closed case. */
function limitedView(deps: Deps, theCase: Case): CasePageView {
  const { alternativeTitle } = theCase;
  return { ...hidden, ...headView(deps, theCase, alternativeTitle), isLimited: true, alternativeTitle };
}

function pointsView(theCase: Case): CasePageView["points"] {
  const outcomes = pointOutcomes(theCase);
  return theCase.points.map(({ number, text }, index) => ({
    number,
    text,
    effect: outcomes[index]?.effect ?? "open",
    isFinal: outcomes[index]?.isFinal ?? false,
  }));
}

function stepView(theCase: Case, step: RouteStep): CaseStepPageView {
  const decisions = theCase.decisions.filter(({ stepKey }) => stepKey === step.key);
  const date = step.kind === "consultation" ? (step.endedOn ?? step.date) : (decisions.at(-1)?.date ?? step.date);
  return {
    key: step.key,
    kind: step.kind,
    code: step.kind === "body" ? step.code : "",
    name: step.kind === "body" ? step.name : "",
    leg: step.leg,
    ...(date === undefined ? {} : { date }),
    state: stepState(theCase, step),
    isNext: nextStep(theCase)?.key === step.key,
    isFinal: isFinalStep(theCase, step),
    decisions: decisions.map(({ date: on, points, apologies }) => ({
      date: on,
      points,
      text: decisionText(points),
      apologies,
    })),
  };
}

/** The consultations about the case that the actor may see. */
function consultationsOf(deps: Deps, actor: Actor, caseKey: Key): CasePageView["consultations"] {
  return visibleConsultations(deps, actor)
    .filter(({ consultation }) => consultation.caseKey === caseKey)
    .map(({ consultation: { key, subject } }) => ({ key, subject }));
}

function poolPart(deps: Deps, { appropriation }: Case): Pick<CasePageView, "pool"> {
  const pool = appropriation && deps.records.pools.byKey(appropriation.poolKey)?.value;
  if (appropriation === undefined || pool === undefined) return {};
  const { key, number, title } = pool;
  return { pool: { key, number, title, amountOere: appropriation.amountOere, isReleased: isReleased(pool) } };
}

/** The programme the case is about, and for who writes the case those it may be about. */
function programmePart({ records }: Deps, theCase: Case, actor: Actor): Pick<CasePageView, "programme" | "programmes"> {
  const programmes = records.programmes.all().map(({ value: { key, title } }) => ({ key, title }));
  const programme = programmes.find(({ key }) => key === theCase.programmeKey);
  const isOpen = writesCase(actor, theCase) && theCase.closedAt === undefined && theCase.appropriation === undefined;
  return { ...(programme === undefined ? {} : { programme }), ...(isOpen ? { programmes } : {}) };
}

function mayOf(theCase: Case, actor: Actor): CasePageView["may"] {
  const writes = writesCase(actor, theCase) && theCase.closedAt === undefined;
  const status = caseStatus(theCase);
  const next = nextStep(theCase);
  return {
    edit: writes,
    route: writes && status !== "decided",
    decide: writes && next?.kind === "body" && theCase.points.length > 0,
    endConsultation: writes && next?.kind === "consultation",
    close: writes && (status !== "informed" || theCase.decisions.length === 0),
    document: true,
    makePool: mayGivePool(actor, theCase),
  };
}
