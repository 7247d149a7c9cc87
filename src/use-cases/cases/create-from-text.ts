import type { Apology, BodyStep, Case, CaseAppropriation, PointDecision } from "#domain/cases/case.ts";
import { mayCreateCase } from "#domain/cases/case-access.ts";
import { stepState } from "#domain/cases/case-course.ts";
import type { TypedCase } from "#domain/cases/check-case.ts";
import type { CommandPoolRefusal } from "#domain/cases/command-pool.ts";
import { type CreateCaseCommand, type CreateCaseRefusal, caseKeyOf } from "#domain/cases/create-case.ts";
import { poolAppropriation } from "#domain/cases/pool-case.ts";
import type { ConsultationFields } from "#domain/consultations/consultation.ts";
import type { PartyFields } from "#domain/consultations/consultation-party.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Command } from "#domain/shared/command.ts";
import type { PlainDate } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { searchKey } from "#domain/shared/plain-text.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { councils } from "../consultations/councils.ts";
import { createConsultation } from "../consultations/create-consultation.ts";
import { setParties } from "../consultations/set-parties.ts";
import { makePlannedPool } from "../grants/plan-pool.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { recordDecision, setRoute } from "./case-acts.ts";
import { createCase, plannedCase } from "./create-case.ts";
import type { NumberTaken } from "./number-taken.ts";
import { type PoolFromTextRefusal, plannedPool, type TextPool } from "./pool-from-text.ts";
import { takePool } from "./take-pool.ts";

/** A decision the text tells of; its step is the body's first that is not treated. */
export interface TextDecision {
  readonly bodyKey: Key;
  readonly date: PlainDate;
  readonly points: readonly PointDecision[];
  readonly apologies: readonly Apology[];
}

/** The consultation the text tells of: names of parties, the meeting before it, and its deadline. */
export interface TextConsultation {
  readonly parties: readonly string[];
  readonly sentAfter: PlainDate | undefined;
  readonly deadline: PlainDate | undefined;
}

export interface CreateFromText extends Command {
  readonly fields: TypedCase;
  /** "" lays none. */
  readonly route: string;
  readonly decisions: readonly TextDecision[];
  readonly consultation: TextConsultation | undefined;
  /** The pool the case asks for money for, to be made with it. */
  readonly pool?: TextPool | undefined;
}

type Refusal<Act extends (...given: never) => Promise<Result<unknown, unknown>>> = Extract<
  Awaited<ReturnType<Act>>,
  { readonly ok: false }
>["refusal"];

/** What became of one part beside the case itself; without a refusal it was made. */
export interface PartMade {
  readonly part: "pool" | "route" | "decision" | "consultation" | "parties";
  readonly index: number;
  readonly refusal:
    | PoolFromTextRefusal
    | CommandPoolRefusal
    | Refusal<typeof setRoute | typeof recordDecision | typeof createConsultation | typeof setParties>
    | undefined;
}

/** Why nothing at all is made of a text. */
export type CreateFromTextRefusal =
  | CreateCaseRefusal
  | NumberTaken
  | PoolFromTextRefusal
  | CommandPoolRefusal
  | StoreFailure;

/**
 * Makes of a text what a person has looked through: the case, the pool it asks for money for, its route, what was decided, and
 * its consultation as a draft. Each is a press of its own under a key that follows from the command's, so that the same
 * command again goes on where it stopped and makes nothing twice. Refused is only what makes no case, or what is typed wrongly
 * of the pool; whatever else is refused is told part by part. The pool comes before its case, which is known to be good then:
 * the secretariat makes cases of pools only.
 */
export async function createFromText(
  deps: Deps,
  actor: Actor,
  command: CreateFromText,
): Promise<Result<{ readonly theCase: Case; readonly parts: readonly PartMade[] }, CreateFromTextRefusal>> {
  const upToDate = await deps.records.refresh(["cases", "pools", "bodies"]);
  if (!upToDate.ok) return upToDate;
  const press = pressOf(command);
  const begun = await beginCase(deps, actor, command);
  if (!begun.ok) return begun;
  let { theCase } = begun.value;
  const caseKey = theCase.key;
  const parts: PartMade[] = [...begun.value.parts];
  const note = (part: PartMade["part"], index: number, done: Result<unknown, NonNullable<PartMade["refusal"]>>) => {
    parts.push(partMade(part, index, done));
  };
  if (command.route.trim() !== "") {
    const laid = await setRoute(deps, actor, { ...press("route"), caseKey, text: command.route, dates: [] });
    note("route", 0, laid);
    if (laid.ok) theCase = laid.value;
  }
  for (const [index, { bodyKey, ...decision }] of command.decisions.entries()) {
    // Of a decision that is recorded already the press is known, whatever step stands here.
    const stepKey = untreated(theCase, bodyKey)?.key ?? caseKey;
    const decided = await recordDecision(deps, actor, { ...press("decision", index), caseKey, stepKey, ...decision });
    note("decision", index, decided);
    if (decided.ok) theCase = decided.value;
  }
  if (command.consultation !== undefined) {
    const fields = consultationFields(theCase, command.consultation);
    const drafted = await createConsultation(deps, actor, { ...press("consultation"), fields });
    note("consultation", 0, drafted);
    if (drafted.ok && command.consultation.parties.length > 0) {
      const parties = partiesNamed(deps, actor, command.consultation.parties);
      const set = await setParties(deps, actor, { ...press("parties"), consultationKey: drafted.value, parties });
      note("parties", 0, set);
    }
  }
  return ok({ theCase, parts });
}

type Press = (...part: readonly (string | number)[]) => Command;

