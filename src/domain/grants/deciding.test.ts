import { describe, expect, it } from "vitest";
import { lettersLeaveAt } from "#domain/notices/project-notices.ts";
import { plusMillis } from "#domain/shared/dates.ts";
import { sha256Hex } from "#domain/shared/keys.ts";
import { kr, type Oere, oere } from "#domain/shared/money.ts";
import { at, springClock } from "#test/builders/clock.ts";
import {
  aLine,
  anApplication,
  anAppropriation,
  anAward,
  aPool,
  aRecommendation,
  aRecusal,
  aReview,
  aRound,
  aRoundState,
  someAnswers,
} from "#test/builders/grants.ts";
import { aCommand, aKey } from "#test/builders/keys.ts";
import { anActor, anOrganisation, people } from "#test/builders/organisation.ts";
import { answerAward, answerDeadline } from "./answer-award.ts";
import type { GrantApplication } from "./application.ts";
import { basisOf } from "./basis.ts";
import { buildRecommendation, type RecommendCommand } from "./build-recommendation.ts";
import { type DecideCommand, decidePacket } from "./decide-packet.ts";
import type { GrantPool } from "./grant-pool.ts";
import { remaining } from "./pool-money.ts";
import { recommend } from "./recommend.ts";
import { recordAwardStep } from "./record-award-step.ts";
import type { Review } from "./review.ts";
import { type RoundState, reviewProgress } from "./review-progress.ts";
import { undoDecision } from "./undo-decision.ts";
import { withdrawRecommendation } from "./withdraw-recommendation.ts";

const now = springClock.recommending;
const deciding = springClock.deciding;
const secretary = anActor("secretary");
const chair = anActor("chair");
const deputy = anActor("deputy");
const applicant = anActor("applicant");
const { chair: chairPerson, economist, spokesman, substitute, deputy: deputyPerson } = people;

/** Reviews by these persons, all with the same scores. */
const reviewsBy = (application: GrantApplication, ...who: readonly { readonly key: Review["reviewerKey"] }[]) =>
  who.map((person) => aReview({ reviewerKey: person.key, answers: someAnswers([4, 4, 4, 4, 4]) }, application));
const regulars = [chairPerson, economist, spokesman];
const best = anApplication({ requestedOere: kr(200_000) });
const second = anApplication({ number: "FR22-02", requestedOere: kr(150_000) });
const third = anApplication({ number: "FR22-03", requestedOere: kr(50_000) });
const ofChair = anApplication({ number: "FR22-04", requestedOere: kr(60_000), centreKey: chairPerson.centreKey });

/** Three applications; all reviewed, `best` with fives. */
const reviewed = (overrides: Partial<RoundState> = {}): RoundState =>
  aRoundState({
    applications: [best, second, third],
    reviews: [
      ...regulars.map((person) => aReview({ reviewerKey: person.key, answers: someAnswers([5, 5, 5, 5, 5]) }, best)),
      ...regulars.map((person) => aReview({ reviewerKey: person.key, answers: someAnswers([4, 4, 4, 4, 5]) }, second)),
      ...reviewsBy(third, ...regulars),
    ],
    ...overrides,
  });
const command = (overrides: Partial<RecommendCommand> = {}): RecommendCommand => ({
  ...aCommand(),
  offerPartial: false,
  reasons: {},
  ...overrides,
});
const build = (state = reviewed(), choice = command(), time = now, actor = secretary) =>
  buildRecommendation(state, choice, actor, time);

const closedPool = aPool({ closedAt: now });

