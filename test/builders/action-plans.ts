import type { ActionItem } from "#domain/action-plans/action-item.ts";
import type { TypedFields } from "#domain/action-plans/check-action-item.ts";
import type { FocusArea, Programme } from "#domain/action-plans/programme.ts";
import { emptyLog } from "#domain/shared/log.ts";
import { at, day } from "./clock.ts";
import { aKey } from "./keys.ts";
import { centres, people } from "./organisation.ts";

/** KL's six areas as the programme of Norddjurs writes them (S1). */
export const areaNames = [
  "Borger, teknologi og lokaldemokratiet",
  "Digital transformation og styrket udbredelse af modne teknologier",
  "Sammenhængende velfærdsforløb og indsatser",
  "Klima og ressourcer",
  "Bedre velfærd og styring med data",
  "Kommunernes digitale fundament",
];

/** When the item of the tests was told of last. */
export const updatedAt = at("2022-03-01T09:00:00.000Z");

/** A programme 2021-2025 with six areas, not approved yet. */
export function aProgramme(overrides: Partial<Programme> = {}): Programme {
  const focusAreas = areaNames.map((name, index): FocusArea => {
    return { number: index + 1, name, klText: "", localStrategy: "", examples: [], otherNames: [] };
  });
  return {
    key: aKey("programme"),
    title: "Digitaliseringsprogram 2021-2025",
    fromYear: 2021,
    toYear: 2025,
    caseNumber: "21/6103",
    supersedes: [],
    alignedWith: [],
    organisation: "",
    steeringGroup: "",
    focusAreas,
    versions: [],
    createdAt: updatedAt,
    log: emptyLog,
    ...overrides,
  };
}

/** An item under way in Sundhed og Omsorg, owned by the applicant, green on 1 March 2022. */
export function anActionItem(overrides: Partial<ActionItem> = {}): ActionItem {
  return {
    ...typedFields(),
    milestones: [],
    key: aKey("item"),
    programmeKey: aKey("programme"),
    status: "running",
    setLight: undefined,
    notes: [],
    updatedAt,
    updatedBy: people.applicant.key,
    createdAt: updatedAt,
    applicationKey: undefined,
    needKey: undefined,
    log: emptyLog,
    ...overrides,
  };
}

/** What a form hands in for it. */
export function typedFields(overrides: Partial<TypedFields> = {}): TypedFields {
  return {
    title: "Skærmbesøg i alle distrikter",
    description: "",
    ownerRole: "Teamleder",
    ownerKey: people.applicant.key,
    centreKey: centres[0]?.key ?? aKey("none"),
    focusArea: 2,
    furtherAreas: [],
    sdgs: [3],
    from: day("2022-01-01"),
    to: day("2022-12-31"),
    milestones: [],
    ...overrides,
  };
}
