import { beforeEach, describe, expect, it } from "vitest";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import { emptyDraftFields } from "#domain/grants/draft.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { createAuditDrain } from "#use-cases/audit/drain-audit.ts";
import { createDraft } from "#use-cases/grants/create-draft.ts";
import { saveDraft } from "#use-cases/grants/save-draft.ts";
import { submitDraft } from "#use-cases/grants/submit-draft.ts";
import { setHead } from "#use-cases/organisation/set-head.ts";
import { type InMemoryRecords, inMemoryRecords } from "./in-memory-records.ts";
import { filledDraft, openRound } from "./pool-story.ts";
import { createWorld, good, kindOf, storedDraft, type World } from "./world.ts";

let store: InMemoryRecords;
let world: World;

beforeEach(async () => {
  store = inMemoryRecords();
  world = await createWorld({ records: store.records, basis: store.basis });
});

const newHead = () => ({
  commandKey: world.press(),
  by: "system" as const,
  centreKey: world.centreKey("hr"),
  headKey: world.personKey("leder.teknik"),
});

describe("committing", () => {
  it("decides again on the stored record after a conflict", async () => {
    store.failNext("centres", "conflict");
    store.failNext("centres", "conflict");
    expect(good(await setHead(world.deps, newHead())).headKey).toBe(world.personKey("leder.teknik"));
  });

  it("answers the conflict when others are faster every time", async () => {
    for (let attempt = 0; attempt < 6; attempt += 1) store.failNext("centres", "conflict");
    expect(kindOf(await setHead(world.deps, newHead()))).toBe("conflict");
  });

  it.each(["throttled", "unavailable", "forbidden"] as const)("answers %s without trying again", async (failure) => {
    store.failNext("centres", failure);
    store.writes.length = 0;
    expect(kindOf(await setHead(world.deps, newHead()))).toBe(failure);
    expect(store.writes).toEqual([]);
  });

  it("writes nothing when nothing changes", async () => {
    good(await setHead(world.deps, newHead()));
    store.writes.length = 0;
    good(await setHead(world.deps, newHead()));
    expect(store.writes).toEqual([]);
  });
});

describe("numbers", () => {
  it("the next number is drawn when another instance has taken the first", async () => {
    const { roundKey, poolKey } = await openRound(world);
    const foreign = {
      key: keyOf("draft", "another instance"),
      number: "FR22-01",
      poolKey,
      roundKey,
      ownerKey: world.personKey("leder.hr"),
      centreKey: world.centreKey("hr"),
      fields: emptyDraftFields,
      stamps: {},
      createdAt: world.now(),
      savedAt: world.now(),
      discardedAt: undefined,
    };
    const { drafts } = store.records;
    const all = drafts.all;
    good(await drafts.create(foreign));
    // This instance's replica has not heard of it yet.
    const behind = {
      ...store.records,
      drafts: { ...drafts, all: () => all().filter(({ value }) => value.key !== foreign.key) },
    };
    const command = { commandKey: world.press(), roundKey, centreKey: undefined };
    const key = good(await createDraft({ ...world.deps, records: behind }, world.as("ansoeger.sundhed"), command));
    expect(storedDraft(world, key).number).toBe("FR22-02");
    expect(store.refreshes.at(-1)).toEqual(["drafts"]);
  });
});

describe("sending a form", () => {
  it("brings pools, drafts and applications up to date and then creates once", async () => {
    const { roundKey } = await openRound(world);
    const [application] = firstRoundApplications;
    if (application === undefined) throw new Error("No application");
    const draftKey = await filledDraft(world, roundKey, application);
    store.writes.length = 0;
    store.refreshes.length = 0;
    const command = { commandKey: world.press(), draftKey, pressedAt: world.now() };
    const key = good(await submitDraft(world.deps, world.as(application.applicant), command));
    expect(store.refreshes).toEqual([["pools", "drafts", "applications"]]);
    expect(store.writes).toEqual([{ list: "applications", act: "create", key }]);
  });

  it("a form that was handed in takes no more words", async () => {
    const { roundKey } = await openRound(world);
    const [application] = firstRoundApplications;
    if (application === undefined) throw new Error("No application");
    const draftKey = await filledDraft(world, roundKey, application);
    const actor = world.as(application.applicant);
    good(await submitDraft(world.deps, actor, { commandKey: world.press(), draftKey, pressedAt: world.now() }));
    const late = await saveDraft(world.deps, actor, { draftKey, changes: { title: "For sent" }, base: {} });
    expect(kindOf(late)).toBe("already-submitted");
  });
});