describe("buildRecommendation", () => {
  it("000-15 awards from the top what fits and gives every other line a reason", () => {
    const built = build();
    expect(built).toMatchObject({
      ok: true,
      value: {
        recommendedAt: now,
        recommendedBy: people.secretary.key,
        lines: [
          { number: "FR22-01", rank: 1, scoreTenths: 1000, grantOere: kr(200_000), outcome: "award", reason: "" },
          { number: "FR22-02", outcome: "rejection", grantOere: 0, packet: "chair" },
          { number: "FR22-03", outcome: "rejection", grantOere: 0 },
        ],
        packets: [{ kind: "chair", deciderKey: chairPerson.key, totalOere: kr(200_000), decidedAt: undefined }],
      },
    });
    expect(built.ok && built.value.lines.slice(1).every((line) => line.reason.length > 20)).toBe(true);
  });

  it("000-21 offers the rest to the first that does not fit when the secretariat wishes", () => {
    expect(build(reviewed(), command({ offerPartial: true }))).toMatchObject({
      ok: true,
      value: { lines: [{}, { outcome: "partial-award", grantOere: kr(100_000) }, { outcome: "rejection" }] },
    });
  });

  it("R-34 takes the secretariat's own words, and the proposed ones where none are left", () => {
    const proposed = build();
    const [, , proposal] = proposed.ok ? proposed.value.lines : [];
    expect(proposal?.reason).not.toBe("");
    const drafted = { ...third, reasonDrafts: { rejection: "Et gammelt udkast." } };
    const reasons = { [best.key]: " ", [second.key]: "Rammen er brugt.", [third.key]: " \u200b " };
    expect(build(reviewed({ applications: [best, second, drafted] }), command({ reasons }))).toMatchObject({
      ok: true,
      value: { lines: [{ reason: "" }, { reason: "Rammen er brugt." }, { reason: proposal?.reason }] },
    });
    expect(build(reviewed({ applications: [best, second, drafted] }), command())).toMatchObject({
      ok: true,
      value: { lines: [{}, {}, { reason: "Et gammelt udkast." }] },
    });
  });

  it("puts what the chair is recused for in the deputy's packet", () => {
    const state = aRoundState({
      applications: [best, ofChair],
      reviews: [...reviewsBy(best, ...regulars), ...reviewsBy(ofChair, economist, spokesman, substitute)],
    });
    expect(build(state)).toMatchObject({
      ok: true,
      value: {
        lines: [
          { number: "FR22-04", packet: "deputy" },
          { number: "FR22-01", packet: "chair" },
        ],
        packets: [
          { kind: "chair", totalOere: kr(200_000) },
          { kind: "deputy", deciderKey: deputyPerson.key, totalOere: kr(60_000) },
        ],
      },
    });
  });

  it("puts a declared conflict of the chair, and a chair who has left, with the deputy too", () => {
    const reviews = [
      ...reviewsBy(best, economist, spokesman, substitute),
      aRecusal({ reviewerKey: chairPerson.key }, best),
    ];
    const packets = { ok: true, value: { packets: [{ kind: "deputy" }] } };
    expect(build(aRoundState({ applications: [best], reviews }))).toMatchObject(packets);
    const organisation = anOrganisation({ ...chairPerson, active: false });
    const round = aRound({ reviewerKeys: [economist.key, spokesman.key, substitute.key], substituteKey: undefined });
    const left = aRoundState({
      applications: [best],
      round,
      organisation,
      reviews: reviewsBy(best, economist, spokesman, substitute),
    });
    expect(build(left)).toMatchObject(packets);
  });

  it("refuses when chair and deputy are both recused", () => {
    const both = anApplication({ centreKey: deputyPerson.centreKey });
    const reviews = [
      ...reviewsBy(both, economist, spokesman, substitute),
      aRecusal({ reviewerKey: chairPerson.key }, both),
    ];
    expect(build(aRoundState({ applications: [both], reviews }))).toEqual({
      ok: false,
      refusal: { kind: "no-decider", numbers: ["FR22-01"] },
    });
  });

  it("000-17 refuses while a review is missing, and names which", () => {
    const state = reviewed();
    const reviews = state.reviews.filter(
      (each) => each.applicationKey !== third.key || each.reviewerKey !== economist.key,
    );
    expect(build({ ...state, reviews })).toEqual({
      ok: false,
      refusal: { kind: "reviews-missing", missing: [{ number: "FR22-03", reviewerKeys: [economist.key] }] },
    });
  });

  it("000-13 refuses with fewer than three eligible reviewers", () => {
    const round = aRound({ substituteKey: undefined });
    expect(
      build(aRoundState({ round, applications: [ofChair], reviews: reviewsBy(ofChair, economist, spokesman) })),
    ).toEqual({
      ok: false,
      refusal: { kind: "too-few-reviewers", numbers: ["FR22-04"], minimum: 3 },
    });
  });

  it("000-12 waits for the heads, and for answers to questions while they may come", () => {
    const waiting = anApplication({ number: "FR22-05", approval: undefined });
    const state = reviewed();
    const withMore = (...more: readonly GrantApplication[]) => ({
      ...state,
      applications: [...state.applications, ...more],
    });
    const awaiting = (number: string) => ({
      ok: false,
      refusal: { kind: "awaiting-approval", numbers: [number], deadline: springClock.approvalOver },
    });
    expect(build(withMore(waiting))).toEqual(awaiting("FR22-05"));
    const returned = { at: springClock.open, by: people.head.key, questions: "?" };
    const first = anApplication({ number: "FR22-06", returned });
    expect(build(withMore(first), command(), springClock.closed)).toEqual(awaiting("FR22-06"));
    expect(build(withMore(first)).ok).toBe(true);
    const cameAgain = withMore(first, anApplication({ number: "FR22-06", attempt: 2, withdrawnAt: springClock.open }));
    expect(build(cameAgain, command(), springClock.closed).ok).toBe(true);
    const elsewhere = withMore(anApplication({ number: "EF22-01", approval: undefined, roundKey: aKey("round EF22") }));
    expect(build(elsewhere).ok).toBe(true);
  });

  it.each([
    ["somebody outside the secretariat", reviewed(), now, chair, { kind: "not-allowed" }],
    [
      "an open round",
      reviewed(),
      springClock.open,
      secretary,
      { kind: "round-not-closed", closesAt: springClock.closed },
    ],
    ["a pool that is closed", reviewed({ pool: closedPool }), now, secretary, { kind: "pool-closed", at: now }],
    ["a round without applications", reviewed({ applications: [] }), now, secretary, { kind: "no-applications" }],
    [
      "a round that is put up already",
      reviewed({ pool: aPool({ recommendations: [aRecommendation([])] }) }),
      now,
      secretary,
      { kind: "already-recommended", by: people.secretary.key, at: now },
    ],
  ] as const)("refuses %s", (_name, state, time, actor, refusal) => {
    expect(build(state, command(), time, actor)).toEqual({ ok: false, refusal });
  });
});

