import { describe, expect, test } from "vitest";
import { keyOf } from "#domain/shared/keys.ts";
import { ok, refuse } from "#domain/shared/result.ts";
import type { GraphItem } from "../client/list-item.ts";
import { titleColumn } from "../lists/column.ts";
import { defineList, type FieldsOf, KEY_COLUMN } from "../lists/define-list.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { startPollLoop } from "./poll-loop.ts";
import { createReplicaRows } from "./replica-rows.ts";

const columns = { Title: titleColumn({ title: "Navn", description: "Navnet" }) };
const list = defineList({
  name: "Proever",
  title: "Prøver",
  description: "",
  site: "records",
  schemaVersion: 1,
  columns,
  codec: { toFields: (value: FieldsOf<typeof columns>) => value, fromFields: (fields) => ok(fields) },
  views: [],
});

function item(id: string, revision: number, title: string, key: unknown = keyOf(id)): GraphItem {
  return { id, etag: `"g,${revision}"`, revision, fields: { Title: title, [KEY_COLUMN]: key } };
}

describe("createReplicaRows", () => {
  test("an older or equal version is not taken, a newer one is", () => {
    const rows = createReplicaRows(list);
    expect(rows.take(item("1", 2, "ny"))).toBe(true);
    expect(rows.take(item("1", 1, "gammel"))).toBe(false);
    expect(rows.take(item("1", 2, "samme"))).toBe(false);
    expect(rows.byKey(keyOf("1"))?.value.Title).toBe("ny");
    expect(rows.take(item("1", 10, "nyest"))).toBe(true);
    expect(rows.all().map(({ value }) => value.Title)).toEqual(["nyest"]);
  });

  test("an unreadable row stands aside and comes back when it is mended", () => {
    const rows = createReplicaRows(list);
    rows.take(item("1", 1, "god"));
    rows.take(item("1", 2, "ødelagt", "ingen nøgle"));
    expect([rows.all().length, rows.unreadable().length]).toEqual([0, 1]);
    rows.take(item("1", 3, "god igen"));
    expect([rows.all().length, rows.unreadable().length]).toEqual([1, 0]);
  });

  test("an index follows rows that come, change and go", () => {
    const rows = createReplicaRows(list);
    const byTitle = rows.indexBy("title", (value) => value.Title);
    rows.take(item("1", 1, "a"));
    rows.take(item("2", 1, "a"));
    expect(byTitle("a")).toHaveLength(2);
    rows.take(item("2", 2, "b"));
    rows.drop("1");
    expect([byTitle("a").length, byTitle("b").length]).toEqual([0, 1]);
  });
});

describe("oneAtATime", () => {
  test("who asks during a run shares one run that begins afterwards", async () => {
    const ends: (() => void)[] = [];
    const ask = oneAtATime(() => new Promise<number>((resolve) => ends.push(() => resolve(ends.length))));
    const first = ask(undefined);
    const crowd = [ask(undefined), ask(undefined), ask(undefined)];
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await first;
    await new Promise((resolve) => setImmediate(resolve));
    expect(ends).toHaveLength(2);
    ends[1]?.();
    expect(await Promise.all(crowd)).toEqual([2, 2, 2]);
  });

  test("a run that failed does not stop the next", async () => {
    let runs = 0;
    const ask = oneAtATime(async () => {
      runs += 1;
      if (runs === 1) throw new Error("first");
      return runs;
    });
    const first = ask(undefined);
    const second = ask(undefined);
    await expect(first).rejects.toThrow("first");
    expect(await second).toBe(2);
  });
});

describe("startPollLoop", () => {
  test("polls every 10 s while somebody looks, every 60 s otherwise, goes on after failures and stops", async () => {
    const waits: number[] = [];
    const failures: unknown[] = [];
    let due: (() => void) | undefined;
    let watched = true;
    let turns = 0;
    const stop = startPollLoop({
      isWatched: () => watched,
      later: (milliseconds, run) => {
        waits.push(milliseconds);
        due = run;
        return () => {
          due = undefined;
        };
      },
      failed: (failure) => failures.push(failure),
      refresh: async () => {
        turns += 1;
        if (turns === 1) throw new Error("bug");
        return turns === 2 ? refuse({ kind: "throttled", requestId: undefined, retryAfterS: 1 }) : ok(undefined);
      },
    });
    const tick = async () => {
      due?.();
      await new Promise((resolve) => setImmediate(resolve));
    };
    await tick();
    watched = false;
    await tick();
    await tick();
    expect(waits).toEqual([10_000, 10_000, 60_000, 60_000]);
    expect(failures).toHaveLength(2);
    stop();
    await tick();
    expect(turns).toBe(3);
  });
});
