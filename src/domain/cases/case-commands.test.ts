import { describe, expect, it } from "vitest";
import { aCase, aRoute, bodies, decidedAt, heard } from "#test/builders/cases.ts";
import { at, day } from "#test/builders/clock.ts";
import { aPool } from "#test/builders/grants.ts";
import { aCommand, aKey } from "#test/builders/keys.ts";
import { anActor } from "#test/builders/organisation.ts";
import type { Actor } from "../organisation/actor.ts";
import type { Key } from "../shared/keys.ts";
import { kr } from "../shared/money.ts";
import type { Case, DecisionCode } from "./case.ts";
import {
  type CaseAction,
  caseSight,
  mayCreateCase,
  mayDraftPoolCase,
  mayReadCaseIn,
  writesCase,
} from "./case-access.ts";
import { isDecided, nextStep } from "./case-course.ts";
import type { TypedCase } from "./check-case.ts";
import { closeCase } from "./close-case.ts";
import { commandPool } from "./command-pool.ts";
import { createCase, createPoolCase } from "./create-case.ts";
import { decisionText, pointTexts, proposedCode } from "./decision-words.ts";
import { editCase } from "./edit-case.ts";
import { endConsultationStep } from "./end-consultation-step.ts";
import { appropriationBasis, appropriationRoute, poolAppropriation, poolCaseFields } from "./pool-case.ts";
import { routeText } from "./read-route.ts";
import { recordDecision } from "./record-decision.ts";
import { layRoute } from "./set-route.ts";

const secretary = anActor("secretary", { roles: ["committee-secretary"] });
const officer = anActor("applicant", { roles: ["case-officer"] });
const secretariat = anActor("head", { roles: ["secretariat"] });
const now = at("2021-06-20T08:00:00.000Z");

const typed = (theCase: Case, overrides: Partial<TypedCase> = {}): TypedCase => ({
  ...theCase,
  number: theCase.number ?? "",
  points: theCase.points.map(({ text }) => text),
  ...overrides,
});
const edit = (theCase: Case, overrides: Partial<TypedCase> = {}, actor: Actor = secretary) =>
  editCase(
    theCase,
    { ...aCommand(JSON.stringify(overrides)), fields: typed(theCase, overrides) },
    kr(600_000),
    actor,
    now,
  );
const record = (theCase: Case, stepNumber: number, date: string, ...codes: readonly DecisionCode[]) => {
  const points = codes.map((code, index) => ({ number: index + 1, text: `${code}.`, code }));
  const stepKey = theCase.steps[stepNumber - 1]?.key ?? aKey("no step");
  const command = { ...aCommand(`${stepNumber} ${date}`), stepKey, date: day(date), points, apologies: [] };
  return recordDecision(theCase, command, secretary, now);
};
const good = <T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown },
): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

