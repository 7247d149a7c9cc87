import type { Case, DecisionCode, RouteStep } from "#domain/cases/case.ts";
import { readRoute, routeText } from "#domain/cases/read-route.ts";
import { layRoute } from "#domain/cases/set-route.ts";
import type { Body, BodyKind } from "#domain/organisation/body.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { at, day } from "./clock.ts";
import { aKey } from "./keys.ts";
import { people } from "./organisation.ts";

/** A body with one abbreviation. */
export function aBody(code: string, name: string, kind: BodyKind): Body {
  const abbreviations = [{ code, from: undefined, to: undefined }];
  return { key: aKey(`body ${code}`), name, kind, abbreviations, active: true, log: emptyLog };
}

/** The bodies of the municipality in the tests. */
export const bodies: readonly Body[] = [
  aBody("DIR", "Direktionen", "executive-board"),
  aBody("ØK", "Økonomiudvalget", "finance-committee"),
  aBody("TMU", "Teknik- og Miljøudvalget", "standing-committee"),
  aBody("KB", "Kommunalbestyrelsen", "council"),
];

/** The steps of a written route. */
export function aRoute(text: string): readonly RouteStep[] {
  const written = readRoute(text, bodies);
  if (!written.ok) throw new Error(`No route: ${text}`);
  return layRoute(aKey("case"), 0, 1, written.value, day("2021-06-01"));
}

/** An open case on its way, nothing decided: 21/6103 with two points and the route ØK, høring, ØK, KB. */
export function aCase(overrides: Partial<Case> = {}): Case {
  return {
    key: aKey("case"),
    number: "21/6103",
    title: "Digitaliseringsprogram 2021-2025",
    openness: "open",
    alternativeTitle: "",
    closedReason: "",
    statement: "Programmet afløser strategien.",
    policyContext: "",
    financialConsequences: "Ingen økonomiske konsekvenser.",
    isFinancial: false,
    recommendedByRole: "Chefen for Borgerservice",
    points: [
      { number: 1, text: "at programmet godkendes foreløbigt" },
      { number: 2, text: "at programmet sendes i høring" },
    ],
    attachments: [],
    officerKey: people.secretary.key,
    steps: aRoute("ØK 15-06-2021, høring 30-07-2021, ØK 17-08-2021, KB 24-08-2021"),
    competentBodyKey: undefined,
    decisions: [],
    appropriation: undefined,
    createdAt: at("2021-05-03T08:00:00.000Z"),
    closedAt: undefined,
    log: emptyLog,
    ...overrides,
  };
}

/** The case with a decision at its step number, one code for each point. */
export function decidedAt(theCase: Case, stepNumber: number, date: string, ...codes: readonly DecisionCode[]): Case {
  const step = theCase.steps[stepNumber - 1];
  if (step === undefined) throw new Error(`No step ${stepNumber} in ${routeText(theCase.steps)}`);
  const points = theCase.points.map(({ number }, index) => {
    const code = codes[index] ?? codes.at(-1) ?? "approved";
    return { number, text: code, code };
  });
  const recorded = { recordedAt: at(`${date}T12:00:00.000Z`), recordedBy: people.secretary.key };
  const decision = { stepKey: step.key, date: day(date), points, apologies: [], ...recorded };
  return { ...theCase, decisions: [...theCase.decisions, decision] };
}

/** The case with its consultation over. */
export function heard(theCase: Case, date = "2021-07-30"): Case {
  const steps = theCase.steps.map((step) => (step.kind === "consultation" ? { ...step, endedOn: day(date) } : step));
  return { ...theCase, steps };
}
