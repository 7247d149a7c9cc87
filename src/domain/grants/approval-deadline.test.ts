import { expect, it } from "vitest";
import { springClock } from "#test/builders/clock.ts";
import { anApplication, aRound } from "#test/builders/grants.ts";
import { people } from "#test/builders/organisation.ts";
import { approvalDeadline, sendDeadline } from "./approval-deadline.ts";

const returned = { at: springClock.open, by: people.head.key, questions: "Hvem betaler driften?" };

it("000-12 a form is due when the round closes, and two working days later once it came back with questions", () => {
  const round = aRound();
  expect(sendDeadline(round, [])).toBe(round.closesAt);
  expect(sendDeadline(round, [anApplication()])).toBe(round.closesAt);
  expect(sendDeadline(round, [anApplication({ returned })])).toBe(approvalDeadline(round));
  expect(approvalDeadline(round)).toBe(springClock.approvalOver);
});