describe("recordDecision", () => {
  it("001-04 each point has its own decision, and together they read Ad 1. … Ad 2. …", () => {
    const decided = good(record(aCase(), 1, "2021-06-15", "approved", "rejected"));
    expect(decided.decisions[0]?.points.map(({ code }) => code)).toEqual(["approved", "rejected"]);
    const points = [1, 2].map((number) => ({ number, text: "Godkendt.", code: "approved" as const }));
    expect(decisionText(points)).toBe("Ad 1. Godkendt. Ad 2. Godkendt.");
    expect(decisionText(points.slice(0, 1))).toBe("Godkendt.");
  });

  it("TR-13 the words of the minutes are kept as they are", () => {
    const points = aCase().points.map(({ number }) => ({
      number,
      text: "Godkendt for af undersstøttes.",
      code: "approved" as const,
    }));
    const command = { ...aCommand(), stepKey: aCase().steps[0]?.key ?? aKey("x"), date: day("2021-06-15"), points };
    const apologies = [{ role: "medlem", partyLetter: "A" }];
    const decided = good(recordDecision(aCase(), { ...command, apologies }, secretary, now));
    expect(decided.decisions[0]).toMatchObject({ points: [{ text: "Godkendt for af undersstøttes." }, {}], apologies });
  });

  it("001-16 the council cannot decide before the finance committee", () => {
    const theCase = aCase({ steps: aRoute("ØK, KB") });
    expect(record(theCase, 2, "2021-06-15", "approved", "approved")).toEqual({
      ok: false,
      refusal: { kind: "earlier-step-open", body: "Økonomiudvalget" },
    });
  });

  it.each([
    [
      "a consultation that is not over",
      decidedAt(aCase(), 1, "2021-06-15", "approved"),
      3,
      "2021-06-18",
      "consultation-open",
    ],
    ["a step that is decided", decidedAt(aCase(), 1, "2021-06-15", "approved"), 1, "2021-06-18", "step-decided"],
    ["a stopped route", decidedAt(aCase(), 1, "2021-06-15", "rejected"), 3, "2021-06-18", "route-stopped"],
    ["a meeting to come", aCase(), 1, "2021-06-21", "step-in-future"],
    ["a consultation as a body", aCase(), 2, "2021-06-15", "no-such-step"],
    ["a case without points", aCase({ points: [] }), 1, "2021-06-15", "no-points"],
    ["a closed case", aCase({ closedAt: now }), 1, "2021-06-15", "case-closed"],
    [
      "a day before the decision before it",
      heard(decidedAt(aCase(), 1, "2021-06-15", "approved")),
      3,
      "2021-06-14",
      "decided-before-earlier-step",
    ],
  ])("refuses %s", (_name, theCase, stepNumber, date, kind) => {
    expect(record(theCase, stepNumber, date, "approved", "approved")).toMatchObject({ ok: false, refusal: { kind } });
  });

  it("asks for every point, and takes no CPR number into the minutes", () => {
    expect(record(aCase(), 1, "2021-06-15", "approved")).toMatchObject({
      refusal: { kind: "incomplete", problems: [{ field: "points.2.text", code: "missing" }] },
    });
    const points = aCase().points.map(({ number }) => ({
      number,
      text: "Godkendt for 010190-1234",
      code: "approved" as const,
    }));
    const command = {
      ...aCommand(),
      stepKey: aCase().steps[0]?.key ?? aKey("x"),
      date: day("2021-06-15"),
      points,
      apologies: [],
    };
    expect(recordDecision(aCase(), command, secretary, now)).toMatchObject({ refusal: { kind: "incomplete" } });
  });

  it("brings the step before back when a body returns the case, and keeps history", () => {
    const theCase = aCase({ steps: aRoute("ØK, KB") });
    const returned = good(
      record(decidedAt(theCase, 1, "2021-06-01", "approved"), 2, "2021-06-15", "returned", "returned"),
    );
    expect(routeText(returned.steps)).toBe("ØK, KB, ØK, KB");
    expect(nextStep(returned)?.key).toBe(returned.steps[2]?.key);
    const first = good(record(theCase, 1, "2021-06-15", "returned", "returned"));
    expect(routeText(first.steps)).toBe("ØK, ØK, KB");
    expect(isDecided(returned)).toBe(false);
  });

  it("asks for the right amount when the council changes an appropriation", () => {
    const steps = aRoute("ØK, KB");
    const theCase = decidedAt(
      aCase({ steps, appropriation: poolAppropriation(aPool()) }),
      1,
      "2021-06-01",
      "concurred",
    );
    expect(record(theCase, 2, "2021-06-15", "approved-amended", "approved")).toEqual({
      ok: false,
      refusal: { kind: "appropriation-amended" },
    });
  });

  it("answers a second press with who and when", () => {
    const decided = good(record(aCase(), 1, "2021-06-15", "approved", "approved"));
    expect(record(decided, 1, "2021-06-15", "approved", "approved")).toEqual({
      ok: false,
      refusal: { kind: "case-already-changed", by: secretary.personKey, at: now },
    });
  });
});

