import { spawnSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { runCount, runSeed } from "#bench/run-count.ts";
import type { GrantApplication } from "#domain/grants/application.ts";
import { plusMillis } from "#domain/shared/dates.ts";
import { type Key } from "#domain/shared/keys.ts";
import { wantedLists } from "#sharepoint/lists/all-lists.ts";
import type { WantedList } from "#sharepoint/lists/define-list.ts";
import { openSharePoint } from "#sharepoint/open-sharepoint.ts";
import { aConversation } from "#test/builders/a-conversation.ts";
import { createNoticePauses } from "#use-cases/notices/notice-pauses.ts";
import { noticePlan } from "#use-cases/notices/notice-plan.ts";
import { sendNotices } from "#use-cases/notices/send-notices.ts";
import { deliveriesByNotice } from "#use-cases/notices/sender-shards.ts";
import { openTestWorkspace, type TestWorkspace, testSites } from "../contract/test-workspace.ts";
import { openRound } from "../scenarios/pool-story.ts";
import { recordingMessenger, textCards } from "../scenarios/recording-messenger.ts";
import { createWorld, good, type World } from "../scenarios/world.ts";
import { ownFolder } from "./data-folder.ts";
import { heard, type Orders, type Said } from "./dying-service.ts";
import { type Chance, chanceOf, seedTimeout } from "./seeded.ts";

const path = ownFolder("kill");
/** After which nobody waits any more for who began to send something. */
const tenMinutesMs = 600_000;
const program = fileURLToPath(new URL("dying-service.ts", import.meta.url));

/** Runs the program until it ends or is ended; answers what was heard of it. */
function live(orders: Orders): { readonly said: readonly Said[]; readonly isKilled: boolean } {
  const env = { ...process.env, NODE_COMPILE_CACHE: path("compiled") };
  const end = spawnSync(process.execPath, [program, JSON.stringify(orders)], { encoding: "utf8", env });
  if (end.signal !== "SIGKILL" && end.status !== 0) throw new Error(`It failed: ${end.stderr}`);
  return { said: heard(end.stdout), isKilled: end.signal === "SIGKILL" };
}

/** How a life of so many moments ends early: at one of them, or in the middle of anything after so many milliseconds. */
function endOf(said: readonly Said[], run: number, chance: Chance): Pick<Orders, "lives" | "livesMs"> {
  const done = said.find((line) => line.said === "done");
  if (done?.said !== "done") throw new Error("It did not come to its end");
  return run % 2 === 0 ? { lives: chance(done.moments) } : { livesMs: chance(Math.ceil(done.ms * 0.8)) };
}

/** The data file is sound after whatever happened to its writer. */
function expectSound(file: string): void {
  const connection = new DatabaseSync(file);
  expect(connection.prepare("PRAGMA integrity_check").all()).toEqual([{ integrity_check: "ok" }]);
  connection.close();
}

async function inTown<T>(
  dataFile: string,
  now: string,
  look: (world: World, workspace: TestWorkspace) => Promise<T>,
): Promise<T> {
  const workspace = openTestWorkspace({ dataFile });
  const service = openSharePoint({ client: workspace.serviceClient(), sites: testSites, reported: () => undefined });
  good(await service.refreshAll());
  // A write that was cut in the middle has left nothing of itself.
  expect(service.unreadable()).toEqual([]);
  const end = await look(await createWorld({ records: service.records, basis: service.basis }, now), workspace);
  workspace.server.close();
  return end;
}

describe("T31 kill -9 while forms are handed in and told of", () => {
  const file = () => path("town.sqlite");
  let roundKey: Key;
  beforeAll(async () => {
    const workspace = openTestWorkspace({ dataFile: file() });
    good(await workspace.provisioning().apply());
    workspace.server.close();
    roundKey = await inTown(file(), "2022-02-01 09:00", async (world) => {
      const round = await openRound(world);
      for (const { value } of world.deps.records.persons.all()) {
        good(await world.deps.records.conversations.create(conversation(value.key, world)));
      }
      return round.roundKey;
    });
  });

  const kills = runCount(42);
  it(
    "loses nothing anybody was told of, makes no form twice and sends each card at most once",
    async () => {
      const orders = { dataFile: file(), work: "apply" as const, roundKey };
      const now = (run: number) => `2022-03-18 ${10 + Math.floor(run / 20)}:${String((run % 20) * 3).padStart(2, "0")}`;
      const whole = live({ ...orders, run: 0, now: now(0) });
      const chance = chanceOf(runSeed(1));
      const told: Said[] = [...whole.said];
      let killed = 0;
      for (let run = 1; run <= kills; run += 1) {
        const end = endOf(whole.said, run, chance);
        const { said, isKilled } = live({ ...orders, ...end, run, now: now(run) });
        if (isKilled) killed += 1;
        told.push(...said);
        if (run % 5 === 0) await expectKept(file(), told, `after run ${run}, ${JSON.stringify(end)}`);
      }
      const unclear = await settleLater(file(), told);
      process.stdout.write(`T31 forms and cards: ${killed} kills, seed ${runSeed(1)}, ${unclear} cards uncertain\n`);
      // A quick machine may be done before its time is over.
      expect(killed).toBeGreaterThanOrEqual(kills / 2);
    },
    seedTimeout(kills, 10_000),
  );

  function conversation(personKey: Key, world: World) {
    return aConversation(personKey, personKey, world.now());
  }
});

/** Every word that was answered is there, each form is one application, no card has come twice. */
async function expectKept(file: string, told: readonly Said[], when: string): Promise<void> {
  expectSound(file);
  await inTown(file, "2022-03-18 10:00", async ({ deps: { records } }) => {
    for (const line of told) {
      if (line.said === "saved") {
        expect(records.drafts.byKey(line.draftKey as Key)?.value.fields.title, when).toBe(line.title);
      }
      if (line.said === "sent") {
        expect(records.applications.byKey(line.applicationKey as Key)?.value.title, when).toBe(line.title);
      }
    }
    // The index of the unique key knows every row that the list shows.
    for (const { value } of records.drafts.all()) good(await records.drafts.read(value.key));
    for (const { value } of records.applications.all()) good(await records.applications.read(value.key));
    const forms = records.applications.all().map(({ value }: { readonly value: GrantApplication }) => value.draftKey);
    expect(new Set(forms).size, when).toBe(forms.length);
    const numbers = records.drafts.all().map(({ value }) => value.number);
    expect(new Set(numbers).size, when).toBe(numbers.length);
  });
  const cards = told.flatMap((line) => (line.said === "posted" ? [line.card] : []));
  expect(cards.length - new Set(cards).size, when).toBe(0);
}

/** A service that comes after them all, when every claim has grown old; answers how many cards nobody is sure of. */
async function settleLater(file: string, told: readonly Said[]): Promise<number> {
  return inTown(file, "2022-03-18 14:00", async (world) => {
    const { deps } = world;
    const messenger = recordingMessenger();
    const pauses = createNoticePauses(() => Date.parse(world.now()));
    const sender = { ...deps, messenger, renderCard: textCards, pauses, instance: "last" };
    good(await sendNotices(sender, () => noticePlan(deps)));
    world.setNow(plusMillis(world.now(), tenMinutesMs));
    good(await sendNotices(sender, () => noticePlan(deps)));
    const before = told.flatMap((line) => (line.said === "posted" ? [line.card] : []));
    const cards = [...before, ...messenger.posted.map(({ to, cardJson }) => `${to} ${cardJson}`)];
    expect(new Set(cards).size).toBe(cards.length);
    const states = [...deliveriesByNotice(deps.records).values()].map(({ delivery }) => delivery.state);
    // Nobody is forgotten: a card is sent, or it is known that nobody knows.
    expect(states.filter((state) => state !== "sent" && state !== "uncertain")).toEqual([]);
    const known = deliveriesByNotice(deps.records);
    expect(noticePlan(deps).filter(({ key, dueAt }) => dueAt <= world.now() && !known.has(key))).toEqual([]);
    expect(states.filter((state) => state === "sent").length).toBeLessThanOrEqual(cards.length);
    return states.filter((state) => state === "uncertain").length;
  });
}

/** The list as it was before its newest column. */
function withoutLastColumn(list: WantedList): WantedList {
  return { ...list, columns: Object.fromEntries(Object.entries(list.columns).slice(0, -1)) };
}

describe("T31 kill -9 while lists are made and brought to a new version", () => {
  const kills = Math.ceil(runCount(48) / 3);
  it(
    "the next run goes on from there, and what was written before is still there",
    async () => {
      const older = wantedLists.slice(0, -2).map(withoutLastColumn);
      const base = path("older.sqlite");
      const before = openTestWorkspace({ dataFile: base });
      good(await before.provisioning(older).apply());
      before.server.close();
      const file = path("upgraded.sqlite");
      const orders = { dataFile: file, work: "provision" as const, roundKey: "", now: "2022-03-18 10:00" };
      copyFileSync(base, file);
      const whole = live({ ...orders, run: 0 });
      const chance = chanceOf(runSeed(1));
      let killed = 0;
      for (let run = 1; run <= kills; run += 1) {
        copyFileSync(base, file);
        const end = endOf(whole.said, run, chance);
        if (live({ ...orders, ...end, run }).isKilled) killed += 1;
        expectSound(file);
        const workspace = openTestWorkspace({ dataFile: file });
        const provisioning = workspace.provisioning();
        expect(good(await provisioning.apply()).problems, `killed after ${JSON.stringify(end)}`).toEqual([]);
        expect(good(await provisioning.verify()).complete).toBe(true);
        expect(good(await provisioning.apply()).done).toBe(0);
        workspace.server.close();
      }
      process.stdout.write(`T31 lists: ${killed} kills, seed ${runSeed(1)}\n`);
      // A quick machine may be done before its time is over.
      expect(killed).toBeGreaterThanOrEqual(kills / 2);
    },
    seedTimeout(kills, 10_000),
  );
});
