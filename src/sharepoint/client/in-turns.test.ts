import { describe, expect, it } from "vitest";
import { inTurns } from "./in-turns.ts";

describe("inTurns", () => {
  it("G8 lets others have their turn while much is done, and keeps the order", async () => {
    const all = Array.from({ length: 2_000 }, (_, index) => index);
    const done: number[] = [];
    let turns = 0;
    let isOver = false;
    const other = (): void => {
      turns += 1;
      if (!isOver) setImmediate(other);
    };
    setImmediate(other);
    await inTurns(all, (each) => done.push(each));
    isOver = true;
    expect(done).toEqual(all);
    expect(turns).toBeGreaterThanOrEqual(7);
  });

  it("does few things at once", async () => {
    let hadTurn = false;
    setImmediate(() => {
      hadTurn = true;
    });
    await inTurns([1, 2, 3], () => undefined);
    expect(hadTurn).toBe(false);
  });
});