describe("createCase and editCase", () => {
  it("makes a case of the officer's own, arisen and without a way", () => {
    const made = good(createCase({ ...aCommand(), fields: typed(aCase(), { number: "" }) }, officer, now));
    expect(made).toMatchObject({ number: undefined, officerKey: officer.personKey, steps: [], decisions: [] });
    expect(createCase({ ...aCommand(), fields: typed(aCase()) }, secretariat, now)).toMatchObject({
      refusal: { kind: "not-allowed" },
    });
  });

  it("R-15 R-27 a closed case says why, and what others see instead of its title", () => {
    const closed = edit(aCase(), { openness: "closed" });
    expect(closed).toMatchObject({
      refusal: {
        kind: "incomplete",
        problems: [{ field: "alternativeTitle" }, { field: "closedReason" }],
      },
    });
    const reasons = {
      openness: "closed",
      alternativeTitle: "En kontrakt",
      closedReason: "Udbud under forhandling",
    } as const;
    expect(good(edit(aCase(), reasons))).toMatchObject(reasons);
    // What is opened again has nothing left to hide behind.
    expect(good(edit(good(edit(aCase(), reasons)), { openness: "open" }))).toMatchObject({
      alternativeTitle: "",
      closedReason: "",
    });
  });

  it("answers an almost-number with the number that was meant", () => {
    expect(edit(aCase(), { number: "21-15479" })).toMatchObject({
      refusal: { kind: "not-a-case-number", proposal: "21/15479" },
    });
  });

  it("keeps points and amount once a body has decided on them", () => {
    const decided = decidedAt(aCase(), 1, "2021-06-15", "approved");
    expect(edit(decided, { points: ["at noget andet"] })).toEqual({ ok: false, refusal: { kind: "points-decided" } });
    expect(edit(decided, { statement: "Uddybet" })).toMatchObject({ ok: true });
  });

  it("004-09 says who decides finally until a body has decided, if the route reaches it; of a pool's money the council (R-20)", () => {
    const says = (theCase: Case, competentBodyKey: Key | "last" | undefined) =>
      editCase(
        theCase,
        { ...aCommand(`who ${competentBodyKey}`), fields: typed(theCase), competentBodyKey },
        kr(600_000),
        secretary,
        now,
      );
    const [, finance, , council] = bodies;
    const set = good(says(aCase(), finance?.key));
    expect(set.competentBodyKey).toBe(finance?.key);
    expect(good(says(set, undefined))).toBe(set);
    expect(good(says(set, "last")).competentBodyKey).toBeUndefined();
    expect(says(aCase({ steps: aRoute("TMU") }), council?.key)).toMatchObject({
      refusal: { kind: "competent-body-missing" },
    });
    const decided = decidedAt(aCase(), 1, "2021-06-15", "approved");
    expect(says(decided, finance?.key)).toEqual({ ok: false, refusal: { kind: "points-decided" } });
    const appropriation = { poolKey: aKey("pool"), kind: "capital" as const, amountOere: kr(100), financing: "" };
    const ofPool = aCase({ appropriation, isFinancial: true, steps: aRoute("ØK, KB") });
    expect(says(ofPool, finance?.key)).toMatchObject({ refusal: { kind: "council-missing" } });
    expect(says(ofPool, council?.key)).toMatchObject({ ok: true });
  });

  it("writes nothing when nothing has changed", () => {
    const theCase = aCase();
    expect(good(edit(theCase))).toBe(theCase);
  });

  it("guards the route when the case turns out to be about money", () => {
    expect(edit(aCase({ steps: aRoute("TMU") }), { isFinancial: true })).toEqual({
      ok: false,
      refusal: { kind: "finance-committee-missing" },
    });
  });

  it("numbers points and attachments from 1 and leaves empty points out", () => {
    const attachment = {
      number: 9,
      openness: "open",
      title: "Program",
      documentNumber: "73115/21",
      mark: "H",
      systemId: "3087662",
    } as const;
    const edited = good(edit(aCase(), { points: ["at a", " ", "at b"], attachments: [attachment] }));
    expect(edited.points).toEqual([
      { number: 1, text: "at a" },
      { number: 2, text: "at b" },
    ]);
    expect(edited.attachments).toEqual([{ ...attachment, number: 1 }]);
    const many = Array.from({ length: 41 }, () => attachment);
    const points = Array.from({ length: 31 }, () => "at x");
    expect(edit(aCase(), { points, attachments: many })).toMatchObject({
      refusal: { problems: [{ field: "points" }, { field: "attachments" }] },
    });
  });
});

