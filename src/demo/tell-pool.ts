import type { FundingRound } from "#domain/grants/grant-pool.ts";
import { atTime, closingInstant, type PlainDate } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { kr } from "#domain/shared/money.ts";
import { personKeyOf } from "./tell-organisation.ts";

/** What differs from round to round. */
export interface DemoRound {
  readonly code: string;
  readonly name: string;
  readonly frameKr: number;
  readonly capKr?: number;
  readonly opens: PlainDate;
  readonly lastDay: PlainDate;
  readonly reviewBy: PlainDate;
  readonly decisionOn: PlainDate;
}

/** The key of a demo round. */
export function roundKeyOf(code: string): Key {
  return keyOf("demo-round", code);
}

/** A round with the demo's reviewers, substitute, adviser, chair and deputy. */
export function demoRound(round: DemoRound): FundingRound {
  return {
    key: roundKeyOf(round.code),
    code: round.code,
    name: round.name,
    frameOere: kr(round.frameKr),
    capOere: kr(round.capKr ?? round.frameKr),
    opensAt: atTime(round.opens, "08:00"),
    closesAt: closingInstant(round.lastDay),
    reviewBy: round.reviewBy,
    decisionOn: round.decisionOn,
    reviewerKeys: ["formand.dsg", "leder.sundhed", "leder.skole", "oekonomi", "tr.boern"].map(personKeyOf),
    substituteKey: personKeyOf("suppleant"),
    adviserKeys: [personKeyOf("raadgiver.sikkerhed")],
    chairKey: personKeyOf("formand.dsg"),
    deputyKey: personKeyOf("naestformand.dsg"),
  };
}
