import type { Milestone } from "#domain/action-plans/action-item.ts";
import type { PlainDate } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { createActionItem } from "#use-cases/action-plans/create-action-item.ts";
import { createProgramme } from "#use-cases/action-plans/programmes.ts";
import { reportOnActionItem } from "#use-cases/action-plans/report-on-action-item.ts";
import { type DemoCalendar, plainDate } from "./demo-calendar.ts";
import { type DemoTeller, told } from "./demo-teller.ts";
import { demoAreas } from "./plan-areas.ts";
import { type DemoItem, demoItems } from "./plan-items.ts";
import { centreKeyOf, personKeyOf } from "./tell-organisation.ts";

/** Who runs the plan, and speaks for items nobody owns. */
const PLANNER = "puljesekretariat";

/** The action plan as it was when the story begins. */
export async function tellPlan(teller: DemoTeller, calendar: DemoCalendar): Promise<void> {
  teller.say("Handlingsplan …");
  await teller.at(calendar.at("2022-01-11T09:00"));
  for (const item of demoItems) await tellItem(teller, calendar, item);
  await teller.at(calendar.at("2022-02-01T10:00"));
  for (const item of demoItems) {
    const { first, status } = item;
    // What has a newer word is under way until then; what has none stands since then.
    if (first !== undefined) await report(teller, item, "first", { note: first, status });
  }
}

/** The newest word about each item, told when the pool's story has come to its end. */
export async function tellPlanNews(teller: DemoTeller, calendar: DemoCalendar, trueDay: string): Promise<void> {
  await teller.at(calendar.at(`${trueDay}T09:30`));
  for (const item of demoItems) {
    const [light, reason] = item.light ?? [];
    const set = light === undefined || reason === undefined ? undefined : { light, reason };
    if (item.newest !== undefined) await report(teller, item, "newest", { note: item.newest, light: set });
  }
}

/** The programme as a draft: its case approves it. */
export async function tellProgramme(teller: DemoTeller, calendar: DemoCalendar): Promise<void> {
  const { deps, press } = teller;
  const years = yearsLater(calendar);
  const [fromYear, toYear] = [2021 + years, 2025 + years];
  await told(
    "program",
    createProgramme(deps, teller.as(PLANNER), {
      commandKey: press("programme"),
      title: `Digitaliseringsprogram ${fromYear}-${toYear}`,
      fromYear,
      toYear,
      caseNumber: `${21 + years}/6103`,
      supersedes: [`Digitaliseringsstrategi ${2016 + years}-${2020 + years}`],
      alignedWith: ["KL's program for kommunernes fælles digitalisering"],
      organisation: "Den Tværgående Digitaliseringsorganisation",
      steeringGroup: "Digitaliseringsstyregruppen",
      focusAreas: demoAreas,
    }),
  );
}

async function tellItem(teller: DemoTeller, calendar: DemoCalendar, item: DemoItem): Promise<void> {
  const { deps, press } = teller;
  const years = yearsLater(calendar);
  const milestones = (item.milestones ?? []).map(([title, due]): Omit<Milestone, "key" | "doneOn"> => {
    return { title, due: calendar.date(due) };
  });
  const status = item.status === "idea" || item.status === "planned" ? item.status : "running";
  await told(
    item.title,
    createActionItem(deps, teller.as(PLANNER), {
      commandKey: press("item", item.title),
      status,
      fields: {
        title: item.title,
        description: item.description,
        ownerRole: item.role,
        ownerKey: item.owner === undefined ? undefined : personKeyOf(item.owner),
        centreKey: centreKeyOf(item.centre),
        focusArea: item.area,
        furtherAreas: item.further ?? [],
        sdgs: item.sdgs,
        from: firstDay(item.years[0] + years),
        to: lastDay(item.years[1] + years),
        milestones,
      },
    }),
  );
}

async function report(
  teller: DemoTeller,
  item: DemoItem,
  occasion: string,
  news: Omit<Parameters<typeof reportOnActionItem>[2], "commandKey" | "itemKey">,
): Promise<void> {
  const commandKey = teller.press("item", item.title, occasion);
  const command = { commandKey, itemKey: itemKeyOf(teller, item), ...news };
  await told(item.title, reportOnActionItem(teller.deps, teller.as(item.owner ?? PLANNER), command));
}

function itemKeyOf(teller: DemoTeller, item: DemoItem): Key {
  return keyOf("action-item", teller.press("item", item.title));
}

/** The programme keeps whole years: how many later they are in this layer than in the history. */
function yearsLater(calendar: DemoCalendar): number {
  return Number(calendar.date("2022-07-01").slice(0, 4)) - 2022;
}

function firstDay(year: number): PlainDate {
  return plainDate(`${year}-01-01`);
}

function lastDay(year: number): PlainDate {
  return plainDate(`${year}-12-31`);
}
