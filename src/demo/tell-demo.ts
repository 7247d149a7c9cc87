import { type Instant, plainDateOf, plusDays, startOfDay } from "#domain/shared/dates.ts";
import { currentCalendar, type DemoCalendar, historyCalendar } from "./demo-calendar.ts";
import { createTeller, type DemoWorld } from "./demo-teller.ts";
import { consultationBeside, tellWholeConsultation } from "./tell-consultation.ts";
import { tellFirstPool } from "./tell-first-pool.ts";
import { tellNeeds } from "./tell-needs.ts";
import { tellOrganisation } from "./tell-organisation.ts";
import { tellPlan, tellPlanNews, tellProgramme } from "./tell-plan.ts";
import { tellSecondPool } from "./tell-second-pool.ts";

export type DemoLayer = "aktuel" | "historik" | "none";

export interface DemoTelling extends DemoWorld {
  readonly layer: DemoLayer;
  /** Where the clock stands when the story is told. */
  readonly now: Instant;
}

/** Day on which the story begins: the organisation is made known before the first case. */
const FIRST_DAY = { aktuel: "2022-01-10", historik: "2021-06-14" } as const;

/** Where the workspace's clock starts, before anything has been told. */
export function demoStart(layer: DemoLayer, now: Instant): Instant {
  return layer === "none"
    ? startOfDay(plusDays(plainDateOf(now), -1))
    : calendarOf(layer, now).at(`${FIRST_DAY[layer]}T08:00`);
}

/**
 * Tells the demo through the use-cases, each act at its time and by its person. `historik` ends with the pool's accounts at the end
 * of the year; `aktuel` stops in the autumn round's reviewing with one review missing, and opens a second pool.
 */
export async function tellDemo(telling: DemoTelling): Promise<void> {
  const teller = createTeller(telling);
  await tellOrganisation(teller);
  if (telling.layer === "none") return;
  const calendar = calendarOf(telling.layer, telling.now);
  const isHistory = telling.layer === "historik";
  await tellProgramme(teller, calendar);
  if (isHistory) await tellWholeConsultation(teller, calendar);
  await tellPlan(teller, calendar);
  const consultation = consultationBeside(teller, calendar);
  await tellFirstPool(teller, calendar, isHistory, isHistory ? undefined : consultation.begin);
  await tellNeeds(teller);
  await tellPlanNews(teller, calendar, telling.layer === "historik" ? "2022-12-20" : "2022-09-20");
  if (isHistory) return;
  await tellSecondPool(teller, telling.now);
  await consultation.goOn();
}

function calendarOf(layer: "aktuel" | "historik", now: Instant): DemoCalendar {
  return layer === "historik" ? historyCalendar : currentCalendar(now);
}
