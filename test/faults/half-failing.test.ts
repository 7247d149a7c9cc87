import { describe, expect, it } from "vitest";
import { runCount, runSeed } from "#bench/run-count.ts";
import { demoCentres } from "#demo/centres.ts";
import { demoPeople } from "#demo/people.ts";
import { type DraftBudgetLine, type DraftFields, emptyDraftFields } from "#domain/grants/draft.ts";
import type { Key } from "#domain/shared/keys.ts";
import { kr } from "#domain/shared/money.ts";
import type { Result } from "#domain/shared/result.ts";
import { openSharePoint } from "#sharepoint/open-sharepoint.ts";
import { createDraft } from "#use-cases/grants/create-draft.ts";
import { saveDraft } from "#use-cases/grants/save-draft.ts";
import { submitDraft } from "#use-cases/grants/submit-draft.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { openTestWorkspace, type TestWorkspace, testSites } from "../contract/test-workspace.ts";
import type { VirtualMachine } from "../contract/virtual-machine.ts";
import { openRound } from "../scenarios/pool-story.ts";
import { createWorld, good, type World } from "../scenarios/world.ts";
import { chanceOf, seedTimeout } from "./seeded.ts";
import { sharedTime } from "./shared-time.ts";
import { type Watched, watchTraffic } from "./watched-traffic.ts";

const kinds = [429, 500, 502, 503, 504, "reset", "lost-answer"] as const;
const activeCentres = demoCentres.filter(({ active }) => active).map(({ id }) => id);
const applicants = demoPeople.filter(({ centre }) => activeCentres.includes(centre)).slice(-20);
const pauses = ["throttled", "unavailable"] as const;

let machine: VirtualMachine;
let workspace: TestWorkspace;
let world: World;
let roundKey: Key;

/** How many seeds share a municipality before it is a new one: what is left of them makes it slower. */
const seedsPerTown = 8;

async function newTown(): Promise<void> {
  machine = sharedTime(chanceOf(runSeed(1)));
  workspace = openTestWorkspace({}, machine);
  good(await workspace.provisioning().apply());
  const { records, basis, refreshAll } = openSharePoint({
    client: workspace.serviceClient(),
    sites: testSites,
    reported: () => undefined,
  });
  good(await refreshAll());
  world = await createWorld({ records, basis });
  ({ roundKey } = await openRound(world));
}

/** What each of the twenty writes; every word tells whose it is. */
function words(user: string, seed: number): DraftFields {
  const line = (id: string, amount: string): DraftBudgetLine => ({
    id,
    category: "equipment",
    note: `${user} ${id}`,
    amount,
  });
  return {
    ...emptyDraftFields,
    title: `Forsøg ${seed} af ${user}`,
    description: `Æblegrød & "citater" <b>fra</b> ${user}. `.repeat(20).trim(),
    focusArea: "1",
    effect: `Mærkbar virkning for ${user} efter ${seed} måneder.`,
    sdgs: [3, 10],
    budgetLines: [line("a", "40.000"), line("b", "20000")],
    requestedAmount: "60.000",
    ownContribution: "",
    operation: `Driften betales af centret, siger ${user}.`,
    startDate: "2022-06-01",
    endDate: "2023-06-30",
  };
}

/** Like a person: waits as long as the message says and presses the same button again. */
async function until<T>(
  act: () => Promise<Result<T, { readonly kind: string }>>,
  told: { refusals: number },
): Promise<T> {
  for (let press = 1; press <= 40; press += 1) {
    const answer = await act();
    if (answer.ok) return answer.value;
    if (!pauses.some((kind) => kind === answer.refusal.kind))
      throw new Error(`Refused: ${JSON.stringify(answer.refusal)}`);
    told.refusals += 1;
    await machine.sleep(3_000);
  }
  throw new Error("Forty presses and no answer");
}

/** Begins a form, writes it in three saves and hands it in. */
async function apply(deps: Deps, user: string, seed: number, told: { refusals: number }): Promise<Key> {
  const actor = world.as(user);
  const [begin, press] = [world.press(), world.press()];
  const draftKey = await until(
    () => createDraft(deps, actor, { commandKey: begin, roundKey, centreKey: undefined }),
    told,
  );
  const { title, focusArea, description, effect, ...rest } = words(user, seed);
  for (const changes of [{ title, focusArea }, { description, effect }, rest]) {
    await until(() => saveDraft(deps, actor, { draftKey, changes, base: {} }), told);
  }
  return until(() => submitDraft(deps, actor, { commandKey: press, draftKey, pressedAt: world.now() }), told);
}

