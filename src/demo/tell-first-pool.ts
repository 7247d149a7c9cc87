import { proposedCriteria } from "#domain/grants/proposed-criteria.ts";
import type { Key } from "#domain/shared/keys.ts";
import { kr } from "#domain/shared/money.ts";
import { createPool } from "#use-cases/grants/create-pool.ts";
import { moveFrame } from "#use-cases/grants/move-frame.ts";
import { firstRoundApplications } from "./applications-first-round.ts";
import { secondRoundApplications } from "./applications-second-round.ts";
import type { DemoCalendar } from "./demo-calendar.ts";
import { type DemoTeller, told } from "./demo-teller.ts";
import { DemoDataError } from "./municipality.ts";
import { type PoolNames, poolNames } from "./pool-names.ts";
import { type ToldApplication, tellApplications } from "./tell-applications.ts";
import { tellMeeting, tellPoolCase } from "./tell-cases.ts";
import { tellAnswer, tellDecision, tellStep } from "./tell-decision.ts";
import { tellRound } from "./tell-pool.ts";
import { tellReviews } from "./tell-reviews.ts";

/** Where the story of the pool stops: in the first round's reviewing with one reviewer's eight missing, in the second's with one, or with the accounts. */
export interface FirstPoolEnd {
  readonly ends: "one-missing" | "eight-missing" | "accounts";
  /** Told while the last of the rounds is open. */
  readonly meanwhile?: () => Promise<void>;
}

/** The pool's year: allocation, appropriation, two rounds, and where it `ends` so, the second decision and the accounts. */
export async function tellFirstPool(
  teller: DemoTeller,
  calendar: DemoCalendar,
  { ends, meanwhile }: FirstPoolEnd,
): Promise<void> {
  const names = poolNames(calendar);
  teller.say(`${names.number}: afsat, bevilget og frigivet …`);
  const poolKey = await tellReleasedPool(teller, calendar, names);

  teller.say(`${names.rounds[0].name}: ansøgninger, bedømmelser og afgørelse …`);
  const first = await tellRound(teller, poolKey, {
    ...names.rounds[0],
    frameKr: 300_000,
    opens: calendar.date("2022-03-01"),
    lastDay: calendar.date("2022-03-31"),
    reviewBy: calendar.date("2022-04-20"),
    decisionOn: calendar.date("2022-04-27"),
  });
  const second = await tellRound(teller, poolKey, {
    ...names.rounds[1],
    frameKr: 300_000,
    opens: calendar.date("2022-08-15"),
    lastDay: calendar.date("2022-09-15"),
    reviewBy: calendar.date("2022-09-28"),
    decisionOn: calendar.date("2022-10-05"),
  });
  const besideSpring = ends === "eight-missing" ? meanwhile : undefined;
  const spring = await tellApplications(teller, calendar, first, firstRoundApplications, [], besideSpring);
  const springDays = ["2022-04-04", "2022-04-06", "2022-04-08", "2022-04-19"];
  if (ends === "eight-missing") {
    const all = spring.map((_, index) => index);
    return tellReviews(teller, calendar, first, spring, springDays.slice(0, 3), {
      reviewer: "oekonomi",
      applications: all,
    });
  }
  await tellReviews(teller, calendar, first, spring, springDays);
  const when = { recommended: "2022-04-25T09:20", decided: "2022-04-27T14:10", offerPartial: false };
  await tellDecision(teller, calendar, first.key, when);
  await tellSpringAwards(teller, calendar, spring);

  await teller.at(calendar.at("2022-08-10T11:30"));
  const move = {
    fromRoundKey: first.key,
    toRoundKey: second.key,
    amountOere: kr(15_000),
    decidedBy: "Digitaliseringsstyregruppen",
    date: calendar.date("2022-08-10"),
    reason: "Rest fra første runde",
  };
  await told(
    "omplacering",
    moveFrame(teller.deps, teller.as("puljesekretariat"), { commandKey: teller.press("move"), poolKey, ...move }),
  );

  teller.say(`${names.rounds[1].name}: ansøgninger og bedømmelser …`);
  const numbers = spring.map(({ number }) => number);
  const autumn = await tellApplications(teller, calendar, second, secondRoundApplications, numbers, meanwhile);
  const days = ["2022-09-19", "2022-09-20", "2022-09-21"];
  const leftOut = { reviewer: "oekonomi", applications: [5] };
  await tellReviews(teller, calendar, second, autumn, days, ends === "accounts" ? undefined : leftOut);
  if (ends === "accounts") await tellAutumnEnd(teller, calendar, second.key, spring, autumn);
}

