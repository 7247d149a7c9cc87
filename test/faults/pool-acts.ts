import * as fc from "fast-check";
import type { GrantPool, PacketKind } from "#domain/grants/grant-pool.ts";
import { awardOf, recommendationOf } from "#domain/grants/pool-parts.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { kr, oere } from "#domain/shared/money.ts";
import type { Result } from "#domain/shared/result.ts";
import { answerAward } from "#use-cases/grants/answer-award.ts";
import { createDraft } from "#use-cases/grants/create-draft.ts";
import { decidePacket } from "#use-cases/grants/decide-packet.ts";
import { giveReview } from "#use-cases/grants/give-review.ts";
import { moveFrame } from "#use-cases/grants/move-frame.ts";
import { recommend } from "#use-cases/grants/recommend.ts";
import { recordAwardStep } from "#use-cases/grants/record-award-step.ts";
import { saveDraft } from "#use-cases/grants/save-draft.ts";
import { submitDraft } from "#use-cases/grants/submit-draft.ts";
import { undoDecision } from "#use-cases/grants/undo-decision.ts";
import { withdrawRecommendation } from "#use-cases/grants/withdraw-recommendation.ts";
import { answers, day, type World } from "../scenarios/world.ts";
import { applicantOf, type Stage } from "./pool-stage.ts";
import type { Instance } from "./two-instances.ts";

const reviewing = fc.record({
  kind: fc.constant("review" as const),
  index: fc.constantFrom(0, 0, 1, 2),
  score: fc.integer({ min: 1, max: 5 }),
});
const submitting = fc.record({ kind: fc.constant("submit" as const) });
const answering = fc.record({ kind: fc.constant("answer" as const), index: fc.nat(2), accept: fc.boolean() });
const deciding = fc.constantFrom({ kind: "decide" as const }, { kind: "decide" as const }, { kind: "undo" as const });
const managing = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("recommend" as const), offerPartial: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("withdraw" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("move" as const),
      fromOpen: fc.boolean(),
      thousands: fc.constantFrom(5, 20, 50, 120, 200),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("close" as const),
      index: fc.nat(2),
      spent: fc.integer({ min: 0, max: 90 }),
    }),
  },
);

/** What one person does at one moment; on which service, and whether the press arrives at the other one as well. */
type Kinds = ReturnType<typeof kindsOf>;
function kindsOf() {
  return fc.oneof(reviewing, submitting, answering, deciding, managing);
}
export type Act = Kinds extends fc.Arbitrary<infer T> ? T : never;
export interface Press {
  readonly act: Act;
  readonly onTwo: boolean;
  readonly twice: boolean;
}

/** Everybody's day: who acts is fixed, what they do and where it arrives is not. */
export interface Script {
  readonly user: string;
  readonly presses: readonly Press[];
}

function scriptOf(user: string, act: fc.Arbitrary<Act>, most: number): fc.Arbitrary<Script> {
  const press = fc.record({ act, onTwo: fc.boolean(), twice: fc.boolean() });
  return fc.record({ user: fc.constant(user), presses: fc.array(press, { minLength: 1, maxLength: most }) });
}

/** Nine people at once: two of the secretariat's windows, both deciders, the last reviewer and four applicants. */
export const scripts: fc.Arbitrary<readonly Script[]> = fc.tuple(
  scriptOf("puljesekretariat", managing, 3),
  scriptOf("puljesekretariat", managing, 3),
  scriptOf("formand.dsg", deciding, 3),
  scriptOf("naestformand.dsg", deciding, 3),
  scriptOf("oekonomi", reviewing, 2),
  scriptOf(
    applicantOf(0),
    answering.map((each) => ({ ...each, index: 0 })),
    2,
  ),
  scriptOf(
    applicantOf(1),
    answering.map((each) => ({ ...each, index: 1 })),
    2,
  ),
  scriptOf("ansoeger.boern", submitting, 1),
  scriptOf("ansoeger.teknik", submitting, 1),
);

/** What a press was answered; `nothing` where the screen had no such button. */
export type Answer = Result<unknown, { readonly kind: string }> | "nothing";

export interface Scene {
  readonly world: World;
  readonly stage: Stage;
}

const packetOf = (user: string): PacketKind => (user === "formand.dsg" ? "chair" : "deputy");

