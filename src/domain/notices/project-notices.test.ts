import { describe, expect, it } from "vitest";
import type { GrantPool, SentBack } from "#domain/grants/grant-pool.ts";
import type { GrantRecords } from "#domain/grants/grant-records.ts";
import { type Instant, plusMillis } from "#domain/shared/dates.ts";
import { at, springClock } from "#test/builders/clock.ts";
import { aLine, anApplication, anAward, aPool, aRecommendation, aReview, aRound } from "#test/builders/grants.ts";
import { anOrganisation, people } from "#test/builders/organisation.ts";
import { nextDue } from "./next-due.ts";
import type { NoticeKind } from "./notice.ts";
import { projectNotices } from "./project-notices.ts";

const records = (overrides: Partial<GrantRecords> = {}): GrantRecords => ({
  organisation: anOrganisation(),
  pools: [aPool()],
  applications: [],
  reviews: [],
  ...overrides,
});
const of = (kind: NoticeKind, overrides: Partial<GrantRecords>, now: Instant) =>
  projectNotices(records(overrides), now).filter((notice) => notice.kind === kind);
const application = anApplication();
const waiting = anApplication({ approval: undefined });
const now = springClock.open;

describe("N1 approval-request", () => {
  it("goes to the head in sending hours and runs out with the heads' time", () => {
    const pressedAt = springClock.lastMinute;
    expect(of("approval-request", { applications: [{ ...waiting, pressedAt }] }, now)).toMatchObject([
      {
        recipientKey: people.head.key,
        subjectKey: waiting.key,
        part: "",
        dueAt: "2022-04-01T05:00:00.000Z",
        expiresAt: springClock.approvalOver,
      },
    ]);
  });

  it("keeps its key and runs out when the head has answered", () => {
    const [before] = of("approval-request", { applications: [waiting] }, now);
    for (const answered of [
      application,
      anApplication({
        approval: undefined,
        returned: { at: at("2022-03-21T08:00:00.000Z"), by: people.head.key, questions: "?" },
      }),
      anApplication({ approval: undefined, withdrawnAt: at("2022-03-21T08:00:00.000Z") }),
    ]) {
      expect(of("approval-request", { applications: [answered] }, now)).toEqual([
        { ...before, expiresAt: "2022-03-21T08:00:00.000Z", answeredAt: "2022-03-21T08:00:00.000Z" },
      ]);
    }
  });

  it("is none when answered before it may be sent, when the applicant is the head, or the post is vacant", () => {
    const night = {
      pressedAt: springClock.lastMinute,
      approval: { at: springClock.closed, by: people.head.key, how: "head" },
    } as const;
    const own = { approval: { at: now, by: people.head.key, how: "applicant-is-head" } } as const;
    const vacant = { centreKey: people.economist.centreKey, approval: undefined };
    for (const overrides of [night, own, vacant]) {
      expect(of("approval-request", { applications: [anApplication(overrides)] }, now)).toEqual([]);
    }
  });

  it("is not sent to who has left the municipality", () => {
    const organisation = anOrganisation({ ...people.head, active: false });
    expect(of("approval-request", { organisation, applications: [waiting] }, now)).toEqual([]);
  });
});

describe("N4 application-returned", () => {
  const returned = { at: at("2022-03-19T20:00:00.000Z"), by: people.head.key, questions: "?" };

  it("keeps quiet hours: a return on Saturday evening is told on Monday at seven", () => {
    expect(of("application-returned", { applications: [anApplication({ returned })] }, now)).toMatchObject([
      {
        recipientKey: people.applicant.key,
        dueAt: at("2022-03-21T06:00:00.000Z"),
        expiresAt: springClock.approvalOver,
      },
    ]);
  });

  it("goes at once as the answer to what the applicant sent within the hour, also on a Saturday evening", () => {
    const dueAfter = (pressedAt: string) =>
      of("application-returned", { applications: [anApplication({ returned, pressedAt: at(pressedAt) })] }, now).map(
        (notice) => notice.dueAt,
      );
    expect(dueAfter("2022-03-19T19:00:00.000Z")).toEqual([returned.at]);
    expect(dueAfter("2022-03-19T18:59:59.999Z")).toEqual([at("2022-03-21T06:00:00.000Z")]);
  });

  it("runs out when the applicant has sent again", () => {
    const applications = [
      anApplication({ returned }),
      anApplication({ attempt: 2, pressedAt: springClock.lastMinute }),
    ];
    expect(of("application-returned", { applications }, now)).toMatchObject([{ expiresAt: springClock.lastMinute }]);
  });
});

