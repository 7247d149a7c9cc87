import { beforeEach, describe, expect, it } from "vitest";
import type { Recommendation } from "#domain/grants/grant-pool.ts";
import { remaining } from "#domain/grants/pool-money.ts";
import { poolStatus } from "#domain/grants/pool-status.ts";
import { type Key, sha256Hex } from "#domain/shared/keys.ts";
import { kr, type Oere } from "#domain/shared/money.ts";
import { aConversation } from "#test/builders/a-conversation.ts";
import { answerAward } from "#use-cases/grants/answer-award.ts";
import { applicationPage } from "#use-cases/grants/application-page.ts";
import { closePool } from "#use-cases/grants/close-pool.ts";
import { decidePacket } from "#use-cases/grants/decide-packet.ts";
import { rankingPage } from "#use-cases/grants/ranking-page.ts";
import { recommend } from "#use-cases/grants/recommend.ts";
import { sendBackRecommendation } from "#use-cases/grants/send-back-recommendation.ts";
import { tasksOf } from "#use-cases/grants/tasks.ts";
import { undoDecision } from "#use-cases/grants/undo-decision.ts";
import { withdrawRecommendation } from "#use-cases/grants/withdraw-recommendation.ts";
import { createNoticePauses } from "#use-cases/notices/notice-pauses.ts";
import { noticePlan } from "#use-cases/notices/notice-plan.ts";
import { sendNotices } from "#use-cases/notices/send-notices.ts";
import { setHead } from "#use-cases/organisation/set-head.ts";
import { upsertPerson } from "#use-cases/organisation/upsert-person.ts";
import { type Harness, openHarness } from "./harness.ts";
import { type OpenRound, openRound, reviewEverything, sentSpring } from "./pool-story.ts";
import { textCards } from "./recording-messenger.ts";
import { danish, good, kindOf } from "./world.ts";

let harness: Harness;
let round: OpenRound;

beforeEach(async () => {
  harness = await openHarness();
  round = await openRound(harness);
  await sentSpring(harness, round.roundKey);
  await reviewEverything(harness, round);
  harness.at("2022-04-21 10:00");
});

const ranking = (user = "puljesekretariat") => good(rankingPage(harness.deps, harness.as(user), round.roundKey, "da"));

async function putUp(offerPartial = false): Promise<Recommendation> {
  const command = { commandKey: harness.press(), roundKey: round.roundKey, offerPartial, reasons: {} };
  const pool = good(await recommend(harness.deps, harness.as("puljesekretariat"), command));
  const recommendation = pool.recommendations[0];
  if (recommendation === undefined) throw new Error("Not put up");
  return recommendation;
}

function decision(recommendation: Recommendation, packet: "chair" | "deputy", more: { totalOere?: Oere } = {}) {
  const totalOere = recommendation.packets.find(({ kind }) => kind === packet)?.totalOere ?? kr(0);
  const { roundKey } = round;
  return { commandKey: harness.press(), roundKey, packet, recommendationKey: recommendation.key, totalOere, ...more };
}

async function decideAll(): Promise<Recommendation> {
  await putUp();
  return decideOn();
}

async function decideOn(): Promise<Recommendation> {
  const recommendation = harness.deps.records.pools.byKey(round.poolKey)?.value.recommendations[0];
  if (recommendation === undefined) throw new Error("Not put up");
  harness.at("2022-04-27 10:00");
  good(await decidePacket(harness.deps, harness.as("formand.dsg"), decision(recommendation, "chair")));
  good(await decidePacket(harness.deps, harness.as("naestformand.dsg"), decision(recommendation, "deputy")));
  return recommendation;
}

/** The bot can reach everybody. */
async function installBot(...users: readonly string[]): Promise<void> {
  for (const user of users) {
    const personKey = harness.personKey(user);
    good(await harness.deps.records.conversations.create(aConversation(user, personKey, harness.now())));
  }
}

const applicants = [
  "ansoeger.sundhed",
  "ansoeger.arbejdsmarked",
  "ansoeger.skole",
  "ansoeger.borgerservice",
  "ansoeger.boern",
  "ansoeger.teknik",
  "ansoeger.hr",
  "ansoeger.plejecenter",
];
const outcomes = () => harness.messenger.posted.filter(({ cardJson }) => cardJson.includes('"outcome"'));

