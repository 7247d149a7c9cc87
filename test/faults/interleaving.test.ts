import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runCount, runSeed } from "#bench/run-count.ts";
import { plusMillis } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { good } from "../scenarios/world.ts";
import { type Answer, carryOut, type Press, type Script, scripts } from "./pool-acts.ts";
import {
  expectEveryPressOnce,
  expectProjected,
  expectSameReplicas,
  expectWithinMoney,
  inTheBackground,
  type Pressed,
  poolOf,
} from "./pool-model.ts";
import { type Stage, setStage, strikeStage } from "./pool-stage.ts";
import { seedTimeout } from "./seeded.ts";
import { type Arena, openArena } from "./two-instances.ts";

/** How many stages an arena sees before a new one is built: what is left of them makes it slower. */
const stagesPerArena = 50;
/** What the presses are about; the other lists are not looked at between the stages. */
const touched = ["pools", "applications", "reviews", "drafts", "audit"] as const;
const counted = ["recommended", "decided", "frame-moved", "award-declined"];

let arena: Arena | undefined;
let stages = 0;
const seen = { presses: 0, yes: 0, conflicts: 0, unclear: 0, submitted: 0, lines: new Map<string, number>() };

async function nextStage(): Promise<{ readonly arena: Arena; readonly stage: Stage }> {
  if (arena === undefined || stages % stagesPerArena === 0) {
    arena?.workspace.server.close();
    arena = await openArena();
    const { server } = arena.workspace;
    server.onRequest(({ status }) => {
      if (status === 412) seen.conflicts += 1;
    });
  }
  stages += 1;
  return { arena, stage: await setStage(arena, String(stages)) };
}

/** Everybody's presses in their own order, all people and both services at once, requests in the scheduler's order. */
async function play(order: fc.Scheduler, days: readonly Script[], faultSeed: number | undefined): Promise<void> {
  const { arena: here, stage } = await nextStage();
  const { world, one, two, observer, workspace } = here;
  for (const instance of [one, two]) good(await instance.deps.records.refresh(touched));
  const stops = [one, two].map(({ sharePoint }) =>
    sharePoint.onChange((name) => {
      const pool = name === "pools" && sharePoint.records.pools.byKey(stage.poolKey)?.value;
      if (pool) expectWithinMoney(pool);
    }),
  );
  const pressed: Pressed[] = [];
  const press = async (user: string, { act, onTwo, twice }: Press, commandKey: Key): Promise<void> => {
    world.setNow(plusMillis(world.now(), 1000));
    const [first, second] = onTwo ? [two, one] : [one, two];
    const answers: Answer[] = await Promise.all(
      [first, ...(twice ? [second] : [])].map((instance) =>
        carryOut({ world, stage }, instance, user, act, commandKey),
      ),
    );
    pressed.push({ user, act, commandKey, answers });
  };
  const people = days.map(async ({ user, presses }, day) => {
    for (const [index, each] of presses.entries()) {
      await press(user, each, keyOf("interleaved", stage.poolKey, day, index));
    }
  });
  const beside = [one, two].map(inTheBackground);
  here.setGate(() => order.schedule(Promise.resolve()));
  if (faultSeed !== undefined) {
    const kinds = [429, 500, 503, 504, "reset", "lost-answer"] as const;
    workspace.server.setFaults({ rate: 0.35, seed: faultSeed, kinds: [...kinds], latencyMs: 0, retryAfterS: 1 });
  }
  await order.waitFor(Promise.all([...people, ...beside]));
  here.setGate(() => Promise.resolve());
  workspace.server.clearFaults();
  for (const stop of stops) stop();

  for (const instance of [one, two, observer]) good(await instance.deps.records.refresh(touched));
  count(
    poolOf(observer, stage).log.tail.map(({ action }) => action),
    pressed,
  );
  expectWithinMoney(poolOf(observer, stage));
  expectSameReplicas(here);
  expectEveryPressOnce(here, stage, pressed);
  await expectProjected(here);
  await strikeStage(here, stage);
}

function count(actions: readonly string[], pressed: readonly Pressed[]): void {
  for (const action of actions) seen.lines.set(action, (seen.lines.get(action) ?? 0) + 1);
  for (const { act, answers } of pressed) {
    seen.presses += answers.length;
    for (const answer of answers) {
      if (answer === "nothing") continue;
      if (answer.ok) seen.yes += 1;
      else if (answer.refusal.kind === "unavailable") seen.unclear += 1;
      if (answer.ok && act.kind === "submit") seen.submitted += 1;
    }
  }
}

describe("two services over one municipality", () => {
  const numRuns = runCount(30);
  it(
    "T09 whatever people press in whatever order, no frame is over-granted, each press counts once and the open lists are right",
    async () => {
      const seed = runSeed(1);
      process.stdout.write(`Interleaving: ${numRuns} runs from seed ${seed}\n`);
      await fc.assert(
        fc.asyncProperty(fc.scheduler(), scripts, fc.option(fc.nat(10_000), { nil: undefined, freq: 2 }), play),
        // Making a failing case smaller takes longer than reading it.
        { numRuns, seed, endOnFailure: true, ...pathOf() },
      );
      const told = [...seen.lines].map(([action, times]) => `${action} ${times}`).toSorted();
      process.stdout.write(
        `Interleaving: ${seen.presses} presses, ${seen.yes} carried out, ${seen.unclear} unclear, ` +
          `${seen.submitted} forms, ${seen.conflicts} conflicts met; ${told.join(", ")}\n`,
      );
      // The acts really come through and really meet: without that nothing would have been tried.
      for (const action of counted) expect(seen.lines.get(action) ?? 0, action).toBeGreaterThan(0);
      expect(seen.conflicts).toBeGreaterThan(numRuns / 2);
    },
    seedTimeout(numRuns, 6_000),
  );
});

/** FREMDRIFT_PATH repeats the one failing case that fast-check has named. */
function pathOf(): { readonly path?: string } {
  const path = process.env["FREMDRIFT_PATH"];
  return path === undefined ? {} : { path };
}
