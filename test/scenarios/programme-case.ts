import { expect } from "vitest";
import { demoAreas } from "#demo/plan-areas.ts";
import type { Case, DecisionCode } from "#domain/cases/case.ts";
import type { TypedCase } from "#domain/cases/check-case.ts";
import { plainDateOf } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { createProgramme } from "#use-cases/action-plans/programmes.ts";
import { editCase, recordDecision, setRoute } from "#use-cases/cases/case-acts.ts";
import { createCase } from "#use-cases/cases/create-case.ts";
import { createFromText } from "#use-cases/cases/create-from-text.ts";
import { type CaseReadingView, readCaseText } from "#use-cases/cases/read-case-text.ts";
import { setParties } from "#use-cases/consultations/set-parties.ts";
import { storyParties } from "./consultation-story.ts";
import { day, good, type World } from "./world.ts";

/** The case of the digitalisation programme as its officer writes it. */
export const programmeCaseFields = {
  number: "21/6103",
  title: "Digitaliseringsprogram 2021-2025",
  openness: "open",
  alternativeTitle: "",
  closedReason: "",
  statement: "",
  policyContext: "",
  financialConsequences: "Ingen økonomiske konsekvenser.",
  isFinancial: false,
  recommendedByRole: "Chefen for Borgerservice",
  points: ["at programmet godkendes foreløbigt", "at programmet sendes i høring"],
  attachments: [],
} as const;

/** The case with its way laid: ØK, høring, ØK, KB. */
export async function routedCase(world: World, programmeKey?: Key): Promise<Case> {
  const officer = world.as("sagsbehandler");
  const fields = programmeCaseFields;
  const { key } = good(await createCase(world.deps, officer, { commandKey: world.press(), fields, programmeKey }));
  const dates = ["2021-06-15", "2021-07-30", "2021-08-17", "2021-08-24"].map(day);
  const route = { commandKey: world.press(), caseKey: key, text: "ØK, høring, ØK, KB", dates };
  return good(await setRoute(world.deps, officer, route));
}

/** What was read, with nothing changed by hand; what was not found is empty. */
function fieldsRead(reading: CaseReadingView): TypedCase {
  const read = (found: { readonly value: string } | undefined): string => found?.value ?? "";
  return {
    ...programmeCaseFields,
    title: read(reading.title),
    number: read(reading.number),
    openness: reading.openness?.value ?? "closed",
    statement: read(reading.statement),
    financialConsequences: read(reading.financialConsequences),
    recommendedByRole: read(reading.recommendedByRole),
    points: reading.points.map(({ value }) => value.text),
  };
}

/**
 * The case and its consultation as a draft, made of a pasted text as it was read; then the programme it is about and the
 * people who answer for the councils, which no text says.
 */
export async function caseFromText(
  world: World,
  text: string,
  programmeKey: Key,
): Promise<{ caseKey: Key; consultationKey: Key }> {
  const officer = world.as("sagsbehandler");
  const reading = good(readCaseText(world.deps, officer, { text, notCpr: false }));
  const fields = fieldsRead(reading);
  // Before anybody has decided a text tells no day of a meeting for certain: the officer writes them.
  const dates = ["15-06-2021", "30-07-2021", "17-08-2021", "24-08-2021"];
  const route = reading.route.map(({ value: { code } }, index) => `${code || "høring"} ${dates[index] ?? ""}`);
  const command = {
    commandKey: world.press(),
    fields,
    route: route.join(", "),
    decisions: [],
    consultation: {
      parties: reading.consultation?.parties.map(({ value }) => value) ?? [],
      sentAfter: reading.consultation?.sentAfter?.value,
      deadline: reading.consultation?.deadline?.value,
    },
  };
  const { theCase, parts } = good(await createFromText(world.deps, officer, command));
  expect(parts.filter(({ refusal }) => refusal !== undefined)).toEqual([]);
  const caseKey = theCase.key;
  good(await editCase(world.deps, officer, { commandKey: world.press(), caseKey, fields, programmeKey }));
  const draft = world.deps.records.consultations.all().find(({ value }) => value.caseKey === caseKey)?.value;
  if (!draft) throw new Error("No consultation was made of the text");
  const parties = storyParties(world);
  good(await setParties(world.deps, officer, { commandKey: world.press(), consultationKey: draft.key, parties }));
  return { caseKey, consultationKey: draft.key };
}

/** Records what a body decided on both points, by the committee secretary. */
export function decides(world: World, caseKey: Key, step: number, date: string, code: DecisionCode = "approved") {
  const stepKey = world.deps.records.cases.byKey(caseKey)?.value.steps[step - 1]?.key ?? caseKey;
  const points = [1, 2].map((number) => ({ number, text: "Godkendt.", code }));
  const command = { commandKey: world.press(), caseKey, stepKey, date: day(date), points, apologies: [] };
  return recordDecision(world.deps, world.as("udvalgssekretaer"), command);
}

/** The programme as a draft. */
export async function draftProgramme(world: World): Promise<Key> {
  const facts = { title: "Digitaliseringsprogram 2021-2025", fromYear: 2021, toYear: 2025, caseNumber: "21/6103" };
  const rest = { supersedes: [], alignedWith: [], organisation: "", steeringGroup: "", focusAreas: demoAreas };
  const command = { commandKey: world.press(), ...facts, ...rest };
  return good(await createProgramme(world.deps, world.as("puljesekretariat"), command)).key;
}

/** What the programme's versions say: state and Danish day, in their order. */
export function versionsOf(world: World, programmeKey: Key): readonly string[] {
  const versions = world.deps.records.programmes.byKey(programmeKey)?.value.versions ?? [];
  return versions.map(({ state, at }) => `${state} ${plainDateOf(at)}`);
}

/** The day the consultation of the case was ended; undefined while it is open. */
export function heardOn(world: World, caseKey: Key): string | undefined {
  const step = world.deps.records.cases.byKey(caseKey)?.value.steps[1];
  return step?.kind === "consultation" ? step.endedOn : undefined;
}