describe("the audit", () => {
  it("copies every log line once, chained, and a second run writes nothing", async () => {
    await openRound(world);
    const drain = createAuditDrain(world.deps);
    const { centres, persons, bodies, cases, pools } = store.records;
    const lines = [...centres.all(), ...persons.all(), ...bodies.all(), ...cases.all(), ...pools.all()];
    const expected = lines.reduce((sum, { value }) => sum + value.log.tail.length, 0);
    expect(good(await drain(10))).toBe(10);
    expect(good(await drain(10_000))).toBe(expected - 10);
    expect([good(await drain(10)), good(await createAuditDrain(world.deps)(10))]).toEqual([0, 0]);
    const pool = store.records.audit.all().filter(({ value }) => value.recordKind === "pool");
    // What the case says is taken over line by line: it is drafted, numbered and concurred in before the council decides.
    const ofTheCase = Array.from({ length: 3 }, () => "appropriation-recorded");
    expect(pool.map(({ value }) => value.action)).toEqual(["pool-created", ...ofTheCase, "released", "round-added"]);
    expect(pool[1]?.value.previousHash).toBe(pool[0]?.value.hash);
  });

  it("T52 tells of a log that was written over, and of a row that is not the record's own", async () => {
    const { poolKey } = await openRound(world);
    const broken = new Set<string>();
    const drain = createAuditDrain(world.deps, (key, isWhole) => {
      if (isWhole) broken.delete(key);
      else broken.add(key);
    });
    good(await drain(10_000));
    expect([...broken]).toEqual([]);
    const pool = store.records.pools.byKey(poolKey);
    const [row] = store.records.audit.all().filter(({ value }) => value.recordKind === "centre");
    if (pool === undefined || row === undefined) throw new Error("Nothing to write over");
    const tail = pool.value.log.tail.map((line) => ({ ...line, action: "something-else" }));
    good(await store.records.pools.save({ ...pool.value, log: { ...pool.value.log, tail } }, pool.version));
    good(await store.records.audit.save({ ...row.value, hash: "0".repeat(64) }, row.version));
    good(await createAuditDrain(world.deps, (key, isWhole) => isWhole || broken.add(key))(10_000));
    expect([...broken].toSorted()).toEqual([poolKey, row.value.recordKey].toSorted());
  });

  it("T52 finds a mended log whole again without a new start", async () => {
    const { poolKey } = await openRound(world);
    const seen: (readonly [string, boolean])[] = [];
    const drain = createAuditDrain(world.deps, (key, isWhole) => seen.push([key, isWhole]));
    const pool = store.records.pools.byKey(poolKey);
    if (pool === undefined) throw new Error("No pool");
    const tail = pool.value.log.tail.map((line) => ({ ...line, action: "something-else" }));
    const over = good(
      await store.records.pools.save({ ...pool.value, log: { ...pool.value.log, tail } }, pool.version),
    );
    good(await drain(10_000));
    good(await drain(10_000));
    expect(seen.filter(([key]) => key === poolKey)).toEqual([
      [poolKey, false],
      [poolKey, false],
    ]);
    good(await store.records.pools.save(pool.value, over.version));
    good(await drain(10_000));
    expect(seen.findLast(([key]) => key === poolKey)).toEqual([poolKey, true]);
    expect(store.records.audit.all().some(({ value }) => value.recordKey === poolKey)).toBe(true);
  });
});