describe("basisOf", () => {
  const state = reviewed();
  const built = build(state);
  if (!built.ok) throw new Error("The round is reviewed");
  const versionOf = (key: string) => `version of ${key}`;

  it("names each review that counts with its version, and is the same text in any order of records", () => {
    const basis = basisOf(built.value, reviewProgress(state), versionOf);
    for (const review of state.reviews) expect(basis.text).toContain(`"key":"${review.key}"`);
    expect(basis.text).toContain(`"version":"version of ${state.reviews[0]?.key}"`);
    expect(basis.sha256).toBe(sha256Hex(basis.text));
    const shuffled = { ...state, applications: state.applications.toReversed(), reviews: state.reviews.toReversed() };
    expect(basisOf(built.value, reviewProgress(shuffled), versionOf)).toEqual(basis);
  });

  it("is another text when a review has another version", () => {
    const basis = basisOf(built.value, reviewProgress(state), versionOf);
    expect(basisOf(built.value, reviewProgress(state), () => "2").sha256).not.toBe(basis.sha256);
  });
});

const proposal = aRecommendation([
  aLine(best, { grantOere: kr(200_000) }),
  aLine(second, { rank: 2, outcome: "rejection", grantOere: oere(0), reason: "Rammen er brugt." }),
  aLine(ofChair, { rank: 3, packet: "deputy" }),
]);
const recommendedPool = (overrides: Partial<GrantPool> = {}) => aPool({ recommendations: [proposal], ...overrides });
const decide = (
  pool: GrantPool = recommendedPool(),
  overrides: Partial<DecideCommand> = {},
  actor = chair,
  recusedFor: readonly GrantApplication["key"][] = [],
) =>
  decidePacket(
    pool,
    {
      ...aCommand(),
      roundKey: proposal.roundKey,
      packet: "chair",
      recommendationKey: proposal.key,
      totalOere: kr(200_000),
      ...overrides,
    },
    recusedFor,
    actor,
    deciding,
  );
const decidedPool = () => {
  const decided = decide();
  if (!decided.ok) throw new Error("The packet can be decided");
  return decided.value;
};

describe("recommend", () => {
  const put = (pool = aPool(), actor = secretary, name = "press") =>
    recommend(pool, { ...aCommand(name), proposal, basisSha256: "ab" }, actor, now);

  it("commits the whole list with the basis in one act, once", () => {
    const recommended = put();
    expect(recommended).toMatchObject({
      ok: true,
      value: {
        recommendations: [{ key: proposal.key, basisSha256: "ab" }],
        log: { tail: [{ action: "recommended", detail: { basisSha256: "ab", lines: 3, totalOere: kr(260_000) } }] },
      },
    });
    if (!recommended.ok) return;
    const refusal = { kind: "already-recommended", by: people.secretary.key, at: now };
    expect(put(recommended.value)).toEqual({ ok: false, refusal });
    expect(put(recommended.value, secretary, "another")).toEqual({ ok: false, refusal });
  });

  it("is refused in a closed pool", () => {
    expect(put(closedPool)).toEqual({ ok: false, refusal: { kind: "pool-closed", at: now } });
  });

  it("is for the secretariat", () => {
    expect(put(aPool(), chair)).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
  });
});

