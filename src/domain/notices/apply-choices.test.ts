import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Instant, instantFromEpochMs, plusMillis } from "#domain/shared/dates.ts";
import { keyOf } from "#domain/shared/keys.ts";
import {
  defaultWorkingDayCalendar as calendar,
  nextSendingInstant,
  sendingHours,
} from "#domain/shared/working-days.ts";
import { danishClock } from "#test/builders/second-calendar.ts";
import { applyChoices } from "./apply-choices.ts";
import { type Notice, noticeKinds } from "./notice.ts";
import { groupOf, modesOfGroup, type NoticeChoices, noticeGroups, noticeModes } from "./notice-choices.ts";

const at = (text: string): Instant => {
  // Summer time in all of these tests.
  return new Date(`${text.replace(" ", "T")}:00+02:00`).toISOString() as Instant;
};
const notice = (more: Partial<Notice> = {}): Notice => ({
  key: keyOf("notice", 1),
  kind: "review-request",
  recipientKey: keyOf("person", 1),
  subjectKey: keyOf("round", 1),
  part: "",
  // A Wednesday.
  dueAt: at("2022-04-06 10:00"),
  expiresAt: at("2022-05-01 00:00"),
  ...more,
});
const choices = (modes: NoticeChoices["modes"], hours?: NoticeChoices["hours"]): NoticeChoices => ({ modes, hours });
const now = at("2022-04-06 09:00");

describe("applyChoices", () => {
  it("changes nothing for who has chosen nothing", () => {
    const given = notice();
    expect(applyChoices(given, undefined, calendar, now)).toBe(given);
    expect(applyChoices(given, choices({}), calendar, now)).toBe(given);
    expect(applyChoices(given, choices({ requests: "now", lists: "tab" }), calendar, now)).toBe(given);
  });

  it("collects for the next working morning, and for this one what came before it", () => {
    const dueAt = (due: string) =>
      applyChoices(notice({ dueAt: at(due) }), choices({ requests: "morning" }), calendar, at("2022-04-01 09:00"));
    expect(dueAt("2022-04-06 10:00")).toMatchObject({ dueAt: at("2022-04-07 07:00"), isCollected: true });
    expect(dueAt("2022-04-06 07:00")).toMatchObject({ dueAt: at("2022-04-06 07:00"), isCollected: true });
    // Maundy Thursday to Easter Monday are closed.
    expect(dueAt("2022-04-13 17:00")).toMatchObject({ dueAt: at("2022-04-19 07:00") });
  });

  it("moves into one's own hours, in the morning to their beginning", () => {
    const hours = { from: "09:30", until: "15:00" };
    const moved = (due: string, modes: NoticeChoices["modes"] = {}) =>
      applyChoices(notice({ dueAt: at(due) }), choices(modes, hours), calendar, at("2022-04-01 12:00"))?.dueAt;
    expect(moved("2022-04-06 07:00")).toBe(at("2022-04-06 09:30"));
    expect(moved("2022-04-06 14:59")).toBe(at("2022-04-06 14:59"));
    expect(moved("2022-04-08 15:00")).toBe(at("2022-04-11 09:30"));
    expect(moved("2022-04-06 10:00", { requests: "morning" })).toBe(at("2022-04-07 09:30"));
  });

  it("keeps the house's hour where the chosen one would be too late", () => {
    const late = notice({ expiresAt: at("2022-04-06 23:00") });
    expect(applyChoices(late, choices({ requests: "morning" }), calendar, now)).toEqual(late);
    const hours = { from: "13:00", until: "15:00" };
    // The morning is too late, the hours of today are not.
    expect(applyChoices(late, choices({ requests: "morning" }, hours), calendar, now)?.dueAt).toBe(
      at("2022-04-06 13:00"),
    );
    const gone = notice({ expiresAt: at("2022-04-06 12:00") });
    expect(applyChoices(gone, choices({}, hours), calendar, now)).toEqual(gone);
  });

  it("leaves out what is told in the tab only, but never a letter and never what nobody else can decide", () => {
    const all = choices(Object.fromEntries(noticeGroups.map((group) => [group, "tab"])));
    const told = noticeKinds.filter((kind) => applyChoices(notice({ kind }), all, calendar, now) !== undefined);
    const owed = noticeKinds.filter((kind) => {
      const group = groupOf(kind);
      return group === undefined || !modesOfGroup[group].includes("tab");
    });
    expect(told).toEqual(owed);
    expect(told).toEqual(expect.arrayContaining(["approval-request", "decision-request", "outcome"]));
  });

  it("holds back no answer to a person's own act", () => {
    const answer = notice({ kind: "application-returned", dueAt: at("2022-04-09 21:00"), answersOwnAct: true });
    for (const mode of noticeModes) {
      const wanted = choices({ answers: mode }, { from: "12:00", until: "13:00" });
      expect(applyChoices(answer, wanted, calendar, now)).toBe(answer);
    }
  });

  it("sends nothing outside of one's own hours that could not be sent within them", () => {
    const hours = { from: "09:00", until: "15:00" };
    const late = at("2022-04-07 20:00");
    for (const modes of [{}, { requests: "morning" }] as const) {
      expect(applyChoices(notice(), choices(modes, hours), calendar, late)?.dueAt).toBe(at("2022-04-08 09:00"));
      const open = at("2022-04-08 09:00");
      expect((applyChoices(notice(), choices(modes, hours), calendar, open)?.dueAt ?? "") <= open).toBe(true);
    }
  });
});

