import { describe, expect, it } from "vitest";
import { emptyLog } from "#domain/shared/log.ts";
import { at, springClock } from "#test/builders/clock.ts";
import {
  aLine,
  anApplication,
  aPool,
  aRecommendation,
  aRecusal,
  aReview,
  aRound,
  aRoundState,
  criteria,
  someAnswers,
} from "#test/builders/grants.ts";
import { aCommand, aKey } from "#test/builders/keys.ts";
import { anActor, anOrganisation, type PersonName, people } from "#test/builders/organisation.ts";
import { assignedReviewers } from "./assigned-reviewers.ts";
import { checkReview, cleanAnswers } from "./check-review.ts";
import { declareRecusal } from "./declare-recusal.ts";
import { giveReview } from "./give-review.ts";
import { emptyAnswers, type Review, type ReviewAnswers } from "./review.ts";
import type { ReviewContext } from "./review-context.ts";
import { reviewProgress, reviewsVisible } from "./review-progress.ts";
import { reviewIsOpen, reviewKeyOf } from "./review-window.ts";
import { saveReview } from "./save-review.ts";

const now = springClock.reviewing;
const application = anApplication();
const { chair, economist, spokesman, substitute } = people;
const regulars = [chair.key, economist.key, spokesman.key];
const organisation = anOrganisation();
const economistActor = anActor("economist");
const recommendation = aRecommendation([aLine(application)]);
const byWhom = { by: people.secretary.key, at: springClock.recommending };

const context = (overrides: Partial<ReviewContext> = {}): ReviewContext => ({
  pool: aPool(),
  round: aRound(),
  application,
  organisation,
  reviews: [],
  ...overrides,
});

describe("assignedReviewers", () => {
  const assigned = (of = application, reviews: readonly Review[] = [], round = aRound(), who = organisation) =>
    assignedReviewers(of, round, who, reviews);

  it("000-13 are the regular reviewers while none is out", () => {
    expect(assigned()).toEqual({ reviewerKeys: regulars, substituteStepsIn: false, recusals: [] });
  });

  it("000-13 leave out the reviewer of the applying centre, and the substitute steps in", () => {
    expect(assigned(anApplication({ centreKey: economist.centreKey }))).toEqual({
      reviewerKeys: [chair.key, spokesman.key, substitute.key],
      substituteStepsIn: true,
      recusals: [{ personKey: economist.key, recusal: { kind: "own-centre" } }],
    });
  });

  it("000-13 count head and applicant as own centre, wherever they are employed", () => {
    const moved = { centreKey: aKey("elsewhere") };
    const heading = anOrganisation({ ...people.head, ...moved });
    const round = aRound({ reviewerKeys: [people.head.key, people.applicant.key, chair.key] });
    const who = anOrganisation(
      { ...people.applicant, ...moved },
      ...heading.persons.filter((each) => each.key === people.head.key),
    );
    expect(assigned(application, [], round, who).recusals.map((each) => each.personKey)).toEqual([
      people.head.key,
      people.applicant.key,
    ]);
  });

  it("leave out who has declared a conflict, with the reason", () => {
    const reviews = [aRecusal({ reviewerKey: economist.key })];
    const recusal = { kind: "declared", reason: "Min bror er projektleder.", at: springClock.reviewing };
    expect(assigned(application, reviews)).toMatchObject({
      reviewerKeys: [chair.key, spokesman.key, substitute.key],
      recusals: [{ personKey: economist.key, recusal }],
    });
    expect(assigned(anApplication({ number: "FR22-02" }), reviews).recusals).toEqual([]);
  });

  it("do not take a substitute from the applying centre, nor where there is none", () => {
    const reviews = [aRecusal({ reviewerKey: economist.key }, anApplication({ centreKey: substitute.centreKey }))];
    expect(assigned(anApplication({ centreKey: substitute.centreKey }), reviews)).toMatchObject({
      reviewerKeys: [chair.key, spokesman.key],
      substituteStepsIn: false,
    });
    expect(assigned(application, reviews, aRound({ substituteKey: undefined })).reviewerKeys).toEqual([
      chair.key,
      spokesman.key,
    ]);
  });

  it("leave out, without a recusal, who has left the municipality", () => {
    const who = anOrganisation({ ...economist, active: false });
    expect(assigned(application, [], aRound(), who)).toEqual({
      reviewerKeys: [chair.key, spokesman.key, substitute.key],
      substituteStepsIn: true,
      recusals: [],
    });
  });
});