describe("the applicant's page", () => {
  it("says what happens next until the decision, to the applicant and the head only", async () => {
    const ahead = (user: string) => {
      const page = applicationPage(harness.deps, harness.as(user), keyOfNumber("FR22-01"), "da");
      return good(page).ahead;
    };
    expect(ahead("ansoeger.sundhed")).toMatchObject({ reviewBy: "2022-04-20", decisionOn: "2022-04-27" });
    expect(ahead("ansoeger.sundhed")?.headName).not.toBe("");
    expect(ahead("puljesekretariat")).toBeUndefined();
    await decideAll();
    expect(ahead("ansoeger.sundhed")).toBeUndefined();
  });
});

describe("the ranked list", () => {
  it("000-15 supports the four best for 285.000 kr., 15.000 left, and nobody jumps the list", () => {
    const view = ranking();
    expect(view.rows.filter((row) => row.outcome === "award").map((row) => row.number)).toEqual([
      "FR22-01",
      "FR22-02",
      "FR22-04",
      "FR22-05",
    ]);
    expect([view.supportedOere, view.restOere]).toEqual([kr(285_000), kr(15_000)]);
    expect(view.rows.map((row) => row.cut)).toEqual([
      "fits",
      "fits",
      "fits",
      "fits",
      "does-not-fit",
      "below-the-line",
      "below-the-line",
      "below-the-line",
    ]);
    expect(view.partialCandidate?.restOere).toBe(kr(15_000));
  });

  it("000-15 what the chair is recused for lies in the deputy's packet", async () => {
    const { packets, lines } = await putUp();
    expect(packets.map(({ kind, totalOere }) => [kind, totalOere])).toEqual([
      ["chair", kr(200_000)],
      ["deputy", kr(85_000)],
    ]);
    expect(lines.filter(({ packet }) => packet === "deputy").map(({ number }) => number)).toEqual(["FR22-04"]);
  });

  it("the basis file names each review and is stored before the pool names it", async () => {
    harness.forgetGraph();
    const { basisSha256 } = await putUp();
    const text = good(await harness.deps.basis.get(basisSha256));
    expect(sha256Hex(text)).toBe(basisSha256);
    const basis = JSON.parse(text) as { applications: { reviews: { key: string; version: string }[] }[] };
    const reviews = basis.applications.flatMap((application) => application.reviews);
    expect(reviews).toHaveLength(harness.deps.records.reviews.all().length);
    expect(reviews.every(({ version }) => version !== "")).toBe(true);
    const writes = harness.graphWrites().map(({ method }) => method);
    expect(writes.at(-1)).toBe("PATCH");
  });

  it("T10 putting up twice with one press is one list", async () => {
    const command = { commandKey: harness.press(), roundKey: round.roundKey, offerPartial: false, reasons: {} };
    const press = () => recommend(harness.deps, harness.as("puljesekretariat"), command);
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(harness.deps.records.pools.byKey(round.poolKey)?.value.recommendations).toHaveLength(1);
  });
});