describe("a pool's own case", () => {
  const pool = aPool({ appropriation: undefined });
  const written = appropriationRoute(bodies) ?? [];
  const steps = layRoute(aKey("x"), 0, 1, written, day("2022-01-17"));
  const fields = poolCaseFields(pool, "Chefen for Borgerservice");
  const draft = good(
    createPoolCase({ ...aCommand(), fields, appropriation: poolAppropriation(pool), steps }, secretariat, now),
  );

  it("asks for the whole allocation, financed by it, by way of finance committee and council", () => {
    expect(draft.appropriation).toMatchObject({ amountOere: pool.allocation.amountOere });
    expect(draft.points).toHaveLength(1);
    expect(draft.points[0]?.text).toContain("finansieret af det til formålet afsatte rådighedsbeløb");
    expect(routeText(draft.steps)).toBe("ØK, KB");
    // Their names say how many they are: nowhere a figure that another document writes in letters.
    expect(draft.statement).toMatch(/De vurderes efter disse kriterier: kriterium k1; [^.]+\. De bedst egnede/u);
  });

  it("has no way while a body is unknown, and is drafted by secretariat or committee secretary only", () => {
    expect(appropriationRoute(bodies.slice(0, 2))).toBeUndefined();
    const command = { ...aCommand(), fields, appropriation: poolAppropriation(pool), steps };
    expect(createPoolCase(command, officer, now)).toMatchObject({ refusal: { kind: "not-allowed" } });
  });

  it("000-04 an amount above the allocation is refused with the difference", () => {
    const command = { ...aCommand("edit"), fields: typed(draft), amountOere: kr(700_000) };
    expect(editCase(draft, command, kr(600_000), secretariat, now)).toEqual({
      ok: false,
      refusal: { kind: "exceeds-allocation", overOere: kr(100_000) },
    });
    const nothing = { ...command, amountOere: kr(0) };
    expect(editCase(draft, nothing, kr(600_000), secretariat, now)).toMatchObject({
      refusal: { kind: "amount-not-positive" },
    });
  });

  it("000-02 000-03 tells the pool of a concurrence, and of an approval by the council alone, whatever its verb", () => {
    const code = (theCase: Case) => appropriationBasis(theCase)?.steps.map((step) => [step.appropriates, step.code]);
    const concurred = decidedAt(draft, 1, "2022-02-08", "concurred");
    expect(code(draft)).toEqual([
      [false, "pending"],
      [true, "pending"],
    ]);
    expect(code(concurred)).toEqual([
      [false, "concurred"],
      [true, "pending"],
    ]);
    expect(code(decidedAt(concurred, 2, "2022-02-22", "concurred"))?.[1]).toEqual([true, "approved"]);
    expect(code(decidedAt(concurred, 2, "2022-02-22", "rejected"))?.[1]).toEqual([true, "rejected"]);
    expect(code(decidedAt(concurred, 2, "2022-02-22", "noted"))?.[1]).toEqual([true, "pending"]);
    expect(code(decidedAt(draft, 1, "2022-02-08", "recommended"))?.[0]).toEqual([false, "recommended"]);
    expect(code(decidedAt(draft, 1, "2022-02-08", "approved"))?.[0]).toEqual([false, "approved"]);
    expect(code(decidedAt(draft, 1, "2022-02-08", "rejected"))?.[0]).toEqual([false, "rejected"]);
    expect(appropriationBasis(aCase())).toBeUndefined();
  });
});

describe("ending and closing", () => {
  const decided = decidedAt(aCase(), 1, "2021-06-15", "approved");
  const end = (theCase: Case, date = "2021-06-18") =>
    endConsultationStep(
      theCase,
      { ...aCommand(), stepKey: theCase.steps[1]?.key ?? aKey("x"), date: day(date) },
      secretary,
      now,
    );

  it("001-12 ends the consultation, answers or not, when the body before it has decided", () => {
    expect(nextStep(good(end(decided)))).toMatchObject({ kind: "body", code: "ØK" });
    expect(end(aCase())).toEqual({ ok: false, refusal: { kind: "earlier-step-open", body: "Økonomiudvalget" } });
    expect(end(heard(decided))).toMatchObject({ refusal: { kind: "consultation-ended" } });
    expect(end(decided, "2021-06-21")).toMatchObject({ refusal: { kind: "consultation-ends-later" } });
  });

  it("closes what is decided, stopped or never put forward, and nothing that a body has before it", () => {
    expect(closeCase(decided, aCommand(), secretary, now)).toEqual({ ok: false, refusal: { kind: "case-under-way" } });
    for (const theCase of [aCase(), decidedAt(aCase(), 1, "2021-06-15", "rejected")]) {
      expect(closeCase(theCase, aCommand(), secretary, now)).toMatchObject({ ok: true, value: { closedAt: now } });
    }
    expect(closeCase(aCase(), aCommand(), officer, now)).toMatchObject({ refusal: { kind: "not-allowed" } });
  });
});

