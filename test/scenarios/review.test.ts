import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { reviewItemSchema, reviewWalkSchema } from "#contract/reviews.ts";
import type { Key } from "#domain/shared/keys.ts";
import { appendLog, emptyLog } from "#domain/shared/log.ts";
import { declareRecusal } from "#use-cases/grants/declare-recusal.ts";
import { giveReview } from "#use-cases/grants/give-review.ts";
import { rankingPage } from "#use-cases/grants/ranking-page.ts";
import { recommend } from "#use-cases/grants/recommend.ts";
import { reviewWalk } from "#use-cases/grants/review-walk.ts";
import { saveReview } from "#use-cases/grants/save-review.ts";
import { withdrawApplication } from "#use-cases/grants/withdraw-application.ts";
import { setHead } from "#use-cases/organisation/set-head.ts";
import { type Harness, openHarness } from "./harness.ts";
import { type OpenRound, openRound, reviewEverything, sentSpring } from "./pool-story.ts";
import { answers, good, kindOf } from "./world.ts";

let harness: Harness;
let round: OpenRound;
let keys: readonly Key[];

/** The key of FR22-01 … FR22-08. */
const fr22 = (number: number): Key => {
  const key = keys[number - 1];
  if (key === undefined) throw new Error(`No FR22-0${number}`);
  return key;
};
const numbersOf = (user: string): string[] =>
  good(reviewWalk(harness.deps, harness.as(user), round.roundKey, "da"))
    .items.filter((item) => item.state !== "recused")
    .map((item) => item.application.number);

