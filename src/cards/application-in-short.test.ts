import { describe, expect, it } from "vitest";
import type { GrantApplication } from "#domain/grants/application.ts";
import { proposedCriteria } from "#domain/grants/proposed-criteria.ts";
import { emptyAnswers } from "#domain/grants/review.ts";
import { kr } from "#domain/shared/money.ts";
import { springClock } from "#test/builders/clock.ts";
import { anApplication, anAward, aPool, aRoundState } from "#test/builders/grants.ts";
import { people } from "#test/builders/organisation.ts";
import { lintCard } from "./card-lint.ts";
import { outcomeCard } from "./outcome-card.ts";
import { reviewCard } from "./review-card.ts";
import { reviewWalk } from "./review-walk.ts";
import type { CardScreen } from "./screen.ts";

const da: CardScreen = { language: "da", appId: "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e02" };
const en: CardScreen = { ...da, language: "en" };

function card(screen: CardScreen, overrides: Partial<GrantApplication> = {}): string {
  const pool = aPool({ criteria: proposedCriteria });
  const walk = reviewWalk(aRoundState({ pool, applications: [anApplication(overrides)] }), people.economist.key);
  const [item] = walk.items;
  if (item === undefined) throw new Error("nothing to review");
  const built = reviewCard(screen, {
    walk,
    item,
    centreName: "Center for Sundhed og Omsorg",
    answers: emptyAnswers,
    problems: [],
    notice: undefined,
    again: false,
    reminder: false,
    recusal: undefined,
  });
  // Amounts are written with spaces that do not break, and what could begin a list after one that has no width.
  const json = JSON.stringify(built).replaceAll("\u00A0", " ").replaceAll('"\u200B', '"');
  expect(lintCard(JSON.parse(JSON.stringify(built)))).toEqual([]);
  return json;
}

describe("what the reviewer's card says of the application", () => {
  it("shows own funding, the period, the effect and the operation that the scales ask about", () => {
    const json = card(da);
    expect(json).toContain('"title":"Egen finansiering","value":"20.000 kr."');
    expect(json).toContain('"title":"Projektperiode","value":"1. juni 2022 – 30. juni 2023"');
    expect(json).toMatch(/\*\*Effekt:\*\* Mindst 25 pct\. af de korte besøg/u);
    expect(json).toMatch(/\*\*Drift bagefter:\*\* Centrets eget budget/u);
  });

  it("sums the budget by kind of cost in the reader's words", () => {
    const budgetLines = [
      { category: "licences", note: "A", amountOere: kr(4_000) },
      { category: "equipment", note: "B", amountOere: kr(10_000) },
      { category: "equipment", note: "C", amountOere: kr(8_000) },
    ] as const;
    expect(card(da, { budgetLines })).toContain("**Forventet økonomi:** Udstyr 18.000 kr., Licenser 4.000 kr.");
    expect(card(en, { budgetLines })).toMatch(/\*\*Expected costs:\*\* Equipment .*18[.,]000.*, Licences /u);
  });

  it("leaves out what the application does not say", () => {
    const json = card(da, { effect: "", operation: "", budgetLines: [], startDate: undefined, endDate: undefined });
    expect(json).not.toMatch(/\*\*(?:Effekt|Drift bagefter|Forventet økonomi):|Projektperiode/u);
  });

  it("cuts long texts and disarms what is written in them", () => {
    const json = card(da, { effect: `[klik](https://evil.example) ${"ord ".repeat(200)}`, operation: "x".repeat(900) });
    expect(json).not.toContain("[klik](https://evil.example)");
    expect(json).toMatch(/x{199}…/u);
    expect(json).not.toMatch(/x{200}|(?:ord ){60}/u);
  });

  it("tells the reviewer what the overall reason is for", () => {
    expect(card(da)).toContain("Læses af sekretariatet, når svaret skrives");
    expect(card(en)).toContain("Read by the secretariat when the answer is written");
  });
});

it.each([
  [da, "Se afgørelsen i Fremdrift."],
  [en, "See the decision in Fremdrift."],
] as const)("an award's card leads to the decision and promises no letter", (screen, sentence) => {
  const application = anApplication();
  const award = anAward(application);
  const answerBy = springClock.deciding;
  const outcome = { application, award, answerBy, late: false, contactName: "", answeredByName: "", revision: 0 };
  const json = JSON.stringify(outcomeCard(screen, outcome));
  expect(json).toContain(sentence);
  expect(json).not.toMatch(/brev|letter/iu);
});