describe("reviewProgress", () => {
  const all = [chair, economist, spokesman].map((person) => aReview({ reviewerKey: person.key }));

  it("counts given reviews of submitted applications", () => {
    const other = anApplication({ number: "FR22-02", approval: undefined });
    const begun = aReview({ reviewerKey: spokesman.key, state: "begun", givenAt: undefined });
    const progress = reviewProgress(
      aRoundState({ applications: [application, other], reviews: [...all.slice(0, 2), begun] }),
    );
    expect(progress).toMatchObject({ given: 2, expected: 3, isComplete: false });
    expect(progress.applications.map((each) => each.missing)).toEqual([[spokesman.key]]);
  });

  it("is complete when every assigned reviewer has given theirs", () => {
    expect(reviewProgress(aRoundState({ reviews: all }))).toMatchObject({ given: 3, expected: 3, isComplete: true });
    expect(reviewProgress(aRoundState({ applications: [] })).isComplete).toBe(false);
  });

  it("000-13 is not complete with fewer eligible reviewers than the pool asks for", () => {
    const pool = aPool({ minimumReviewers: 4 });
    const progress = reviewProgress(aRoundState({ pool, reviews: all }));
    expect(progress.isComplete).toBe(false);
    expect(progress.applications[0]?.isTooFew).toBe(true);
  });

  it("000-13 excludes the score of who is out, even if it was given before", () => {
    const own = anApplication({ centreKey: economist.centreKey });
    const progress = reviewProgress(aRoundState({ applications: [own], reviews: all }));
    expect(progress.applications[0]?.counted.map((review) => review.reviewerKey)).toEqual([chair.key, spokesman.key]);
  });

  it("keeps a late review outside the basis of the recommendation in force", () => {
    const late = aReview({ reviewerKey: spokesman.key, givenAt: springClock.deciding, late: true });
    const pool = aPool({ recommendations: [recommendation] });
    const reviews = [...all.slice(0, 2), late];
    expect(reviewProgress(aRoundState({ pool, reviews })).given).toBe(2);
    expect(reviewProgress(aRoundState({ reviews })).given).toBe(3);
  });

  it("counts after the recommendation what it rests on, whoever is assigned today", () => {
    const pool = aPool({ recommendations: [recommendation] });
    const moved = anOrganisation({ ...economist, active: false }, { ...spokesman, centreKey: application.centreKey });
    const progress = reviewProgress(aRoundState({ pool, reviews: all, organisation: moved }));
    expect(progress).toMatchObject({ given: 3, expected: 3, isComplete: true });
    expect(progress.applications[0]).toMatchObject({
      reviewerKeys: [...regulars, substitute.key],
      counted: all,
      missing: [],
      recusals: [],
      isTooFew: false,
    });
  });

  it("ends blindness with the last day for reviews or the last review", () => {
    const half = reviewProgress(aRoundState({ reviews: all.slice(1) }));
    expect(reviewsVisible(aRound(), half, at("2022-04-20T21:59:59.999Z"))).toBe(false);
    expect(reviewsVisible(aRound(), half, springClock.reviewOver)).toBe(true);
    expect(reviewsVisible(aRound(), reviewProgress(aRoundState({ reviews: all })), now)).toBe(true);
  });

  it("000-12 keeps blindness while an application may still join the round", () => {
    const seen = (more: Parameters<typeof anApplication>[0], time = springClock.closed) => {
      const applications = [application, anApplication({ number: "FR22-02", ...more })];
      return reviewsVisible(aRound(), reviewProgress(aRoundState({ applications, reviews: all })), time);
    };
    const returned = { at: springClock.open, by: people.head.key, questions: "?" };
    expect(seen({ approval: undefined }, now)).toBe(false);
    expect(seen({ approval: undefined, returned })).toBe(false);
    expect(seen({ approval: undefined, returned }, springClock.approvalOver)).toBe(true);
    expect(seen({ approval: undefined, withdrawnAt: springClock.open })).toBe(true);
    expect(seen({ approval: undefined, roundKey: aKey("round EF22") })).toBe(true);
  });

  it("000-17 is not complete while a head has not answered", () => {
    const applications = [application, anApplication({ number: "FR22-02", approval: undefined })];
    expect(reviewProgress(aRoundState({ applications, reviews: all })).isComplete).toBe(false);
  });
});

describe("reviewIsOpen", () => {
  it("is from the closing of the round until it is put up for decision", () => {
    expect(reviewIsOpen(application, aRound(), aPool(), springClock.lastMinute)).toBe(false);
    expect(reviewIsOpen(application, aRound(), aPool(), springClock.closed)).toBe(true);
    expect(reviewIsOpen(anApplication({ approval: undefined }), aRound(), aPool(), now)).toBe(false);
    expect(reviewIsOpen(application, aRound(), aPool({ recommendations: [recommendation] }), now)).toBe(false);
  });
});

