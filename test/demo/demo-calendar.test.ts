import { beforeAll, describe, expect, test } from "vitest";
import { currentCalendar, type DemoCalendar, historyCalendar } from "#demo/demo-calendar.ts";
import { createTeller } from "#demo/demo-teller.ts";
import { demoStart, tellDemo } from "#demo/tell-demo.ts";
import { tellFirstPool } from "#demo/tell-first-pool.ts";
import { tellOrganisation } from "#demo/tell-organisation.ts";
import { atTime, type Instant, type PlainDate, plainDateOf, plusDays, startOfDay } from "#domain/shared/dates.ts";
import { addWorkingDays, isWorkingDay, defaultWorkingDayCalendar as workingDays } from "#domain/shared/working-days.ts";
import { inMemoryRecords } from "#test/scenarios/in-memory-records.ts";
import { danishTime } from "./demo-facts.ts";

const firstDay = plainDateOf(danishTime("2026-01-01T12:00"));
const days = Array.from({ length: 1096 }, (_, at) => plusDays(firstDay, at));

/** Days on which holidays push the last reviews up to the start or past it. */
const awkwardDays = ["2026-01-02", "2029-12-27", "2030-06-06", "2030-12-27", "2031-12-29"];

describe("the calendar of the current layer, for every day from 2026 to 2028", () => {
  const asked = { acts: new Set<string>(), dates: new Set<string>() };
  beforeAll(async () => {
    const listening: DemoCalendar = {
      weeks: historyCalendar.weeks,
      date: (trueDate) => {
        asked.dates.add(trueDate);
        return historyCalendar.date(trueDate);
      },
      at: (trueLocal) => {
        asked.acts.add(trueLocal);
        return historyCalendar.at(trueLocal);
      },
    };
    await tellInMemory(danishTime("2022-01-10T08:00"), async (world) => {
      const teller = createTeller(world);
      await tellOrganisation(teller);
      await tellFirstPool(teller, listening, { ends: "one-missing" });
    });
  });

  /** The last act of each day on which something happens, in order. */
  const lastActs = (): readonly string[] => [
    ...new Map([...asked.acts].toSorted().map((act) => [act.slice(0, 10), act])).values(),
  ];

  test("the story asks it for every act and every date", () => {
    expect(days.at(-1)).toBe("2028-12-31");
    expect(asked.acts.size).toBeGreaterThan(25);
    expect(asked.dates.size).toBeGreaterThan(10);
  });

  test("every act is over by the end of the last working day before", () => {
    const late = days.flatMap((day) => {
      const calendar = currentCalendar(atTime(day, "00:00"));
      const lastTold = startOfDay(plusDays(addWorkingDays(day, -1, workingDays), 1));
      return lastActs()
        .filter((act) => calendar.at(act) >= lastTold)
        .map((act) => `${day}: ${act}`);
    });
    expect(late).toEqual([]);
  });

  test("every date that people are asked for is a working day", () => {
    const closed = days.flatMap((day) => {
      const calendar = currentCalendar(atTime(day, "10:00"));
      return [...asked.dates].filter((date) => !isWorkingDay(calendar.date(date), workingDays));
    });
    expect(closed).toEqual([]);
  });

  test("the second round has closed, its last day for reviews has not passed and its decision lies ahead", () => {
    for (const day of days) {
      const calendar = currentCalendar(atTime(day, "10:00"));
      expect(calendar.date("2022-09-15") < day, day).toBe(true);
      expect(calendar.date("2022-09-28") >= day, day).toBe(true);
      expect(calendar.date("2022-10-05") > day, day).toBe(true);
    }
  });

  test("what happened on an earlier day in the history never happens on a later one here", () => {
    const acts = lastActs();
    for (const day of days) {
      const calendar = currentCalendar(atTime(day, "10:00"));
      const told = acts.map((act) => plainDateOf(calendar.at(act)));
      expect(told, day).toEqual(told.toSorted());
    }
  });
});

describe("the story told in memory", () => {
  const sampled = days.filter((_, at) => at % 31 === 0);

  test.for([...awkwardDays, ...sampled.map(String)])(
    "ends before %s 00.00 with a clock that only goes forward",
    async (day) => {
      const now = atTime(day as PlainDate, "00:00");
      const moves = await tellInMemory(demoStart("aktuel", now), (world) =>
        tellDemo({ ...world, layer: "aktuel", now }),
      );
      expect(moves).toEqual(moves.toSorted());
      expect(new Set(moves).size).toBe(moves.length);
      expect((moves.at(-1) ?? now) < startOfDay(day as PlainDate)).toBe(true);
      expect(moves.map(plainDateOf).filter((each) => !isWorkingDay(each, workingDays))).toEqual([]);
    },
  );
});

type World = Omit<Parameters<typeof tellDemo>[0], "layer" | "now">;

/** Tells a story without a store and answers the instants its clock was moved to. */
async function tellInMemory(start: Instant, tell: (world: World) => Promise<void>): Promise<readonly Instant[]> {
  const { records, basis, answerFiles } = inMemoryRecords();
  const moves: Instant[] = [];
  let now = start;
  await tell({
    deps: { records, basis, answerFiles, clock: { now: () => now } },
    moveClock: async (to) => {
      moves.push(to);
      now = to;
    },
    say: () => undefined,
  });
  return moves;
}
