import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PlainDate, plusDays } from "#domain/shared/dates.ts";
import { isHolidayWeek, isWorkingDay, defaultWorkingDayCalendar as workingDays } from "#domain/shared/working-days.ts";
import { at, day } from "#test/builders/clock.ts";
import { aConsultation, aParty } from "#test/builders/consultations.ts";
import { consultationStatus, partyStatus } from "./consultation-status.ts";
import { closesAt } from "./deadline.ts";
import { deadlineAdvice, usableDays } from "./deadline-advice.ts";
import { adviceSentence } from "./deadline-sentences.ts";
import { reminderLadder } from "./reminder-ladder.ts";

const days = fc.integer({ min: 0, max: 3650 }).map((count) => plusDays(day("2020-01-01"), count));
const lengths = fc.integer({ min: 0, max: 120 });

function daysIn(from: PlainDate, to: PlainDate): readonly PlainDate[] {
  const all: PlainDate[] = [];
  for (let each = from; each <= to; each = plusDays(each, 1)) all.push(each);
  return all;
}

describe("reminders", () => {
  it("001-10 fall on working days after the sending and before the deadline, each once and in order", () => {
    fc.assert(
      fc.property(days, lengths, (start, length) => {
        const deadline = plusDays(start, length);
        const ladder = reminderLadder(start, deadline, workingDays);
        expect(ladder).toEqual([...new Set(ladder)].toSorted());
        for (const each of ladder) {
          expect(isWorkingDay(each, workingDays)).toBe(true);
          expect(start < each && each < deadline).toBe(true);
        }
      }),
    );
  });
});

describe("usable days", () => {
  it("001-07 are the working days outside holiday weeks, first and last included", () => {
    fc.assert(
      fc.property(days, lengths, (start, length) => {
        const deadline = plusDays(start, length);
        const counted = daysIn(start, deadline).filter(
          (each) => isWorkingDay(each, workingDays) && !isHolidayWeek(each, workingDays),
        );
        expect(usableDays(start, deadline, workingDays)).toBe(counted.length);
      }),
    );
  });

  it("R-04 name Christmas and single weeks as people call them, and what falls on no working day", () => {
    const said = (start: string, deadlineOn: string) =>
      deadlineAdvice(
        { deadlineOn: day(deadlineOn), deadlineTime: "23:59", nextStep: undefined },
        day(start),
        workingDays,
      )
        .map((advice) => adviceSentence(advice, "da", workingDays))
        .join("\n");
    expect(said("2021-12-20", "2022-01-07")).toMatch(/ligger i dagene mellem jul og nytår/u);
    expect(said("2021-07-01", "2021-07-14")).toMatch(/ligger i ferieuge 28;/u);
    expect(said("2021-03-01", "2021-04-05")).toContain(
      "Svarfristen 05-04-2021 er ikke en hverdag. Næste hverdag er den 06-04-2021.",
    );
  });
});

describe("status", () => {
  it("B8 is told by records and time alone, and goes forward with time", () => {
    const order = ["draft", "upcoming", "open", "closed", "treated"];
    const instants = fc.date({ min: new Date("2021-06-01"), max: new Date("2021-09-30"), noInvalidDate: true });
    fc.assert(
      fc.property(instants, instants, (one, other) => {
        const [early, late] = [one, other].map((each) => at(each.toISOString())).toSorted();
        if (early === undefined || late === undefined) return;
        const consultation = aConsultation();
        const before = consultationStatus(consultation, early);
        expect(consultationStatus(consultation, early)).toBe(before);
        expect(order.indexOf(before)).toBeLessThanOrEqual(order.indexOf(consultationStatus(consultation, late)));
        const isClosed = late >= (closesAt(consultation) ?? "");
        expect(partyStatus(aParty(), consultation, late)).toBe(isClosed ? "noResponse" : "awaiting");
      }),
    );
  });
});