async function tellReleasedPool(teller: DemoTeller, calendar: DemoCalendar, names: PoolNames): Promise<Key> {
  const { deps, press } = teller;
  const secretariat = () => teller.as("puljesekretariat");
  await teller.at(calendar.at("2022-01-17T09:00"));
  const pool = {
    number: names.number,
    title: names.title,
    purpose: "Synlig digital udvikling for ansatte og/eller borgere",
    eligibility: "Kommunens egne afdelinger",
    allocation: { plan: names.plan, year: names.year, project: names.title, amountOere: kr(600_000) },
    criteria: proposedCriteria,
    minimumReviewers: 3,
  };
  const created = await told(
    "pulje",
    createPool(deps, secretariat(), { commandKey: press("pool", names.number), ...pool }),
  );
  const poolKey = created.key;
  const meetings = [calendar.date("2022-02-08"), calendar.date("2022-02-22")] as const;
  const { key: caseKey } = await tellPoolCase(teller, poolKey, names.caseNumber, meetings);
  await teller.at(calendar.at("2022-02-09T10:00"));
  await tellMeeting(teller, caseKey, { step: 1, date: meetings[0], points: [["Tiltrådt.", "concurred"]] });
  await teller.at(calendar.at("2022-02-23T10:00"));
  await tellMeeting(teller, caseKey, { step: 2, date: meetings[1], points: [["Godkendt.", "approved"]] });
  return poolKey;
}

/** The four of the spring round that were awarded: accepted, under way, one reported, one closed with a rest. */
async function tellSpringAwards(
  teller: DemoTeller,
  calendar: DemoCalendar,
  spring: readonly ToldApplication[],
): Promise<void> {
  const [visits, interviews, , guide, interpreting] = spring;
  if (!visits || !interviews || !guide || !interpreting) throw new DemoDataError("the spring round is not whole");
  await teller.at(calendar.at("2022-05-02T09:00"));
  for (const awarded of [visits, interviews, guide, interpreting]) await tellAnswer(teller, awarded, true);
  await teller.at(calendar.at("2022-05-16T09:00"));
  for (const started of [visits, interviews, guide, interpreting]) await tellStep(teller, started, "running");
}

/** Autumn's decision with one partial award that is declined, and the accounts of the year. */
async function tellAutumnEnd(
  teller: DemoTeller,
  calendar: DemoCalendar,
  roundKey: Key,
  spring: readonly ToldApplication[],
  autumn: readonly ToldApplication[],
): Promise<void> {
  teller.say("Afgørelse, svar og regnskab …");
  const when = { recommended: "2022-10-03T09:30", decided: "2022-10-05T14:15", offerPartial: true };
  await tellDecision(teller, calendar, roundKey, when);
  const [school, meetings, chatbot, booking, , cafe] = autumn;
  const interviews = spring[1];
  const interpreting = spring[4];
  if (!school || !meetings || !chatbot || !booking || !cafe || !interviews || !interpreting) {
    throw new DemoDataError("the autumn round is not whole");
  }
  await teller.at(calendar.at("2022-10-10T08:40"));
  for (const awarded of [school, meetings, booking, cafe]) await tellAnswer(teller, awarded, true);
  await teller.at(calendar.at("2022-10-17T13:05"));
  await tellAnswer(teller, chatbot, false);
  await teller.at(calendar.at("2022-11-28T10:00"));
  await tellStep(teller, interviews, "report-received");
  await teller.at(calendar.at("2022-12-12T10:00"));
  await tellStep(teller, interpreting, "closed", 43_150);
}
