import { type Instant, plainDateOf, plusDays, startOfDay } from "#domain/shared/dates.ts";
import { currentCalendar, type DemoCalendar, historyCalendar } from "./demo-calendar.ts";
import { createTeller, type DemoWorld } from "./demo-teller.ts";
import { consultationBeside, tellWholeConsultation } from "./tell-consultation.ts";
import { tellFirstPool } from "./tell-first-pool.ts";
import { tellNeeds } from "./tell-needs.ts";
import { tellOrganisation } from "./tell-organisation.ts";
import { tellPlan, tellPlanNews, tellProgramme } from "./tell-plan.ts";
import { tellSecondPool } from "./tell-second-pool.ts";

/** What the demo tells: a pool under review with one review missing, with all eight of one reviewer missing, its true year, or nothing. */
export type DemoLayer = "aktuel" | "bedoemmelse" | "historik" | "none";

export interface DemoTelling extends DemoWorld {
  readonly layer: DemoLayer;
  /** Where the clock stands when the story is told. */
  readonly now: Instant;
}

/** Day on which the story begins: the organisation is made known before the first case. */
const FIRST_DAY = { aktuel: "2022-01-10", bedoemmelse: "2022-01-10", historik: "2021-06-14" } as const;

/** Where the story of the first pool stops. */
const ENDS = { aktuel: "one-missing", bedoemmelse: "eight-missing", historik: "accounts" } as const;

/** Where the workspace's clock starts, before anything has been told. */
export function demoStart(layer: DemoLayer, now: Instant): Instant {
  return layer === "none"
    ? startOfDay(plusDays(plainDateOf(now), -1))
    : calendarOf(layer, now).at(`${FIRST_DAY[layer]}T08:00`);
}

/**
 * Tells the demo through the use-cases, each act at its time and by its person. `historik` ends with the pool's accounts at the end
 * of the year; `aktuel` stops in the autumn round's reviewing with one review missing, and opens a second pool; `bedoemmelse`
 * stops in the spring round's, with all eight reviews of one reviewer missing.
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
  const consultation = consultationBeside(teller, currentCalendar(telling.now));
  await tellFirstPool(teller, calendar, {
    ends: ENDS[telling.layer],
    ...(!isHistory && { meanwhile: consultation.begin }),
  });
  await tellNeeds(teller);
  await tellPlanNews(teller, calendar, isHistory ? "2022-12-20" : "2022-09-20");
  if (isHistory) return;
  await tellSecondPool(teller, telling.now);
  await consultation.goOn();
}

function calendarOf(layer: Exclude<DemoLayer, "none">, now: Instant): DemoCalendar {
  if (layer === "historik") return historyCalendar;
  return currentCalendar(now, layer === "bedoemmelse" ? "spring" : "autumn");
}
