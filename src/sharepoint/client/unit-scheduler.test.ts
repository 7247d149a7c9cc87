import { describe, expect, test } from "vitest";
import { virtualMachine } from "#test/contract/virtual-machine.ts";
import { parallelTime } from "./parallel-time.test-support.ts";
import { ALONE_SHARES, createUnitScheduler, type Lane } from "./unit-scheduler.ts";

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
    const waiting = scheduler.acquire("people", 5, { signal: giveUp.signal });
    giveUp.abort();
    await expect(waiting).rejects.toThrow();
    await scheduler.acquire("people", 1);
    expect(scheduler.spent().people).toBe(1);
  });

  test("who would wait beyond his patience is told how long, at once, and spends nothing", async () => {
    const machine = virtualMachine();
    const scheduler = createUnitScheduler(machine, 1000);
    scheduler.pauseUntil(machine.now() + 300_000);
    const patience = { until: machine.now() + 30_000 };
    expect(await scheduler.acquire("people", 2, patience)).toEqual({ ok: false, refusal: { waitMs: 300_000 } });
    expect([machine.slept, scheduler.spent().people]).toEqual([[], 0]);
  });

  test("a person borrows what the others leave idle, except the poll's part", async () => {
    const machine = virtualMachine();
    const scheduler = createUnitScheduler(machine, 1000);
    for (let spent = 0; spent < 850; spent += 10) await scheduler.acquire("people", 10);
    expect(machine.slept).toEqual([]);
    await scheduler.acquire("poll", 150);
    expect(machine.slept).toEqual([]);
    const patience = { until: machine.now() };
    expect(await scheduler.acquire("people", 10, patience)).toMatchObject({ ok: false });
  });

  test.each([1, 2, 3])("when the minute is full a person comes first, and no lane starves (seed %i)", async (seed) => {
    const time = parallelTime(seed);
    const scheduler = createUnitScheduler(time, 100);
    const granted: { lane: Lane; at: number }[] = [];
    const ask = async (lane: Lane) => {
      for (let call = 0; call < 60; call += 1) {
        await scheduler.acquire(lane, 2);
        granted.push({ lane, at: time.passed() });
      }
    };
    await time.run(Promise.all([ask("projections"), ask("poll"), ask("people")]));
    const within = (lane: Lane, from: number, to: number) =>
      granted.filter((grant) => grant.lane === lane && grant.at >= from && grant.at < to).length * 2;
    expect(within("people", 0, 60_000)).toBeGreaterThanOrEqual(50);
    expect([within("poll", 0, 60_000), within("projections", 0, 60_000)]).toEqual([14, 30]);
    expect(within("projections", 60_000, 120_000)).toBeGreaterThanOrEqual(30);
    expect(granted).toHaveLength(180);
  });

  test("after a pause people go first, then the poll, bulk work last", async () => {
    const time = parallelTime();
    const scheduler = createUnitScheduler(time, 1000);
    scheduler.pauseUntil(time.now() + 7000);
    const order: Lane[] = [];
    const lanes = ["projections", "poll", "people"] as const;
    await time.run(Promise.all(lanes.map((lane) => scheduler.acquire(lane, 2).then(() => order.push(lane)))));
    expect(order).toEqual(["people", "poll", "projections"]);
  });

  test("a program alone may use the whole budget in any lane", async () => {
    const machine = virtualMachine();
    const scheduler = createUnitScheduler(machine, 1000, ALONE_SHARES);
    for (let spent = 0; spent < 1000; spent += 40) await scheduler.acquire("projections", 40);
    expect(machine.slept).toEqual([]);
    await scheduler.acquire("projections", 2);
    expect(machine.slept).toEqual([60_000]);
  });

  test("a caller's signal is left without listeners", async () => {
    const listeners: string[] = [];
    const signal = new AbortController().signal;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
      listeners.push("on");
      addEventListener.apply(signal, args);
    };
    signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
      listeners.push("off");
      removeEventListener.apply(signal, args);
    };
    await createUnitScheduler(virtualMachine(), 1000).acquire("people", 1, { signal });
    await new Promise((resolve) => setImmediate(resolve));
    expect(listeners).toEqual(["on", "off"]);
  });
});
