import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Clock, createClock } from "./clock.ts";
import { clockRoutes } from "./clock-routes.ts";
import { parseDuration } from "./duration.ts";

const start = "2026-11-22T09:00:00.000Z";

describe("clock", () => {
  it("runs with the machine and moves forward only", async () => {
    const { clock, machine } = aClock();
    machine.pass(1000);
    expect(clock.now().toISOString()).toBe("2026-11-22T09:00:01.000Z");
    expect(await clock.moveTo(new Date("2026-11-23T09:00:00Z"))).toMatchObject({
      ok: true,
      value: { now: "2026-11-23T09:00:00.000Z" },
    });
    expect(await clock.moveTo(new Date("2026-11-23T08:59:59Z"))).toEqual({ ok: false, refusal: "backwards" });
    machine.pass(2000);
    expect(clock.now().toISOString()).toBe("2026-11-23T09:00:02.000Z");
  });

  it("keeps its time over a restart, and the start instant counts only the first time", async () => {
    const folder = mkdtempSync(join(tmpdir(), "clock-"));
    const file = join(folder, "kept", "clock.json");
    const first = aClock({ file, startAt: new Date("2022-01-03T09:00:00Z") });
    expect(first.clock.now().toISOString()).toBe("2022-01-03T09:00:00.000Z");
    await first.clock.advance(3_600_000);
    const second = aClock({ file, startAt: new Date("2022-01-03T09:00:00Z") });
    expect(second.clock.read()).toEqual(first.clock.read());
    expect(second.clock.now().toISOString()).toBe("2022-01-03T10:00:00.000Z");
    rmSync(folder, { recursive: true });
  });

  it("stops at every due instant of every follower, in order, and answers when nothing is due", async () => {
    const { clock } = aClock();
    const seen: string[] = [];
    const daily = aFollower(clock, "daily", seen, [due(1), due(3)]);
    const other = aFollower(clock, "other", seen, [due(2), due(9)]);
    const answer = await clock.advance(4 * hour);
    expect(seen).toEqual([`daily ${due(1)}`, `other ${due(2)}`, `daily ${due(3)}`]);
    expect(answer).toMatchObject({ ok: true, value: { now: due(4) } });
    clock.close();
    await Promise.all([daily, other]);
  });

  it("sees what becomes due because of what was done on the way", async () => {
    const { clock } = aClock();
    const seen: string[] = [];
    const dues = [due(1)];
    const follower = aFollower(clock, "chain", seen, dues, () => {
      if (dues.length === 0 && seen.length < 3) dues.push(due(seen.length + 1));
    });
    await clock.advance(10 * hour);
    expect(seen).toEqual([`chain ${due(1)}`, `chain ${due(2)}`, `chain ${due(3)}`]);
    clock.close();
    await follower;
  });

  it("does not stop twice at an instant a follower keeps reporting", async () => {
    const { clock } = aClock();
    const stops: string[] = [];
    clock.onMove(({ now }) => stops.push(now));
    let stopped = false;
    const follower = (async () => {
      let seen = 0;
      while (!stopped)
        seen = (await clock.follow({ client: "stuck", seen, nextDue: new Date(due(1)), idle: true })).version;
    })();
    await tick();
    await clock.advance(2 * hour);
    expect(stops).toEqual([due(1), due(2)]);
    stopped = true;
    clock.close();
    await follower;
  });

  it("waits for work that is going on", async () => {
    const { clock } = aClock();
    void clock.follow({ client: "busy", seen: 1, nextDue: new Date(due(1)), idle: true });
    let done = false;
    const move = clock.advance(hour).then(() => (done = true));
    await tick();
    const { version } = clock.read();
    void clock.follow({ client: "busy", seen: version, nextDue: undefined, idle: false });
    await tick();
    expect(done).toBe(false);
    await clock.follow({ client: "busy", seen: 0, nextDue: undefined, idle: true });
    void clock.follow({ client: "busy", seen: version, nextDue: undefined, idle: true });
    await tick();
    void clock.follow({ client: "busy", seen: clock.read().version, nextDue: undefined, idle: true });
    await move;
    expect(done).toBe(true);
    clock.close();
  });

  it("gives up on a follower that says nothing for 30 seconds, and forgets one silent for a minute", async () => {
    const { clock, machine } = aClock();
    void clock.follow({ client: "dead", seen: 1, nextDue: new Date(due(1)), idle: true });
    const move = clock.advance(2 * hour);
    await tick();
    machine.pass(30_000);
    await tick();
    machine.pass(30_000);
    expect((await move).ok).toBe(true);
    machine.pass(1);
    expect((await clock.advance(hour)).ok).toBe(true);
    clock.close();
  });

  it("forgets a follower whose connection breaks, unless it reports again at once", async () => {
    const { clock, machine } = aClock();
    const connection = new AbortController();
    void clock.follow({ client: "broken", seen: 1, nextDue: new Date(due(1)), idle: true }, connection.signal);
    const move = clock.advance(2 * hour);
    await tick();
    connection.abort();
    machine.pass(1999);
    await tick();
    expect(clock.read().version).toBe(2);
    machine.pass(1);
    expect((await move).ok).toBe(true);
  });

  it("keeps the stops of a follower that replaces its poll", async () => {
    const { clock, machine } = aClock();
    const stops: string[] = [];
    clock.onMove(({ now }) => stops.push(now));
    const connection = new AbortController();
    void clock.follow({ client: "service", seen: 1, nextDue: undefined, idle: true }, connection.signal);
    connection.abort();
    void clock.follow({ client: "service", seen: 1, nextDue: new Date(due(1)), idle: true });
    machine.pass(2000);
    const move = clock.advance(2 * hour);
    await tick();
    expect(stops[0]).toBe(due(1));
    machine.pass(30_000);
    await tick();
    machine.pass(30_000);
    expect((await move).ok).toBe(true);
  });

  it("answers a follower at once when it has missed a move, else after 25 seconds", async () => {
    const { clock, machine } = aClock();
    expect(await clock.follow({ client: "late", seen: 0, nextDue: undefined, idle: true })).toEqual({
      now: start,
      version: 1,
    });
    let answered = false;
    const poll = clock
      .follow({ client: "late", seen: 1, nextDue: undefined, idle: true })
      .then(() => (answered = true));
    machine.pass(24_999);
    await tick();
    expect(answered).toBe(false);
    machine.pass(1);
    await poll;
  });

  it("runs moves one after the other", async () => {
    const { clock } = aClock();
    const answers = await Promise.all([clock.advance(hour), clock.advance(hour)]);
    expect(answers.map((answer) => answer.ok && answer.value.now)).toEqual([due(1), due(2)]);
  });
});