describe("application-approved", () => {
  const approval = { at: at("2022-03-19T20:00:00.000Z"), by: people.head.key, how: "head" } as const;
  const told = (overrides: Parameters<typeof anApplication>[0]) =>
    of("application-approved", { applications: [anApplication({ approval, ...overrides })] }, now);

  it("tells the applicant that the head has approved, once, in sending hours", () => {
    expect(told({})).toMatchObject([
      {
        recipientKey: people.applicant.key,
        subjectKey: application.key,
        dueAt: at("2022-03-21T06:00:00.000Z"),
        expiresAt: at("2022-03-26T23:00:00.000Z"),
      },
    ]);
  });

  it("is told while it is news and not after: of an old approval there is nothing to send or to record", () => {
    const seenAt = (time: Instant) =>
      of("application-approved", { applications: [anApplication({ approval })] }, time).length;
    const over = at("2022-03-26T23:00:00.000Z");
    expect([seenAt(plusMillis(over, -1)), seenAt(over), seenAt(springClock.deciding)]).toEqual([1, 0, 0]);
  });

  it("is not told any more when the round's list is put up", () => {
    const approved = anApplication({ approval });
    const pools = [aPool({ recommendations: [aRecommendation([aLine(approved)])] })];
    expect(of("application-approved", { applications: [approved], pools }, now)).toEqual([]);
  });

  it("goes at once as the answer to what the applicant sent within the hour", () => {
    expect(told({ pressedAt: at("2022-03-19T19:00:00.000Z") })).toMatchObject([{ dueAt: approval.at }]);
  });

  it("is told of the secretariat's choice too, and of no head's own application or one that still waits", () => {
    expect(told({ approval: { ...approval, how: "secretariat" } })).toHaveLength(1);
    expect(told({ approval: { ...approval, how: "applicant-is-head" } })).toEqual([]);
    expect(told({ approval: undefined })).toEqual([]);
  });

  it("is no notice when the application was withdrawn or sent back before it could be told, and keeps its key", () => {
    const [before] = told({});
    expect(told({ withdrawnAt: at("2022-03-20T08:00:00.000Z") })).toEqual([]);
    const returned = { at: at("2022-03-22T08:00:00.000Z"), by: people.secretary.key, questions: "?" };
    expect(told({ returned })).toEqual([{ ...before, expiresAt: returned.at }]);
  });
});