function pressOf({ commandKey }: Command): Press {
  return (...part) => ({ commandKey: keyOf("case-from-text", commandKey, ...part) });
}

function partMade(
  part: PartMade["part"],
  index: number,
  done: Result<unknown, NonNullable<PartMade["refusal"]>>,
): PartMade {
  return { part, index, refusal: done.ok ? undefined : done.refusal };
}

type Begun = Result<{ readonly theCase: Case; readonly parts: readonly PartMade[] }, CreateFromTextRefusal>;

/** The case, commanding its pool where there is one to make. */
async function beginCase(deps: Deps, actor: Actor, command: CreateFromText): Promise<Begun> {
  const press = pressOf(command);
  const casePress = { ...press("case"), fields: command.fields };
  const { pool } = command;
  if (pool !== undefined) return beginPoolCase(deps, actor, { press, casePress, pool });
  const made = await createCase(deps, actor, casePress);
  return made.ok ? ok({ theCase: made.value, parts: [] }) : made;
}

interface PoolCase {
  readonly press: Press;
  readonly casePress: CreateCaseCommand;
  readonly pool: TextPool;
}

/** The pool, and the case that asks for its money; a case that stands already without a pool takes it. */
async function beginPoolCase(deps: Deps, actor: Actor, { press, casePress, pool }: PoolCase): Promise<Begun> {
  const stands = deps.records.cases.byKey(caseKeyOf(casePress))?.value;
  const planned = poolOf(deps, stands, pool) ?? plannedPool(deps, actor, { ...press("pool"), pool });
  if (!planned.ok && (planned.refusal.kind === "incomplete" || !mayCreateCase(actor))) return planned;
  const checked = stands ? ok(stands) : plannedCase(deps, actor, { ...casePress, appropriation: asked(planned) });
  if (!checked.ok) return checked;
  const made = planned.ok ? await makePlannedPool(deps, actor, press("pool"), planned.value) : planned;
  if (!made.ok && !mayCreateCase(actor)) return made;
  const begun = await createCase(deps, actor, { ...casePress, appropriation: asked(made) });
  if (!begun.ok) return begun;
  if (!made.ok) return ok({ theCase: begun.value, parts: [partMade("pool", 0, made)] });
  const bound = await takePool(deps, actor, press("pool-commanded"), begun.value, poolAppropriation(made.value));
  return ok({ theCase: bound.ok ? bound.value : begun.value, parts: [partMade("pool", 0, bound)] });
}

function asked(pool: Result<GrantPool, unknown>): CaseAppropriation | undefined {
  return pool.ok ? poolAppropriation(pool.value) : undefined;
}

/** The pool the case asks for already: no other is made beside it. */
function poolOf(
  { records }: Deps,
  stands: Case | undefined,
  { number }: TextPool,
): Result<GrantPool, CommandPoolRefusal> | undefined {
  if (stands?.appropriation === undefined) return undefined;
  const known = records.pools.byKey(stands.appropriation.poolKey)?.value;
  const isSame = known !== undefined && searchKey(known.number) === searchKey(number);
  return isSame ? ok(known) : refuse({ kind: "case-has-pool" });
}

function untreated(theCase: Case, bodyKey: Key): BodyStep | undefined {
  return theCase.steps.find(
    (step): step is BodyStep =>
      step.kind === "body" && step.bodyKey === bodyKey && stepState(theCase, step) !== "decided",
  );
}

/** The draft of the case's consultation, between the meetings around the first consultation on its way. */
function consultationFields(theCase: Case, { sentAfter, deadline }: TextConsultation): ConsultationFields {
  const at = theCase.steps.findIndex(({ kind }) => kind === "consultation");
  const isBody = (step: Case["steps"][number]): step is BodyStep => step.kind === "body";
  const before = theCase.steps.slice(0, Math.max(at, 0)).findLast(isBody);
  const next = at < 0 ? undefined : theCase.steps.slice(at + 1).find(isBody);
  const beforeOn = before?.date ?? sentAfter;
  const isTreated = before !== undefined && stepState(theCase, before) === "decided";
  const decidedOn = isTreated ? theCase.decisions.findLast(({ stepKey }) => stepKey === before.key)?.date : undefined;
  return {
    subject: theCase.title,
    caseNumber: theCase.number ?? "",
    caseKey: theCase.key,
    message: "",
    material: [],
    sendOn: undefined,
    deadlineOn: deadline,
    deadlineTime: "23:59",
    stepBefore: before && beforeOn ? { body: before.code, meetingOn: beforeOn, decidedOn } : undefined,
    nextStep: next?.date ? { body: next.code, meetingOn: next.date, agendaOn: undefined } : undefined,
    closed: theCase.openness === "closed",
  };
}

/** Councils that are known as they were heard last; anybody else is written down with the name alone. */
function partiesNamed(deps: Deps, actor: Actor, names: readonly string[]): readonly PartyFields[] {
  const known = councils(deps, actor);
  const choices = known.ok ? known.value.councils : [];
  const parties: PartyFields[] = [];
  for (const name of names) {
    const council = choices.find((each) => searchKey(each.name) === searchKey(name));
    if (parties.some((party) => searchKey(party.name) === searchKey(name))) continue;
    parties.push(council ?? { ...unknownParty, code: freeCode([...choices, ...parties]), name });
  }
  return parties;
}

const unknownParty = { duty: "voluntary", law: "", channel: "registered", personKeys: [], email: "" } as const;

function freeCode(taken: readonly PartyFields[]): string {
  const codes = new Set(taken.map(({ code }) => code));
  let number = 1;
  while (codes.has(`P${number}`)) number += 1;
  return `P${number}`;
}