describe("commandPool", () => {
  const appropriation = poolAppropriation(aPool());
  const command = (theCase: Case, actor: Actor = secretary) =>
    commandPool(theCase, { ...aCommand("pool"), appropriation }, actor, now);

  it("lets a case that stands ask for a pool's money, once, and its log says how much", () => {
    const bound = good(command(aCase({ steps: aRoute("ØK, KB") })));
    expect(bound.appropriation).toEqual(appropriation);
    expect(bound.log.tail.at(-1)).toMatchObject({ action: "pool-commanded", detail: { amountOere: kr(600_000) } });
    expect(good(command(bound))).toBe(bound);
  });

  it.each([
    [
      "asks for another pool's",
      aCase({ appropriation: { ...appropriation, poolKey: aKey("other") } }),
      "case-has-pool",
    ],
    ["R-19 passes no finance committee", aCase({ steps: aRoute("TMU, KB") }), "finance-committee-missing"],
    ["R-20 does not end with the council", aCase({ steps: aRoute("KB, ØK") }), "council-missing"],
    ["is closed", aCase({ closedAt: now }), "case-closed"],
  ])("refuses one that %s", (_, theCase, kind) => {
    expect(command(theCase)).toMatchObject({ ok: false, refusal: { kind } });
  });

  it("B10 is for who writes the case", () => {
    expect(command(aCase(), officer)).toMatchObject({ ok: false, refusal: { kind: "not-allowed" } });
  });
});

describe("rights (B10)", () => {
  const own = aCase({ officerKey: officer.personKey });
  const pools = aCase({ appropriation: poolAppropriation(aPool()) });
  const closed = { openness: "closed", alternativeTitle: "En sag" } as const;
  const roles = ["committee-secretary", "case-officer", "secretariat", "directors", "chair", "administrator"] as const;
  const actor = (role: (typeof roles)[number]) => anActor("applicant", { personKey: aKey(role), roles: [role] });

  it("writing: the committee secretary everything, a case officer the own, the secretariat the pools'", () => {
    const table = roles.map((role) => [
      role,
      writesCase(actor(role), aCase()),
      writesCase(actor(role), pools),
      mayCreateCase(actor(role)),
      mayDraftPoolCase(actor(role)),
      mayReadCaseIn(actor(role)),
    ]);
    expect(table).toEqual([
      ["committee-secretary", true, true, true, true, true],
      ["case-officer", false, false, true, false, true],
      ["secretariat", false, true, false, true, true],
      ["directors", false, false, false, false, false],
      ["chair", false, false, false, false, false],
      ["administrator", false, false, false, false, false],
    ]);
    expect(writesCase(officer, own)).toBe(true);
    const actions: readonly CaseAction[] = ["edit", "route", "decide", "end-consultation", "close"];
    expect(actions).toHaveLength(5);
  });

  it("R-27 reading: everybody open cases; closed ones those who write them, directors and the chair", () => {
    expect(roles.map((role) => caseSight(actor(role), aCase()))).toEqual(roles.map(() => "full"));
    expect(roles.map((role) => caseSight(actor(role), aCase(closed)))).toEqual([
      "full",
      "limited",
      "limited",
      "full",
      "full",
      "limited",
    ]);
    expect(caseSight(actor("secretariat"), { ...pools, ...closed })).toBe("full");
  });
});

describe("the words of minutes", () => {
  it.each([
    ["Godkendt.", "approved"],
    ["Tiltrådt.", "concurred"],
    ["Indstillingen er tiltrådt.", "concurred"],
    ["Anbefaler Økonomiudvalgets indstilling.", "recommended"],
    ["Orienteringen taget til efterretning", "noted"],
    ["Drøftet, herunder fokus for den nye gruppe.", "discussed"],
    ["Fremsendt uden indstilling", "forwarded"],
    ["Udsat.", "postponed"],
    ["Hjemvist til forvaltningen", "returned"],
    ["Taget af dagsordenen", "withdrawn"],
    ["Ikke godkendt", "rejected"],
    ["Delvist godkendt (pkt. 2)", "approved-amended"],
    ["Foreløbigt godkendt", "provisionally-approved"],
    ["Bilaget godkendt. IT-pakker på tværs drøftet.", "approved"],
  ])("B7 %s is proposed as %s", (text, code) => {
    expect(proposedCode(text)).toBe(code);
  });

  it("proposes nothing for words it does not know", () => {
    expect(proposedCode("Se bilag")).toBeUndefined();
  });

  it("001-04 finds each point's words in the text of the minutes", () => {
    expect(pointTexts("Ad 1.\n\nGodkendt.\n\nAd 2.\n\nIkke godkendt.", [1, 2])).toEqual([
      "Godkendt.",
      "Ikke godkendt.",
    ]);
    expect(pointTexts("Tiltrådt.", [1, 2])).toEqual(["Tiltrådt.", "Tiltrådt."]);
    expect(pointTexts("Ad 1. Godkendt.", [1, 2])).toEqual(["Godkendt.", ""]);
  });
});
