import { expect, it } from "vitest";
import { kr } from "#domain/shared/money.ts";
import { springClock } from "#test/builders/clock.ts";
import { anApplication } from "#test/builders/grants.ts";
import { people } from "#test/builders/organisation.ts";
import { type ApprovalRequest, approvalRequestCard } from "./approval-request-card.ts";
import { cardBytes, cardLimitBytes } from "./card-size.ts";
import { returnedCard } from "./returned-card.ts";
import type { CardScreen } from "./screen.ts";

const screen: CardScreen = { language: "da", appId: "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e02" };
const number = "Ring til 010190-1234";
const application = anApplication({ title: number, description: number });
const request: ApprovalRequest = {
  application,
  centreName: "Center for Sundhed og Omsorg",
  applicantName: "Mette Holm",
  deadline: springClock.approvalOver,
  state: { kind: "waiting" },
  attempt: undefined,
};

it("R-08 shows no number that looks like a CPR number, whatever the writer has called it", () => {
  const attempt = { questions: number, problems: [{ field: "questions", code: "cpr", data: {} } as const] };
  const returned = { at: springClock.open, by: people.head.key, questions: "Hvem betaler?" };
  const cards = [
    approvalRequestCard(screen, request),
    approvalRequestCard(screen, { ...request, attempt }),
    returnedCard(screen, {
      application: { ...application, returned },
      byName: "Karin Thorup",
      until: springClock.approvalOver,
      state: "open",
    }),
  ];
  for (const card of cards) {
    expect(JSON.stringify(card)).not.toContain("010190");
    expect(JSON.stringify(card)).toContain("Ring til [nummer fjernet]");
  }
});

const english: CardScreen = { ...screen, language: "en" };

function words(card: ReturnType<typeof approvalRequestCard>): string {
  // Amounts are written with spaces that do not break.
  return JSON.stringify(card).replaceAll("\u00A0", " ").replaceAll("\u200B", "");
}

it("says that the number is gone from the questions, not that it should be removed", () => {
  const attempt = { questions: number, problems: [{ field: "questions", code: "cpr", data: {} } as const] };
  const json = words(approvalRequestCard(screen, { ...request, attempt }));
  expect(json).toContain("Vi har fjernet et nummer, der ligner et CPR-nummer. Ret spørgsmålet, og send igen.");
  expect(json).not.toContain("Fjern det");
  const en = words(approvalRequestCard(english, { ...request, attempt }));
  expect(en).toContain(
    "We have removed a number that looks like a CPR number. Correct the question and send it again.",
  );
});

it("R-08 shows no number written with points or spaces, in the questions least of all", () => {
  const dotted = "Ring til 12.03.45-1234 eller 12 03 45-1234";
  const attempt = { questions: dotted, problems: [{ field: "questions", code: "cpr", data: {} } as const] };
  const json = words(
    approvalRequestCard(screen, {
      ...request,
      application: { ...application, title: dotted, description: dotted, answer: dotted },
      question: dotted,
      attempt,
    }),
  );
  expect(json).not.toMatch(/12[. ]03[. ]45/u);
  expect(json).toContain("Ring til [nummer fjernet] eller [nummer fjernet]");
});

it("shows the question above the answer to it", () => {
  const answered = { ...application, answer: "Centret betaler." };
  const json = words(approvalRequestCard(screen, { ...request, application: answered, question: "Hvem betaler?" }));
  const places = ["Dine spørgsmål", "Hvem betaler?", "Ansøgerens svar", "Centret betaler."].map((text) =>
    json.indexOf(text),
  );
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
  expect(words(approvalRequestCard(screen, { ...request, question: "Hvem betaler?" }))).not.toContain("Hvem betaler?");
});

it("shows own financing and at most six budget lines by name and amount", () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      category: "equipment" as const,
      note: index === 0 ? "" : `Ting ${index + 1}`,
      amountOere: kr(1000 * (index + 1)),
    }));
  const cardWith = (count: number, on = screen) =>
    words(approvalRequestCard(on, { ...request, application: { ...application, budgetLines: lines(count) } }));
  const six = cardWith(6);
  expect(six).toContain('"title":"Egen finansiering","value":"20.000 kr."');
  expect(six).toContain("Udstyr: 1.000 kr.");
  expect(six).toContain("Ting 6: 6.000 kr.");
  expect(six).not.toMatch(/og \d linje/u);
  expect(cardWith(7)).toContain("og 1 linje til");
  const nine = cardWith(9);
  expect(nine).not.toContain("Ting 7");
  expect(nine).toContain("og 3 linjer til");
  expect(cardWith(9, english)).toContain("and 3 more lines");
});

it("T47 stays small with the longest texts in every place", () => {
  const long = 'Sundhedsplejerskeordningskoordinatorens æøå, 🙂 og "citater"\n'.repeat(80);
  const budgetLines = Array.from({ length: 30 }, () => ({ category: "other" as const, note: long, amountOere: kr(9) }));
  const huge = { ...application, title: long, description: long, answer: long, budgetLines };
  const attempt = {
    questions: long.slice(0, 2000),
    problems: [{ field: "questions", code: "cpr", data: {} } as const],
  };
  const card = approvalRequestCard(screen, { ...request, application: huge, question: long, attempt });
  expect(cardBytes(card)).toBeLessThanOrEqual(cardLimitBytes);
});