describe("reviewing", () => {
  beforeEach(async () => {
    harness = await openHarness();
    round = await openRound(harness);
    keys = await sentSpring(harness, round.roundKey);
    harness.at("2022-04-04 09:00");
  });

  it("000-13 nobody reviews an application from the own centre, and the substitute steps in", () => {
    expect(numbersOf("oekonomi")).toHaveLength(8);
    expect(numbersOf("leder.sundhed")).not.toContain("FR22-01");
    expect(numbersOf("leder.sundhed")).not.toContain("FR22-08");
    const walk = good(reviewWalk(harness.deps, harness.as("leder.sundhed"), round.roundKey, "da"));
    const recused = walk.items.filter((item) => item.state === "recused");
    expect(recused.map((item) => [item.application.number, item.recusal?.kind, "text" in item.application])).toEqual([
      ["FR22-01", "own-centre", false],
      ["FR22-08", "own-centre", false],
    ]);
    expect(numbersOf("suppleant")).toEqual(["FR22-01", "FR22-03", "FR22-05", "FR22-08"]);
  });

  it("R-31 who is recused and may not read the row gets number and recusal only, in the walk as elsewhere", async () => {
    const command = { commandKey: harness.press(), applicationKey: fr22(2), reason: "Min bror er projektleder" };
    good(await declareRecusal(harness.deps, harness.as("oekonomi"), command));
    const answer = await harness.http("oekonomi", "GET", `/api/rounds/${round.roundKey}/reviews`);
    const item = reviewWalkSchema.parse(answer.body).items.find(({ application }) => application.key === fr22(2));
    expect(item).toEqual({
      application: { key: fr22(2), number: "FR22-02" },
      state: "recused",
      recusal: { kind: "declared", reason: "Min bror er projektleder" },
      answers: { scores: {}, remarks: {}, reason: "" },
      problems: [],
    });
    expect((await harness.http("oekonomi", "GET", `/api/applications/${fr22(2)}`)).status).toBe(404);
  });

  it("R-31 the deputy steps out of an application before the list is put up, and nobody else does", async () => {
    // A head would see the row; this deputy heads nothing.
    for (const { value } of harness.deps.records.centres.all()) {
      if (value.headKey !== harness.personKey("naestformand.dsg")) continue;
      const headKey = harness.personKey("direktion");
      good(await setHead(harness.deps, { commandKey: harness.press(), by: "system", centreKey: value.key, headKey }));
    }
    const path = `/api/applications/${fr22(4)}/recusal`;
    const body = () => ({ commandKey: harness.press(), reason: "Min søn er ansat i projektet" });
    const answer = await harness.http("naestformand.dsg", "POST", path, body());
    expect(answer.status).toBe(200);
    expect(reviewItemSchema.parse(answer.body)).toMatchObject({ state: "recused", recusal: { kind: "declared" } });
    expect((await harness.http("ansoeger.hr", "POST", path, body())).status).toBe(404);
  });

  it("000-13 three recusals leave too few reviewers, and the round is not put up for decision", async () => {
    for (const user of ["formand.dsg", "oekonomi", "tr.boern"]) {
      const command = { commandKey: harness.press(), applicationKey: fr22(2), reason: "Deltager i projektet" };
      good(await declareRecusal(harness.deps, harness.as(user), command));
    }
    await reviewEverything(harness, round);
    const command = { commandKey: harness.press(), roundKey: round.roundKey, offerPartial: false, reasons: {} };
    good(
      await declareRecusal(harness.deps, harness.as("suppleant"), {
        commandKey: harness.press(),
        applicationKey: fr22(2),
        reason: "Samarbejder med jobcentret",
      }),
    );
    const refused = await recommend(harness.deps, harness.as("puljesekretariat"), command);
    expect(refused).toMatchObject({
      ok: false,
      refusal: { kind: "too-few-reviewers", numbers: ["FR22-02"], minimum: 3 },
    });
  });

  it("000-14 scores 5-4-5-4-4 with weights 30/20/20/15/15 give 90,0 points", async () => {
    await reviewEverything(harness, round);
    const { rows } = good(rankingPage(harness.deps, harness.as("puljesekretariat"), round.roundKey, "da"));
    expect(rows.map((row) => [row.number, row.scoreTenths])).toEqual([
      ["FR22-01", 900],
      ["FR22-02", 840],
      ["FR22-04", 820],
      ["FR22-05", 810],
      ["FR22-03", 740],
      ["FR22-06", 660],
      ["FR22-08", 630],
      ["FR22-07", 550],
    ]);
  });

  it("half a review is kept and does not count", async () => {
    const command = { commandKey: harness.press(), applicationKey: fr22(1), answers: answers(4) };
    const half = { ...command.answers, support: undefined, scores: { K1: 4 as const } };
    good(await saveReview(harness.deps, harness.as("oekonomi"), { ...command, answers: half }));
    const walk = good(reviewWalk(harness.deps, harness.as("oekonomi"), round.roundKey, "da"));
    expect(walk).toMatchObject({ given: 0, total: 8, open: true });
    expect(walk.items[0]).toMatchObject({ state: "begun", answers: { scores: { K1: 4 } } });
    const incomplete = await giveReview(harness.deps, harness.as("oekonomi"), {
      ...command,
      commandKey: harness.press(),
      answers: half,
    });
    expect(kindOf(incomplete)).toBe("incomplete");
  });

  it("T10 giving a review four times with one press is one review with one log line", async () => {
    const command = { commandKey: harness.press(), applicationKey: fr22(1), answers: answers(5, 4, 5, 4, 4) };
    const given = await Promise.all([1, 2, 3, 4].map(() => giveReview(harness.deps, harness.as("oekonomi"), command)));
    expect(given.every((answer) => answer.ok)).toBe(true);
    const stored = harness.deps.records.reviews.all();
    expect(stored).toHaveLength(1);
    expect(stored[0]?.value.log.tail.map((line) => line.action)).toEqual(["review-given"]);
  });

  it("half a review is kept any number of times without growing, and the same half twice writes nothing", async () => {
    const keep = (reason: string) =>
      saveReview(harness.deps, harness.as("oekonomi"), {
        commandKey: harness.press(),
        applicationKey: fr22(1),
        answers: { ...answers(3), reason },
      });
    for (const reason of ["Et", "Et godt", "Et godt projekt"]) good(await keep(reason));
    harness.forgetGraph();
    good(await keep("Et godt projekt"));
    expect(harness.graphWrites()).toEqual([]);
    const review = harness.deps.records.reviews.all()[0]?.value;
    expect([review?.state, review?.answers.reason, review?.log]).toEqual(["begun", "Et godt projekt", emptyLog]);
  });

  it("a review given again and again lets go of log lines that have audit rows, as does an application", async () => {
    const give = () =>
      giveReview(harness.deps, harness.as("oekonomi"), {
        commandKey: harness.press(),
        applicationKey: fr22(1),
        answers: answers(3, 3, 3, 3, 3),
      });
    for (let time = 0; time < 45; time += 1) good(await give());
    const stored = harness.deps.records.applications.byKey(fr22(2));
    if (stored === undefined) throw new Error("No FR22-02");
    let { log } = stored.value;
    for (let line = 0; line < 45; line += 1) {
      log = appendLog(log, {
        commandKey: harness.press(),
        at: harness.now(),
        by: "system",
        action: "tried",
        detail: {},
      });
    }
    good(await harness.deps.records.applications.save({ ...stored.value, log }, stored.version));
    await harness.settle();
    good(await give());
    const withdrawal = { commandKey: harness.press(), applicationKey: fr22(2) };
    good(await withdrawApplication(harness.deps, harness.as("ansoeger.arbejdsmarked"), withdrawal));
    const review = harness.deps.records.reviews.all()[0]?.value;
    const application = harness.deps.records.applications.byKey(fr22(2))?.value;
    expect([review?.log.tail.length, review?.log.count]).toEqual([40, 46]);
    expect([application?.log.tail.length, application?.log.count]).toEqual([40, 48]);
  });

  it("T16 somebody who is no reviewer cannot give a review", async () => {
    const command = { commandKey: harness.press(), applicationKey: fr22(1), answers: answers(5) };
    expect(kindOf(await giveReview(harness.deps, harness.as("puljesekretariat"), command))).toBe("not-reviewer");
    expect(kindOf(await giveReview(harness.deps, harness.as("ansoeger.hr"), command))).toBe("not-found");
    expect(harness.deps.records.reviews.all()).toEqual([]);
  });

  it("T17 a reviewer of the own centre cannot give a review", async () => {
    const command = { commandKey: harness.press(), applicationKey: fr22(1), answers: answers(5) };
    expect(kindOf(await giveReview(harness.deps, harness.as("leder.sundhed"), command))).toBe("recused");
  });

  it("a review another window gave first is read again and decided on anew", async () => {
    const actor = harness.as("oekonomi");
    const give = (score: number) =>
      giveReview(harness.deps, actor, {
        commandKey: harness.press(),
        applicationKey: fr22(1),
        answers: answers(score, score, score, score, score),
      });
    const [one, two] = await Promise.all([give(3), give(4)]);
    good(one);
    good(two);
    const review = harness.deps.records.reviews.all()[0]?.value;
    expect(review?.log.count).toBe(2);
  });
});

