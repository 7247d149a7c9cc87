import { beforeAll, describe, expect, it } from "vitest";
import { applicationSchema } from "#contract/applications.ts";
import { roundSchema } from "#contract/rounds.ts";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import type { Key } from "#domain/shared/keys.ts";
import { answerAward } from "#use-cases/grants/answer-award.ts";
import { decidePacket } from "#use-cases/grants/decide-packet.ts";
import { recommend } from "#use-cases/grants/recommend.ts";
import { type Harness, openHarness } from "./harness.ts";
import { approve, filledDraft, type OpenRound, openRound, reviewEverything, send } from "./pool-story.ts";
import { good } from "./world.ts";

/**
 * What of FR22-01 (Center for Sundhed og Omsorg) each person is given over HTTP, by B10:
 * r row · t text · m budget lines · q own review · s score · n reviewers' names · k remarks · d outcome · g reason
 */
const EXPECTED = {
  //                       awaiting   submitted  reviewing  visible    decided
  "ansoeger.sundhed": ["rtm", "rtm", "rtm", "rtm", "rtmsdg"],
  "leder.sundhed": ["rtm", "rtm", "rtm", "rtm", "rtmsdg"],
  "ansoeger.hr": ["", "", "", "", ""],
  "leder.hr": ["", "r", "r", "r", "rd"],
  oekonomi: ["", "", "rtmq", "rtmqsnk", "rtmqsnkdg"],
  suppleant: ["", "", "rtmq", "rtmqsnk", "rtmqsnkdg"],
  "formand.dsg": ["", "r", "rtmq", "rtmqsnk", "rtmqsnkdg"],
  "naestformand.dsg": ["", "r", "r", "r", "rd"],
  puljesekretariat: ["rtmn", "rtmn", "rtmsnk", "rtmsnk", "rtmsnkdg"],
  "raadgiver.sikkerhed": ["", "", "rtm", "rtm", "rtmd"],
  direktion: ["", "rtmn", "rtmn", "rtmn", "rtmsnkdg"],
  sagsbehandler: ["", "r", "r", "r", "rd"],
  udvalgssekretaer: ["", "", "", "", ""],
  administrator: ["", "", "", "", ""],
  "raad.aeldre": ["", "", "", "", ""],
} as const;

const STAGES = ["awaiting", "submitted", "reviewing", "visible", "decided"] as const;
type Stage = (typeof STAGES)[number];

let harness: Harness;
let round: OpenRound;
let key: Key;
const given: Record<string, Partial<Record<Stage, string>>> = {};
const listed: Record<string, Partial<Record<Stage, boolean>>> = {};

beforeAll(async () => {
  harness = await openHarness();
  round = await openRound(harness);
  const [application] = firstRoundApplications;
  if (application === undefined) throw new Error("No application");
  key = good(await send(harness, application.applicant, await filledDraft(harness, round.roundKey, application)));
  await look("awaiting");
  good(await approve(harness, key));
  await look("submitted");
  await reviewEverything(harness, round, (user) => user === "leder.skole");
  await look("reviewing");
  harness.at("2022-04-21 10:00");
  await look("visible");
  await decide();
  await look("decided");
});

async function look(stage: Stage): Promise<void> {
  for (const user of Object.keys(EXPECTED)) {
    given[user] = { ...given[user], [stage]: await fieldsFor(user) };
    const page = roundSchema.parse((await harness.http(user, "GET", `/api/rounds/${round.roundKey}`)).body);
    listed[user] = { ...listed[user], [stage]: page.applications.some((row) => row.key === key) };
  }
}

async function fieldsFor(user: string): Promise<string> {
  const answer = await harness.http(user, "GET", `/api/applications/${key}`);
  if (answer.status === 404) return "";
  const view = applicationSchema.parse(answer.body);
  const me = harness.personKey(user);
  const { text, reviews = [], score, decision } = view;
  const shown: readonly (readonly [string, unknown])[] = [
    ["r", true],
    ["t", text && view.applicant],
    ["m", text?.budgetLines.length],
    ["q", reviews.some((review) => review.reviewer?.key === me && review.scores)],
    ["s", score],
    ["n", reviews.some((review) => review.reviewer?.key !== me)],
    ["k", reviews.some((review) => review.reviewer?.key !== me && review.remarks)],
    ["d", decision],
    ["g", decision && "reason" in decision],
  ];
  return shown.map(([letter, isShown]) => (isShown ? letter : "")).join("");
}

async function decide(): Promise<void> {
  await reviewEverything(harness, round, (user) => user !== "leder.skole");
  harness.at("2022-04-27 10:00");
  const command = { commandKey: harness.press(), roundKey: round.roundKey, offerPartial: false, reasons: {} };
  const pool = good(await recommend(harness.deps, harness.as("puljesekretariat"), command));
  const recommendation = pool.recommendations[0];
  const packet = recommendation?.packets[0];
  if (recommendation === undefined || packet === undefined) throw new Error("Not put up");
  good(
    await decidePacket(harness.deps, harness.as("formand.dsg"), {
      commandKey: harness.press(),
      roundKey: round.roundKey,
      packet: packet.kind,
      recommendationKey: recommendation.key,
      totalOere: packet.totalOere,
    }),
  );
}

describe("what each person is given of an application over HTTP (B10)", () => {
  it.each(Object.entries(EXPECTED))("T19 %s sees %o", (user, expected) => {
    expect(STAGES.map((stage) => given[user]?.[stage])).toEqual([...expected]);
  });

  it("T19 the round's list shows the same applications as their pages", () => {
    const pages = Object.entries(given).map(([user, stages]) => [user, STAGES.map((stage) => stages[stage] !== "")]);
    const lists = Object.entries(listed).map(([user, stages]) => [user, STAGES.map((stage) => stages[stage])]);
    expect(lists).toEqual(pages);
  });

  it("the head answers the award on behalf of the centre, and nobody else", async () => {
    const press = () => ({ commandKey: harness.press(), applicationKey: key, accept: true });
    for (const user of ["leder.hr", "oekonomi", "direktion"]) {
      const answer = await answerAward(harness.deps, harness.as(user), press());
      expect([user, answer.ok]).toEqual([user, false]);
    }
    good(await answerAward(harness.deps, harness.as("leder.sundhed"), press()));
  });
});
