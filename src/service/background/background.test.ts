import { describe, expect, it } from "vitest";
import type { Instant } from "#domain/shared/dates.ts";
import { createBackground } from "./background.ts";

const idle = {
  isReady: () => true,
  nextDue: () => undefined,
  later: () => () => undefined,
  failed: () => undefined,
};

describe("createBackground", () => {
  it("runs once for a burst of changes", async () => {
    const planned: (() => void)[] = [];
    let runs = 0;
    const background = createBackground({
      lanes: [[{ name: "count", run: async () => (runs++, false) }]],
      isReady: () => true,
      nextDue: () => undefined,
      later: (_, run) => {
        planned.push(run);
        return () => undefined;
      },
      failed: () => undefined,
    });
    for (let press = 0; press < 5; press += 1) background.trigger();
    expect(planned).toHaveLength(1);
    planned[0]?.();
    await background.runNow();
    expect(runs).toBe(2);
  });

  it("lets the other steps run when one fails, and repeats a step that has more to do", async () => {
    const done: string[] = [];
    const failures: string[] = [];
    let left = 3;
    const background = createBackground({
      lanes: [
        [
          {
            name: "broken",
            run: async () => {
              throw new Error("no");
            },
          },
          {
            name: "audit",
            run: async () => {
              done.push("audit");
              left -= 1;
              return left > 0;
            },
          },
        ],
      ],
      isReady: () => true,
      nextDue: () => "2027-03-30T10:00:00.000Z" as Instant,
      later: () => () => undefined,
      failed: (step) => failures.push(step),
    });
    expect(await background.runNow()).toBe("2027-03-30T10:00:00.000Z");
    expect([done.length, failures.length]).toEqual([3, 3]);
  });

  it("holds back no card while the open lists take many tries", async () => {
    const done: string[] = [];
    let letGo = (): void => undefined;
    const slow = new Promise<void>((resolve) => (letGo = resolve));
    const background = createBackground({
      ...idle,
      lanes: [
        [{ name: "notices", run: async () => (done.push("notices"), false) }],
        [{ name: "projections", run: async () => (await slow, done.push("projections"), false) }],
      ],
    });
    const first = background.runNow();
    const second = background.runNow();
    await new Promise((resolve) => setImmediate(resolve));
    expect(done).toEqual(["notices", "notices"]);
    letGo();
    await Promise.all([first, second]);
    expect(done.slice(2)).toEqual(["projections", "projections"]);
  });

  it("runs once more for everything that was asked for during a run", async () => {
    let runs = 0;
    const background = createBackground({
      ...idle,
      lanes: [[{ name: "audit", run: async () => (runs++, false) }]],
    });
    await Promise.all(Array.from({ length: 9 }, () => background.runNow()));
    expect(runs).toBe(2);
  });

  it("T07 tries again soon what failed, ever later while it fails, and from the start when it went well", async () => {
    const planned: { readonly ms: number; readonly run: () => void }[] = [];
    let isDown = true;
    const background = createBackground({
      ...idle,
      later: (ms, run) => {
        planned.push({ ms, run });
        return () => undefined;
      },
      lanes: [
        [
          {
            name: "notices",
            run: async () => {
              if (isDown) throw new Error("no");
              return false;
            },
          },
        ],
      ],
    });
    await background.runNow();
    planned.at(-1)?.run();
    await background.runNow();
    isDown = false;
    await background.runNow();
    isDown = true;
    await background.runNow();
    expect(planned.map(({ ms }) => ms)).toEqual([2000, 4000, 8000, 2000]);
  });

  it("tries nothing again once it is stopped", async () => {
    let calledOff = 0;
    const failing = {
      name: "notices",
      run: async () => {
        throw new Error("no");
      },
    };
    const background = createBackground({ ...idle, later: () => () => void calledOff++, lanes: [[failing]] });
    await background.runNow();
    background.stop();
    expect(calledOff).toBe(1);
  });
});
