import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aCase, aRoute, bodies, decidedAt, heard } from "#test/builders/cases.ts";
import { at, day } from "#test/builders/clock.ts";
import { type Case, type DecisionCode, decisionCodes } from "./case.ts";
import {
  caseStatus,
  consultationBlocker,
  decidedOn,
  isDecided,
  isFinalStep,
  nextStep,
  pointOutcomes,
  routeStop,
} from "./case-course.ts";
import { documentVersions } from "./document-versions.ts";

const provisional = decidedAt(aCase(), 1, "2021-06-15", "approved");
const whole = decidedAt(decidedAt(heard(provisional), 3, "2021-08-17", "approved"), 4, "2021-08-24", "approved");

describe("the course of a case", () => {
  it("001-02 the consultation waits for the finance committee, and may be sent when it has decided", () => {
    expect(consultationBlocker(aCase(), 2)).toEqual({
      kind: "earlier-step-open",
      body: "Økonomiudvalget",
      date: "2021-06-15",
    });
    expect(consultationBlocker(provisional, 2)).toBeUndefined();
  });

  it("tells why a consultation cannot be sent otherwise", () => {
    expect(consultationBlocker(provisional, 1)).toEqual({ kind: "no-consultation-step" });
    expect(consultationBlocker(provisional, 0)).toEqual({ kind: "no-consultation-step" });
    expect(consultationBlocker(heard(provisional), 2)).toEqual({ kind: "consultation-ended", date: "2021-07-30" });
    const closed = { ...provisional, closedAt: at("2021-07-01T08:00:00.000Z") };
    expect(consultationBlocker(closed, 2)).toEqual({ kind: "case-closed" });
    const second = aCase({ steps: aRoute("ØK, høring, ØK, høring, KB") });
    const blocker = consultationBlocker(decidedAt(second, 1, "2021-06-15", "approved"), 4);
    expect(blocker).toEqual({ kind: "earlier-step-open", body: "", date: undefined });
  });

  it("001-03 the finance committee's Godkendt is provisional while others remain", () => {
    expect(pointOutcomes(provisional)[0]).toMatchObject({ effect: "provisionally-approved", isFinal: false });
    expect(documentVersions(provisional)).toEqual([
      { version: 1, status: "provisionally-approved", date: "2021-06-15" },
      { version: 2, status: "draft", date: undefined },
    ]);
    expect(caseStatus(provisional)).toBe("informed");
  });

  it("001-05 a refused point stops the route before the consultation and asks for a new one", () => {
    const refused = decidedAt(aCase(), 1, "2021-06-15", "approved", "rejected");
    expect(routeStop(refused)).toBe("rejected");
    expect(nextStep(refused)).toBeUndefined();
    expect(consultationBlocker(refused, 2)).toEqual({ kind: "route-stopped", why: "rejected" });
    expect(caseStatus(refused)).toBe("stopped");
  });

  it("001-15 the council's approval makes version 2 approved on its own day", () => {
    expect(isDecided(whole)).toBe(true);
    expect(decidedOn(whole)).toBe("2021-08-24");
    expect(documentVersions(whole)).toEqual([
      { version: 1, status: "provisionally-approved", date: "2021-06-15" },
      { version: 2, status: "approved", date: "2021-08-24" },
    ]);
    expect(caseStatus(whole)).toBe("decided");
  });

  it("004-09 a recommendation is never final: the council's step is next", () => {
    const steps = aRoute("ØK, KB");
    const council = bodies[3]?.key;
    const recommended = decidedAt(aCase({ steps, competentBodyKey: council }), 1, "2015-01-19", "recommended");
    expect(pointOutcomes(recommended)[0]).toMatchObject({ isFinal: false, effect: "open" });
    expect(nextStep(recommended)).toMatchObject({ code: "KB" });
    expect(isDecided(recommended)).toBe(false);
  });

  it("TR-9 the same Tiltrådt is final in one body and not in another", () => {
    const committee = decidedAt(aCase({ steps: aRoute("ØK") }), 1, "2020-06-15", "concurred");
    const council = decidedAt(aCase({ steps: aRoute("ØK, KB") }), 1, "2022-02-08", "concurred");
    expect([isDecided(committee), isDecided(council)]).toEqual([true, false]);
  });

  it("asks for a new route when the last body has decided nothing", () => {
    const forwarded = decidedAt(aCase({ steps: aRoute("ØK") }), 1, "2021-06-15", "recommended");
    expect(routeStop(forwarded)).toBe("not-decided");
  });

  it("keeps a postponed step open, and takes the newest decision of it", () => {
    const postponed = decidedAt(aCase(), 1, "2021-06-15", "postponed");
    expect(nextStep(postponed)?.key).toBe(postponed.steps[0]?.key);
    expect(nextStep(decidedAt(postponed, 1, "2021-06-22", "approved"))?.kind).toBe("consultation");
  });

  it("is arisen without route or points, and closed when closed", () => {
    expect(caseStatus(aCase({ steps: [] }))).toBe("arisen");
    expect(caseStatus(aCase({ closedAt: at("2021-07-01T08:00:00.000Z") }))).toBe("closed");
  });

  it("has no versions where nobody is heard, and a rejected one where the council refuses it", () => {
    expect(documentVersions(aCase({ steps: aRoute("ØK, KB") }))).toEqual([]);
    const refused = decidedAt(decidedAt(heard(provisional), 3, "2021-08-17", "approved"), 4, "2021-08-24", "rejected");
    expect(documentVersions(refused)[1]).toEqual({ version: 2, status: "rejected", date: "2021-08-24" });
    const early = decidedAt(aCase(), 1, "2021-06-15", "rejected");
    expect(documentVersions(early)[0]).toMatchObject({ status: "rejected" });
    expect(documentVersions(decidedAt(aCase(), 1, "2021-06-15", "discussed"))[0]).toMatchObject({ status: "draft" });
  });
});

