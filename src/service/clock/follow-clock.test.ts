import { describe, expect, it } from "vitest";
import { type Instant, instantFromEpochMs } from "#domain/shared/dates.ts";
import { createBusinessClock } from "./business-clock.ts";
import { followClock } from "./follow-clock.ts";

const noon = "2027-03-29T10:00:00.000Z";

describe("createBusinessClock", () => {
  it("runs with the machine from where it was set", () => {
    let machine = 1_000_000;
    const clock = createBusinessClock(() => machine);
    expect(clock.now()).toBe(instantFromEpochMs(1_000_000));
    clock.set(noon as Instant);
    machine += 5000;
    expect(clock.now()).toBe("2027-03-29T10:00:05.000Z");
  });
});

describe("followClock", () => {
  it("does what is due at each new version and reports when the next thing is", async () => {
    const questions: unknown[] = [];
    const moved: Instant[] = [];
    const stop = new AbortController();
    const script = [
      { now: noon, version: 1 },
      { now: noon, version: 1 },
      { now: "2027-03-30T10:00:00.000Z", version: 2 },
    ];
    await followClock({
      url: "http://clock.example/workspace/clock",
      signal: stop.signal,
      fetch: async (url, init) => {
        questions.push([url, JSON.parse(init?.body as string)]);
        const answer = script.shift();
        if (answer === undefined) {
          stop.abort();
          throw new Error("gone");
        }
        return Response.json(answer);
      },
      moved: async (now) => {
        moved.push(now);
        return "2027-04-01T06:00:00.000Z" as Instant;
      },
      nextDue: () => undefined,
      pause: async () => undefined,
      failed: () => undefined,
    });
    expect(moved).toEqual([noon, "2027-03-30T10:00:00.000Z"]);
    const follow = "http://clock.example/workspace/clock/follow";
    expect(questions.slice(0, 3)).toEqual([
      [follow, { client: "fremdrift", seen: -1, nextDue: null, idle: true }],
      [follow, { client: "fremdrift", seen: 1, nextDue: "2027-04-01T06:00:00.000Z", idle: true }],
      [follow, { client: "fremdrift", seen: 1, nextDue: null, idle: true }],
    ]);
  });

  it("asks again after a pause when the workspace is gone for a moment", async () => {
    const stop = new AbortController();
    const pauses: number[] = [];
    let asked = 0;
    await followClock({
      url: "http://clock.example",
      signal: stop.signal,
      fetch: async () => {
        asked += 1;
        if (asked === 1) throw new TypeError("connection refused");
        stop.abort();
        return Response.json({ now: noon, version: 1 });
      },
      moved: async () => undefined,
      nextDue: () => undefined,
      pause: async (milliseconds) => {
        pauses.push(milliseconds);
      },
      failed: () => undefined,
    });
    expect([asked, pauses]).toEqual([2, [1000]]);
  });
});
