import { expect } from "vitest";
import type { GrantPool } from "#domain/grants/grant-pool.ts";
import { reviewKeyOf } from "#domain/grants/review-window.ts";
import { projectOpen } from "#domain/projections/project-open.ts";
import { projectionNames } from "#domain/projections/projection-row.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { projectionLists } from "#sharepoint/lists/all-lists.ts";
import { KEY_COLUMN } from "#sharepoint/lists/define-list.ts";
import { createAuditDrain } from "#use-cases/audit/drain-audit.ts";
import { grantRecordsNow } from "#use-cases/grants/grant-records-now.ts";
import { syncProjections } from "#use-cases/projections/sync-projections.ts";
import { good } from "../scenarios/world.ts";
import { type Act, type Answer, formOf } from "./pool-acts.ts";
import type { Stage } from "./pool-stage.ts";
import type { Arena, Instance } from "./two-instances.ts";

/** One press with every answer it got; two where it arrived at both services. */
export interface Pressed {
  readonly user: string;
  readonly act: Act;
  readonly commandKey: Key;
  readonly answers: readonly Answer[];
}

const linkBase = "http://service.test/tab/";

/** Money by plain sums, not by the product's own: granted ≤ frame in each round, all frames ≤ appropriation. */
export function expectWithinMoney(pool: GrantPool): void {
  const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);
  const frames = pool.rounds.map(({ key, frameOere }) => {
    const into = sum(pool.moves.filter(({ toRoundKey }) => toRoundKey === key).map(({ amountOere }) => amountOere));
    const out = sum(pool.moves.filter(({ fromRoundKey }) => fromRoundKey === key).map(({ amountOere }) => amountOere));
    const granted = sum(
      pool.awards
        .filter(({ roundKey, step }) => roundKey === key && step !== "declined")
        .map(({ amountOere, returnedOere }) => amountOere - returnedOere),
    );
    expect(granted).toBeLessThanOrEqual(frameOere + into - out);
    expect(frameOere + into - out).toBeGreaterThanOrEqual(0);
    return frameOere + into - out;
  });
  expect(sum(frames)).toBeLessThanOrEqual(pool.appropriation?.amountOere ?? 0);
  const named = pool.awards.map(({ applicationKey }) => applicationKey);
  expect(new Set(named).size).toBe(named.length);
}

const isYes = (answer: Answer) => answer !== "nothing" && answer.ok;
/**
 * The press may have been carried out although nobody was told so: its answer was lost, and looking for it met a failing
 * SharePoint too. What people are told then says that nothing typed is lost and asks them to press again.
 */
const isUnclear = (answer: Answer) =>
  answer !== "nothing" && !answer.ok && ["unavailable", "throttled", "conflict"].includes(answer.refusal.kind);

/** Answers given anew while the list was put up have left their line, and the line that they gave way. */
const isPutBack = ({ act, answers }: Pressed) =>
  act.kind === "review" &&
  answers.some((answer) => answer !== "nothing" && !answer.ok && answer.refusal.kind === "already-recommended");
const mayHaveLeftALine = (each: Pressed) => each.answers.some(isUnclear) || isPutBack(each);

/** Everything that was answered with yes is there exactly once, and nothing that was refused. */
export function expectEveryPressOnce({ world, observer }: Arena, stage: Stage, pressed: readonly Pressed[]): void {
  const lines = linesOf(observer, stage);
  const pool = poolOf(observer, stage);
  for (const each of pressed) {
    const { act, user, commandKey } = each;
    const told = `${act.kind} by ${user}`;
    if (act.kind === "submit") {
      expectOneForm(observer, stage, each);
      continue;
    }
    const times = lines.filter((line) => line === commandKey).length;
    if (each.answers.some(isYes)) expect(times, told).toBe(1);
    else expect(times, told).toBeLessThanOrEqual(mayHaveLeftALine(each) ? 1 : 0);
    if (act.kind === "move") {
      expect(pool.moves.filter(({ key }) => key === keyOf("move", pool.key, commandKey)).length, told).toBe(times);
    }
    const application = "index" in act ? stage.applications[act.index] : undefined;
    if (application === undefined || !each.answers.some(isYes)) continue;
    if (act.kind === "review") {
      const review = observer.deps.records.reviews.byKey(reviewKeyOf(application, world.personKey(user)));
      expect(review?.value.state, told).toBe("given");
    }
    if (act.kind === "answer") {
      const award = pool.awards.find(({ applicationKey }) => applicationKey === application.key);
      expect(act.accept ? ["accepted", "closed"] : ["declined"], told).toContain(award?.step);
    }
  }
  expectDecisionsStand(stage, pool, pressed);
}

