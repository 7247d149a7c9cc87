import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aBody, aCase, aRoute, bodies, decidedAt, heard } from "#test/builders/cases.ts";
import { at, day } from "#test/builders/clock.ts";
import { aCommand, aKey } from "#test/builders/keys.ts";
import { anActor } from "#test/builders/organisation.ts";
import { abbreviationOn } from "../organisation/body.ts";
import { kr } from "../shared/money.ts";
import type { Case } from "./case.ts";
import { nextStep, routeStop } from "./case-course.ts";
import { readRoute, routeText } from "./read-route.ts";
import { routeGuard } from "./route-guard.ts";
import { setRoute } from "./set-route.ts";

const secretary = anActor("secretary", { roles: ["committee-secretary"] });
const now = at("2021-06-20T08:00:00.000Z");
const lay = (text: string, theCase: Case = aCase({ steps: [] }), dates: readonly ReturnType<typeof day>[] = []) =>
  setRoute(theCase, { ...aCommand(text), text, dates }, bodies, secretary, now);
const appropriation = { poolKey: aKey("pool"), kind: "capital", amountOere: kr(600_000), financing: "f" } as const;

describe("the route", () => {
  it("001-01 ØK, høring, ØK, KB is a body, a consultation, the same body again and the council", () => {
    const read = readRoute("ØK, høring, ØK, KB", bodies);
    const steps = read.ok ? read.value.map((step) => (step.kind === "body" ? step.body.name : step.kind)) : [];
    expect(steps).toEqual(["Økonomiudvalget", "consultation", "Økonomiudvalget", "Kommunalbestyrelsen"]);
    expect(routeText(aRoute("øk,Høring ;oek → Kommunalbestyrelsen"))).toBe("ØK, høring, ØK, KB");
  });

  it("reads the days written behind the bodies, and keeps the abbreviation of the day", () => {
    const days = aRoute("ØK den 15. juni 2021, høring (frist 30-07-2021), ØK 17-08-2021 – KB").map(({ date }) => date);
    expect(days).toEqual(["2021-06-15", "2021-07-30", "2021-08-17", undefined]);
    const renamed = {
      ...aBody("ØKE", "Økonomi- og Erhvervsudvalget", "finance-committee"),
      abbreviations: [
        { code: "ØK", from: undefined, to: day("2021-12-31") },
        { code: "ØKE", from: day("2022-01-01"), to: undefined },
      ],
    };
    expect([abbreviationOn(renamed, day("2021-06-15")), abbreviationOn(renamed, day("2022-06-15"))]).toEqual([
      "ØK",
      "ØKE",
    ]);
    expect(readRoute("ØK", [renamed])).toMatchObject({ ok: true });
  });

  it.each([
    ["", { kind: "route-empty" }],
    ["ØK, XYZ", { kind: "unknown-body", written: "XYZ" }],
    [Array.from({ length: 31 }, () => "ØK").join(), { kind: "route-too-long", most: 30 }],
  ])("refuses %s", (text, refusal) => {
    expect(readRoute(text, bodies)).toEqual({ ok: false, refusal });
  });

  it.each([
    ["001-16 the council before the finance committee", {}, "KB, ØK", "finance-committee-first"],
    [
      "001-16 a financial case without the finance committee",
      { isFinancial: true },
      "TMU",
      "finance-committee-missing",
    ],
    ["R-20 an appropriation that ends before the council", { appropriation }, "ØK", "council-missing"],
    ["a consultation at the end", {}, "ØK, høring", "consultation-at-the-edge"],
    ["a consultation at the start", {}, "høring, ØK", "consultation-at-the-edge"],
    [
      "004-09 a route that does not reach the competent body",
      { competentBodyKey: bodies[3]?.key },
      "ØK",
      "competent-body-missing",
    ],
  ])("%s is refused", (_name, overrides: Partial<Case>, text, kind) => {
    expect(lay(text, aCase({ steps: [], ...overrides }))).toEqual({ ok: false, refusal: { kind } });
  });

  it("001-05 behind a stop the new route is laid, and the old decisions stay", () => {
    const refused = decidedAt(aCase(), 1, "2021-06-15", "approved", "rejected");
    const again = lay("ØK 22-06-2021, KB 24-08-2021", refused);
    if (!again.ok) throw new Error(JSON.stringify(again.refusal));
    expect(routeText(again.value.steps)).toBe("ØK, ØK, KB");
    expect(routeStop(again.value)).toBeUndefined();
    expect(nextStep(again.value)).toMatchObject({ code: "ØK", leg: 2, date: "2021-06-22" });
    expect(again.value.decisions).toHaveLength(1);
  });

  it("keeps what has been treated when the rest is laid anew", () => {
    const laid = lay("høring, ØK, ØK, KB", decidedAt(aCase(), 1, "2021-06-15", "approved"));
    if (!laid.ok) throw new Error(JSON.stringify(laid.refusal));
    expect(routeText(laid.value.steps)).toBe("ØK, høring, ØK, ØK, KB");
    expect(laid.value.steps[0]).toEqual(aCase().steps[0]);
    expect(new Set(laid.value.steps.map(({ key }) => key)).size).toBe(5);
  });

  it("refuses days out of order, a decided case, and whoever does not write the case", () => {
    expect(lay("ØK 22-06-2021, KB 15-06-2021")).toMatchObject({ refusal: { kind: "route-dates-out-of-order" } });
    const done = decidedAt(aCase({ steps: aRoute("ØK") }), 1, "2021-06-15", "approved");
    expect(lay("KB", done)).toEqual({ ok: false, refusal: { kind: "case-decided" } });
    const stranger = anActor("applicant");
    const command = { ...aCommand(), text: "ØK", dates: [] };
    expect(setRoute(aCase(), command, bodies, stranger, now)).toEqual({ ok: false, refusal: { kind: "not-allowed" } });
  });

  it("R-19 no route that is let in brings the council before the finance committee", () => {
    const words = fc.array(fc.constantFrom("ØK", "KB", "TMU", "DIR", "høring"), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, fc.boolean(), fc.boolean(), (chosen, isFinancial, isAppropriation) => {
        const ground = aCase({ isFinancial, ...(isAppropriation ? { appropriation } : {}) });
        const steps = aRoute(chosen.join(", "));
        if (routeGuard(ground, steps) !== undefined) return;
        const council = chosen.indexOf("KB");
        const finance = chosen.indexOf("ØK");
        if (isFinancial || isAppropriation) expect(finance).toBeGreaterThanOrEqual(0);
        if (council >= 0 && finance >= 0) expect(finance).toBeLessThan(council);
        if (isAppropriation) expect(chosen.at(-1)).toBe("KB");
        expect(heard(ground).steps).toHaveLength(ground.steps.length);
      }),
    );
  });
});
