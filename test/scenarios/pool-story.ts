import { firstRoundApplications } from "#demo/applications-first-round.ts";
import type { DemoApplication } from "#demo/demo-application.ts";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import { proposedCriteria } from "#domain/grants/proposed-criteria.ts";
import { reviewProgress } from "#domain/grants/review-progress.ts";
import { closingInstant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { kr } from "#domain/shared/money.ts";
import { ok } from "#domain/shared/result.ts";
import { editCase, recordDecision } from "#use-cases/cases/case-acts.ts";
import { draftPoolCase } from "#use-cases/cases/create-case.ts";
import { addRound } from "#use-cases/grants/add-round.ts";
import { approveApplication } from "#use-cases/grants/approve-application.ts";
import { createDraft } from "#use-cases/grants/create-draft.ts";
import { createPool } from "#use-cases/grants/create-pool.ts";
import { giveReview } from "#use-cases/grants/give-review.ts";
import { findPoolOfRound } from "#use-cases/grants/pool-views.ts";
import { roundState } from "#use-cases/grants/round-state.ts";
import { saveDraft } from "#use-cases/grants/save-draft.ts";
import { submitDraft } from "#use-cases/grants/submit-draft.ts";
import { answers, danish, day, good, typed, type World } from "./world.ts";

const secretariat = "puljesekretariat";

/** The pool of the seed: 600.000 kr. on the investment plan of 2022, nothing appropriated yet. */
export async function allocatedPool(world: World, number = "PULJE-2022"): Promise<GrantPool> {
  return good(
    await createPool(world.deps, world.as(secretariat), {
      commandKey: world.press(),
      number,
      title: "Pulje til digitalisering",
      purpose: "Synlig digital udvikling for ansatte og/eller borgere",
      eligibility: "Kommunens egne afdelinger",
      allocation: { plan: "Investeringsoversigt 2022-2025", year: 2022, project: "Pulje", amountOere: kr(600_000) },
      criteria: proposedCriteria,
      minimumReviewers: 3,
    }),
  );
}

/** How far the pool's own case has come. */
export interface Appropriation {
  readonly kroner: number;
  readonly decided: readonly ("ØK" | "KB")[];
}

/** The appropriation case as far as these bodies have decided it. */
export function appropriation(kroner: number, ...decided: Appropriation["decided"]): Appropriation {
  return { kroner, decided };
}

const meetings = {
  ØK: { date: day("2022-02-08"), text: "Tiltrådt.", code: "concurred" },
  KB: { date: day("2022-02-22"), text: "Godkendt.", code: "approved" },
} as const;

/** Takes the pool's own case that far, by the secretariat; the pool hears of it by the case alone. */
export async function recordBasis(world: World, poolKey: Key, { kroner, decided }: Appropriation) {
  const { deps, press } = world;
  const actor = world.as(secretariat);
  const drafted = good(await draftPoolCase(deps, actor, { commandKey: press(), poolKey }));
  const { key: caseKey } = drafted;
  if (drafted.decisions.length === 0) {
    const fields = { ...drafted, number: "21/15479", points: drafted.points.map(({ text }) => text) };
    const edited = await editCase(deps, actor, { commandKey: press(), caseKey, fields, amountOere: kr(kroner) });
    if (!edited.ok) return edited;
  }
  for (const { key: stepKey, ...step } of drafted.steps.slice(drafted.decisions.length)) {
    const meeting = decided.find((body) => step.kind === "body" && body === step.code);
    if (meeting === undefined) break;
    const { date, text, code } = meetings[meeting];
    const command = { caseKey, stepKey, date, points: [{ number: 1, text, code }], apologies: [] };
    good(await recordDecision(deps, actor, { commandKey: press(), ...command }));
  }
  const pool = deps.records.pools.byKey(poolKey)?.value;
  if (pool === undefined) throw new Error("The pool is gone");
  return ok(pool);
}

/** A pool the council has released on 22-02-2022. */
export async function releasedPool(world: World, number?: string): Promise<GrantPool> {
  world.at("2022-02-23 09:00");
  const { key } = await allocatedPool(world, number);
  return good(await recordBasis(world, key, appropriation(600_000, "ØK", "KB")));
}

export interface RoundChoice {
  readonly code?: string;
  readonly frameKr?: number;
  readonly capKr?: number;
}

/** Adds the spring round: 01-03-2022 08.00 to 31-03-2022 23.59, the seed's five reviewers, substitute and chairs. */
export function springRound(world: World, poolKey: Key, { code = "FR22", frameKr = 300_000, capKr }: RoundChoice = {}) {
  const people = (...users: readonly string[]): readonly Key[] => users.map(world.personKey);
  return addRound(world.deps, world.as(secretariat), {
    commandKey: world.press(),
    poolKey,
    round: {
      code,
      name: "Forår 2022",
      frameOere: kr(frameKr),
      ...(capKr === undefined ? {} : { capOere: kr(capKr) }),
      opensAt: danish("2022-03-01 08:00"),
      closesAt: closingInstant(day("2022-03-31")),
      reviewBy: day("2022-04-20"),
      decisionOn: day("2022-04-27"),
      reviewerKeys: people("formand.dsg", "leder.sundhed", "leder.skole", "oekonomi", "tr.boern"),
      substituteKey: world.personKey("suppleant"),
      adviserKeys: people("raadgiver.sikkerhed"),
      chairKey: world.personKey("formand.dsg"),
      deputyKey: world.personKey("naestformand.dsg"),
    },
  });
}

export interface OpenRound {
  readonly poolKey: Key;
  readonly roundKey: Key;
}

/** A released pool with its spring round open on 18-03-2022 10.00. */
export async function openRound(world: World, choice?: RoundChoice): Promise<OpenRound> {
  const pool = await releasedPool(world);
  const withRound = good(await springRound(world, pool.key, choice));
  world.at("2022-03-18 10:00");
  const roundKey = withRound.rounds[0]?.key;
  if (roundKey === undefined) throw new Error("The round was not added");
  return { poolKey: pool.key, roundKey };
}

/** A form filled in as the demo application says, ready to send. */
export async function filledDraft(
  world: World,
  roundKey: Key,
  application: DemoApplication,
  more: Parameters<typeof saveDraft>[2]["changes"] = {},
): Promise<Key> {
  const actor = world.as(application.applicant);
  const draftKey = good(
    await createDraft(world.deps, actor, { commandKey: world.press(), roundKey, centreKey: undefined }),
  );
  good(await saveDraft(world.deps, actor, { draftKey, changes: { ...typed(application), ...more }, base: {} }));
  return draftKey;
}

/** Sends a form now. */
export function send(world: World, user: string, draftKey: Key) {
  const command = { commandKey: world.press(), draftKey, pressedAt: world.now() };
  return submitDraft(world.deps, world.as(user), command);
}

/** The head of the applicant's centre approves now. */
export function approve(world: World, applicationKey: Key) {
  const application = world.deps.records.applications.byKey(applicationKey)?.value;
  const head = application && world.deps.records.centres.byKey(application.centreKey)?.value.headKey;
  const user = [...heads].find((each) => world.personKey(each) === head);
  if (user === undefined) throw new Error("The application has no head");
  return approveApplication(world.deps, world.as(user), { commandKey: world.press(), applicationKey });
}

const heads = [
  "leder.sundhed",
  "leder.arbejdsmarked",
  "leder.skole",
  "formand.dsg",
  "leder.boern",
  "leder.teknik",
  "leder.hr",
  "leder.kultur",
  "leder.politik",
  "naestformand.dsg",
];

/** All eight spring applications, each sent at its own time and approved; FR22-01 is the first and so on. */
export async function sentSpring(world: World, roundKey: Key): Promise<readonly Key[]> {
  const drafts: Key[] = [];
  for (const application of firstRoundApplications) drafts.push(await filledDraft(world, roundKey, application));
  const keys: Key[] = [];
  const inTime = firstRoundApplications
    .map((application, index) => ({ application, index }))
    .toSorted((a, b) => (a.application.submitted < b.application.submitted ? -1 : 1));
  for (const { application, index } of inTime) {
    world.at(application.submitted);
    const draftKey = drafts[index];
    if (draftKey === undefined) throw new Error("A draft is missing");
    keys[index] = good(await send(world, application.applicant, draftKey));
  }
  world.at("2022-04-01 09:00");
  for (const key of keys) good(await approve(world, key));
  return keys;
}

/** Every assigned reviewer gives the seed's means as scores; `except` leaves these out. */
export async function reviewEverything(
  world: World,
  { roundKey }: OpenRound,
  except: (user: string, number: string) => boolean = () => false,
): Promise<void> {
  world.at("2022-04-12 10:00");
  const found = findPoolOfRound(world.deps, roundKey);
  if (found === undefined) throw new Error("No such round");
  for (const { application, reviewerKeys } of reviewProgress(roundState(world.deps, found.pool.value, found.round))
    .applications) {
    const means = firstRoundApplications.find(({ title }) => title === application.title)?.means ?? [3, 3, 3, 3, 3];
    for (const user of reviewers.filter((each) => reviewerKeys.includes(world.personKey(each)))) {
      if (except(user, application.number)) continue;
      const command = { commandKey: world.press(), applicationKey: application.key, answers: answers(...means) };
      good(await giveReview(world.deps, world.as(user), command));
    }
  }
}

/** Those who review in the round, the substitute last. */
export const reviewers = ["formand.dsg", "leder.sundhed", "leder.skole", "oekonomi", "tr.boern", "suppleant"] as const;
