import type { AppropriationBasis, AppropriationStep, GrantPool } from "#domain/grants/grant-pool.ts";
import type { Body } from "#domain/organisation/body.ts";
import { formatMio } from "#domain/shared/money.ts";
import type { Case, CaseAppropriation, DecisionCode, RouteStep } from "./case.ts";
import { decisionAt, finalStep, stepState } from "./case-course.ts";
import type { TypedCase } from "./check-case.ts";
import { decisionText } from "./decision-words.ts";
import type { WrittenStep } from "./read-route.ts";

/** How a pool's capital appropriation is paid. */
const FINANCING = "det til formålet afsatte rådighedsbeløb på investeringsoversigten";

/** What a pool asks the council for: all that the budget has set aside for it. */
export function poolAppropriation(pool: GrantPool): CaseAppropriation {
  return { poolKey: pool.key, kind: "capital", amountOere: pool.allocation.amountOere, financing: FINANCING };
}

/** The case a pool drafts of itself, in the words such cases have in Danish; a person goes over it before it is put forward. */
export function poolCaseFields(pool: GrantPool, recommendedByRole: string): TypedCase {
  const { allocation, title, purpose, eligibility, criteria } = pool;
  const amount = formatMio(allocation.amountOere);
  const inYear = `i ${allocation.year}`;
  return {
    number: "",
    title: `Anlægsbevilling - ${title}`,
    openness: "open",
    alternativeTitle: "",
    closedReason: "",
    statement: [
      `Ved budgettets vedtagelse blev der sat ${amount} af til ${title} (${allocation.plan}). Pengene kan først bruges, når kommunalbestyrelsen har givet anlægsbevilling. Det søges der om i denne sag.`,
      `Puljens formål: ${purpose}. Den kan søges af: ${eligibility.toLowerCase()}.`,
      `Ansøgningerne skal beskrive projektet og den forventede økonomi. De vurderes efter disse kriterier: ${criteria.map(({ name }) => name.toLowerCase()).join("; ")}. De bedst egnede får tilsagn, så langt rammen rækker.`,
    ].join("\n\n"),
    policyContext: "Puljen kan søges af alle fagområder og følger kommunens digitaliseringsstrategi.",
    financialConsequences: `Der er ${inYear} afsat ${amount} på investeringsoversigten til ${allocation.project}. Bevillingen bruger hele rådighedsbeløbet og ændrer ikke kassebeholdningen.`,
    isFinancial: true,
    recommendedByRole,
    points: [`at der gives anlægsbevilling på ${amount} til ${title} ${inYear}, finansieret af ${FINANCING}.`],
    attachments: [],
  };
}

/** The way of an appropriation: the finance committee, then the council; undefined where a body is not known. */
export function appropriationRoute(bodies: readonly Body[]): readonly WrittenStep[] | undefined {
  const known = bodies.filter(({ active }) => active);
  const finance = known.find(({ kind }) => kind === "finance-committee");
  const council = known.find(({ kind }) => kind === "council");
  if (finance === undefined || council === undefined) return undefined;
  return [finance, council].map((body) => ({ kind: "body", body, date: undefined }));
}

/**
 * What a pool's own case says of its appropriation, as the pool keeps it: every body's treatment, and for the council's
 * final one whether it is an approval, whatever verb it used (R-20, B7). Undefined while the case has no way.
 */
export function appropriationBasis(theCase: Case): AppropriationBasis | undefined {
  const { appropriation, number, key } = theCase;
  if (appropriation === undefined || theCase.steps.length === 0) return undefined;
  const steps = theCase.steps.flatMap((step) => appropriationStep(theCase, step));
  return { caseKey: key, caseNumber: number ?? "", kind: "capital", amountOere: appropriation.amountOere, steps };
}

function appropriationStep(theCase: Case, step: RouteStep): readonly AppropriationStep[] {
  if (step.kind !== "body") return [];
  const decision = stepState(theCase, step) === "decided" ? decisionAt(theCase, step.key) : undefined;
  const appropriates = step.bodyKind === "council" && finalStep(theCase)?.key === step.key;
  const codes = decision?.points.map(({ code }) => code) ?? [];
  return [
    {
      body: step.code,
      appropriates,
      date: decision?.date ?? step.date,
      text: decision === undefined ? "" : decisionText(decision.points),
      code: appropriates ? finalCode(codes) : committeeCode(codes),
    },
  ];
}

function finalCode(codes: readonly DecisionCode[]): AppropriationStep["code"] {
  if (codes.length === 0) return "pending";
  if (codes.includes("rejected")) return "rejected";
  return codes.every((code) => code === "approved" || code === "concurred") ? "approved" : "pending";
}

function committeeCode(codes: readonly DecisionCode[]): AppropriationStep["code"] {
  if (codes.length === 0) return "pending";
  if (codes.includes("rejected")) return "rejected";
  if (codes.includes("recommended")) return "recommended";
  return codes.includes("approved") ? "approved" : "concurred";
}
