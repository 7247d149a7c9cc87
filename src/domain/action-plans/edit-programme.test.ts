import { describe, expect, it } from "vitest";
import { aProgramme, areaNames, updatedAt as now } from "#test/builders/action-plans.ts";
import { aCommand } from "#test/builders/keys.ts";
import { anActor, type PersonName } from "#test/builders/organisation.ts";
import { editProgramme, type ProgrammeChanges } from "./edit-programme.ts";
import type { Programme } from "./programme.ts";

const edit = (
  changes: ProgrammeChanges,
  {
    seen = {},
    by = "secretary",
    programme = aProgramme(),
  }: { seen?: ProgrammeChanges; by?: PersonName; programme?: Programme } = {},
) => editProgramme(programme, { ...aCommand(), changes, seen }, anActor(by), now);

describe("a programme's text", () => {
  it("B10 is written by those who run the plan, until it is finally approved", () => {
    expect(edit({ organisation: "IT og Digitalisering" }, { by: "chair" }).ok).toBe(true);
    for (const by of ["head", "applicant", "economist"] as const) {
      expect(edit({ title: "Nyt" }, { by })).toMatchObject({ refusal: { kind: "not-allowed" } });
    }
    const version = { number: 1, at: now, caseKey: undefined };
    const provisional = aProgramme({ versions: [{ ...version, state: "provisionally-approved" }] });
    expect(edit({ title: "Efter høringen" }, { programme: provisional }).ok).toBe(true);
    const approved = aProgramme({ versions: [{ ...version, state: "approved" }] });
    expect(edit({ title: "Nyt" }, { programme: approved })).toMatchObject({ refusal: { kind: "programme-approved" } });
  });

  it("changes one area's text and a fact, and leaves everything else", () => {
    const done = edit({ fromYear: 2022, areas: [{ number: 2, localStrategy: "Vi prøver få ting af." }] });
    const before = aProgramme();
    expect(done).toMatchObject({ value: { fromYear: 2022, key: before.key, title: before.title, log: { count: 1 } } });
    const areas = done.ok ? done.value.focusAreas : [];
    expect(areas[1]?.localStrategy).toBe("Vi prøver få ting af.");
    expect(areas.toSpliced(1, 1)).toEqual(before.focusAreas.toSpliced(1, 1));
    expect(edit({ title: before.title })).toMatchObject({ value: { log: { count: 0 } } });
  });

  it("001-19 a renamed area keeps its number and answers to its old name", () => {
    const done = edit({ areas: [{ number: 1, name: "Borgeren først" }] });
    expect(done.ok && done.value.focusAreas[0]).toMatchObject({
      number: 1,
      name: "Borgeren først",
      otherNames: [areaNames[0]],
    });
  });

  it("takes a new area at the end", () => {
    const count = areaNames.length;
    const done = edit({ areas: [{ number: count + 1, name: "Kunstig intelligens" }] });
    expect(done.ok && done.value.focusAreas.at(-1)).toMatchObject({ number: count + 1, name: "Kunstig intelligens" });
    expect(edit({ areas: [{ number: count + 1, klText: "Uden navn" }] })).toMatchObject({
      refusal: { kind: "incomplete", problems: [{ field: `areas.${count + 1}.name`, code: "missing" }] },
    });
  });

  it("does not write over what somebody else has changed in the same field, and says what stands there", () => {
    const theirs = aProgramme({ organisation: "Deres" });
    const done = edit({ organisation: "Mit" }, { seen: { organisation: "Før" }, programme: theirs });
    expect(done).toMatchObject({
      refusal: {
        kind: "changed-meanwhile",
        problems: [{ field: "organisation", code: "changed-meanwhile", data: { theirs: "Deres" } }],
      },
    });
    expect(edit({ title: "Mit" }, { seen: { organisation: "Før" }, programme: theirs }).ok).toBe(true);
  });

  it("says at each field what is wrong", () => {
    expect(edit({ title: " ", fromYear: 2030, toYear: 20_26, steeringGroup: "010203-1234" })).toMatchObject({
      refusal: {
        kind: "incomplete",
        problems: [
          { field: "title", code: "missing" },
          { field: "toYear", code: "end-before-start" },
          { field: "steeringGroup", code: "cpr" },
        ],
      },
    });
  });
});
