import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keyOf } from "#domain/shared/keys.ts";
import { at, springClock } from "#test/builders/clock.ts";
import { aDraft, anApplication, aPool, aRound, someFields } from "#test/builders/grants.ts";
import { aCommand, aKey } from "#test/builders/keys.ts";
import { aCentre, anActor, people } from "#test/builders/organisation.ts";
import { nextApplicationNumber } from "./application-number.ts";
import { latestReturned, liveAttempt } from "./attempts.ts";
import { type CreateDraftState, createDraft, draftKeyOf } from "./create-draft.ts";
import { discardDraft } from "./discard-draft.ts";
import type { DraftField, DraftFields } from "./draft.ts";
import { notCprMarks } from "./draft-cpr.ts";
import { mergeDraft } from "./merge-draft.ts";

const now = springClock.open;
const applicant = anActor("applicant");
const returned = { at: now, by: people.head.key, questions: "Hvem betaler driften?" };

describe("nextApplicationNumber", () => {
  it.each([
    [[], "FR22-01"],
    [["FR22-01", "FR22-06"], "FR22-07"],
    [["EF22-08", "FR22-02", "FR22-x"], "FR22-03"],
    [["FR22-99"], "FR22-100"],
  ] as const)("after %j draws %s", (existing, number) => {
    expect(nextApplicationNumber(existing, aRound())).toBe(number);
  });
});

describe("createDraft", () => {
  const state = (overrides: Partial<CreateDraftState> = {}): CreateDraftState => ({
    pool: aPool(),
    round: aRound(),
    centre: aCentre(),
    existingNumbers: ["FR22-01"],
    ...overrides,
  });

  it("draws the number and gives the same key to the same press", () => {
    const made = createDraft(state(), aCommand(), applicant, now);
    expect(made).toMatchObject({
      ok: true,
      value: {
        key: draftKeyOf(aCommand()),
        number: "FR22-02",
        ownerKey: people.applicant.key,
        centreKey: aCentre().key,
      },
    });
  });

  it("lets heads apply for their centre and the secretariat for any", () => {
    const school = state({ centre: aCentre({ shortName: "Skole og Dagtilbud" }) });
    expect(createDraft(school, aCommand(), anActor("otherHead", { centreKey: aKey("elsewhere") }), now).ok).toBe(true);
    expect(createDraft(school, aCommand(), anActor("secretary"), now).ok).toBe(true);
    expect(createDraft(school, aCommand(), applicant, now)).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
  });

  const notEligible = { kind: "centre-not-eligible", eligibility: "Kommunens egne afdelinger" };
  it.each([
    ["000-11 an external association", { centre: undefined }, now, notEligible],
    ["000-11 a centre that is closed down", { centre: aCentre({ active: false }) }, now, notEligible],
    [
      "000-01 a pool that is not released",
      { pool: aPool({ appropriation: undefined }) },
      now,
      { kind: "not-released" },
    ],
    ["a closed pool", { pool: aPool({ closedAt: now }) }, now, { kind: "pool-closed", at: now }],
    [
      "000-07 a round that opens later",
      {},
      springClock.beforeOpening,
      { kind: "round-not-open-yet", opensAt: aRound().opensAt },
    ],
    ["000-07 a closed round", {}, springClock.closed, { kind: "round-closed", closedAt: springClock.closed }],
  ] as const)("refuses %s", (_name, overrides, time, refusal) => {
    expect(createDraft(state(overrides), aCommand(), applicant, time)).toEqual({ ok: false, refusal });
  });
});

describe("attempts", () => {
  const first = anApplication({ returned });
  const second = anApplication({ attempt: 2, returned });
  const third = anApplication({ attempt: 3 });

  it("knows the live one and the latest that was returned, in any order", () => {
    expect(liveAttempt([first, third, second])).toBe(third);
    expect(liveAttempt([first, second])).toBeUndefined();
    expect(latestReturned([second, first, third])).toBe(second);
    expect(latestReturned([first, second])).toBe(second);
    expect(latestReturned([third])).toBeUndefined();
  });
});