describe("clock over HTTP", () => {
  it("reads, sets and advances, and refuses the rest with 400", async () => {
    const { clock } = aClock();
    const routes = clockRoutes(clock);
    const post = async (body: unknown) => {
      const answer = await routes.request("/", { method: "POST", body: JSON.stringify(body) });
      return [answer.status, ((await answer.json()) as { now?: string }).now];
    };
    expect(await (await routes.request("/")).json()).toEqual({ now: start });
    expect(await post({ advance: "PT1H" })).toEqual([200, due(1)]);
    expect(await post({ now: "2026-11-22T12:00:00+01:00" })).toEqual([200, due(2)]);
    expect((await post({ now: start }))[0]).toBe(400);
    expect((await post({ advance: "P1M" }))[0]).toBe(400);
    expect((await post({ advance: "-PT1H" }))[0]).toBe(400);
    expect((await post({}))[0]).toBe(400);
  });

  it("takes a follower's report as JSON", async () => {
    const { clock } = aClock();
    const body = JSON.stringify({ client: "service", seen: 0, nextDue: null, idle: true });
    const answer = await clockRoutes(clock).request("/follow", { method: "POST", body });
    expect(await answer.json()).toEqual({ now: start, version: 1 });
  });
});

describe("parseDuration", () => {
  it.each([
    ["PT1H", 3_600_000],
    ["P1DT2H3M4.5S", 93_784_500],
    ["P2W", 1_209_600_000],
    ["PT0S", 0],
  ])("reads %s", (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds));

  it.each(["", "P", "PT", "1H", "P1Y", "P1M", "-P1D", "PT1.5H"])("refuses %j", (text) =>
    expect(parseDuration(text)).toBeUndefined(),
  );
});

const hour = 3_600_000;

/** The instant so many hours after the start. */
function due(hours: number): string {
  return new Date(Date.parse(start) + hours * hour).toISOString();
}

/** A machine clock that moves only when told, with its timers. */
function aMachine() {
  let now = Date.parse(start);
  const timers = new Set<{ at: number; action: () => void }>();
  return {
    now: () => new Date(now),
    later(action: () => void, milliseconds: number) {
      const timer = { at: now + milliseconds, action };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    pass(milliseconds: number) {
      now += milliseconds;
      for (const timer of timers) {
        if (timer.at > now) continue;
        timers.delete(timer);
        timer.action();
      }
    },
  };
}

function aClock(options: { file?: string; startAt?: Date } = {}) {
  const machine = aMachine();
  return { machine, clock: createClock({ machineNow: machine.now, later: machine.later, ...options }) };
}

/** Follows the clock until it is closed, "doing" each due instant when the clock has reached it. */
async function aFollower(
  clock: Clock,
  client: string,
  log: string[],
  dues: string[],
  afterwards?: () => void,
): Promise<void> {
  let reading = { now: start, version: 0 };
  let closed = false;
  while (!closed) {
    const next = dues[0];
    const report = {
      client,
      seen: reading.version,
      nextDue: next === undefined ? undefined : new Date(next),
      idle: true,
    };
    const answer = await clock.follow(report);
    closed = answer.version === reading.version;
    reading = answer;
    while (dues[0] !== undefined && dues[0] <= reading.now) {
      log.push(`${client} ${dues.shift()}`);
      afterwards?.();
    }
  }
}

function tick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
