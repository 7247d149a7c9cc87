import { describe, expect, it } from "vitest";
import { benchSwitches, benchTokenLifetimeS, otherSiteAddress, readBench, withSwitch } from "./test-bench.ts";

describe("readBench", () => {
  it("reads every switch from an address, and leaves out what it does not know", () => {
    expect(readBench(benchSwitches.join(","))).toEqual(benchSwitches);
    expect(readBench("slow,nonsense,,mute")).toEqual(["slow", "mute"]);
    expect(readBench(null)).toEqual([]);
  });
});

describe("withSwitch", () => {
  it("turns one on and off and keeps the others", () => {
    expect(withSwitch(["mute"], "slow", true)).toEqual(["slow", "mute"]);
    expect(withSwitch(["slow", "mute"], "slow", false)).toEqual(["mute"]);
    expect(withSwitch(["slow"], "slow", true)).toEqual(["slow"]);
  });
});

describe("benchTokenLifetimeS", () => {
  it("is two seconds above the library's margin with short tokens, else the usual", () => {
    expect(benchTokenLifetimeS(["short-tokens"])).toBe(302);
    expect(benchTokenLifetimeS(["slow"])).toBeUndefined();
  });
});

describe("otherSiteAddress", () => {
  it("moves to the other name of this machine and back, with everything else kept", () => {
    const there = otherSiteAddress(new URL("http://localhost:4280/?persona=bo&bench=slow"));
    expect(there).toBe("http://127.0.0.1:4280/?persona=bo&bench=slow");
    expect(otherSiteAddress(new URL(there ?? ""))).toBe("http://localhost:4280/?persona=bo&bench=slow");
    expect(otherSiteAddress(new URL("https://teams.microsoft.com/"))).toBeUndefined();
  });
});
