import { describe, expect, it } from "vitest";
import type { AdminHealth } from "#contract/health.ts";
import { type Instant, plusMillis } from "#domain/shared/dates.ts";
import { aKey } from "#test/builders/keys.ts";
import { watchClock } from "./clock-skew.ts";
import { createHealth } from "./health.ts";
import { type HealthFacts, healthPage, readOnlyLists } from "./health-page.ts";
import { createSiteWatch, lookAfter } from "./site-watch.ts";

const now = "2026-11-23T09:00:00.000Z" as Instant;
const machineNow = 1_000_000_000;
const memory = createHealth(() => machineNow).memory();
const list = { name: "Bedoemmelser", title: "Bedømmelser", site: "records", rows: 3, isRead: true } as const;
const read = (failure?: "not-found" | "throttled" | "malformed-item", agoS = 8) =>
  new Map([[list.name, { readAt: machineNow - agoS * 1000, failure }]]);
const facts = (more: Partial<HealthFacts> = {}): HealthFacts => ({
  now,
  machineNow,
  memory: { ...memory, lists: read() },
  lists: [list],
  unreadable: [],
  findings: [],
  lookedAt: machineNow - 60_000,
  spent: 100,
  unitLimit: 1250,
  skewMs: 400,
  waiting: 0,
  oldestWaiting: undefined,
  uncertain: [],
  undeliverable: 0,
  lastPostAt: now,
  edits: [],
  ...more,
});
const edit = {
  key: aKey("edit"),
  at: now,
  kind: "changed",
  answer: "put-back",
  editorKey: undefined,
  listTitle: "Ansøgninger i overblik",
  reference: "FR22-03",
  fields: "Status",
  route: "",
  rows: 1,
  who: undefined,
} as const;
type Name = AdminHealth["lines"][number]["name"];

describe("healthPage", () => {
  it("finds nothing to say of a service that is well", () => {
    const page = healthPage(facts(), "da");
    expect(page.state).toBe("ok");
    expect(page.lines.filter(({ state, repair }) => state !== "ok" || repair !== undefined)).toEqual([]);
  });

  it.each<[Name, string, string, Partial<HealthFacts>]>([
    ["sharepoint", "watch", "read-anew", { memory: { ...memory, lists: read(), failedPolls: 1 } }],
    ["sharepoint", "fault", "read-anew", { memory: { ...memory, lists: read(), failedPolls: 3 } }],
    ["sharepoint", "watch", "read-anew", { memory: { ...memory, lists: read(undefined, 200) } }],
    ["sharepoint", "fault", "read-anew", { memory: { ...memory, lists: read(undefined, 1000) } }],
    ["sharepoint", "watch", "read-anew", { memory: { ...memory, lists: read("throttled") } }],
    ["projections", "fault", "rebuild", { memory: { ...memory, lists: read(), failingProjections: new Set(["x"]) } }],
    ["projections", "watch", "rebuild", { memory: { ...memory, lists: read(), rowsLeft: 2 } }],
    [
      "malformed",
      "fault",
      "person",
      { unreadable: [{ list: "x", listTitle: "X", itemId: "7", column: "Rammer", reason: "" }] },
    ],
    ["outside-edits", "watch", "person", { edits: [edit] }],
    ["outside-edits", "watch", "person", { memory: { ...memory, lists: read(), ownRows: 1 } }],
    ["budget", "watch", "person", { spent: 800 }],
    ["budget", "fault", "person", { spent: 1200 }],
    ["notice-backlog", "fault", "read-anew", { waiting: 2, oldestWaiting: plusMillis(now, -700_000) }],
    ["bot", "fault", "person", { waiting: 2, oldestWaiting: plusMillis(now, -700_000) }],
    ["bot", "watch", "person", { lastPostAt: undefined }],
    ["undeliverable", "watch", "person", { undeliverable: 1 }],
    ["clock", "watch", "person", { skewMs: -40_000 }],
    ["clock", "fault", "person", { skewMs: 400_000 }],
    ["logs", "fault", "check-logs", { memory: { ...memory, lists: read(), brokenLogs: new Set(["x"]) } }],
  ])("says of %s: %s, and offers to %s", (name, state, repair, more) => {
    const page = healthPage(facts(more), "da");
    expect(page.lines.find((line) => line.name === name)).toMatchObject({ state, repair });
    expect(page.state).toBe(state);
  });

  it("tells a message that has just become due from one that is stuck, and no budget from a spent one", () => {
    const page = healthPage(facts({ waiting: 1, oldestWaiting: now, unitLimit: Number.POSITIVE_INFINITY }), "da");
    expect(page.state).toBe("ok");
    expect(page.lines.find(({ name }) => name === "budget")?.figures).toMatchObject({ limit: 0, percent: 0 });
  });

  it("T41 a list that passes by itself is not called read-only; one that is gone or lacks a column is", () => {
    const of = (failure?: "not-found" | "throttled" | "malformed-item") =>
      readOnlyLists(facts({ memory: { ...memory, lists: read(failure) } }));
    expect([of(), of("throttled"), of("not-found"), of("malformed-item")]).toEqual([
      [],
      [],
      ["Bedømmelser"],
      ["Bedømmelser"],
    ]);
  });
});

describe("createSiteWatch", () => {
  it("looks seldom while all is well, soon after a failure, at once when asked, and never twice at the same time", async () => {
    let [time, looks] = [0, 0];
    const verify = async () => {
      looks += 1;
      return { ok: true, value: [] } as const;
    };
    const watch = createSiteWatch(verify, () => time);
    await Promise.all([watch.look("when-due"), watch.look("now")]);
    expect(looks).toBe(1);
    for (const [at, when, expected] of [
      [59_000, "after-failure", 1],
      [61_000, "when-due", 1],
      [61_000, "after-failure", 2],
      [62_000, "now", 3],
      [14 * 60_000, "when-due", 3],
      [17 * 60_000, "when-due", 4],
    ] as const) {
      time = at;
      await watch.look(when);
      expect([when, looks]).toEqual([when, expected]);
    }
  });
});

describe("lookAfter", () => {
  it.each([
    ["throttled", undefined],
    ["unavailable", "after-failure"],
    ["not-found", "after-failure"],
  ] as const)("T01 a poll that ended %s leads to a look: %s", (kind, expected) => {
    expect(lookAfter({ ok: false, refusal: { kind, requestId: undefined, retryAfterS: undefined } }, 0)).toBe(expected);
    expect(lookAfter({ ok: true, value: undefined }, 0)).toBe("when-due");
  });

  it("T41 an open list that cannot be written leads to a look soon: a column may be gone", () => {
    expect(lookAfter({ ok: true, value: undefined }, 1)).toBe("after-failure");
  });
});

describe("watchClock", () => {
  it("T36 learns from SharePoint's answers how far the machine's clock is off", async () => {
    const at = Date.parse("Mon, 23 Nov 2026 09:00:00 GMT");
    const headers: Record<string, string>[] = [{}, { date: "Mon, 23 Nov 2026 08:59:20 GMT" }, { date: "what" }];
    const clock = watchClock(
      async () => new Response("", { headers: headers.shift() ?? {} }),
      () => at,
    );
    const seen: (number | undefined)[] = [];
    for (let call = 0; call < 3; call += 1) {
      await clock.fetch("http://graph.test");
      seen.push(clock.skewMs());
    }
    expect(seen).toEqual([undefined, 40_000, 40_000]);
  });
});