async function run(seed: number): Promise<{ readonly refusals: number; readonly seen: Watched }> {
  const seen = watchTraffic(machine);
  const service = openSharePoint({
    client: workspace.serviceClient(seen.watch),
    sites: testSites,
    reported: () => undefined,
  });
  workspace.server.resetTraffic();
  workspace.server.setFaults({ rate: 0.5, seed, kinds: [...kinds], latencyMs: 0, retryAfterS: 1 + (seed % 3) });
  const told = { refusals: 0 };
  await until(() => service.refreshAll(), told);
  const deps = { ...world.deps, records: service.records, basis: service.basis };
  const keys = await Promise.all(applicants.map(({ user }) => apply(deps, user, seed, told)));
  const traffic = Object.values(workspace.server.traffic());
  workspace.server.clearFaults();

  expect(new Set(keys).size).toBe(20);
  expect(traffic.reduce((sum, client) => sum + client.earlyRetries, 0)).toBe(0);
  await expectEveryWord(keys, seed);
  return { refusals: told.refusals, seen: seen.watched };
}

/** A service that has seen nothing of it reads exactly what was typed, once each. */
async function expectEveryWord(keys: readonly Key[], seed: number): Promise<void> {
  const fresh = openSharePoint({ client: workspace.serviceClient(), sites: testSites, reported: () => undefined });
  good(await fresh.refreshAll());
  const stored = fresh.records.applications.all().map(({ value }) => value);
  const ofSeed = stored.filter(({ title }) => title.startsWith(`Forsøg ${seed} `));
  expect(ofSeed.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
  expect(new Set(stored.map(({ number }) => number)).size).toBe(stored.length);
  const drafts = fresh.records.drafts.all().map(({ value }) => value);
  for (const [index, { user }] of applicants.entries()) {
    const typed = words(user, seed);
    const application = ofSeed.find(({ key }) => key === keys[index]);
    const { title, description, effect, operation, sdgs } = typed;
    expect(application).toMatchObject({
      applicantKey: world.personKey(user),
      title,
      description,
      effect,
      operation,
      sdgs,
    });
    expect(application?.budgetLines.map(({ note, amountOere }) => [note, amountOere])).toEqual([
      [`${user} a`, kr(40_000)],
      [`${user} b`, kr(20_000)],
    ]);
    expect(drafts.filter((draft) => draft.key === application?.draftKey).map(({ fields }) => fields)).toEqual([typed]);
    expect(drafts.filter((draft) => draft.fields.title === title)).toHaveLength(1);
  }
}

describe("while every second call fails in every way", () => {
  const count = runCount(6);
  it(
    "twenty who apply at once have twenty applications with every word, and nothing is asked before its time",
    async () => {
      const failures = new Map<string, number>();
      let [requests, refusals, waits] = [0, 0, 0];
      for (let seed = runSeed(1); seed < runSeed(1) + count; seed += 1) {
        if ((seed - runSeed(1)) % seedsPerTown === 0) await newTown();
        const done = await run(seed).catch((error: unknown) => {
          throw new Error(`seed ${seed}`, { cause: error });
        });
        requests += done.seen.requests;
        refusals += done.refusals;
        waits += done.seen.early;
        for (const [how, times] of done.seen.failures) failures.set(how, (failures.get(how) ?? 0) + times);
      }
      const how = [...failures].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, times]) => `${name}: ${times}`);
      process.stdout.write(
        `Half failing: seeds ${runSeed(1)} to ${runSeed(1) + count - 1}, ${requests} calls (${how.join(", ")}), ` +
          `${refusals} answers "try again" to people\n`,
      );
      // All kinds really came, and the client never called while it had been told to wait.
      expect([...failures.keys()].toSorted()).toEqual(["429", "500", "502", "503", "504", "cut"]);
      expect(waits).toBe(0);
    },
    seedTimeout(count, 10_000),
  );
});
