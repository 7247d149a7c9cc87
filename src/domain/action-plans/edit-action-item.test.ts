import { describe, expect, it } from "vitest";
import { anActionItem, aProgramme, updatedAt } from "#test/builders/action-plans.ts";
import { at, day } from "#test/builders/clock.ts";
import { aCommand, aKey } from "#test/builders/keys.ts";
import { anActor, anOrganisation, aPerson, centres, people } from "#test/builders/organisation.ts";
import { type EditActionItemCommand, editActionItem } from "./edit-action-item.ts";

const now = at("2022-04-01T08:00:00.000Z");
const state = { item: anActionItem(), programme: aProgramme(), organisation: anOrganisation() };
const edit = (
  changes: EditActionItemCommand["changes"],
  seen: EditActionItemCommand["seen"] = {},
  who = anActor("secretary"),
  item = state.item,
) => editActionItem({ ...state, item }, { ...aCommand(), changes, seen }, who, now);

describe("two people and one item", () => {
  it("who changes something else is not disturbed: both changes stand", () => {
    const first = edit({ to: day("2023-06-30") }, { to: state.item.to });
    const second = first.ok ? edit({ title: "Nyt navn" }, { title: state.item.title }, undefined, first.value) : first;
    expect(second).toMatchObject({ value: { to: "2023-06-30", title: "Nyt navn", log: { count: 2 } } });
  });

  it("who moves the same bar is told what stands there now, and nothing is written over", () => {
    const first = edit({ to: day("2023-06-30") }, { to: state.item.to });
    const moved = first.ok ? first.value : state.item;
    expect(edit({ to: day("2023-09-30") }, { to: state.item.to }, undefined, moved)).toEqual({
      ok: false,
      refusal: {
        kind: "changed-meanwhile",
        problems: [{ field: "to", code: "changed-meanwhile", data: { theirs: "2023-06-30" } }],
      },
    });
    expect(edit({ to: day("2023-09-30") }, { to: moved.to }, undefined, moved)).toMatchObject({
      value: { to: "2023-09-30" },
    });
  });

  it("the same change made twice is one change", () => {
    const first = edit({ to: day("2023-06-30") }, { to: state.item.to });
    const item = first.ok ? first.value : state.item;
    expect(edit({ to: day("2023-06-30") }, { to: state.item.to }, undefined, item)).toEqual({ ok: true, value: item });
  });

  it.each([
    ["ownerKey", { ownerKey: people.head.key }, { ownerKey: people.chair.key }, people.applicant.name],
    ["centreKey", { centreKey: centres[1]?.key }, { centreKey: centres[2]?.key }, centres[0]?.name],
    ["sdgs", { sdgs: [1] }, { sdgs: [2] }, "3"],
    ["milestones", { milestones: [] }, { milestones: [] }, ""],
  ] as const)("a refusal about %s names what stands there in words", (field, changes, seen, theirs) => {
    const milestones = [{ key: aKey("m"), title: "Udbud", due: day("2022-05-01"), doneOn: undefined }];
    const item = anActionItem(field === "milestones" ? { milestones } : {});
    const refused = edit(changes as never, seen as never, undefined, item);
    expect(refused).toMatchObject({
      refusal: { problems: [{ field, data: { theirs: field === "milestones" ? "Udbud" : theirs } }] },
    });
  });
});

describe("what is changed", () => {
  it("a move in time is news of how it goes and tells the old days; a mended word is none", () => {
    expect(edit({ from: day("2022-02-01") })).toMatchObject({
      value: {
        updatedAt: now,
        log: { tail: [{ action: "moved", detail: { from: "2022-02-01", fromBefore: "2022-01-01" } }] },
      },
    });
    expect(edit({ description: "Ny tekst" })).toMatchObject({
      value: { updatedAt, log: { tail: [{ action: "edited" }] } },
    });
  });

  it("001-17 exactly one main focus area of the programme; the main one is never a further one", () => {
    expect(edit({ focusArea: 4, furtherAreas: [6, 4, 1, 6] })).toMatchObject({
      value: { focusArea: 4, furtherAreas: [1, 6] },
    });
    for (const focusArea of [0, 7, 1.5]) {
      expect(edit({ focusArea })).toMatchObject({
        refusal: { kind: "incomplete", problems: [{ field: "focusArea" }] },
      });
    }
  });

  it("an end before the start, a goal that is none, an empty title and a CPR number are refused by field", () => {
    const refused = edit({ title: "", to: day("2021-01-01"), sdgs: [18], description: "Om 010190-1234" });
    expect(
      !refused.ok && "problems" in refused.refusal && refused.refusal.problems.map(({ field, code }) => [field, code]),
    ).toEqual([
      ["title", "missing"],
      ["description", "cpr"],
      ["sdgs", "no-such-choice"],
      ["to", "end-before-start"],
    ]);
  });

  it("nobody who has left becomes owner, but who leaves stays on the item until another takes it", () => {
    const gone = aPerson({ ...people.colleague, active: false });
    const organisation = anOrganisation(gone);
    const refused = editActionItem(
      { ...state, organisation },
      { ...aCommand(), changes: { ownerKey: gone.key }, seen: {} },
      anActor("secretary"),
      now,
    );
    expect(refused).toMatchObject({
      refusal: { kind: "incomplete", problems: [{ field: "ownerKey", code: "no-such-choice" }] },
    });
    const owned = anActionItem({ ownerKey: gone.key });
    const kept = editActionItem(
      { ...state, organisation, item: owned },
      { ...aCommand(), changes: { title: "Andet" }, seen: {} },
      anActor("secretary"),
      now,
    );
    expect(kept).toMatchObject({ value: { title: "Andet", ownerKey: gone.key } });
  });

  it("milestones keep their keys, new ones get one, and they stand by their days", () => {
    const known = { key: aKey("known"), title: "Anden", due: day("2022-06-01") };
    const done = edit({ milestones: [known, { title: "Første", due: day("2022-05-01") }] });
    expect(done.ok && done.value.milestones.map(({ title }) => title)).toEqual(["Første", "Anden"]);
    expect(done.ok && done.value.milestones[1]?.key).toBe(known.key);
    const again = done.ok ? edit({ milestones: done.value.milestones }, {}, undefined, done.value) : done;
    expect(again.ok && done.ok && again.value === done.value).toBe(true);
  });
});
