import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { enoughUsableDays } from "#domain/consultations/consultation-settings.ts";
import { deadlineAdvice, usableDays } from "#domain/consultations/deadline-advice.ts";
import { plusDays } from "#domain/shared/dates.ts";
import { defaultWorkingDayCalendar as workingDays } from "#domain/shared/working-days.ts";
import { councils } from "#use-cases/consultations/councils.ts";
import { sentConsultation } from "./consultation-story.ts";
import { inMemoryRecords } from "./in-memory-records.ts";
import { createWorld, day, good, type World } from "./world.ts";

const offered = (world: World): Readonly<Record<string, string>> =>
  Object.fromEntries(
    good(councils(world.deps, world.as("sagsbehandler"))).councils.map(({ name, duty, law }) => [name, law || duty]),
  );

describe("who must be heard", () => {
  it("R-01 R-02 the two councils the law names are offered with their paragraph, nobody else as one who must be heard", async () => {
    const world = await createWorld(inMemoryRecords(), "2021-06-14 09:00");
    expect(offered(world)).toEqual({
      Ældrerådet: "Retssikkerhedsloven § 30",
      Handicaprådet: "Retssikkerhedsloven § 37 a",
    });
  });

  it("R-02 a youth council that was heard is offered again, and stays one that is heard by choice", async () => {
    const world = await createWorld(inMemoryRecords(), "2021-06-14 09:00");
    await sentConsultation(world);
    expect(offered(world)).toMatchObject({ Ungdomsrådet: "voluntary" });
  });
});

describe("good time", () => {
  const kinds = (from: string, deadlineOn: string, meetingOn?: string): readonly string[] =>
    deadlineAdvice(
      {
        deadlineOn: day(deadlineOn),
        deadlineTime: "23:59",
        nextStep: meetingOn === undefined ? undefined : { body: "ØK", meetingOn: day(meetingOn), agendaOn: undefined },
      },
      day(from),
      workingDays,
    ).map(({ kind }) => kind);

  it("R-03 warns of less than 20 working days outside holiday weeks, and of no period that has them", () => {
    const starts = fc.integer({ min: 0, max: 3650 }).map((count) => plusDays(day("2020-01-01"), count));
    fc.assert(
      fc.property(starts, fc.integer({ min: 0, max: 90 }), (start, length) => {
        const deadlineOn = plusDays(start, length);
        const isShort = usableDays(start, deadlineOn, workingDays) < enoughUsableDays;
        expect(kinds(start, deadlineOn).includes("few-usable-days")).toBe(isShort);
      }),
    );
    expect(kinds("2021-02-01", "2021-02-26", "2021-03-16")).toEqual([]);
    expect(kinds("2021-02-02", "2021-02-26", "2021-03-16")).toEqual(["few-usable-days"]);
  });

  it("R-05 material sent six days before the meeting is warned of: too few days, and the agenda is out before the answer", () => {
    expect(kinds("2021-03-10", "2021-03-15", "2021-03-16")).toEqual(["after-agenda", "few-usable-days"]);
  });
});
