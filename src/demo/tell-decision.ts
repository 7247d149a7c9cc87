import type { Key } from "#domain/shared/keys.ts";
import { kr, type Oere } from "#domain/shared/money.ts";
import { answerAward } from "#use-cases/grants/answer-award.ts";
import { decidePacket } from "#use-cases/grants/decide-packet.ts";
import { recommend } from "#use-cases/grants/recommend.ts";
import { recordAwardStep } from "#use-cases/grants/record-award-step.ts";
import type { DemoCalendar } from "./demo-calendar.ts";
import { type DemoTeller, told } from "./demo-teller.ts";
import { DemoDataError } from "./municipality.ts";
import type { ToldApplication } from "./tell-applications.ts";

const deciders = { chair: "formand.dsg", deputy: "naestformand.dsg" } as const;

/** The secretariat puts the list up, then chair and deputy decide a packet each. */
export async function tellDecision(
  teller: DemoTeller,
  calendar: DemoCalendar,
  roundKey: Key,
  when: { readonly recommended: string; readonly decided: string; readonly offerPartial: boolean },
): Promise<void> {
  const { deps, press } = teller;
  await teller.at(calendar.at(when.recommended));
  const command = { commandKey: press("recommend", roundKey), roundKey, offerPartial: when.offerPartial, reasons: {} };
  const pool = await told("indstilling", recommend(deps, teller.as("puljesekretariat"), command));
  const recommendation = pool.recommendations.find((each) => each.roundKey === roundKey);
  if (!recommendation) throw new DemoDataError("the recommendation is not in the pool");
  await teller.at(calendar.at(when.decided));
  for (const packet of recommendation.packets) {
    const decision = {
      commandKey: press("decide", roundKey, packet.kind),
      roundKey,
      packet: packet.kind,
      recommendationKey: recommendation.key,
      totalOere: packet.totalOere,
    };
    await told(`afgørelse ${packet.kind}`, decidePacket(deps, teller.as(deciders[packet.kind]), decision));
  }
}

/** The applicant's answer to an award. */
export async function tellAnswer(
  teller: DemoTeller,
  { data, applicationKey, number }: ToldApplication,
  accept: boolean,
) {
  const command = { commandKey: teller.press("answer", number), applicationKey, accept };
  await told(`svar ${number}`, answerAward(teller.deps, teller.as(data.applicant), command));
}

/** What became of an award: running, reported, or closed with what was spent. */
export async function tellStep(
  teller: DemoTeller,
  { applicationKey, number }: ToldApplication,
  step: "running" | "report-received" | "closed",
  spentKr?: number,
) {
  const commandKey = teller.press("step", number, step);
  const spentOere: Oere = kr(spentKr ?? 0);
  const command =
    step === "closed" ? { commandKey, applicationKey, step, spentOere } : { commandKey, applicationKey, step };
  await told(`${number} ${step}`, recordAwardStep(teller.deps, teller.as("puljesekretariat"), command));
}
