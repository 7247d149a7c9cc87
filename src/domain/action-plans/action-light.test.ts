import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plusDays, plusMillis } from "#domain/shared/dates.ts";
import { anActionItem, updatedAt } from "#test/builders/action-plans.ts";
import { day } from "#test/builders/clock.ts";
import { aKey } from "#test/builders/keys.ts";
import { people } from "#test/builders/organisation.ts";
import { type ActionItem, type ActionLight, actionLights, actionStatuses } from "./action-item.ts";
import {
  daysSinceUpdate,
  factualLight,
  isStale,
  isWorse,
  lightOf,
  nextMilestone,
  redAfterDays,
  silentAfterDays,
  staleAfterDays,
} from "./action-light.ts";
import { lightSentence } from "./light-sentence.ts";

const told = day("2022-03-01");
const milestone = (due: string, doneOn?: string) => {
  return { key: aKey(due), title: "Udbud", due: day(due), doneOn: doneOn === undefined ? undefined : day(doneOn) };
};
const set = { light: "red", reason: "120 af 410 systemer mangler ejer", by: people.head.key, at: updatedAt } as const;

describe("the light of an item", () => {
  it("is green with no reason while nothing speaks against it", () => {
    expect(lightOf(anActionItem(), told)).toEqual({ light: "green", reasons: [] });
  });

  it("is yellow from the day after a missed milestone and red a month later; a milestone that is done says nothing", () => {
    const item = anActionItem({ milestones: [milestone("2022-03-10"), milestone("2022-02-01", "2022-02-20")] });
    expect(lightOf(item, day("2022-03-10"))?.light).toBe("green");
    expect(lightOf(item, day("2022-03-11"))).toMatchObject({
      light: "yellow",
      reasons: [{ kind: "milestone-overdue", title: "Udbud", due: "2022-03-10", days: 1 }],
    });
    expect(lightOf(item, plusDays(day("2022-03-10"), redAfterDays))?.light).toBe("yellow");
    expect(lightOf(item, plusDays(day("2022-03-10"), redAfterDays + 1))?.light).toBe("red");
  });

  it("is yellow and then red once the period is over, and yellow where what is planned has not begun", () => {
    const over = anActionItem({ to: day("2022-03-05"), updatedAt: plusMillis(updatedAt, 60 * 86_400_000) });
    expect(lightOf(over, day("2022-03-05"))?.light).toBe("green");
    expect(lightOf(over, day("2022-03-06"))).toMatchObject({ light: "yellow", reasons: [{ kind: "period-ended" }] });
    expect(lightOf(over, day("2022-05-01"))?.light).toBe("red");
    const planned = anActionItem({ status: "planned", from: day("2022-02-01") });
    expect(lightOf(planned, told)).toMatchObject({ light: "yellow", reasons: [{ kind: "not-started", days: 28 }] });
  });

  it("silence makes it yellow, never red", () => {
    const item = anActionItem({ to: day("2030-01-01") });
    expect(lightOf(item, plusDays(told, silentAfterDays - 1))?.light).toBe("green");
    expect(lightOf(item, plusDays(told, 2000))).toMatchObject({ light: "yellow", reasons: [{ kind: "not-updated" }] });
  });

  it("a person sets it worse with words; the facts stay below them", () => {
    const item = anActionItem({ setLight: set, milestones: [milestone("2022-02-20")] });
    expect(lightOf(item, told)).toMatchObject({
      light: "red",
      reasons: [{ kind: "set", reason: set.reason }, { kind: "milestone-overdue" }],
    });
    expect(factualLight(item, told)).toBe("yellow");
  });

  it("there is none for ideas and for what is over", () => {
    for (const status of ["idea", "done", "stopped"] as const) {
      expect(lightOf(anActionItem({ status, setLight: set, to: day("2021-01-01") }), told)).toBeUndefined();
      expect(isStale(anActionItem({ status }), plusDays(told, 500))).toBe(false);
    }
  });

  it("its owner is asked after two months without a word", () => {
    expect(isStale(anActionItem(), plusDays(told, staleAfterDays - 1))).toBe(false);
    expect(isStale(anActionItem(), plusDays(told, staleAfterDays))).toBe(true);
    expect(daysSinceUpdate(anActionItem(), plusDays(told, 7))).toBe(7);
    expect(daysSinceUpdate(anActionItem(), plusDays(told, -7))).toBe(0);
  });

  it("the next milestone is the first by its day that is not done", () => {
    const item = anActionItem({
      milestones: [milestone("2022-06-01"), milestone("2022-05-01"), milestone("2022-04-01", "2022-04-01")],
    });
    expect(nextMilestone(item)?.due).toBe("2022-05-01");
    expect(nextMilestone(anActionItem())).toBeUndefined();
  });

  it.each([
    [
      "da",
      ["“Udbud” skulle være nået 10-03-2022.", "Perioden sluttede 01-04-2022.", "Ikke opdateret siden 01-03-2022."],
    ],
    ["en", ["“Udbud” was due 10-03-2022.", "The period ended 01-04-2022.", "Not updated since 01-03-2022."]],
  ] as const)("says in %s why, in days that stay true", (language, sentences) => {
    const item = anActionItem({ milestones: [milestone("2022-03-10")], to: day("2022-04-01") });
    const reasons = lightOf(item, day("2022-09-01"))?.reasons ?? [];
    expect(reasons.map((reason) => lightSentence(reason, language))).toEqual(sentences);
    const planned = lightOf(anActionItem({ status: "planned", setLight: set }), told)?.reasons ?? [];
    expect(planned.map((reason) => lightSentence(reason, language))).toEqual([
      set.reason,
      language === "da" ? "Skulle være begyndt 01-01-2022." : "Should have begun 01-01-2022.",
    ]);
  });
});

const days = fc.integer({ min: -400, max: 400 }).map((offset) => plusDays(told, offset));
const anyItem = fc
  .record({
    status: fc.constantFrom(...actionStatuses),
    setLight: fc.constantFrom(undefined, set, { ...set, light: "yellow" as const }),
    from: days,
    to: days,
    due: days,
    isDone: fc.boolean(),
  })
  .map(({ due, isDone, ...rest }): ActionItem => {
    const only = { key: aKey("m"), title: "M", due, doneOn: isDone ? due : undefined };
    return anActionItem({ ...rest, milestones: [only] });
  });
const rank = (light: ActionLight | undefined): number => (light === undefined ? -1 : actionLights.indexOf(light));

describe("whatever an item looks like", () => {
  it("its light never gets better by time alone", () => {
    fc.assert(
      fc.property(anyItem, days, fc.nat(400), (item, today, later) => {
        const [now, then] = [lightOf(item, today), lightOf(item, plusDays(today, later))];
        expect(rank(then?.light)).toBeGreaterThanOrEqual(rank(now?.light));
      }),
    );
  });

  it("its light is exactly the worst of its reasons, and never better than the facts or than what a person has set", () => {
    fc.assert(
      fc.property(anyItem, days, (item, today) => {
        const found = lightOf(item, today);
        if (found === undefined) return;
        expect(found.light).toBe(found.reasons[0]?.light ?? "green");
        for (const { light } of found.reasons) expect(isWorse(light, found.light)).toBe(false);
        expect(isWorse(factualLight(item, today), found.light)).toBe(false);
        if (item.setLight) expect(isWorse(item.setLight.light, found.light)).toBe(false);
        expect(found.reasons.every(({ light }) => light !== "green")).toBe(true);
      }),
    );
  });
});
