import { proposedCriteria } from "#domain/grants/proposed-criteria.ts";
import { type Instant, type PlainDate, plainDateOf, plusDays } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { kr } from "#domain/shared/money.ts";
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  defaultWorkingDayCalendar as workingDays,
} from "#domain/shared/working-days.ts";
import { createDraft } from "#use-cases/grants/create-draft.ts";
import { createPool } from "#use-cases/grants/create-pool.ts";
import { saveDraft } from "#use-cases/grants/save-draft.ts";
import { addWorkingDaysFrom } from "./demo-hours.ts";
import { type DemoTeller, told } from "./demo-teller.ts";
import { twoDigits, yearOf } from "./pool-names.ts";
import { tellMeeting, tellPoolCase } from "./tell-cases.ts";
import { tellRound } from "./tell-pool.ts";

const APPLICANT = "ansoeger.sundhed";

/** A newer pool whose round is open today, with a form that its applicant has begun. */
export async function tellSecondPool(teller: DemoTeller, now: Instant): Promise<void> {
  const { deps, press } = teller;
  const year = yearOf(now);
  const title = "Pulje til nære digitale løsninger";
  teller.say(`${title}: åben runde med en begyndt kladde …`);
  // Everything about this pool was recorded in the days before; the clock is already past its committees' dates.
  await teller.at(addWorkingDaysFrom(now, -1, "08:10"));
  const secretariat = teller.as("puljesekretariat");
  const day = (days: number): PlainDate => onWorkingDay(plusDays(plainDateOf(now), days));
  const pool = {
    number: `NÆR-${year}`,
    title,
    purpose: "Digitale løsninger, som borgere og medarbejdere mærker tæt på",
    eligibility: "Kommunens egne afdelinger",
    allocation: { plan: `Investeringsoversigt ${year}-${year + 3}`, year, project: title, amountOere: kr(400_000) },
    criteria: proposedCriteria,
    minimumReviewers: 3,
  };
  const { key: poolKey } = await told(
    title,
    createPool(deps, secretariat, { commandKey: press("pool", title), ...pool }),
  );
  const meetings = [day(-40), day(-33)] as const;
  const { key: caseKey } = await tellPoolCase(teller, poolKey, `${twoDigits(year)}/4112`, meetings);
  await tellMeeting(teller, caseKey, { step: 1, date: meetings[0], points: [["Anbefales.", "recommended"]] });
  await tellMeeting(teller, caseKey, { step: 2, date: meetings[1], points: [["Godkendt.", "approved"]] });
  const lastDay = day(18);
  const round = await tellRound(teller, poolKey, {
    code: `N${twoDigits(year)}`,
    name: `Nære løsninger ${year}`,
    frameKr: 400_000,
    capKr: 150_000,
    opens: day(-14),
    lastDay,
    reviewBy: addWorkingDays(lastDay, 9, workingDays),
    decisionOn: addWorkingDays(lastDay, 14, workingDays),
  });
  await tellBegunDraft(teller, round.key);
}

/** A form half written: the amounts do not balance yet and the last questions are open. */
async function tellBegunDraft(teller: DemoTeller, roundKey: Key): Promise<void> {
  const { deps, press } = teller;
  const applicant = teller.as(APPLICANT);
  const command = { commandKey: press("begun"), roundKey, centreKey: undefined };
  const draftKey = await told("kladde", createDraft(deps, applicant, command));
  const changes = {
    title: "Skærmtræning efter hofteoperation",
    description:
      "Borgere, der er kommet hjem efter en hofteoperation, træner hjemme med en fysioterapeut på skærm to gange om ugen i seks uger.",
    focusArea: "3",
    sdgs: [3],
    requestedAmount: "62.000",
    budgetLines: [
      { id: "line-1", category: "equipment" as const, note: "15 tablets", amount: "45.000" },
      { id: "line-2", category: "licences" as const, note: "Videoløsning", amount: "" },
    ],
  };
  await told("kladde", saveDraft(deps, applicant, { draftKey, changes, base: {} }));
}

function onWorkingDay(date: PlainDate): PlainDate {
  return isWorkingDay(date, workingDays) ? date : nextWorkingDay(date, workingDays);
}