/** Carries one press out on one service, as somebody who has just looked at the screen. */
export async function carryOut(
  scene: Scene,
  { deps }: Instance,
  user: string,
  act: Act,
  commandKey: Key,
): Promise<Answer> {
  const { stage } = scene;
  const actor = scene.world.as(user);
  const applicationKey = keyAt(stage, act);
  switch (act.kind) {
    case "review": {
      const { score } = act;
      const given = answers(score, score, score, score, score);
      return giveReview(deps, actor, { commandKey, applicationKey, answers: given });
    }
    case "decide":
      return decide(scene, deps, user, commandKey);
    case "undo":
      return undoDecision(deps, actor, { commandKey, roundKey: stage.closed.key, packet: packetOf(user) });
    case "answer":
      if (!(await onceSeen(scene, deps, (pool) => awardOf(pool, applicationKey)))) return "nothing";
      return answerAward(deps, actor, { commandKey, applicationKey, accept: act.accept });
    case "submit":
      return submit(scene, deps, user, commandKey);
    case "recommend":
    case "withdraw":
    case "move":
    case "close":
      return manage(scene, deps, user, act, commandKey);
  }
}

/** What the secretariat does with the round that is closed. */
async function manage(
  scene: Scene,
  deps: Instance["deps"],
  user: string,
  act: Extract<Act, { kind: "recommend" | "withdraw" | "move" | "close" }>,
  commandKey: Key,
): Promise<Answer> {
  const { closed, open, poolKey } = scene.stage;
  const actor = scene.world.as(user);
  switch (act.kind) {
    case "recommend":
      return recommend(deps, actor, { commandKey, roundKey: closed.key, offerPartial: act.offerPartial, reasons: {} });
    case "withdraw":
      return withdrawRecommendation(deps, actor, { commandKey, roundKey: closed.key });
    case "move": {
      const [from, to] = act.fromOpen ? [open, closed] : [closed, open];
      const amountOere = kr(act.thousands * 1000);
      const way = { poolKey, fromRoundKey: from.key, toRoundKey: to.key, amountOere };
      return moveFrame(deps, actor, { commandKey, ...way, decidedBy: "DSG", date: day("2022-04-26"), reason: "Rest" });
    }
    case "close": {
      const applicationKey = keyAt(scene.stage, act);
      await onceSeen(scene, deps, (pool) => awardOf(pool, applicationKey)?.step === "accepted" || undefined);
      const spentOere = oere(act.spent * 100_000);
      return recordAwardStep(deps, actor, { commandKey, applicationKey, step: "closed", spentOere });
    }
  }
}

function keyAt({ applications, poolKey }: Stage, act: Act): Key {
  return ("index" in act ? applications[act.index]?.key : undefined) ?? poolKey;
}

/** Who waits for others looks again and again until the button is there, but not for ever. */
async function onceSeen<T>(
  { stage }: Scene,
  { records }: Instance["deps"],
  find: (pool: GrantPool) => T | undefined,
): Promise<T | undefined> {
  for (let look = 1; look <= 15; look += 1) {
    await records.refresh(["pools"]);
    const pool = records.pools.byKey(stage.poolKey)?.value;
    const found = pool && find(pool);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function decide(scene: Scene, deps: Instance["deps"], user: string, commandKey: Key): Promise<Answer> {
  const { world, stage } = scene;
  const recommendation = await onceSeen(scene, deps, (pool) => recommendationOf(pool, stage.closed.key));
  const packet = recommendation?.packets.find(({ kind }) => kind === packetOf(user));
  if (recommendation === undefined || packet === undefined) return "nothing";
  return decidePacket(deps, world.as(user), {
    commandKey,
    roundKey: stage.closed.key,
    packet: packet.kind,
    recommendationKey: recommendation.key,
    totalOere: packet.totalOere,
  });
}

/** The words an applicant hands in; each form has its own. */
export function formOf(user: string, commandKey: Key) {
  return {
    title: `Forslag ${commandKey.slice(0, 12)}`,
    description: `Beskrevet af ${user}.`,
    focusArea: "1",
    effect: "Mærkes af mange.",
    sdgs: [3],
    budgetLines: [{ id: "a", category: "equipment" as const, note: "Skærme", amount: "30.000" }],
    requestedAmount: "30.000",
    operation: "Centrets eget budget.",
    startDate: "2022-12-01",
    endDate: "2023-06-30",
  };
}

async function submit({ world, stage }: Scene, deps: Instance["deps"], user: string, commandKey: Key): Promise<Answer> {
  const actor = world.as(user);
  const begun = await createDraft(deps, actor, { commandKey, roundKey: stage.open.key, centreKey: undefined });
  if (!begun.ok) return begun;
  const typed = await saveDraft(deps, actor, { draftKey: begun.value, changes: formOf(user, commandKey), base: {} });
  // The other window has handed it in meanwhile.
  if (!typed.ok && typed.refusal.kind !== "already-submitted") return typed;
  const handIn = { commandKey: keyOf("hand-in", commandKey), draftKey: begun.value, pressedAt: world.now() };
  return submitDraft(deps, actor, handIn);
}