describe("finality", () => {
  const routes = ["ØK", "ØK, KB", "DIR, ØK, KB", "ØK, høring, ØK, KB", "TMU, ØK"];
  const codes = fc.constantFrom<DecisionCode>(...decisionCodes);

  /** The case decided step by step as far as its route goes, with these codes. */
  function walked(route: string, chosen: readonly DecisionCode[]): Case {
    let theCase = heard(aCase({ steps: aRoute(route) }));
    theCase.steps.forEach((step, index) => {
      const code = chosen[index];
      if (step.kind === "body" && code !== undefined && nextStep(theCase)?.key === step.key) {
        theCase = decidedAt(theCase, index + 1, `2021-0${index + 1}-10`, code);
      }
    });
    return theCase;
  }

  it("follows from the step, whatever the verb: nothing before the last body's step is final", () => {
    fc.assert(
      fc.property(fc.constantFrom(...routes), fc.array(codes, { minLength: 1, maxLength: 4 }), (route, chosen) => {
        const theCase = walked(route, chosen);
        const last = theCase.decisions.at(-1);
        const isAtTheEnd = last !== undefined && last.stepKey === theCase.steps.at(-1)?.key;
        if (pointOutcomes(theCase).some(({ isFinal }) => isFinal)) expect(isAtTheEnd).toBe(true);
        expect(isDecided(theCase)).toBe(pointOutcomes(theCase).every(({ isFinal }) => isFinal));
      }),
    );
  });

  it("a case is never decided, stopped and waiting for a step at once", () => {
    fc.assert(
      fc.property(fc.constantFrom(...routes), fc.array(codes, { maxLength: 4 }), (route, chosen) => {
        const theCase = walked(route, chosen);
        const states = [isDecided(theCase), routeStop(theCase) !== undefined, nextStep(theCase) !== undefined];
        expect(states.filter(Boolean)).toHaveLength(1);
      }),
    );
  });

  it("the competent body's step is the final one, also when others come behind it", () => {
    const steps = aRoute("ØK, KB");
    const theCase = aCase({ steps, competentBodyKey: bodies[1]?.key });
    expect(steps.map((step) => isFinalStep(theCase, step))).toEqual([true, false]);
    expect(decidedOn(theCase)).toBeUndefined();
    expect(day("2021-06-15")).toBe("2021-06-15");
  });
});