describe("deciding", () => {
  it("T09 two presses at the same moment decide once", async () => {
    const recommendation = await putUp();
    const chair = harness.as("formand.dsg");
    const [one, two] = await Promise.all([
      decidePacket(harness.deps, chair, decision(recommendation, "chair")),
      decidePacket(harness.deps, chair, decision(recommendation, "chair")),
    ]);
    expect([one, two].filter((answer) => answer.ok)).toHaveLength(1);
    expect([one, two].flatMap((answer) => (answer.ok ? [] : [answer.refusal.kind]))).toEqual(["already-decided"]);
    expect(harness.deps.records.pools.byKey(round.poolKey)?.value.awards).toHaveLength(7);
  });

  it("only the packet's decider decides, and only the sum that was seen", async () => {
    const recommendation = await putUp();
    const press = (user: string, packet: "chair" | "deputy", more = {}) =>
      decidePacket(harness.deps, harness.as(user), decision(recommendation, packet, more));
    expect(kindOf(await press("naestformand.dsg", "chair"))).toBe("not-decider");
    expect(kindOf(await press("puljesekretariat", "chair"))).toBe("not-decider");
    expect(kindOf(await press("formand.dsg", "chair", { totalOere: kr(1) }))).toBe("total-differs");
  });

  it("R-33 who has come to head an applying centre since the list was put up does not decide it", async () => {
    const recommendation = await putUp();
    const centreKey = harness.centreKey("sundhed");
    const headKey = harness.personKey("formand.dsg");
    good(await setHead(harness.deps, { commandKey: harness.press(), by: "system", centreKey, headKey }));
    const refused = await decidePacket(harness.deps, harness.as("formand.dsg"), decision(recommendation, "chair"));
    expect(refused).toMatchObject({
      ok: false,
      refusal: { kind: "decider-recused", numbers: ["FR22-01", "FR22-08"] },
    });
    const path = `/api/rounds/${round.roundKey}/packets/chair/decision`;
    const { commandKey, recommendationKey, totalOere } = decision(recommendation, "chair");
    const answer = await harness.http("formand.dsg", "POST", path, { commandKey, recommendationKey, totalOere });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: "decider-recused" });
    expect(JSON.stringify(answer.body)).toContain("Du er blevet inhabil ved FR22-01, FR22-08.");
    const command = { commandKey: harness.press(), roundKey: round.roundKey };
    good(await withdrawRecommendation(harness.deps, harness.as("puljesekretariat"), command));
  });

  it("a decision can be taken back until the first letter has left", async () => {
    await installBot(...applicants);
    await decideAll();
    const undo = () => ({ commandKey: harness.press(), roundKey: round.roundKey, packet: "chair" as const });
    good(await undoDecision(harness.deps, harness.as("formand.dsg"), undo()));
    expect(harness.deps.records.pools.byKey(round.poolKey)?.value.awards).toHaveLength(1);
    const recommendation = harness.deps.records.pools.byKey(round.poolKey)?.value.recommendations[0];
    if (recommendation === undefined) throw new Error("Gone");
    good(await decidePacket(harness.deps, harness.as("formand.dsg"), decision(recommendation, "chair")));
    harness.at("2022-04-27 10:01");
    await harness.settle();
    expect(kindOf(await undoDecision(harness.deps, harness.as("formand.dsg"), undo()))).toBe("outcome-sent");
  });

  it("a decision undone in time by another service, while its letters are being claimed, sends none of them", async () => {
    await installBot(...applicants);
    await decideAll();
    const inTime = harness.now();
    harness.at("2022-04-27 10:01");
    const { deps } = harness;
    let undone = false;
    const senders: typeof deps.records.senders = {
      ...deps.records.senders,
      async create(claim) {
        if (!undone) {
          undone = true;
          const command = { commandKey: harness.press(), roundKey: round.roundKey, packet: "chair" as const };
          good(await undoDecision({ ...deps, clock: { now: () => inTime } }, harness.as("formand.dsg"), command));
        }
        return deps.records.senders.create(claim);
      },
    };
    const crossing = { ...deps, records: { ...deps.records, senders } };
    const pauses = createNoticePauses(() => Date.parse(harness.now()));
    const sender = { ...crossing, messenger: harness.messenger, renderCard: textCards, pauses, instance: "test" };
    good(await sendNotices(sender, () => noticePlan(crossing)));
    // The deputy's packet stands: its one letter leaves.
    expect(outcomes()).toHaveLength(1);
    const left = deps.records.senders.all().flatMap(({ value }) => (value.kind === "outcome" ? value.deliveries : []));
    expect(left.map(({ state }) => state)).toEqual(["sent"]);
  });

  it("000-18 eight decisions are one card to each applicant, and running again sends none", async () => {
    await installBot(...applicants);
    await decideAll();
    await harness.settle();
    expect(outcomes()).toEqual([]);
    harness.at("2022-04-27 10:01");
    await harness.settle();
    const sent = outcomes();
    const page = good(applicationPage(harness.deps, harness.as("ansoeger.sundhed"), keyOfNumber("FR22-01"), "da"));
    expect(page.notices).toMatchObject([
      // Nobody had the bot when the head was asked.
      { kind: "approval-request", state: "expired", settled: { how: "approved" } },
      { kind: "outcome", to: "Mette Skovgaard", state: "sent", at: harness.now() },
    ]);
    expect(sent.map(({ to }) => to).toSorted()).toEqual(applicants.map(harness.personKey).toSorted());
    await harness.settle();
    harness.at("2022-04-29 10:00");
    await harness.settle();
    expect(outcomes()).toEqual(sent);
  });

  it("000-18 the applicant whom no message reached while it was news is told since when the decision can be read", async () => {
    await decideAll();
    const decided = harness.now();
    harness.at("2022-07-27 10:00");
    await harness.settle();
    const page = good(applicationPage(harness.deps, harness.as("ansoeger.sundhed"), keyOfNumber("FR22-01"), "da"));
    expect(page.notices?.filter(({ kind }) => kind === "outcome")).toMatchObject([
      { state: "expired", settled: { how: "readable", at: decided } },
    ]);
  });

  it("000-18 four rejections carry a reason to the applicant, and no other applicant's score", async () => {
    await decideAll();
    const { awards } = harness.deps.records.pools.byKey(round.poolKey)?.value ?? { awards: [] };
    const rejections = awards.filter(({ outcome }) => outcome === "rejection");
    expect([awards.filter(({ outcome }) => outcome === "award").length, rejections.length]).toEqual([4, 4]);
    expect(rejections.every(({ reason }) => reason.length > 20)).toBe(true);
  });

  it("000-18 cards keep quiet hours: a decision in the evening is told the next working day at seven", async () => {
    await installBot("ansoeger.sundhed");
    const recommendation = await putUp();
    harness.at("2022-04-27 20:00");
    good(await decidePacket(harness.deps, harness.as("formand.dsg"), decision(recommendation, "chair")));
    await harness.settle();
    expect(outcomes()).toEqual([]);
    harness.at("2022-04-28 07:00");
    await harness.settle();
    expect(outcomes()).toHaveLength(1);
  });

  it("an award is accepted once, and the answer of others is told who was first", async () => {
    await decideAll();
    const applicationKey = keyOfNumber("FR22-01");
    const press = () => ({ commandKey: harness.press(), applicationKey, accept: true });
    good(await answerAward(harness.deps, harness.as("ansoeger.sundhed"), press()));
    const again = await answerAward(harness.deps, harness.as("leder.sundhed"), { ...press(), accept: false });
    expect(again).toMatchObject({
      ok: false,
      refusal: { kind: "already-answered", step: "accepted", by: harness.personKey("ansoeger.sundhed") },
    });
    const page = good(applicationPage(harness.deps, harness.as("ansoeger.sundhed"), applicationKey, "da"));
    expect(page).toMatchObject({ status: "accepted", decision: { outcome: "award", amountOere: kr(95_000) } });
  });

  it("000-21 an award not answered in time is the secretariat's task, and its applicant is told whom to write to", async () => {
    await decideAll();
    const applicationKey = keyOfNumber("FR22-01");
    const task = () => tasksOf(harness.deps, harness.as("puljesekretariat")).find((each) => each.number === "FR22-01");
    const page = (user: string) => good(applicationPage(harness.deps, harness.as(user), applicationKey, "da"));
    expect([task(), page("ansoeger.sundhed").decision?.unanswered]).toEqual([undefined, undefined]);
    harness.at("2022-05-12 00:00");
    expect(task()).toMatchObject({ kind: "award-unanswered", link: `/applications/${applicationKey}` });
    const contact = { key: harness.personKey("puljesekretariat") };
    expect(page("ansoeger.sundhed").decision?.unanswered).toMatchObject({ contact });
    expect(page("puljesekretariat").decision?.unanswered).toBeUndefined();
    expect(page("puljesekretariat").may.answerAward).toBe(true);
    const press = { commandKey: harness.press(), applicationKey, accept: true };
    good(await answerAward(harness.deps, harness.as("puljesekretariat"), press));
    expect(task()).toBeUndefined();
  });

  it("a list nobody has decided on can be taken back, and reviews may be given anew", async () => {
    await putUp();
    const command = () => ({ commandKey: harness.press(), roundKey: round.roundKey });
    const secretariat = harness.as("puljesekretariat");
    good(await withdrawRecommendation(harness.deps, secretariat, command()));
    expect(kindOf(await withdrawRecommendation(harness.deps, secretariat, command()))).toBe("not-recommended");
    expect(ranking()).toMatchObject({ mayRecommend: true });
    expect(ranking().recommendation).toBeUndefined();
    await decideAll();
    expect(kindOf(await withdrawRecommendation(harness.deps, secretariat, command()))).toBe("already-decided");
  });

  it("a decider sends the list back: the secretariat is asked anew with the reason, and the decider sees that it is", async () => {
    const { key: recommendationKey } = await putUp();
    const back = (user: string) =>
      sendBackRecommendation(harness.deps, harness.as(user), {
        commandKey: harness.press(),
        roundKey: round.roundKey,
        recommendationKey,
        reason: "Driften er uklar ved FR22-02.",
      });
    expect(ranking("formand.dsg").recommendation).toMatchObject({ maySendBack: true, mayWithdraw: false });
    expect(kindOf(await back("puljesekretariat"))).toBe("not-decider");
    good(await back("formand.dsg"));
    expect(kindOf(await back("formand.dsg"))).toBe("already-sent-back");
    expect(ranking().recommendation).toBeUndefined();
    expect(ranking("formand.dsg").sentBack?.reason).toBe("Driften er uklar ved FR22-02.");
    const chair = { key: harness.personKey("formand.dsg") };
    expect(ranking()).toMatchObject({ mayRecommend: true, sentBack: { by: chair } });
    const tasks = tasksOf(harness.deps, harness.as("puljesekretariat"));
    expect(tasks.find(({ kind }) => kind === "recommend")).toMatchObject({ why: "sent-back", from: chair });
    // Reviewers read that it came back, and never why.
    expect(ranking("oekonomi").sentBack).toMatchObject({ by: chair });
    expect(ranking("oekonomi").sentBack?.reason).toBeUndefined();
    await putUp();
    expect(ranking().sentBack).toBeUndefined();
  });

  it("000-22 a pool closes once every round is decided, and shows what is left", async () => {
    const close = () =>
      closePool(harness.deps, harness.as("puljesekretariat"), { commandKey: harness.press(), poolKey: round.poolKey });
    await putUp();
    expect(kindOf(await close())).toBe("round-undecided");
    const recommendation = harness.deps.records.pools.byKey(round.poolKey)?.value.recommendations[0];
    if (recommendation === undefined) throw new Error("Not put up");
    good(await decidePacket(harness.deps, harness.as("formand.dsg"), decision(recommendation, "chair")));
    good(await decidePacket(harness.deps, harness.as("naestformand.dsg"), decision(recommendation, "deputy")));
    const closed = good(await close());
    expect([poolStatus(closed, harness.now()), remaining(closed)]).toEqual(["closed", kr(315_000)]);
  });

  it("the frozen list is shown as it was put up, whoever has left or moved since", async () => {
    const scoreOf = () => {
      const page = applicationPage(harness.deps, harness.as("puljesekretariat"), keyOfNumber("FR22-01"), "da");
      const { score, reviews } = good(page);
      return { score, reviews: reviews?.filter((review) => review.state !== "recused") };
    };
    // What stands only while reasons are written: drafts of them, and how they would read with the rest offered.
    const written = new Set(["recusals", "reasonIfOffered", "reasonDraft", "reasonDraftIfOffered"]);
    const frozen = () =>
      ranking().rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !written.has(name))));
    const before = frozen();
    const score = scoreOf();
    await putUp();
    for (const user of ["oekonomi", "tr.boern"]) {
      const person = harness.deps.records.persons.byKey(harness.personKey(user))?.value;
      if (person === undefined) throw new Error("Gone");
      const changed =
        user === "oekonomi" ? { ...person, active: false } : { ...person, centreKey: harness.centreKey("sundhed") };
      good(await upsertPerson(harness.deps, { commandKey: harness.press(), by: "system", person: changed }));
    }
    expect(frozen()).toEqual(before);
    expect(ranking()).toMatchObject({ complete: true, missingReviews: 0 });
    expect(scoreOf()).toEqual(score);
    await decideOn();
    expect(frozen()).toEqual(before);
    expect(ranking().recommendation?.packets.map((packet) => packet.decidedAt)).toEqual([
      danish("2022-04-27 10:00"),
      danish("2022-04-27 10:00"),
    ]);
  });
});

function keyOfNumber(number: string): Key {
  const found = harness.deps.records.applications.all().find(({ value }) => value.number === number);
  if (found === undefined) throw new Error(`No ${number}`);
  return found.value.key;
}
