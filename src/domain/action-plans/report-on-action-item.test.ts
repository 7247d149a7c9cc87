import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDateOf } from "#domain/shared/dates.ts";
import { verifyTail } from "#domain/shared/log.ts";
import { anActionItem, updatedAt } from "#test/builders/action-plans.ts";
import { at, day } from "#test/builders/clock.ts";
import { aCommand, aKey } from "#test/builders/keys.ts";
import { anActor, people } from "#test/builders/organisation.ts";
import { type ActionStatus, actionStatuses } from "./action-item.ts";
import { lightOf } from "./action-light.ts";
import { needsReason, nextStatuses } from "./action-status.ts";
import { confirmUnchanged, type ReportCommand, reportOnActionItem } from "./report-on-action-item.ts";

const now = at("2022-04-01T08:00:00.000Z");
const owner = anActor("applicant");
const report = (item = anActionItem(), more: Partial<ReportCommand> = {}, actor = owner) =>
  reportOnActionItem(item, { ...aCommand(), ...more }, actor, now);

/** Every allowed step, written down a second time so that a change is seen. */
const steps: Readonly<Record<ActionStatus, string>> = {
  idea: "planned running stopped",
  planned: "idea running on-hold stopped",
  running: "planned on-hold done stopped",
  "on-hold": "planned running stopped",
  done: "running",
  stopped: "idea planned",
};

describe("the status of an item", () => {
  const pairs = actionStatuses.flatMap((from) => actionStatuses.map((to) => [from, to] as const));
  it.each(pairs.filter(([from, to]) => from !== to))("from %s to %s", (from, to) => {
    const done = report(anActionItem({ status: from }), { status: to, note: "Fordi" });
    if (steps[from].split(" ").includes(to)) expect(done).toMatchObject({ ok: true, value: { status: to } });
    else expect(done).toEqual({ ok: false, refusal: { kind: "no-such-step", status: from, wanted: to } });
  });

  it("on hold and stopped need a word, the others do not", () => {
    expect(actionStatuses.filter(needsReason)).toEqual(["on-hold", "stopped"]);
    expect(report(anActionItem(), { status: "on-hold" })).toMatchObject({
      refusal: { kind: "incomplete", problems: [{ field: "note", code: "missing" }] },
    });
    expect(report(anActionItem(), { status: "done" })).toMatchObject({ ok: true });
  });

  it("every status can be reached from every other, so nothing is lost in a corner", () => {
    for (const start of actionStatuses) {
      const reached = new Set<ActionStatus>([start]);
      for (const each of reached) for (const next of nextStatuses(each)) reached.add(next);
      expect([...reached].toSorted()).toEqual([...actionStatuses].toSorted());
    }
  });
});

describe("a report", () => {
  it("adds its note, says when and by whom it was told, and stands in the history without its words", () => {
    const done = report(anActionItem(), { note: " Vi er i mål i tre distrikter \n", status: "running" });
    expect(done).toMatchObject({
      ok: true,
      value: { notes: [{ text: "Vi er i mål i tre distrikter", by: people.applicant.key, at: now }], updatedAt: now },
    });
    expect(done.ok && JSON.stringify(done.value.log)).not.toContain("distrikter");
    expect(done.ok && verifyTail(done.value.log)).toBe(true);
  });

  it("that says nothing is asked for a word; one with a CPR number or too many words is not stored", () => {
    expect(report()).toMatchObject({ refusal: { kind: "incomplete", problems: [{ code: "missing" }] } });
    expect(report(anActionItem(), { note: "Borgeren 010190-1234" })).toMatchObject({
      refusal: { problems: [{ field: "note", code: "cpr" }] },
    });
    expect(report(anActionItem(), { note: "x".repeat(2001) })).toMatchObject({
      refusal: { problems: [{ code: "too-long" }] },
    });
  });

  it("sets the light worse with a reason, and takes it back", () => {
    const red = report(anActionItem(), { light: { light: "red", reason: "120 af 410 mangler ejer" } });
    expect(red).toMatchObject({ value: { setLight: { light: "red", reason: "120 af 410 mangler ejer" } } });
    expect(report(anActionItem(), { light: { light: "red", reason: " " } })).toMatchObject({
      refusal: { kind: "incomplete", problems: [{ field: "reason", code: "missing" }] },
    });
    const back = red.ok ? report(red.value, { light: { light: "green", reason: "" } }) : red;
    expect(back).toMatchObject({ value: { setLight: undefined } });
  });

  it("never sets a light better than the facts, nor one where no work is expected", () => {
    const late = anActionItem({ to: day("2022-01-01") });
    expect(report(late, { light: { light: "yellow", reason: "Går nok" } })).toEqual({
      ok: false,
      refusal: { kind: "light-better-than-facts", light: "red" },
    });
    expect(report(anActionItem({ status: "done" }), { light: { light: "red", reason: "?" } })).toMatchObject({
      refusal: { kind: "no-light" },
    });
    expect(
      report(anActionItem({ setLight: { light: "red", reason: "r", by: owner.personKey, at: now } }), {
        status: "done",
      }),
    ).toMatchObject({
      value: { setLight: undefined },
    });
  });

  it("on a card that showed an older word is told who was first", () => {
    const item = anActionItem({ updatedBy: people.head.key });
    expect(report(item, { note: "Nyt", seenUpdatedAt: now })).toEqual({
      ok: false,
      refusal: { kind: "already-told", by: people.head.key, at: updatedAt },
    });
    expect(confirmUnchanged(item, { ...aCommand(), seenUpdatedAt: now }, owner, now)).toMatchObject({
      refusal: { kind: "already-told" },
    });
  });

  it("whatever is reported, the light is never better than the facts of the day, and the log stays whole", () => {
    const anyReport = fc.record({
      note: fc.constantFrom("", "Ny note"),
      status: fc.constantFrom(undefined, ...actionStatuses),
      light: fc.constantFrom(
        undefined,
        ...(["green", "yellow", "red"] as const).map((light) => ({ light, reason: "Fordi" })),
      ),
    });
    fc.assert(
      fc.property(fc.array(anyReport, { maxLength: 8 }), (reports) => {
        let item = anActionItem({ to: day("2022-03-20") });
        for (const [index, each] of reports.entries()) {
          const done = reportOnActionItem(item, { ...aCommand(`p${index}`), ...each }, owner, now);
          if (!done.ok) continue;
          item = done.value;
          expect(item.setLight === undefined || lightOf(item, plainDateOf(now)) !== undefined).toBe(true);
        }
        expect(verifyTail(item.log)).toBe(true);
      }),
    );
  });
});

describe("uændret", () => {
  it("says in one press that somebody has looked, and changes nothing else", () => {
    const item = anActionItem();
    const done = confirmUnchanged(item, aCommand(), owner, now);
    expect(done).toMatchObject({ ok: true, value: { ...item, updatedAt: now, log: { count: 1 } } });
    const stranger = confirmUnchanged(anActionItem({ ownerKey: aKey("other") }), aCommand(), owner, now);
    expect(stranger).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
  });
});
