import { describe, expect, it } from "vitest";
import type { Instant } from "#domain/shared/dates.ts";
import { kr } from "#domain/shared/money.ts";
import { at, springClock } from "#test/builders/clock.ts";
import {
  aDraft,
  aLine,
  anApplication,
  anAutumnRound,
  anAward,
  aPool,
  aRecommendation,
  aReview,
  aRound,
  someFields,
} from "#test/builders/grants.ts";
import { anActor, anOrganisation, type PersonName, people } from "#test/builders/organisation.ts";
import type { GrantRecordsWithDrafts } from "./grant-records.ts";
import { myTasks } from "./my-tasks.ts";

const records = (overrides: Partial<GrantRecordsWithDrafts> = {}): GrantRecordsWithDrafts => ({
  organisation: anOrganisation(),
  pools: [aPool()],
  applications: [],
  reviews: [],
  drafts: [],
  ...overrides,
});
const tasks = (who: PersonName, now: Instant, overrides: Partial<GrantRecordsWithDrafts>) =>
  myTasks(anActor(who), records(overrides), now);
const kinds = (...args: Parameters<typeof tasks>) => tasks(...args).map((task) => `${task.kind} ${task.why}`);
const returned = { at: springClock.open, by: people.head.key, questions: "?" };
const application = anApplication();

