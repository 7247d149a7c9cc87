import type { Case, DecisionCode } from "#domain/cases/case.ts";
import type { PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { editCase, recordDecision, setRoute } from "#use-cases/cases/case-acts.ts";
import { draftPoolCase } from "#use-cases/cases/create-case.ts";
import { type DemoTeller, told } from "./demo-teller.ts";
import { DemoDataError } from "./municipality.ts";

/** A body's meeting about a case. */
export interface DemoMeeting {
  /** Number of the route's step, from 1. */
  readonly step: number;
  readonly date: PlainDate;
  /** The words of the minutes and what they mean, point by point. */
  readonly points: readonly (readonly [text: string, code: DecisionCode])[];
}

/** The pool's own case, drafted by the secretariat, with its number and the days of its two meetings. */
export async function tellPoolCase(
  teller: DemoTeller,
  poolKey: Key,
  number: string,
  dates: readonly [PlainDate, PlainDate],
): Promise<Case> {
  const { deps, press } = teller;
  const secretariat = teller.as("puljesekretariat");
  const drafted = await told(
    "bevillingssag",
    draftPoolCase(deps, secretariat, { commandKey: press("case", number), poolKey }),
  );
  const caseKey = drafted.key;
  const fields = { ...drafted, number, points: drafted.points.map(({ text }) => text) };
  await told(
    "bevillingssag",
    editCase(deps, secretariat, { commandKey: press("case-number", number), caseKey, fields }),
  );
  const route = { commandKey: press("case-route", number), caseKey, text: "ØK, KB", dates };
  return told("sagsgang", setRoute(deps, secretariat, route));
}

/** What a body decided, recorded by the committee secretary. */
export async function tellMeeting(teller: DemoTeller, caseKey: Key, meeting: DemoMeeting): Promise<Case> {
  const { deps, press } = teller;
  const stepKey = deps.records.cases.byKey(caseKey)?.value.steps[meeting.step - 1]?.key;
  if (stepKey === undefined) throw new DemoDataError(`no step ${meeting.step} in the case`);
  const points = meeting.points.map(([text, code], index) => ({ number: index + 1, text, code }));
  const command = { commandKey: press("decision", caseKey, meeting.step), caseKey, stepKey, date: meeting.date };
  return told("beslutning", recordDecision(deps, teller.as("udvalgssekretaer"), { ...command, points, apologies: [] }));
}
