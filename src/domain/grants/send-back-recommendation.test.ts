import { describe, expect, it } from "vitest";
import { kr } from "#domain/shared/money.ts";
import { springClock } from "#test/builders/clock.ts";
import { aLine, anApplication, aPool, aRecommendation, aRecusal, aRoundState } from "#test/builders/grants.ts";
import { aCommand, aKey } from "#test/builders/keys.ts";
import { anActor, people } from "#test/builders/organisation.ts";
import type { GrantPool } from "./grant-pool.ts";
import {
  lastSentBack,
  maySeeSentBack,
  type SendBackCommand,
  sendBackReasonLimit,
  sendBackRecommendation,
  sendBackRefusal,
} from "./send-back-recommendation.ts";

const now = springClock.deciding;
const best = anApplication({ requestedOere: kr(200_000) });
const ofDeputy = anApplication({ number: "FR22-02" });
const recommendation = aRecommendation([aLine(best), aLine(ofDeputy, { rank: 2, packet: "deputy" })]);
const recommended = aPool({ recommendations: [recommendation] });
const { roundKey, key: recommendationKey } = recommendation;
const reason = "FR22-02 bør vurderes igen, fordi driften er uklar.";

const sendBack = (
  pool: GrantPool = recommended,
  {
    actor = anActor("chair"),
    ...over
  }: Partial<SendBackCommand> & { readonly actor?: ReturnType<typeof anActor> } = {},
) => sendBackRecommendation(pool, { ...aCommand(), roundKey, recommendationKey, reason, ...over }, actor, now);
const refusalOf = (...given: Parameters<typeof sendBack>) => {
  const done = sendBack(...given);
  return done.ok ? undefined : done.refusal;
};
const sent = (): GrantPool => {
  const done = sendBack();
  if (!done.ok) throw new Error(done.refusal.kind);
  return done.value;
};

describe("sendBackRecommendation", () => {
  it("takes the list back and keeps who sent it, when and why; the log holds no text", () => {
    const pool = sent();
    expect(pool.recommendations).toEqual([]);
    expect(pool.sentBack).toEqual([
      {
        recommendationKey,
        roundKey,
        recommendedAt: recommendation.recommendedAt,
        recommendedBy: recommendation.recommendedBy,
        at: now,
        by: people.chair.key,
        reason,
      },
    ]);
    const line = pool.log.tail.at(-1);
    expect(line).toMatchObject({ action: "recommendation-sent-back", by: people.chair.key });
    expect(line?.detail).toEqual({ roundKey, recommendationKey });
  });

  it("is the deputy's too, who decides a part of it", () => {
    expect(sendBack(recommended, { actor: anActor("deputy") }).ok).toBe(true);
  });

  it("is for nobody who decides no part: not for the secretariat, which withdraws, nor for a reviewer", () => {
    for (const who of ["secretary", "economist", "applicant"] as const) {
      expect(refusalOf(recommended, { actor: anActor(who) })).toEqual({ kind: "not-decider" });
    }
    const [chairOnly] = recommendation.packets;
    const pool = aPool({ recommendations: [{ ...recommendation, packets: chairOnly ? [chairOnly] : [] }] });
    expect(refusalOf(pool, { actor: anActor("deputy") })).toEqual({ kind: "not-decider" });
  });

  it("asks for a reason, without a CPR number (R-08), and not too long", () => {
    const problemOf = (text: string) => {
      const refusal = refusalOf(recommended, { reason: text });
      return refusal?.kind === "incomplete" ? refusal.problems.map(({ code, field }) => `${field} ${code}`) : refusal;
    };
    expect(problemOf("  \n ")).toEqual(["reason missing"]);
    expect(problemOf("Se journal 010180-1234")).toEqual(["reason cpr"]);
    expect(problemOf("a".repeat(sendBackReasonLimit + 1))).toEqual(["reason too-long"]);
  });

  it("is refused once a part is decided, without a list, for another list, and in a closed pool", () => {
    const packets = recommendation.packets.map((packet) =>
      packet.kind === "deputy" ? { ...packet, decidedAt: now } : packet,
    );
    const decided = aPool({ recommendations: [{ ...recommendation, packets }] });
    expect(refusalOf(decided)).toEqual({ kind: "already-decided", by: people.deputy.key, at: now });
    expect(refusalOf(aPool())).toEqual({ kind: "not-recommended" });
    expect(refusalOf(recommended, { recommendationKey: aKey("older") })).toEqual({
      kind: "recommendation-replaced",
      at: recommendation.recommendedAt,
    });
    expect(refusalOf({ ...recommended, closedAt: now })).toEqual({ kind: "pool-closed", at: now });
  });

  it("T10 pressed again it says who did it and when, also as another press of the same person", () => {
    const earlier = { kind: "already-sent-back", by: people.chair.key, at: now };
    expect(refusalOf(sent())).toEqual(earlier);
    expect(refusalOf(sent(), aCommand("another"))).toEqual(earlier);
    expect(sendBackRefusal(sent(), roundKey, anActor("deputy"))).toEqual({ kind: "not-recommended" });
  });
});

describe("lastSentBack", () => {
  it("is told until a new list is put up, and comes again with the next that is sent back", () => {
    expect(lastSentBack(sent(), roundKey)?.reason).toBe(reason);
    expect(lastSentBack(sent(), aKey("another round"))).toBeUndefined();
    const again = { ...recommendation, key: aKey("second list") };
    const putUp = { ...sent(), recommendations: [again] };
    expect(lastSentBack(putUp, roundKey)).toBeUndefined();
    const second = sendBack(putUp, { ...aCommand("second"), recommendationKey: again.key, reason: "Stadig ikke." });
    expect(second.ok && lastSentBack(second.value, roundKey)?.reason).toBe("Stadig ikke.");
    expect(second.ok && second.value.sentBack).toHaveLength(2);
  });
});

describe("R-33 maySeeSentBack", () => {
  const [why] = sent().sentBack ?? [];
  const sees = (who: keyof typeof people, over: Parameters<typeof aRoundState>[0] = {}) =>
    why !== undefined &&
    maySeeSentBack(people[who].key, why, aRoundState({ pool: sent(), applications: [best, ofDeputy], ...over }));

  it("is who wrote it, the secretariat and the other decider, and neither reviewers nor applicants", () => {
    expect([sees("chair"), sees("secretary"), sees("deputy")]).toEqual([true, true, true]);
    expect([sees("economist"), sees("applicant"), sees("head")]).toEqual([false, false, false]);
  });

  it("is nobody who is recused for an application of the round, save the writer", () => {
    const reviews = [people.secretary, people.chair].map(({ key: reviewerKey }) => aRecusal({ reviewerKey }, ofDeputy));
    expect([sees("secretary", { reviews }), sees("chair", { reviews })]).toEqual([false, true]);
    const ofSecretary = anApplication({ number: "FR22-03", centreKey: people.secretary.centreKey });
    expect(sees("secretary", { applications: [ofSecretary] })).toBe(false);
  });
});
