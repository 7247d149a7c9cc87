import type { GrantPool } from "#domain/grants/grant-pool.ts";
import type { Centre } from "#domain/organisation/centre.ts";
import { parseInstant, parsePlainDate } from "#domain/shared/dates.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { appendLog, emptyLog } from "#domain/shared/log.ts";
import { kr } from "#domain/shared/money.ts";
import type { Result } from "#domain/shared/result.ts";

const certain = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new TypeError("Not a sample");
  return result.value;
};
const at = certain(parseInstant("2022-09-01T08:00:00.000Z"));
const day = certain(parsePlainDate("2022-11-15"));

/** A centre whose log tells that it was made. */
export function sampleCentre(name: string): Centre {
  const line = { commandKey: keyOf("made", name), at, by: "system", action: "made", detail: {} } as const;
  return {
    key: keyOf("centre", name),
    name,
    shortName: name,
    headKey: undefined,
    active: true,
    log: appendLog(emptyLog, line),
  };
}

/** A pool with so many applications recommended and awarded, each with its own reason of ordinary length. */
export function samplePool(applications: number): GrantPool {
  const [roundKey, chairKey] = [keyOf("round"), keyOf("chair")];
  const numbers = Array.from({ length: applications }, (_, index) => index + 1);
  const reasonOf = (number: number) =>
    `Ansøgning ${number} er vurderet højt på effekt for borgerne og sammenhæng med strategien, men driften efter projektet er ikke fuldt beskrevet; tilsagnet gives derfor på vilkår.`;
  return {
    key: keyOf("pool"),
    number: "P-2022-1",
    title: "Digitaliseringspuljen 2022",
    purpose: "Digital udvikling i centrene",
    eligibility: "Kommunens egne centre",
    allocation: { plan: "Investeringsoversigt", year: 2022, project: "Digitalisering", amountOere: kr(5_000_000) },
    appropriation: undefined,
    criteria: [],
    rounds: [
      {
        key: roundKey,
        code: "EF22",
        name: "Efterår 2022",
        frameOere: kr(5_000_000),
        capOere: kr(500_000),
        opensAt: at,
        closesAt: at,
        reviewBy: day,
        decisionOn: day,
        reviewerKeys: [keyOf("reviewer")],
        substituteKey: undefined,
        adviserKeys: [],
        chairKey,
        deputyKey: keyOf("deputy"),
      },
    ],
    moves: [],
    sentBack: [
      {
        recommendationKey: keyOf("former"),
        roundKey,
        recommendedAt: at,
        recommendedBy: keyOf("secretariat"),
        at,
        by: chairKey,
        reason: "Driften er uklar.",
      },
    ],
    recommendations: [
      {
        key: keyOf("recommendation"),
        roundKey,
        recommendedAt: at,
        recommendedBy: keyOf("secretariat"),
        basisSha256: "ab".repeat(32),
        lines: numbers.map((number) => ({
          applicationKey: keyOf("application", number),
          number: `EF22-${number}`,
          rank: number,
          scoreTenths: 500 + (number % 400),
          requestedOere: kr(100_000 + number),
          grantOere: kr(10_000),
          outcome: "partial-award",
          packet: "chair",
          reason: reasonOf(number),
        })),
        packets: [{ kind: "chair", deciderKey: chairKey, totalOere: kr(5_000_000), decidedAt: at }],
      },
    ],
    awards: numbers.map((number) => ({
      applicationKey: keyOf("application", number),
      number: `EF22-${number}`,
      roundKey,
      outcome: "partial-award",
      amountOere: kr(10_000),
      reason: reasonOf(number),
      decidedAt: at,
      decidedBy: chairKey,
      step: "decided",
      stepAt: at,
      returnedOere: kr(0),
    })),
    minimumReviewers: 2,
    closedAt: undefined,
    log: emptyLog,
  };
}