describe("withdrawRecommendation", () => {
  const takeBack = (pool = recommendedPool(), actor = secretary, name = "press") =>
    withdrawRecommendation(pool, { ...aCommand(name), roundKey: proposal.roundKey }, actor, now);

  it("opens reviewing again, once", () => {
    const back = takeBack();
    expect(back).toMatchObject({ ok: true, value: { recommendations: [] } });
    if (!back.ok) return;
    expect(takeBack(back.value)).toEqual({
      ok: false,
      refusal: { kind: "already-withdrawn", by: people.secretary.key, at: now },
    });
    expect(takeBack(back.value, secretary, "another")).toEqual({ ok: false, refusal: { kind: "not-recommended" } });
  });

  it("is refused once a packet is decided, and for others than the secretariat", () => {
    expect(takeBack(decidedPool())).toMatchObject({ ok: false });
    expect(takeBack(decidedPool(), secretary, "another")).toEqual({
      ok: false,
      refusal: { kind: "already-decided", by: chairPerson.key, at: deciding },
    });
    expect(takeBack(recommendedPool(), chair)).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
  });
});

describe("decidePacket", () => {
  it("makes awards and rejections of its own lines, and leaves the other packet's", () => {
    expect(decidedPool()).toMatchObject({
      awards: [
        { number: "FR22-01", outcome: "award", amountOere: kr(200_000), step: "decided", decidedBy: chairPerson.key },
        { number: "FR22-02", outcome: "rejection", amountOere: 0, reason: "Rammen er brugt." },
      ],
      recommendations: [
        {
          packets: [
            { kind: "chair", decidedAt: deciding },
            { kind: "deputy", decidedAt: undefined },
          ],
        },
      ],
    });
    const both = decide(decidedPool(), { packet: "deputy", totalOere: kr(60_000), commandKey: aKey("other") }, deputy);
    expect(both.ok && both.value.awards.map((award) => award.number)).toEqual(["FR22-01", "FR22-02", "FR22-04"]);
  });

  it("decides exactly once: every other press is told who and when", () => {
    const refusal = { kind: "already-decided", by: chairPerson.key, at: deciding };
    expect(decide(decidedPool())).toEqual({ ok: false, refusal });
    expect(decide(decidedPool(), { commandKey: aKey("another") }, deputy)).toEqual({ ok: false, refusal });
  });

  it("R-33 is not for a decider who has become recused for one of the lines since they were put up", () => {
    expect(decide(recommendedPool(), {}, chair, [second.key, ofChair.key])).toEqual({
      ok: false,
      refusal: { kind: "decider-recused", numbers: ["FR22-02"] },
    });
    expect(decide(recommendedPool(), {}, chair, [ofChair.key]).ok).toBe(true);
  });

  it.each([
    ["a round that is not put up", aPool(), {}, chair, { kind: "not-recommended" }],
    ["a closed pool", recommendedPool({ closedAt: now }), {}, chair, { kind: "pool-closed", at: now }],
    [
      "a list put up anew",
      recommendedPool(),
      { recommendationKey: aKey("old") },
      chair,
      { kind: "recommendation-replaced", at: now },
    ],
    [
      "a packet that the list does not hold",
      aPool({ recommendations: [aRecommendation([aLine(best)])] }),
      { packet: "deputy" },
      deputy,
      { kind: "no-such-packet" },
    ],
    [
      "the deputy for the chair's packet",
      recommendedPool(),
      {},
      deputy,
      { kind: "not-decider", deciderKey: chairPerson.key },
    ],
    [
      "another sum than was seen",
      recommendedPool(),
      { totalOere: kr(199_999) },
      chair,
      { kind: "total-differs", totalOere: kr(200_000) },
    ],
    [
      "more than the frame has left, whatever came between",
      recommendedPool({ awards: [anAward(third, { amountOere: kr(100_001) })] }),
      {},
      chair,
      { kind: "exceeds-frame", overOere: kr(1) },
    ],
    [
      "more than the appropriation, whatever came between",
      recommendedPool({ appropriation: anAppropriation({ amountOere: kr(199_999) }) }),
      {},
      chair,
      { kind: "exceeds-appropriation", overOere: kr(1) },
    ],
  ] as const)("refuses %s", (_name, pool, overrides, actor, refusal) => {
    expect(decide(pool, overrides, actor)).toEqual({ ok: false, refusal });
  });
});

