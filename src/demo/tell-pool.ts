import type { FundingRound } from "#domain/grants/grant-pool.ts";
import { atTime, closingInstant, type PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { kr } from "#domain/shared/money.ts";
import { addRound } from "#use-cases/grants/add-round.ts";
import { type DemoTeller, told } from "./demo-teller.ts";
import { DemoDataError } from "./municipality.ts";
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

/** Adds a round with the demo's reviewers, substitute, adviser, chair and deputy, and answers it as the pool holds it. */
export async function tellRound(teller: DemoTeller, poolKey: Key, round: DemoRound): Promise<FundingRound> {
  const command = {
    commandKey: teller.press("round", round.code),
    poolKey,
    round: {
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
    },
  };
  const pool = await told(round.name, addRound(teller.deps, teller.as("puljesekretariat"), command));
  const added = pool.rounds.find(({ code }) => code === round.code);
  if (!added) throw new DemoDataError(`${round.name} is not in its pool`);
  return added;
}