describe("N2 review-request and N3 review-reminder", () => {
  const applications = [application, anApplication({ number: "FR22-02" })];

  it("is one of each per reviewer and round, however many applications", () => {
    expect(of("review-request", { applications }, springClock.lastMinute)).toEqual([]);
    const requests = of("review-request", { applications }, springClock.closed);
    expect(requests.map((notice) => notice.recipientKey)).toEqual([
      people.chair.key,
      people.economist.key,
      people.spokesman.key,
    ]);
    expect(requests[0]).toMatchObject({
      subjectKey: aRound().key,
      dueAt: "2022-04-01T05:00:00.000Z",
      expiresAt: "2022-04-27T22:00:00.000Z",
    });
    // 20-04 is a Wednesday after Easter: three working days before is Tuesday 12-04.
    expect(of("review-reminder", { applications }, springClock.closed)[0]).toMatchObject({
      dueAt: "2022-04-12T06:00:00.000Z",
      expiresAt: springClock.reviewOver,
    });
  });

  it("asks a substitute who steps in, and nobody of the applying centre", () => {
    const own = [anApplication({ centreKey: people.economist.centreKey })];
    const recipients = of("review-request", { applications: own }, springClock.closed).map(
      (notice) => notice.recipientKey,
    );
    expect(recipients).toEqual([people.chair.key, people.spokesman.key, people.substitute.key]);
  });

  it("waits for the head when all of a reviewer's applications were approved after the closing", () => {
    const approval = { at: at("2022-04-04T18:00:00.000Z"), by: people.head.key, how: "head" } as const;
    const [request] = of("review-request", { applications: [anApplication({ approval })] }, springClock.reviewing);
    expect(request?.dueAt).toBe("2022-04-05T05:00:00.000Z");
  });

  it("reminds nobody who has given everything, nor who is asked only now", () => {
    const reviews = applications.map((each) => aReview({ givenAt: springClock.reviewing }, each));
    const reminded = of("review-reminder", { applications, reviews }, springClock.reviewing).map(
      (notice) => notice.recipientKey,
    );
    expect(reminded).toEqual([people.chair.key, people.spokesman.key]);
    expect(of("review-request", { applications, reviews }, springClock.reviewing)[1]).toMatchObject({
      recipientKey: people.economist.key,
      expiresAt: springClock.reviewing,
    });
    const round = aRound({ reviewBy: aRound().decisionOn, closesAt: at("2022-04-24T22:00:00.000Z") });
    expect(of("review-reminder", { applications, pools: [aPool({ rounds: [round] })] }, springClock.deciding)).toEqual(
      [],
    );
  });

  it("runs out with the later of two reviews, and when the round is put up for decision", () => {
    const later = at("2022-04-11T08:00:00.000Z");
    const [one, two] = applications;
    const reviews = [aReview({ givenAt: later }, one), aReview({ givenAt: springClock.reviewing }, two)];
    expect(of("review-request", { applications, reviews }, later)[1]?.expiresAt).toBe(later);
    const pools = [aPool({ recommendations: [aRecommendation(applications.map((each) => aLine(each)))] })];
    expect(of("review-request", { applications, pools }, springClock.recommending)[0]?.expiresAt).toBe(
      springClock.recommending,
    );
  });
});