/** A form that was handed in is one application with its own words, at whichever service and however often pressed. */
function expectOneForm({ deps }: Instance, stage: Stage, { user, commandKey, answers }: Pressed): void {
  const draftKey = keyOf("draft", commandKey);
  const made = deps.records.applications.all().filter((row) => row.value.draftKey === draftKey);
  expect(made.length).toBeLessThanOrEqual(1);
  const { title } = formOf(user, commandKey);
  if (answers.some(isYes)) expect(made[0]?.value).toMatchObject({ title, roundKey: stage.open.key });
}

/** A packet is decided when its decider's last act that counted was to decide, and open again when it was to undo. */
function expectDecisionsStand(stage: Stage, pool: GrantPool, pressed: readonly Pressed[]): void {
  for (const [kind, user] of [
    ["chair", "formand.dsg"],
    ["deputy", "naestformand.dsg"],
  ] as const) {
    const own = pressed.filter((each) => each.user === user);
    if (own.some(({ answers }) => answers.some(isUnclear))) continue;
    const last = own.findLast(({ answers }) => answers.some(isYes));
    const packet = pool.recommendations
      .find(({ roundKey }) => roundKey === stage.closed.key)
      ?.packets.find((each) => each.kind === kind);
    expect(packet?.decidedAt !== undefined, `${kind}'s packet`).toBe(last?.act.kind === "decide");
  }
}

/** Command keys of every committed line of the stage's records, those that have left the tails too. */
function linesOf({ deps: { records } }: Instance, stage: Stage): readonly Key[] {
  const logged = [
    ...records.pools.all().filter(({ value }) => value.key === stage.poolKey),
    ...records.applications.all().filter(({ value }) => value.poolKey === stage.poolKey),
    ...records.reviews.all().filter(({ value }) => value.poolKey === stage.poolKey),
  ];
  return logged.flatMap(({ value }) => {
    const left = records.audit.all().filter((row) => row.value.recordKey === value.key);
    const bySeq = new Map(
      [...left.map((row) => row.value), ...value.log.tail].map((line) => [line.seq, line.commandKey]),
    );
    expect(bySeq.size).toBe(value.log.count);
    return [...bySeq.values()];
  });
}

/** Both services know the same as somebody who has only looked. */
export function expectSameReplicas({ one, two, observer }: Arena): void {
  const known = ({ deps: { records } }: Instance) =>
    [records.pools, records.applications, records.reviews, records.drafts, records.audit].map((collection) =>
      collection
        .all()
        .map(({ value, version }) => `${value.key} ${version} ${JSON.stringify(value)}`)
        .toSorted(),
    );
  expect(known(one)).toEqual(known(observer));
  expect(known(two)).toEqual(known(observer));
}

/** The open lists hold exactly what records and time say: one run makes them so, and another service has nothing to add. */
export async function expectProjected({ observer, two, workspace }: Arena): Promise<void> {
  const sync = (instance: Instance) =>
    syncProjections({ ...instance.deps, projections: instance.sharePoint.projections, linkBase });
  good(await sync(observer));
  expect(good(await sync(two))).toEqual({ created: 0, updated: 0, deleted: 0 });
  const wanted = projectOpen(grantRecordsNow(observer.deps), linkBase, observer.deps.clock.now());
  for (const name of projectionNames) {
    const list = good(await observer.sharePoint.directory.locate(projectionLists[name]));
    const rows = good(await workspace.personClient("puljesekretariat").items(list, [KEY_COLUMN]));
    const keys = rows.map(({ fields }) => String(fields[KEY_COLUMN])).toSorted();
    expect(keys, name).toEqual(wanted[name].map(({ key }) => String(key)).toSorted());
  }
}

/** What a service does beside: audit rows and open lists, at any moment and beside the other one. */
export async function inTheBackground(instance: Instance): Promise<void> {
  await createAuditDrain(instance.deps)(50);
  await syncProjections({ ...instance.deps, projections: instance.sharePoint.projections, linkBase });
}

/** The pool as it is stored now. */
export function poolOf({ deps }: Instance, stage: Stage): GrantPool {
  const pool = deps.records.pools.byKey(stage.poolKey)?.value;
  if (pool === undefined) throw new Error("The pool is gone");
  return pool;
}
