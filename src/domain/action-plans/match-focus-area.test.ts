import { describe, expect, it } from "vitest";
import { daTerms } from "#domain/grants/terms-da.ts";
import { aProgramme, areaNames } from "#test/builders/action-plans.ts";
import { at } from "#test/builders/clock.ts";
import { aCommand } from "#test/builders/keys.ts";
import { anActor } from "#test/builders/organisation.ts";
import { matchFocusArea } from "./match-focus-area.ts";
import { programmeState } from "./programme.ts";
import { confirmAreaNames, createProgramme, programmeOn, recordProgrammeVersion } from "./programme-commands.ts";

const now = at("2022-03-01T09:00:00.000Z");
const { focusAreas } = aProgramme();

describe("names of focus areas", () => {
  it.each(areaNames.map((name, index) => [name, index + 1] as const))(
    "001-19 “%s” is area %i for certain, however it is written",
    (name, number) => {
      for (const written of [
        name,
        name.toUpperCase(),
        `  ${name.replaceAll(" ", "  ")} `,
        `${number}. ${name}`,
        `Program ${number}: ${name}`,
      ]) {
        expect(matchFocusArea(written, focusAreas)).toEqual({ number, isCertain: true });
      }
    },
  );

  it.each([
    ["Borger, teknologi og lokaldemokrati", 1],
    ["Digital transformation og styrket udbredelse af moderne teknologier", 2],
    ["Kommunernes digitale fundamenter", 6],
    ["Klima & ressourcer", 4],
    ["Bedre velfærd og styring med datå", 5],
  ] as const)("001-19 KL's “%s” is proposed as area %i, for somebody to confirm", (name, number) => {
    expect(matchFocusArea(name, focusAreas)).toEqual({ number, isCertain: false });
  });

  it.each(["", "Lokaldemokrati", "Handicap og psykiatri", "Digitalisering"])(
    "001-19 “%s” is proposed as none",
    (name) => {
      expect(matchFocusArea(name, focusAreas)).toEqual({ number: undefined, isCertain: false });
    },
  );

  it("001-19 what somebody has confirmed is certain the next time, and nothing else changes", () => {
    const names = [
      { name: "Borger, teknologi og lokaldemokrati", number: 1 },
      { name: areaNames[1] ?? "", number: 2 },
    ];
    const done = confirmAreaNames(aProgramme(), { ...aCommand(), names }, anActor("secretary"), now);
    if (!done.ok) throw new Error("Refused");
    expect(matchFocusArea("Borger, teknologi og LOKALDEMOKRATI", done.value.focusAreas)).toEqual({
      number: 1,
      isCertain: true,
    });
    expect(done.value.focusAreas.slice(1)).toEqual(aProgramme().focusAreas.slice(1));
    const again = confirmAreaNames(done.value, { ...aCommand("again"), names }, anActor("secretary"), now);
    expect(again).toEqual({ ok: true, value: done.value });
    expect(confirmAreaNames(aProgramme(), { ...aCommand(), names }, anActor("applicant"), now)).toMatchObject({
      refusal: { kind: "not-allowed" },
    });
  });

  it("001-19 the names applications use are the programme's own or proposed", () => {
    expect(daTerms.focusAreas.map((name) => matchFocusArea(name, focusAreas).number)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe("a programme", () => {
  const { key: _, versions, createdAt, log, ...facts } = aProgramme();
  const command = { ...aCommand(), ...facts };

  it("is made by those who run the plan, with areas numbered in the order given", () => {
    const made = createProgramme(command, anActor("secretary"), now);
    expect(made.ok && made.value.focusAreas.map(({ number, name }) => [number, name])).toEqual(
      areaNames.map((name, index) => [index + 1, name]),
    );
    expect(made.ok && programmeState(made.value)).toBe("draft");
    expect(createProgramme(command, anActor("head"), now)).toMatchObject({ refusal: { kind: "not-allowed" } });
    expect(createProgramme({ ...command, focusAreas: [] }, anActor("chair"), now)).toMatchObject({
      refusal: { kind: "no-focus-areas" },
    });
    expect([versions, createdAt, log.count]).toEqual([[], now, 0]);
  });

  it("001-03 001-15 is approved provisionally, then finally, and then no more", () => {
    const first = recordProgrammeVersion(
      aProgramme(),
      { ...aCommand(), state: "provisionally-approved", at: now },
      anActor("officer"),
      now,
    );
    const second = first.ok
      ? recordProgrammeVersion(first.value, { ...aCommand("2"), state: "approved", at: now }, anActor("officer"), now)
      : first;
    expect(first.ok && programmeState(first.value)).toBe("provisionally-approved");
    expect(second).toMatchObject({ value: { versions: [{ number: 1 }, { number: 2, state: "approved" }] } });
    const third = second.ok
      ? recordProgrammeVersion(second.value, { ...aCommand("3"), state: "approved", at: now }, anActor("officer"), now)
      : second;
    expect(third).toMatchObject({ refusal: { kind: "programme-approved" } });
  });

  it("the programme of a day is the newest whose years it lies in, else the one that ended last", () => {
    const old = aProgramme({ title: "A", fromYear: 2016, toYear: 2020 });
    const current = aProgramme({ title: "B" });
    const redone = aProgramme({ title: "C", createdAt: at("2022-05-01T09:00:00.000Z") });
    const on = (text: string) => programmeOn([old, current, redone], text as never)?.title;
    expect([on("2018-01-01"), on("2022-01-01"), on("2030-01-01"), programmeOn([], "2022-01-01" as never)]).toEqual([
      "A",
      "C",
      "C",
      undefined,
    ]);
  });
});
