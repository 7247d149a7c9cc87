import { describe, expect, it } from "vitest";
import { at } from "#test/builders/clock.ts";
import { aKey } from "#test/builders/keys.ts";
import { appendLog, emptyLog, findCommand, type LogLine, type RecordLog, trimLog, verifyTail } from "./log.ts";

function aLog(lines: number): RecordLog {
  let log = emptyLog;
  for (let line = 1; line <= lines; line += 1) {
    const commandKey = aKey(`command ${line}`);
    log = appendLog(log, {
      commandKey,
      at: at(`2022-03-0${line}T09:00:00.000Z`),
      by: aKey("person"),
      action: "approve",
      detail: { number: `FR22-0${line}`, amountOere: line * 100 },
    });
  }
  return log;
}

const log = aLog(4);
const withLine = (index: number, change: Partial<LogLine>): RecordLog => ({
  ...log,
  tail: log.tail.map((line, each) => (each === index ? { ...line, ...change } : line)),
});

describe("T52 the chained log", () => {
  it("is whole as it was written, also when its oldest lines have been let go", () => {
    expect([verifyTail(emptyLog), verifyTail(log), verifyTail(trimLog(log, 3, 2))]).toEqual([true, true, true]);
    expect(trimLog(log, 3, 2).tail.map(({ seq }) => seq)).toEqual([3, 4]);
    expect(findCommand(log, aKey("command 2"))?.seq).toBe(2);
  });

  const changes: readonly (readonly [string, Partial<LogLine>])[] = [
    ["a time", { at: at("2022-03-02T09:00:00.001Z") }],
    ["who pressed", { by: aKey("somebody else") }],
    ["what was done", { action: "return" }],
    ["a figure", { detail: { number: "FR22-02", amountOere: 201 } }],
    ["a figure as text", { detail: { number: "FR22-02", amountOere: "200" } }],
    ["a detail more", { detail: { number: "FR22-02", amountOere: 200, more: true } }],
    ["the number in the row", { seq: 3 }],
    ["the press", { commandKey: aKey("command 9") }],
    ["the hash before", { previousHash: "" }],
    ["its own hash", { hash: "0".repeat(64) }],
  ];
  it.each(changes)("T52 tells that %s was changed, in any line", (_, change) => {
    expect([verifyTail(withLine(1, change)), verifyTail(withLine(3, change))]).toEqual([false, false]);
  });

  it("T52 tells that a line was taken out, put in, moved, or cut off at the end", () => {
    const [first, second, third, fourth] = log.tail;
    if (!first || !second || !third || !fourth) throw new Error("Four lines");
    const tails = [
      [first, third, fourth],
      [first, second, second, third, fourth],
      [first, third, second, fourth],
      [first, second, third],
      [],
    ];
    expect(tails.map((tail) => verifyTail({ ...log, tail }))).toEqual([false, false, false, false, false]);
  });

  it("T52 tells that a line was written anew with a hash that fits it, for the next does not follow", () => {
    const forged = appendLog(
      { count: 1, headHash: log.tail[0]?.hash ?? "", tail: [] },
      {
        commandKey: aKey("command 2"),
        at: at("2022-03-02T09:00:00.000Z"),
        by: "system",
        action: "approve",
        detail: {},
      },
    );
    const [line] = forged.tail;
    expect(verifyTail(withLine(1, line ?? {}))).toBe(false);
  });

  it("T52 keeps line breaks within their own line", () => {
    const broken = appendLog(emptyLog, {
      commandKey: aKey("command"),
      at: at("2022-03-01T09:00:00.000Z"),
      by: "system",
      action: "approve",
      detail: { code: "one\r\ntwo" },
    });
    expect([broken.tail.length, broken.count, verifyTail(broken)]).toEqual([1, 1, true]);
  });
});
