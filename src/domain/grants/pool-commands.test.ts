import { describe, expect, it } from "vitest";
import { kr, oere } from "#domain/shared/money.ts";
import { at, day, springClock } from "#test/builders/clock.ts";
import {
  aCriterion,
  aLine,
  anApplication,
  anAppropriation,
  anAutumnRound,
  anAward,
  aPool,
  aRecommendation,
  aRound,
  criteria,
} from "#test/builders/grants.ts";
import { aCommand, aKey } from "#test/builders/keys.ts";
import { anActor, people } from "#test/builders/organisation.ts";
import { addRound } from "./add-round.ts";
import { closePool } from "./close-pool.ts";
import { type CreatePoolCommand, createPool, poolKeyOf } from "./create-pool.ts";
import type { FundingRound } from "./grant-pool.ts";
import { ledger } from "./ledger.ts";
import { type MoveFrameCommand, moveFrame } from "./move-frame.ts";
import { remaining } from "./pool-money.ts";
import { recordAppropriation } from "./record-appropriation.ts";

const secretary = anActor("secretary");
const applicant = anActor("applicant");
const now = springClock.beforeOpening;

describe("createPool", () => {
  const command = (overrides: Partial<CreatePoolCommand> = {}): CreatePoolCommand => ({
    ...aCommand(),
    ...aPool(),
    ...overrides,
  });

  it("makes an allocated pool whose key is its number's", () => {
    const made = createPool(command(), secretary, now);
    expect(made).toMatchObject({
      ok: true,
      value: { key: poolKeyOf("PULJE-2022"), rounds: [], appropriation: undefined },
    });
    expect(made.ok && made.value.log.tail.map((line) => line.action)).toEqual(["pool-created"]);
  });

  it.each([
    ["somebody outside the secretariat", applicant, {}, { kind: "not-allowed" }],
    [
      "no amount",
      secretary,
      { allocation: { ...aPool().allocation, amountOere: oere(0) } },
      { kind: "amount-not-positive" },
    ],
    [
      "a code twice",
      secretary,
      { criteria: [aCriterion("K1", 50), aCriterion("K1", 50)] },
      { kind: "duplicate-criterion", code: "K1" },
    ],
    ["weights of 95 percent", secretary, { criteria: [aCriterion("K1", 95)] }, { kind: "weights-not-100", sum: 95 }],
    ["nobody to review", secretary, { minimumReviewers: 0 }, { kind: "too-few-reviewers", minimum: 1 }],
  ])("refuses %s", (_name, actor, overrides, refusal) => {
    expect(createPool(command({ criteria, ...overrides }), actor, now)).toEqual({ ok: false, refusal });
  });
});

describe("recordAppropriation", () => {
  const allocated = aPool({ appropriation: undefined, rounds: [] });
  const record = (basis = anAppropriation(), pool = allocated, actor = secretary, name = "press") =>
    recordAppropriation(pool, { ...aCommand(name), basis }, actor, now);
  const [committee, council] = anAppropriation().steps;
  if (!committee || !council) throw new Error("The builder has two steps");

  it("000-02 keeps the pool shut when only the committee has concurred", () => {
    const recorded = record(anAppropriation({ steps: [committee, { ...council, code: "pending" }] }));
    expect(recorded).toMatchObject({
      ok: true,
      value: { log: { tail: [{ action: "appropriation-recorded", detail: { body: "ØK" } }] } },
    });
  });

  it("releases nothing on an approval that has no day", () => {
    const recorded = record(anAppropriation({ steps: [committee, { ...council, date: undefined }] }));
    expect(recorded).toMatchObject({ ok: true, value: { log: { tail: [{ action: "appropriation-recorded" }] } } });
  });

  it("keeps a case that no body has treated", () => {
    const recorded = record(anAppropriation({ steps: [] }));
    expect(recorded).toMatchObject({ ok: true, value: { log: { tail: [{ detail: { body: "", date: "" } }] } } });
  });

  it("000-03 releases on the council's approval, and the log names case, body and date", () => {
    const recorded = record();
    const detail = { caseNumber: "21/15479", amountOere: 60_000_000, body: "KB", date: "2022-02-22" };
    expect(recorded).toMatchObject({ ok: true, value: { log: { tail: [{ action: "released", detail }] } } });
  });

  it("000-04 refuses 700.000 against an allocation of 600.000, with the difference", () => {
    const refusal = { kind: "exceeds-allocation", overOere: kr(100_000) };
    expect(record(anAppropriation({ amountOere: kr(700_000) }))).toEqual({ ok: false, refusal });
  });

  it("answers a second press, and a second approval, with who and when", () => {
    const recorded = record();
    if (!recorded.ok) throw new Error("The first press is carried out");
    expect(record(anAppropriation(), recorded.value)).toEqual({
      ok: false,
      refusal: { kind: "already-recorded", by: secretary.personKey, at: now },
    });
    expect(record(anAppropriation(), recorded.value, secretary, "another")).toEqual({
      ok: false,
      refusal: { kind: "already-released", by: "KB", date: "2022-02-22" },
    });
  });

  it.each([
    ["no amount", anAppropriation({ amountOere: oere(0) }), { kind: "amount-not-positive" }],
    [
      "a decision before its day",
      anAppropriation({ steps: [{ ...council, date: day("2022-02-26") }] }),
      { kind: "step-in-future", body: "KB", date: "2022-02-26" },
    ],
    [
      "a council that decided before the committee (R-19)",
      anAppropriation({ steps: [{ ...committee, code: "pending" }, council] }),
      { kind: "earlier-step-open", body: "ØK" },
    ],
  ] as const)("refuses %s", (_name, basis, refusal) => {
    expect(record(basis, allocated)).toEqual({ ok: false, refusal });
  });
});