describe("checkReview", () => {
  const codes = (answers: ReviewAnswers) => checkReview(answers, criteria).map(({ field, code }) => `${field} ${code}`);

  it("takes complete answers and lists everything an empty review lacks", () => {
    expect(codes(someAnswers())).toEqual([]);
    expect(codes(emptyAnswers)).toEqual([
      ...["K1", "K2", "K3", "K4", "K5"].map((code) => `scores.${code} score-missing`),
      "support missing",
      "reason missing",
    ]);
  });

  it.each([
    [1, ["remarks.K1 remark-missing"]],
    [2, ["remarks.K1 remark-missing"]],
    [3, []],
    [4, []],
    [5, ["remarks.K1 remark-missing"]],
  ] as const)("asks for a remark of five characters beside a score of %i: %j", (score, expected) => {
    const answers = (remark: string) => someAnswers([score, 3, 3, 3, 3], { remarks: { K1: remark } });
    expect(codes(answers(" kort "))).toEqual(expected);
    expect(codes(answers("lang!"))).toEqual([]);
  });

  it("limits the texts and stops a CPR number", () => {
    expect(codes(someAnswers([3, 3, 3, 3, 3], { reason: "for kort" }))).toEqual(["reason too-short"]);
    expect(codes(someAnswers([3, 3, 3, 3, 3], { reason: "x".repeat(2001) }))).toEqual(["reason too-long"]);
    expect(codes(someAnswers([3, 3, 3, 3, 3], { remarks: { K2: "010190-1234" } }))).toEqual(["remarks.K2 cpr"]);
  });

  it("keeps only the pool's own criteria, and nothing invisible", () => {
    const typed = {
      ...emptyAnswers,
      scores: { K1: 5, X9: 1 },
      remarks: { K1: " a\u0000b ", X9: "væk" },
      reason: "ja\u200b ",
    } as const;
    expect(cleanAnswers(typed, criteria)).toEqual({
      scores: { K1: 5 },
      remarks: { K1: "ab" },
      support: undefined,
      reason: "ja",
    });
  });
});

describe("saveReview", () => {
  const half = { ...emptyAnswers, scores: { K1: 5 } } as const;
  const save = (each = context(), answers: ReviewAnswers = half, actor = economistActor) =>
    saveReview(each, { ...aCommand(), answers }, actor, now);

  it("keeps half a review as begun, with the key of reviewer and application", () => {
    const saved = save();
    expect(saved).toMatchObject({
      ok: true,
      value: { key: reviewKeyOf(application, economist.key), state: "begun", answers: half, givenAt: undefined },
    });
  });

  it("leaves no line in the log, and is the same record when nothing in it is new", () => {
    const saved = save();
    if (!saved.ok) throw new Error(saved.refusal.kind);
    expect(saved.value.log).toEqual(emptyLog);
    const again = save(context({ reviews: [saved.value] }));
    expect(again.ok && again.value).toBe(saved.value);
    const more = save(context({ reviews: [saved.value] }), { ...half, reason: "Et godt projekt" });
    expect(more).toMatchObject({ ok: true, value: { answers: { reason: "Et godt projekt" }, log: emptyLog } });
  });

  it("R-40 stores no text with what looks like a CPR number, and everything else", () => {
    const typed = { ...half, remarks: { K1: "Godt for 010203-1234", K2: "Godt" }, reason: "Se 0102\u200d03 1234" };
    expect(save(context(), typed)).toMatchObject({
      ok: true,
      value: { answers: { scores: { K1: 5 }, remarks: { K1: "", K2: "Godt" }, reason: "" } },
    });
    const before = aReview({ state: "begun", givenAt: undefined, answers: { ...half, reason: "Stod der" } });
    expect(save(context({ reviews: [before] }), typed)).toMatchObject({
      ok: true,
      value: { answers: { reason: "Stod der" } },
    });
  });

  it("R-40 does not keep a CPR number that was stored by an earlier version", () => {
    const before = aReview({ state: "begun", givenAt: undefined, answers: { ...half, reason: "Om 010203-1234" } });
    const typed = { ...half, reason: "Om 010203-1234 igen" };
    expect(save(context({ reviews: [before] }), typed)).toMatchObject({ ok: true, value: { answers: { reason: "" } } });
  });

  it("does not turn a given review into half a one", () => {
    expect(save(context({ reviews: [aReview()] }))).toEqual({
      ok: false,
      refusal: { kind: "already-given", by: economist.key, at: springClock.reviewing },
    });
  });

  const closedYet = { kind: "review-not-open-yet", opensAt: springClock.closed };
  it.each([
    ["somebody who is no reviewer", context(), "applicant", now, { kind: "not-reviewer" }],
    ["a substitute who is not needed", context(), "substitute", now, { kind: "not-reviewer" }],
    [
      "000-13 the applying centre's own",
      context({ application: anApplication({ centreKey: economist.centreKey }) }),
      "economist",
      now,
      { kind: "recused", recusal: { kind: "own-centre" } },
    ],
    [
      "what is not handed in",
      context({ application: anApplication({ approval: undefined }) }),
      "economist",
      now,
      { kind: "not-submitted" },
    ],
    ["what is still open", context(), "economist", springClock.lastMinute, closedYet],
  ] as const)("refuses %s", (_name, each, who: PersonName, time, refusal) => {
    const command = { ...aCommand(), answers: half };
    expect(saveReview(each, command, anActor(who), time)).toEqual({ ok: false, refusal });
    expect(giveReview(each, { ...command, answers: someAnswers() }, anActor(who), time)).toEqual({
      ok: false,
      refusal,
    });
  });
});