const from = Date.parse("2022-01-01T00:00:00Z");
const instants = fc
  .integer({ min: 0, max: 2 * 366 * 24 * 60 })
  .map((minutes) => instantFromEpochMs(from + minutes * 60_000));
const clocks = fc
  .tuple(fc.integer({ min: 7 * 4, max: 17 * 4 }), fc.integer({ min: 4, max: 11 * 4 }))
  .map(([quarter, length]) => ({ from: clock(quarter), until: clock(Math.min(quarter + length, 18 * 4)) }));
const wishes = fc.record({
  modes: fc.record(Object.fromEntries(noticeGroups.map((group) => [group, fc.constantFrom(...noticeModes)])), {
    requiredKeys: [],
  }),
  hours: fc.option(clocks, { nil: undefined }),
});
/** As they are projected: within the house's hours, or the answer to an own act. */
const projected = fc
  .record({
    kind: fc.constantFrom(...noticeKinds),
    at: instants,
    lastsMinutes: fc.integer({ min: 1, max: 40 * 24 * 60 }),
    isAnswer: fc.boolean(),
  })
  .map(({ kind, at: written, lastsMinutes, isAnswer }) => {
    const dueAt = isAnswer ? written : nextSendingInstant(written, calendar);
    const expiresAt = plusMillis(dueAt, lastsMinutes * 60_000);
    return notice({ kind, dueAt, expiresAt, ...(isAnswer ? { answersOwnAct: true } : {}) });
  });

function clock(quarter: number): string {
  return `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;
}

describe("applyChoices, whatever is chosen", () => {
  it("is never earlier, never past the end, loses only what may be in the tab alone, and is done after once", () => {
    fc.assert(
      fc.property(projected, wishes, instants, (given, wanted, moment) => {
        const moved = applyChoices(given, wanted, calendar, moment);
        const group = groupOf(given.kind);
        if (moved === undefined) {
          expect(given.answersOwnAct).toBeUndefined();
          expect(group !== undefined && wanted.modes[group] === "tab" && modesOfGroup[group].includes("tab")).toBe(
            true,
          );
          return;
        }
        expect(moved.dueAt >= given.dueAt && moved.dueAt < moved.expiresAt).toBe(true);
        expect(moved).toMatchObject({ key: given.key, expiresAt: given.expiresAt });
        if (given.answersOwnAct) expect(moved).toBe(given);
        expect(applyChoices(moved, wanted, calendar, moment)).toEqual(moved);
      }),
      { numRuns: 400 },
    );
  });

  it("is sent sooner or later: waiting for the hour that was named is enough", () => {
    fc.assert(
      fc.property(projected, wishes, (given, wanted) => {
        const first = applyChoices(given, wanted, calendar, given.dueAt);
        if (first === undefined) return;
        const then = applyChoices(given, wanted, calendar, first.dueAt);
        expect((then?.dueAt ?? "9") <= first.dueAt).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps to the chosen hours unless it would be too late", () => {
    fc.assert(
      fc.property(projected, wishes, instants, (given, wanted, moment) => {
        const moved = applyChoices(given, wanted, calendar, moment);
        if (moved === undefined || moved.dueAt === given.dueAt) return;
        const time = danishClock(Date.parse(moved.dueAt)).slice(11, 16);
        const { from: begin, until } = wanted.hours ?? sendingHours;
        expect(time >= begin && time < until).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