describe("addRound", () => {
  const add = (overrides: Partial<FundingRound> = {}, pool = aPool({ rounds: [] }), actor = secretary) => {
    const { key: _key, ...round } = aRound(overrides);
    return addRound(pool, { ...aCommand(), round }, actor, now);
  };

  it("000-01 refuses a round while the pool is not released", () => {
    expect(add({}, aPool({ rounds: [], appropriation: undefined }))).toEqual({
      ok: false,
      refusal: { kind: "not-released" },
    });
  });

  it("000-05 fills 600.000 with two frames, and refuses a third round of 1 kr.", () => {
    const two = add({ code: "EF22" }, aPool());
    expect(two).toMatchObject({ ok: true, value: { rounds: [{ code: "FR22" }, { code: "EF22" }] } });
    if (!two.ok) return;
    const { key: _key, ...round } = aRound({ code: "VI22", frameOere: kr(1) });
    expect(addRound(two.value, { ...aCommand("third"), round }, secretary, now)).toEqual({
      ok: false,
      refusal: { kind: "exceeds-appropriation", overOere: kr(1) },
    });
  });

  it("000-10 caps a request at the frame when no cap is given", () => {
    const { key: _key, capOere: _cap, ...round } = aRound();
    const added = addRound(aPool({ rounds: [] }), { ...aCommand(), round }, secretary, now);
    expect(added).toMatchObject({ ok: true, value: { rounds: [{ capOere: kr(300_000) }] } });
  });

  it("answers the same press again with who and when", () => {
    const added = add();
    if (!added.ok) throw new Error("The first press is carried out");
    expect(add({}, added.value)).toEqual({
      ok: false,
      refusal: { kind: "already-added", by: secretary.personKey, at: now },
    });
  });

  it.each([
    ["a pool that is closed", {}, aPool({ rounds: [], closedAt: now }), { kind: "pool-closed", at: now }],
    ["an empty frame", { frameOere: oere(0) }, undefined, { kind: "amount-not-positive" }],
    ["an empty cap", { capOere: oere(0) }, undefined, { kind: "amount-not-positive" }],
    ["a cap over the frame", { capOere: kr(300_001) }, undefined, { kind: "cap-over-frame" }],
    ["a code in use", {}, aPool(), { kind: "code-taken", code: "FR22" }],
    ["closing before opening", { closesAt: at("2022-03-01T07:00:00.000Z") }, undefined, { kind: "dates-out-of-order" }],
    ["reviewing before closing", { reviewBy: day("2022-03-30") }, undefined, { kind: "dates-out-of-order" }],
    ["deciding before reviewing", { decisionOn: day("2022-04-19") }, undefined, { kind: "dates-out-of-order" }],
    ["two reviewers", { reviewerKeys: [aKey("a"), aKey("b")] }, undefined, { kind: "too-few-reviewers", minimum: 3 }],
    ["a reviewer twice", { reviewerKeys: [aKey("a"), aKey("b"), aKey("a")] }, undefined, { kind: "person-twice" }],
    ["a substitute who reviews", { substituteKey: people.chair.key }, undefined, { kind: "person-twice" }],
    [
      "one person as chair and deputy",
      { deputyKey: people.chair.key, substituteKey: undefined },
      undefined,
      { kind: "person-twice" },
    ],
  ] as const)("refuses %s", (_name, overrides, pool, refusal) => {
    expect(add(overrides, pool)).toEqual({ ok: false, refusal });
  });

  it("is for the secretariat", () => {
    expect(add({}, undefined, applicant)).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
  });
});