describe("myTasks", () => {
  it("asks the owner to finish a draft before the round closes", () => {
    const drafts = [aDraft()];
    expect(tasks("applicant", springClock.open, { drafts })).toMatchObject([
      {
        kind: "finish-draft",
        why: "applicant",
        subjectKey: aDraft().key,
        title: someFields().title,
        number: "FR22-01",
        roundName: "Forår 2022",
        deadline: springClock.closed,
      },
    ]);
    expect(kinds("applicant", springClock.closed, { drafts })).toEqual([]);
    expect(kinds("secretary", springClock.open, { drafts })).toEqual([]);
    expect(kinds("applicant", springClock.open, { drafts: [aDraft({ discardedAt: springClock.open })] })).toEqual([]);
    expect(kinds("applicant", springClock.open, { drafts, applications: [application] })).toEqual([]);
  });

  it("asks the applicant to answer questions until the heads' time is up", () => {
    const given = { drafts: [aDraft()], applications: [anApplication({ returned })] };
    expect(tasks("applicant", springClock.closed, given)).toMatchObject([
      { kind: "answer-questions", deadline: springClock.approvalOver, fromKey: people.head.key },
    ]);
    expect(kinds("applicant", springClock.approvalOver, given)).toEqual([]);
    const pools = [aPool({ recommendations: [aRecommendation([])] })];
    expect(kinds("applicant", springClock.closed, { ...given, pools })).toEqual([]);
  });

  it("000-12 asks the head, then the secretariat for a silent head", () => {
    const applications = [anApplication({ approval: undefined })];
    expect(tasks("head", springClock.open, { applications })).toMatchObject([
      { kind: "approve-application", why: "head", number: "FR22-01", deadline: springClock.approvalOver },
    ]);
    expect(kinds("secretary", springClock.open, { applications })).toEqual([]);
    expect(kinds("head", springClock.approvalOver, { applications })).toEqual([]);
    expect(tasks("secretary", springClock.approvalOver, { applications })).toMatchObject([
      { kind: "approve-application", why: "silent-head", deadline: springClock.reviewOver },
    ]);
  });

  it("counts a reviewer's reviews of the round, and is quiet when all are given or the round is put up", () => {
    const applications = [application, anApplication({ number: "FR22-02" })];
    const reviews = [aReview()];
    expect(tasks("economist", springClock.reviewing, { applications, reviews })).toMatchObject([
      {
        kind: "review",
        subjectKey: aRound().key,
        title: "Forår 2022",
        done: 1,
        total: 2,
        deadline: springClock.reviewOver,
      },
    ]);
    expect(kinds("economist", springClock.lastMinute, { applications, reviews })).toEqual([]);
    expect(kinds("substitute", springClock.reviewing, { applications, reviews })).toEqual([]);
    expect(kinds("economist", springClock.reviewing, { applications: [application], reviews })).toEqual([]);
    const pools = [aPool({ recommendations: [aRecommendation([])] })];
    expect(kinds("economist", springClock.recommending, { applications, reviews, pools })).toEqual([]);
  });

  it("asks the secretariat to put up a complete round, and the deciders to decide their packets", () => {
    const reviews = [people.chair, people.economist, people.spokesman].map(({ key }) => aReview({ reviewerKey: key }));
    const now = springClock.recommending;
    expect(tasks("secretary", now, { applications: [application], reviews })).toMatchObject([
      { kind: "recommend", done: 3, total: 3, deadline: "2022-04-27T22:00:00.000Z" },
    ]);
    const lines = [aLine(application), aLine(anApplication({ number: "FR22-02" }), { packet: "deputy" })];
    const put = { pools: [aPool({ recommendations: [aRecommendation(lines)] })], applications: [application], reviews };
    expect(tasks("chair", now, put)).toMatchObject([
      { kind: "decide", why: "chair", amountOere: kr(95_000), done: 0, total: 1 },
    ]);
    expect(kinds("deputy", now, put)).toEqual(["decide deputy"]);
    expect(kinds("secretary", now, put)).toEqual([]);
  });

  it("000-21 asks the applicant to answer an award within ten working days", () => {
    const given = (award = anAward(application, { outcome: "partial-award", amountOere: kr(45_000) })) => ({
      pools: [aPool({ awards: [award] })],
      applications: [application],
    });
    expect(tasks("applicant", springClock.deciding, given())).toMatchObject([
      { kind: "answer-award", amountOere: kr(45_000), deadline: "2022-05-11T22:00:00.000Z" },
    ]);
    expect(kinds("applicant", at("2022-05-11T22:00:00.000Z"), given())).toEqual([]);
    expect(kinds("secretary", springClock.deciding, given())).toEqual([]);
    expect(kinds("applicant", springClock.deciding, given(anAward(application, { outcome: "rejection" })))).toEqual([]);
  });

  it("000-21 asks the secretariat, and no recused one of it, about an award that was not answered in time", () => {
    const late = at("2022-05-11T22:00:00.000Z");
    const given = (award = anAward(application)) => ({
      pools: [aPool({ awards: [award] })],
      applications: [application],
    });
    expect(tasks("secretary", late, given())).toMatchObject([
      { kind: "award-unanswered", why: "secretariat", number: "FR22-01", deadline: late, amountOere: kr(95_000) },
    ]);
    expect(kinds("secretary", at("2022-05-11T21:59:59.999Z"), given())).toEqual([]);
    expect(kinds("deputy", late, given())).toEqual([]);
    const conflict = aReview({
      reviewerKey: people.secretary.key,
      state: "recused",
      recusal: { at: late, reason: "Min søster." },
    });
    expect(kinds("secretary", late, { ...given(), reviews: [conflict] })).toEqual([]);
    expect(kinds("secretary", late, given(anAward(application, { outcome: "rejection" })))).toEqual([]);
    expect(kinds("secretary", late, given(anAward(application, { step: "declined" })))).toEqual([]);
  });

  it("000-17 tells the secretariat that reviews are missing from two days before their last day until the list is put up", () => {
    const near = at("2022-04-18T22:00:00.000Z");
    const given = { applications: [application] };
    expect(tasks("secretary", near, given)).toMatchObject([
      { kind: "reviews-missing", why: "secretariat", done: 0, deadline: springClock.reviewOver },
    ]);
    expect(kinds("secretary", at("2022-04-18T21:59:59.999Z"), given)).toEqual([]);
    expect(kinds("secretary", springClock.recommending, given)).toEqual(["reviews-missing secretariat"]);
    expect(kinds("deputy", springClock.recommending, given)).toEqual([]);
    expect(kinds("secretary", springClock.recommending, { applications: [] })).toEqual([]);
    const pools = [aPool({ recommendations: [aRecommendation([])] })];
    expect(kinds("secretary", springClock.recommending, { ...given, pools })).toEqual([]);
  });

  it("puts the most urgent first, the same list on every run", () => {
    const [spring, autumn] = [aRound(), anAutumnRound({ opensAt: springClock.beforeOpening })];
    const drafts = [
      aDraft({ number: "EF22-01", roundKey: autumn.key }),
      aDraft({ number: "FR22-02" }),
      aDraft({ number: "FR22-03" }),
      aDraft({ number: "FR22-04" }),
      aDraft({ number: "FR22-05" }),
    ];
    const given = { pools: [aPool({ rounds: [autumn, spring] })], drafts };
    const first = tasks("applicant", springClock.open, given);
    expect(first).toHaveLength(5);
    expect(first.map((task) => task.roundName)).toEqual([...first.slice(1).map(() => "Forår 2022"), "Efterår 2022"]);
    expect(tasks("applicant", springClock.open, { ...given, drafts: drafts.toReversed() })).toEqual(first);
    expect(tasks("applicant", springClock.open, { drafts, pools: [aPool({ rounds: [spring, autumn] })] })).toEqual(
      first,
    );
  });
});