describe("undoDecision", () => {
  it("T10 leaves a decision alone that was made after the one meant", () => {
    const command = { ...aCommand("old"), roundKey: proposal.roundKey, packet: "chair" } as const;
    const undoOf = (decidedAt: typeof now) =>
      undoDecision(decidedPool(), { ...command, decidedAt }, false, chair, deciding);
    expect(undoOf(now)).toEqual({ ok: false, refusal: { kind: "not-decided" } });
    expect(undoOf(deciding).ok).toBe(true);
  });

  const undo = (pool = decidedPool(), sent = false, actor = chair, name = "undo") =>
    undoDecision(pool, { ...aCommand(name), roundKey: proposal.roundKey, packet: "chair" }, sent, actor, deciding);

  it("takes the awards back, so that the packet can be decided again", () => {
    const undone = undo();
    expect(undone).toMatchObject({
      ok: true,
      value: { awards: [], recommendations: [{ packets: [{ decidedAt: undefined }, {}] }] },
    });
    if (!undone.ok) return;
    expect(undo(undone.value)).toEqual({
      ok: false,
      refusal: { kind: "already-undone", by: chairPerson.key, at: deciding },
    });
    expect(decide(undone.value, { commandKey: aKey("again") }).ok).toBe(true);
    const closed = { ...decidedPool(), closedAt: deciding };
    expect(undo(closed)).toEqual({ ok: false, refusal: { kind: "pool-closed", at: deciding } });
  });

  it("keeps the other packet's awards", () => {
    const both = decide(decidedPool(), { packet: "deputy", totalOere: kr(60_000), commandKey: aKey("other") }, deputy);
    if (!both.ok) throw new Error("Both packets can be decided");
    expect(undo(both.value)).toMatchObject({ ok: true, value: { awards: [{ number: "FR22-04" }] } });
  });

  it("000-21 is refused from the time the letters are due, whether or not one has left", () => {
    const undoAt = (time: typeof now) =>
      undoDecision(
        decidedPool(),
        { ...aCommand("undo"), roundKey: proposal.roundKey, packet: "chair" },
        false,
        chair,
        time,
      );
    const due = lettersLeaveAt(deciding);
    expect(undoAt(plusMillis(due, -1)).ok).toBe(true);
    expect(undoAt(due)).toEqual({ ok: false, refusal: { kind: "outcome-sent" } });
  });

  it("is refused once a letter has left, an applicant has answered, or nothing is decided", () => {
    expect(undo(decidedPool(), true)).toEqual({ ok: false, refusal: { kind: "outcome-sent" } });
    expect(undo(decidedPool(), false, deputy)).toEqual({
      ok: false,
      refusal: { kind: "not-decider", deciderKey: chairPerson.key },
    });
    expect(undo(recommendedPool())).toEqual({ ok: false, refusal: { kind: "not-decided" } });
    expect(undo(aPool())).toEqual({ ok: false, refusal: { kind: "not-decided" } });
    const answered = answerAward(decidedPool(), best, { ...aCommand("yes"), accept: true }, applicant, deciding);
    expect(answered.ok && undo(answered.value)).toEqual({
      ok: false,
      refusal: { kind: "award-answered", number: "FR22-01" },
    });
  });
});