describe("moveFrame", () => {
  const [spring, autumn] = [aRound(), anAutumnRound()];
  const application = anApplication({ requestedOere: kr(285_000) });
  const pool = aPool({ rounds: [spring, autumn], awards: [anAward(application)] });
  const august = at("2022-08-11T08:00:00.000Z");
  const command = (overrides: Partial<MoveFrameCommand> = {}): MoveFrameCommand => ({
    ...aCommand(),
    fromRoundKey: spring.key,
    toRoundKey: autumn.key,
    amountOere: kr(15_000),
    decidedBy: "DSG",
    date: day("2022-08-10"),
    reason: "Rest fra forårsrunden",
    ...overrides,
  });

  it("000-20 moves the rest to the autumn by a recorded decision", () => {
    const moved = moveFrame(pool, command(), secretary, august);
    expect(moved).toMatchObject({ ok: true, value: { moves: [{ amountOere: kr(15_000), decidedBy: "DSG" }] } });
    if (!moved.ok) return;
    expect(moveFrame(moved.value, command(), secretary, august)).toEqual({
      ok: false,
      refusal: { kind: "already-moved", by: secretary.personKey, at: august },
    });
  });

  const recommended = { ...pool, recommendations: [aRecommendation([], { roundKey: autumn.key })] };
  it.each([
    [
      "more than is left",
      pool,
      { amountOere: kr(15_001) },
      { kind: "exceeds-rest", restOere: kr(15_000), overOere: kr(1) },
    ],
    ["nothing", pool, { amountOere: oere(0) }, { kind: "amount-not-positive" }],
    ["to the same round", pool, { toRoundKey: spring.key }, { kind: "no-such-round" }],
    ["to nowhere", pool, { toRoundKey: aKey("gone") }, { kind: "no-such-round" }],
    ["from nowhere", pool, { fromRoundKey: aKey("gone") }, { kind: "no-such-round" }],
    [
      "by a decision of tomorrow",
      pool,
      { date: day("2022-08-12") },
      { kind: "decision-in-future", date: "2022-08-12" },
    ],
    [
      "into a round that is ranked against the frame it has",
      recommended,
      {},
      { kind: "already-recommended", by: people.secretary.key, at: springClock.recommending },
    ],
    ["in a pool that is closed", { ...pool, closedAt: august }, {}, { kind: "pool-closed", at: august }],
    [
      "without a reason",
      pool,
      { reason: " " },
      { kind: "incomplete", problems: [{ field: "reason", code: "missing", data: {} }] },
    ],
  ] as const)("refuses %s", (_name, from, overrides, refusal) => {
    expect(moveFrame(from, command(overrides), secretary, august)).toEqual({ ok: false, refusal });
  });

  it("moves once, also when the press comes again after its line has left the log", () => {
    const moved = moveFrame(pool, command(), secretary, august);
    if (!moved.ok) throw new Error("The money can be moved");
    const trimmed = { ...moved.value, log: { ...moved.value.log, tail: [] } };
    expect(moveFrame(trimmed, command(), secretary, august)).toEqual({
      ok: false,
      refusal: { kind: "already-moved", by: undefined, at: undefined },
    });
  });

  it("is for the secretariat", () => {
    expect(moveFrame(pool, command(), applicant, august)).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
  });
});