describe("mergeDraft", () => {
  const [early, later] = [at("2022-03-18T10:00:00.000Z"), at("2022-03-18T11:00:00.000Z")];
  const draft = aDraft({ stamps: { title: later, effect: later } });
  const merge = (changes: Partial<DraftFields>, base: Partial<Record<DraftField, typeof early>> = {}, into = draft) =>
    mergeDraft(into, [], { changes, base }, applicant, later);

  it("takes what was typed and stamps those fields only", () => {
    const merged = merge({ description: "Nyt" }, { description: early });
    expect(merged).toMatchObject({
      ok: true,
      value: {
        draft: {
          fields: { description: "Nyt", title: draft.fields.title },
          stamps: { description: later },
          savedAt: later,
        },
        changedElsewhere: [],
        overwritten: {},
      },
    });
  });

  it("changes nothing when the same text is sent again, even on an old base", () => {
    const merged = merge({ title: draft.fields.title }, { title: early });
    expect(merged).toEqual({ ok: true, value: { draft, changedElsewhere: [], notStored: [], overwritten: {} } });
    expect(merged.ok && merged.value.draft === draft).toBe(true);
  });

  it("says what it wrote over when somebody else changed the same field meanwhile", () => {
    const merged = merge({ title: "Min titel" }, { title: early });
    expect(merged).toMatchObject({
      ok: true,
      value: {
        draft: { fields: { title: "Min titel" } },
        changedElsewhere: ["title"],
        overwritten: { title: draft.fields.title },
      },
    });
  });

  it("tells of fields changed elsewhere that this window only shows", () => {
    expect(merge({ description: "Nyt" }, { title: early, effect: later })).toMatchObject({
      ok: true,
      value: { changedElsewhere: ["title"], overwritten: {} },
    });
  });

  it("treats a field without base as unknown to the window", () => {
    expect(merge({ title: "Min titel" })).toMatchObject({ ok: true, value: { changedElsewhere: ["title"] } });
    expect(merge({ operation: "Egen drift" })).toMatchObject({ ok: true, value: { changedElsewhere: [] } });
  });

  it("is the same in any order when two write in different fields", () => {
    const field = fc.constantFrom<DraftField>("title", "description", "effect", "operation");
    fc.assert(
      fc.property(
        fc.uniqueArray(field, { minLength: 2, maxLength: 2 }),
        fc.string(),
        fc.string(),
        ([a = "title", b = "effect"], x, y) => {
          const base = aDraft();
          const both = (first: Partial<DraftFields>, second: Partial<DraftFields>) => {
            const once = merge(first, {}, base);
            const twice = once.ok ? merge(second, {}, once.value.draft) : once;
            return twice.ok ? twice.value.draft : undefined;
          };
          expect(both({ [a]: x }, { [b]: y })).toEqual(both({ [b]: y }, { [a]: x }));
        },
      ),
    );
  });

  describe("R-08 what looks like a CPR number", () => {
    const number = "Ring til 010190-1234";
    const merged = (changes: Partial<DraftFields>, into = aDraft()) => {
      const done = merge(changes, {}, into);
      if (!done.ok) throw new Error("Refused");
      return done.value;
    };

    it("is not stored, and everything else in the same save is", () => {
      const { draft: saved, notStored } = merged({ description: number, title: "Ny titel" });
      expect(saved.fields).toMatchObject({ title: "Ny titel", description: someFields().description });
      expect([notStored, Object.keys(saved.stamps)]).toEqual([["description"], ["title"]]);
      expect(JSON.stringify(saved)).not.toContain("010190");
    });

    it.each(["title", "effect", "operation", "resubmissionOf", "requestedAmount", "startDate", "focusArea"] as const)(
      "is not stored in %s",
      (field) => {
        const { draft: saved, notStored } = merged({ [field]: "0101901234" });
        expect([saved.fields[field], notStored]).toEqual([someFields()[field], [field]]);
      },
    );

    it("costs only the cell of a budget line", () => {
      const [first, second] = someFields().budgetLines;
      if (!first || !second) throw new Error("No lines");
      const { draft: saved, notStored } = merged({
        budgetLines: [
          { ...first, note: number, amount: "63.000" },
          { ...second, amount: "0101901234" },
          { ...first, id: "new", note: number },
        ],
      });
      expect(saved.fields.budgetLines).toEqual([
        { ...first, note: "Tablets", amount: "63.000" },
        second,
        { ...first, id: "new", note: "" },
      ]);
      expect(notStored).toEqual(["budgetLines.a.note", "budgetLines.b.amount", "budgetLines.new.note"]);
    });

    it("is stored once the writer says that it is none, until another number stands there", () => {
      const notCpr = notCprMarks("description", number);
      const once = merged({ description: number, notCpr });
      expect([once.draft.fields.description, once.notStored]).toEqual([number, []]);
      const further = merged({ description: `${number} i morgen` }, once.draft);
      expect([further.draft.fields.description, further.notStored]).toEqual([`${number} i morgen`, []]);
      const another = merged({ description: "Ring til 010190-1235" }, further.draft);
      expect([another.draft.fields.description, another.notStored]).toEqual([`${number} i morgen`, ["description"]]);
    });

    it("is forgotten as no CPR number once the number is gone, and counts from every window until then", () => {
      const title = merged({ title: number, notCpr: notCprMarks("title", number) }).draft;
      const both = merged({ effect: number, notCpr: notCprMarks("effect", number) }, title).draft;
      expect(both.fields.notCpr).toEqual([...notCprMarks("title", number), ...notCprMarks("effect", number)]);
      expect(merged({ title: "Ny" }, both).draft.fields.notCpr).toEqual(notCprMarks("effect", number));
    });
  });

  it("refuses others, discarded drafts and drafts that are handed in", () => {
    const edit = { changes: { title: "x" }, base: {} };
    const application = anApplication();
    expect(mergeDraft(draft, [], edit, anActor("colleague"), now)).toEqual({
      ok: false,
      refusal: { kind: "not-allowed" },
    });
    expect(mergeDraft(draft, [], edit, anActor("secretary"), now).ok).toBe(true);
    expect(merge({ title: "x" }, {}, aDraft({ discardedAt: now }))).toEqual({
      ok: false,
      refusal: { kind: "draft-discarded", at: now },
    });
    expect(mergeDraft(draft, [application], edit, applicant, now)).toEqual({
      ok: false,
      refusal: {
        kind: "already-submitted",
        by: people.applicant.key,
        at: application.pressedAt,
        applicationKey: application.key,
        number: "FR22-01",
      },
    });
    expect(mergeDraft(draft, [anApplication({ returned })], edit, applicant, now).ok).toBe(true);
  });
});

describe("discardDraft", () => {
  it("puts a form away that was never handed in", () => {
    expect(discardDraft(aDraft(), [], applicant, now)).toMatchObject({
      ok: true,
      value: { discardedAt: now, fields: someFields() },
    });
  });

  it("answers a second press with when it was put away", () => {
    expect(discardDraft(aDraft({ discardedAt: now }), [], applicant, springClock.closed)).toEqual({
      ok: false,
      refusal: { kind: "draft-discarded", at: now },
    });
  });

  it("keeps a form that was handed in and returned: it is part of the case", () => {
    expect(discardDraft(aDraft(), [anApplication({ returned })], applicant, now)).toMatchObject({
      refusal: { kind: "already-submitted", applicationKey: keyOf("application", aDraft().key, 1) },
    });
  });
});