describe("answerAward", () => {
  const pool = aPool({ awards: [anAward(best, { outcome: "partial-award", amountOere: kr(45_000) })] });
  const answer = (accept: boolean, from = pool, actor = applicant, time = deciding, name = "press") =>
    answerAward(from, best, { ...aCommand(name), accept }, actor, time);

  it("000-21 puts a declined 45.000 back in the pool", () => {
    const declined = answer(false);
    expect(declined).toMatchObject({ ok: true, value: { awards: [{ step: "declined", stepAt: deciding }] } });
    expect(declined.ok && remaining(declined.value)).toBe(kr(600_000));
    const accepted = answer(true);
    expect(accepted.ok && remaining(accepted.value)).toBe(kr(555_000));
  });

  it("000-21 is open for ten working days, then the secretariat's to record", () => {
    const deadline = answerDeadline({ decidedAt: deciding });
    expect(deadline).toBe("2022-05-11T22:00:00.000Z");
    expect(answer(true, pool, applicant, at("2022-05-11T21:59:59.999Z")).ok).toBe(true);
    expect(answer(true, pool, applicant, deadline)).toEqual({
      ok: false,
      refusal: { kind: "answer-deadline-passed", deadline },
    });
    expect(answer(false, pool, secretary, deadline)).toMatchObject({
      ok: true,
      value: { awards: [{ step: "declined" }] },
    });
  });

  it("answers a second press with who answered and when", () => {
    const first = answer(false);
    if (!first.ok) throw new Error("The first press is carried out");
    const refusal = { kind: "already-answered", step: "declined", by: people.applicant.key, at: deciding };
    expect(answer(false, first.value)).toEqual({ ok: false, refusal });
    expect(answer(true, first.value, anActor("head"), deciding, "another")).toEqual({ ok: false, refusal });
    const old = aPool({ awards: [anAward(best, { step: "accepted" })] });
    expect(answer(true, old)).toMatchObject({ refusal: { kind: "already-answered", by: undefined } });
  });

  it("is refused for others, for a rejection and before the decision", () => {
    expect(answer(true, pool, anActor("otherHead"))).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
    expect(answer(true, aPool())).toEqual({ ok: false, refusal: { kind: "no-award" } });
    const rejected = aPool({ awards: [anAward(best, { outcome: "rejection" })] });
    expect(answer(true, rejected)).toEqual({ ok: false, refusal: { kind: "no-award" } });
  });
});

type StepOnly = { step: "running" | "report-received" } | { step: "closed"; spentOere: Oere };

describe("recordAwardStep", () => {
  const pool = (step: Parameters<typeof anAward>[1]) => aPool({ awards: [anAward(third, step), anAward(best)] });
  const record = (from: GrantPool, step: StepOnly, actor = secretary) =>
    recordAwardStep(from, { ...aCommand(), applicationKey: third.key, ...step }, actor, deciding);

  it("000-22 gives back what the accounts leave: 45.000 awarded, 43.150 spent, 1.850 back", () => {
    const from = pool({ amountOere: kr(45_000), step: "report-received" });
    expect(record(from, { step: "closed", spentOere: kr(43_150) })).toMatchObject({
      ok: true,
      value: { awards: [{ step: "closed", returnedOere: kr(1_850) }, { step: "decided" }] },
    });
  });

  it.each([
    ["accepted", "running", true],
    ["accepted", "report-received", true],
    ["running", "report-received", true],
    ["running", "running", false],
    ["report-received", "running", false],
    ["closed", "running", false],
    ["decided", "running", false],
    ["declined", "running", false],
  ] as const)("from %s to %s: %s", (from, to, isAllowed) => {
    const recorded = record(pool({ step: from }), { step: to });
    expect(recorded.ok).toBe(isAllowed);
    if (!recorded.ok) expect(recorded.refusal).toEqual({ kind: "wrong-step", step: from, at: deciding });
  });

  it("answers a second press with who and when", () => {
    const first = record(pool({ step: "accepted" }), { step: "running" });
    if (!first.ok) throw new Error("The first press is carried out");
    expect(record(first.value, { step: "running" })).toEqual({
      ok: false,
      refusal: { kind: "already-recorded", by: people.secretary.key, at: deciding },
    });
  });

  it.each([
    [
      "more spent than awarded",
      { step: "closed", spentOere: kr(50_001) },
      { kind: "spent-more-than-awarded", overOere: kr(1) },
    ],
    ["less than nothing spent", { step: "closed", spentOere: oere(-1) }, { kind: "spent-negative" }],
  ] as const)("refuses %s", (_name, step, refusal) => {
    expect(record(pool({ step: "running" }), step)).toEqual({ ok: false, refusal });
  });

  it("is for the secretariat, and for awards", () => {
    expect(record(pool({ step: "accepted" }), { step: "running" }, chair)).toEqual({
      ok: false,
      refusal: { kind: "not-allowed" },
    });
    expect(record(aPool(), { step: "running" })).toEqual({ ok: false, refusal: { kind: "no-award" } });
    expect(record(pool({ outcome: "rejection" }), { step: "running" })).toEqual({
      ok: false,
      refusal: { kind: "no-award" },
    });
  });
});