describe("ledger", () => {
  const awarded = (number: string, amount: number, overrides: Parameters<typeof anAward>[1] = {}) =>
    anAward(anApplication({ number }), { amountOere: kr(amount), ...overrides });
  const closedAt = at("2022-12-15T09:00:00.000Z");

  it("000-22 leaves 46.850 after a declined partial award and 1.850 given back", () => {
    const pool = aPool({
      rounds: [aRound(), anAutumnRound()],
      moves: [
        {
          key: aKey("move"),
          fromRoundKey: aKey("round FR22"),
          toRoundKey: aKey("round EF22"),
          amountOere: kr(15_000),
          decidedBy: "DSG",
          date: day("2022-08-10"),
          reason: "Rest",
        },
      ],
      awards: [
        awarded("FR22-01", 240_000),
        awarded("FR22-05", 45_000, { step: "closed", stepAt: closedAt, returnedOere: kr(1_850) }),
        awarded("FR22-07", 0, { outcome: "rejection" }),
        awarded("EF22-02", 270_000, { decidedAt: at("2022-10-05T08:00:00.000Z") }),
        awarded("EF22-03", 45_000, {
          decidedAt: at("2022-10-05T08:00:00.000Z"),
          step: "declined",
          stepAt: at("2022-10-12T08:00:00.000Z"),
        }),
      ],
    });
    expect(
      ledger(pool).map((entry) => [entry.kind, entry.reference, entry.amountOere / 100, entry.balanceOere / 100]),
    ).toEqual([
      ["appropriation", "21/15479", 600_000, 600_000],
      ["award", "FR22-01", -240_000, 360_000],
      ["award", "FR22-05", -45_000, 315_000],
      ["move-out", "", -15_000, 300_000],
      ["move-in", "", 15_000, 315_000],
      ["award", "EF22-02", -270_000, 45_000],
      ["award", "EF22-03", -45_000, 0],
      ["decline", "EF22-03", 45_000, 45_000],
      ["return", "FR22-05", 1_850, 46_850],
    ]);
    expect(remaining(pool)).toBe(kr(46_850));
    expect(new Set(ledger(pool).map((entry) => entry.key)).size).toBe(9);
    expect(ledger({ ...pool, awards: pool.awards.toReversed() })).toEqual(ledger(pool));
  });

  it("keeps the two rows of a move together when several moves share a day", () => {
    const move = (name: string) => ({
      key: aKey(name),
      fromRoundKey: aKey("round FR22"),
      toRoundKey: aKey("round EF22"),
      amountOere: kr(1_000),
      decidedBy: "DSG",
      date: day("2022-08-10"),
      reason: "Rest",
    });
    const kinds = (names: readonly string[]) => ledger(aPool({ moves: names.map(move) })).map((entry) => entry.kind);
    const pair = ["move-out", "move-in"];
    expect(kinds(["a", "b", "c"])).toEqual(["appropriation", ...pair, ...pair, ...pair]);
    expect(kinds(["c", "b", "a"])).toEqual(["appropriation", ...pair, ...pair, ...pair]);
  });

  it("is empty before the council has approved", () => {
    expect(ledger(aPool({ appropriation: undefined }))).toEqual([]);
  });
});

describe("closePool", () => {
  const application = anApplication();
  const closing = springClock.deciding;
  const sentBack = { at: springClock.open, by: people.head.key, questions: "?" };

  it("closes a pool whose rounds are decided, and says what is left", () => {
    const closed = closePool(aPool(), aCommand(), [], secretary, closing);
    expect(closed).toMatchObject({
      ok: true,
      value: { closedAt: closing, log: { tail: [{ detail: { remainingOere: kr(600_000) } }] } },
    });
    if (!closed.ok) return;
    const already = { ok: false, refusal: { kind: "already-closed", by: secretary.personKey, at: closing } };
    expect(closePool(closed.value, aCommand(), [], secretary, closing)).toEqual(already);
    expect(closePool(closed.value, aCommand("another"), [], secretary, closing)).toEqual(already);
  });

  it("names nobody when the line has left the record", () => {
    expect(closePool(aPool({ closedAt: closing }), aCommand(), [], secretary, closing)).toMatchObject({
      refusal: { kind: "already-closed", by: undefined },
    });
  });

  it.each([
    ["a round is open", aPool(), springClock.open],
    ["a list is not decided", aPool({ recommendations: [aRecommendation([aLine(application)])] }), closing],
  ])("refuses while %s", (_name, pool, time) => {
    expect(closePool(pool, aCommand(), [], secretary, time)).toEqual({
      ok: false,
      refusal: { kind: "round-undecided", code: "FR22" },
    });
  });

  it.each([
    ["is handed in", application, closing],
    ["waits for its head", anApplication({ approval: undefined }), closing],
    ["may come again", anApplication({ returned: sentBack }), springClock.closed],
  ])("refuses while an application %s and nothing is put up for decision", (_name, each, time) => {
    expect(closePool(aPool(), aCommand(), [each], secretary, time)).toEqual({
      ok: false,
      refusal: { kind: "round-undecided", code: "FR22" },
    });
  });

  it("is not held up by what is decided, withdrawn or sent back for good", () => {
    const recommendation = aRecommendation([aLine(application)]);
    const packets = recommendation.packets.map((packet) => ({ ...packet, decidedAt: closing }));
    const decided = aPool({ recommendations: [{ ...recommendation, packets }] });
    expect(closePool(decided, aCommand(), [application], secretary, closing).ok).toBe(true);
    const out = [anApplication({ withdrawnAt: springClock.open }), anApplication({ returned: sentBack })];
    expect(closePool(aPool(), aCommand(), out, secretary, closing).ok).toBe(true);
  });

  it("is for the secretariat", () => {
    expect(closePool(aPool(), aCommand(), [], applicant, closing)).toEqual({
      ok: false,
      refusal: { kind: "not-allowed" },
    });
  });
});
