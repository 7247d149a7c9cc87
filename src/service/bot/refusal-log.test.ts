import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { createRefusalLog } from "./refusal-log.ts";

describe("createRefusalLog", () => {
  it("T13 gives every source its own five lines a minute, and no more than twenty sources", () => {
    const lines: string[] = [];
    let now = 0;
    const refused = createRefusalLog(
      pino({ base: null }, { write: (line: string) => void lines.push(line) }),
      () => now,
    );
    for (let each = 0; each < 10; each += 1) refused("bad-token", "10.0.0.1");
    refused("no-token", "10.0.0.2");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      ...Array.from({ length: 5 }, () => ({ reason: "bad-token", source: "10.0.0.1" })),
      { reason: "no-token", source: "10.0.0.2", leftOut: 5 },
    ]);
    for (let each = 0; each < 1000; each += 1) refused("bad-token", `192.0.2.${each}`);
    expect(lines).toHaveLength(6 + 18);
    now = 60_000;
    refused("bad-token", "10.0.0.1");
    expect(JSON.parse(lines.at(-1) ?? "{}")).toMatchObject({ source: "10.0.0.1", leftOut: 982 });
  });
});