describe("the end of reviewing", () => {
  beforeAll(async () => {
    harness = await openHarness();
    round = await openRound(harness);
    keys = await sentSpring(harness, round.roundKey);
  });

  it("000-17 a missing review keeps the round from being put up for decision", async () => {
    await reviewEverything(harness, round, (user, number) => user === "oekonomi" && number === "FR22-06");
    const command = { commandKey: harness.press(), roundKey: round.roundKey, offerPartial: false, reasons: {} };
    const secretariat = harness.as("puljesekretariat");
    expect(await recommend(harness.deps, secretariat, command)).toMatchObject({
      ok: false,
      refusal: {
        kind: "reviews-missing",
        missing: [{ number: "FR22-06", reviewerKeys: [harness.personKey("oekonomi")] }],
      },
    });
    expect(good(rankingPage(harness.deps, secretariat, round.roundKey, "da"))).toMatchObject({
      complete: false,
      missingReviews: 1,
      mayRecommend: false,
    });
    good(
      await giveReview(harness.deps, harness.as("oekonomi"), {
        commandKey: harness.press(),
        applicationKey: fr22(6),
        answers: answers(3, 3, 3, 4, 4),
      }),
    );
    expect(good(rankingPage(harness.deps, secretariat, round.roundKey, "da")).mayRecommend).toBe(true);
  });

  it("once the list is put up, what counted in it stands as it is", async () => {
    harness.at("2022-04-21 10:00");
    const secretariat = harness.as("puljesekretariat");
    const command = { commandKey: harness.press(), roundKey: round.roundKey, offerPartial: false, reasons: {} };
    good(await recommend(harness.deps, secretariat, command));
    const again = { commandKey: harness.press(), applicationKey: fr22(1), answers: answers(1, 1, 1, 1, 1) };
    expect(kindOf(await giveReview(harness.deps, harness.as("oekonomi"), again))).toBe("already-recommended");
    expect(kindOf(await saveReview(harness.deps, harness.as("oekonomi"), again))).toBe("already-given");
  });
});