describe("decision-request and N5 outcome", () => {
  const lines = [aLine(application), aLine(anApplication({ number: "FR22-02" }), { packet: "deputy" })];
  const recommendation = aRecommendation(lines);

  it("asks chair and deputy for their packets, anew when the list is put up anew", () => {
    const pools = [aPool({ recommendations: [recommendation] })];
    const requests = of("decision-request", { pools }, springClock.recommending);
    expect(requests).toMatchObject([
      {
        recipientKey: people.chair.key,
        part: "chair",
        dueAt: springClock.recommending,
        expiresAt: "2022-06-24T22:00:00.000Z",
      },
      { recipientKey: people.deputy.key, part: "deputy" },
    ]);
    const again = [aPool({ recommendations: [{ ...recommendation, key: application.key }] })];
    expect(of("decision-request", { pools: again }, springClock.recommending)[0]?.key).not.toBe(requests[0]?.key);
  });

  it("runs out when the packet is decided", () => {
    const packets = recommendation.packets.map((packet) => ({ ...packet, decidedAt: springClock.deciding }));
    const pools = [aPool({ recommendations: [{ ...recommendation, packets }] })];
    expect(of("decision-request", { pools }, springClock.deciding)[0]?.expiresAt).toBe(springClock.deciding);
  });

  const sentBack = (over: Partial<SentBack> = {}) => {
    const { key: recommendationKey, roundKey, recommendedAt, recommendedBy } = recommendation;
    const sent = { recommendationKey, roundKey, recommendedAt, recommendedBy, by: people.chair.key, reason: "Uklart." };
    return [aPool({ sentBack: [{ ...sent, at: plusMillis(recommendedAt, 60_000), ...over }] })];
  };
  const backs = (pools: readonly GrantPool[], organisation = anOrganisation()) =>
    of("recommendation-sent-back", { pools, organisation }, springClock.deciding);

  it("tells who put a list up that it came back: at once within the hour, else in sending hours", () => {
    const [told, ...others] = backs(sentBack());
    expect(told).toMatchObject({
      recipientKey: people.secretary.key,
      subjectKey: recommendation.roundKey,
      part: recommendation.key,
      dueAt: plusMillis(recommendation.recommendedAt, 60_000),
    });
    expect(others).toEqual([]);
    const [evening] = backs(sentBack({ at: at("2022-04-29T17:00:00.000Z") }));
    expect(evening).toMatchObject({ key: told?.key, dueAt: "2022-05-02T05:00:00.000Z" });
  });

  it("tells the whole secretariat where who put it up has left it, and nobody of a list put up anew before", () => {
    const [first] = backs(sentBack({ recommendedBy: people.applicant.key }));
    expect(first?.recipientKey).toBe(people.secretary.key);
    const late = { at: at("2022-04-29T17:00:00.000Z") };
    const again = { ...recommendation, key: application.key, recommendedAt: at("2022-04-29T18:00:00.000Z") };
    expect(backs(sentBack(late).map((pool) => ({ ...pool, recommendations: [again] })))).toEqual([]);
  });

  it("000-18 tells each applicant once, with the same key however often the packet is decided", () => {
    const decidedAt = (time: Instant) => ({
      pools: [aPool({ recommendations: [recommendation], awards: [anAward(application, { decidedAt: time })] })],
      applications: [application],
    });
    const first = of("outcome", decidedAt(springClock.deciding), springClock.deciding);
    expect(first).toMatchObject([
      {
        recipientKey: people.applicant.key,
        subjectKey: application.key,
        dueAt: plusMillis(springClock.deciding, 30_000),
      },
    ]);
    const evening = of("outcome", decidedAt(at("2022-04-29T17:00:00.000Z")), springClock.deciding);
    expect(evening).toMatchObject([{ key: first[0]?.key, dueAt: "2022-05-02T05:00:00.000Z" }]);
    expect(of("outcome", { ...decidedAt(springClock.deciding), applications: [] }, springClock.deciding)).toEqual([]);
  });
});

describe("projectNotices", () => {
  it("gives the same notices for the same records in any order, each with its own key", () => {
    const applications = [application, anApplication({ number: "FR22-02", approval: undefined })];
    const given = records({ applications });
    const notices = projectNotices(given, springClock.closed);
    const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
    const shuffled = projectNotices({ ...given, applications: applications.toReversed() }, springClock.closed);
    expect(shuffled.toSorted(byKey)).toEqual(notices.toSorted(byKey));
    expect(new Set(notices.map((notice) => notice.key)).size).toBe(notices.length);
  });
});

describe("nextDue", () => {
  it("is the nearest time at which anything happens by itself", () => {
    const pools = [aPool()];
    expect(nextDue([], pools, springClock.beforeOpening)).toBe(aRound().opensAt);
    expect(nextDue([], pools, aRound().opensAt)).toBe(springClock.closed);
    expect(nextDue([], pools, springClock.closed)).toBe(springClock.approvalOver);
    expect(nextDue([], pools, springClock.approvalOver)).toBe(springClock.reviewOver);
    expect(nextDue([], pools, springClock.reviewOver)).toBeUndefined();
    const notice = { dueAt: springClock.deciding, expiresAt: at("2022-06-26T22:00:00.000Z") };
    expect(nextDue([notice], pools, springClock.reviewOver)).toBe(springClock.deciding);
    expect(nextDue([notice], pools, springClock.deciding)).toBe(notice.expiresAt);
  });
});
