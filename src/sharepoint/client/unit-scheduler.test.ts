import { describe, expect, test } from "vitest";
import { virtualMachine } from "#test/contract/virtual-machine.ts";
import { createUnitScheduler } from "./unit-scheduler.ts";

describe("createUnitScheduler", () => {
  test("a lane waits when its share of the minute is spent", async () => {
    const machine = virtualMachine();
    const scheduler = createUnitScheduler(machine, 1000);
    for (let spent = 0; spent < 300; spent += 2) await scheduler.acquire("projections", 2);
    expect(machine.slept).toEqual([]);
    await scheduler.acquire("projections", 2);
    expect(machine.slept).toEqual([60_000]);
  });

  test("a spent projection lane does not hold up a person", async () => {
    const machine = virtualMachine();
    const scheduler = createUnitScheduler(machine, 1000);
    await scheduler.acquire("projections", 300);
    await scheduler.acquire("people", 400);
    expect(machine.slept).toEqual([]);
  });

  test("never more than the limit in any minute", async () => {
    const machine = virtualMachine();
    const scheduler = createUnitScheduler(machine, 100);
    const spendings: { at: number; units: number }[] = [];
    const lanes = ["people", "projections", "poll"] as const;
    for (let round = 0; round < 200; round += 1) {
      await scheduler.acquire(lanes[round % 3] ?? "people", 3);
      spendings.push({ at: machine.now(), units: 3 });
      if (round % 7 === 0) machine.pass(900);
    }
    for (const { at } of spendings) {
      const inWindow = spendings.filter((other) => other.at > at - 60_000 && other.at <= at);
      expect(inWindow.reduce((sum, { units }) => sum + units, 0)).toBeLessThanOrEqual(100);
    }
  });

  test("everybody waits while paused", async () => {
    const machine = virtualMachine();
    const scheduler = createUnitScheduler(machine, 1000);
    scheduler.pauseUntil(machine.now() + 7000);
    await scheduler.acquire("people", 1);
    expect(machine.slept).toEqual([7000]);
  });

  test("whoever gives up is told at once and spends nothing", async () => {
    const machine = virtualMachine();
    const scheduler = createUnitScheduler(machine, 1000);
    scheduler.pauseUntil(machine.now() + 7000);
    const giveUp = new AbortController();
    const waiting = scheduler.acquire("people", 5, giveUp.signal);
    giveUp.abort();
    await expect(waiting).rejects.toThrow();
    await scheduler.acquire("people", 1);
    expect(scheduler.spent().people).toBe(1);
  });
});