describe("giveReview", () => {
  const give = (each = context(), answers = someAnswers(), time = now, name = "press") =>
    giveReview(each, { ...aCommand(name), answers }, economistActor, time);
  const recommended = aPool({ recommendations: [recommendation] });

  it("gives a complete review, and gives it anew until the round is put up for decision", () => {
    const given = give();
    expect(given).toMatchObject({
      ok: true,
      value: { state: "given", givenAt: now, late: false, answers: someAnswers() },
    });
    if (!given.ok) return;
    const reviews = [given.value];
    expect(give(context({ reviews }))).toEqual({
      ok: false,
      refusal: { kind: "already-given", by: economist.key, at: now },
    });
    const changed = give(context({ reviews }), someAnswers([3, 3, 3, 3, 3]), springClock.reviewOver, "again");
    expect(changed).toMatchObject({
      ok: true,
      value: { givenAt: springClock.reviewOver, answers: { scores: { K1: 3 } } },
    });
  });

  it("lists what is missing", () => {
    expect(give(context(), { ...someAnswers(), support: undefined })).toEqual({
      ok: false,
      refusal: { kind: "incomplete", problems: [{ field: "support", code: "missing", data: {} }] },
    });
  });

  it("keeps a review after the recommendation as late, and lets the late one be changed", () => {
    const late = give(context({ pool: recommended }), someAnswers(), springClock.deciding);
    expect(late).toMatchObject({ ok: true, value: { state: "given", late: true } });
    if (!late.ok) return;
    const again = context({ pool: recommended, reviews: [late.value] });
    expect(give(again, someAnswers(), springClock.deciding, "again")).toMatchObject({
      ok: true,
      value: { late: true },
    });
  });

  it("leaves alone a review that the recommendation rests on", () => {
    const reviews = [aReview({ log: emptyLog })];
    expect(give(context({ pool: recommended, reviews }), someAnswers(), springClock.deciding)).toEqual({
      ok: false,
      refusal: { kind: "already-recommended", ...byWhom },
    });
  });

  it("is the substitute's where one steps in", () => {
    const own = context({ application: anApplication({ centreKey: economist.centreKey }) });
    const command = { ...aCommand(), answers: someAnswers() };
    expect(giveReview(own, command, anActor("substitute"), now)).toMatchObject({ ok: true, value: { state: "given" } });
  });
});

describe("declareRecusal", () => {
  const declare = (
    each = context(),
    reason = "Min bror er projektleder.",
    who: PersonName = "economist",
    name = "press",
  ) => declareRecusal(each, { ...aCommand(name), reason }, anActor(who), now);

  it.each(["economist", "substitute", "adviser", "chair", "deputy"] as const)(
    "R-31 records that the %s steps out",
    (who) => {
      const declared = declare(context(), undefined, who);
      expect(declared).toMatchObject({
        ok: true,
        value: {
          state: "recused",
          reviewerKey: people[who].key,
          recusal: { at: now, reason: "Min bror er projektleder." },
        },
      });
    },
  );

  it("R-31 takes a given score out too", () => {
    expect(declare(context({ reviews: [aReview()] }))).toMatchObject({ ok: true, value: { state: "recused" } });
  });

  it("answers a second press with who and when", () => {
    const first = declare();
    if (!first.ok) throw new Error("The first press is carried out");
    const refusal = { kind: "already-recused", by: economist.key, at: now };
    const again = context({ reviews: [first.value] });
    expect(declare(again)).toEqual({ ok: false, refusal });
    expect(declare(again, "igen", "economist", "another")).toEqual({ ok: false, refusal });
  });

  it("refuses without a reason, after the recommendation, and for who takes no part", () => {
    expect(declare(context(), " ")).toMatchObject({ refusal: { kind: "incomplete", problems: [{ field: "reason" }] } });
    expect(declare(context({ pool: aPool({ recommendations: [recommendation] }) }))).toEqual({
      ok: false,
      refusal: { kind: "already-recommended", ...byWhom },
    });
    expect(declare(context(), undefined, "secretary")).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
  });
});
