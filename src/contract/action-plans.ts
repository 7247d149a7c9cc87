import * as z from "zod/mini";
import { timelineEntrySchema } from "./applications.ts";
import { instantSchema, keySchema, personRefSchema, plainDateSchema } from "./scalars.ts";

export const actionStatusSchema = z.enum(["idea", "planned", "running", "on-hold", "done", "stopped"]);
export const actionLightSchema = z.enum(["green", "yellow", "red"]);
export const programmeStateSchema = z.enum(["draft", "provisionally-approved", "approved"]);

/** Why the light is what it is; `set` is what a person wrote, the others are facts whose sentence stands in the texts. */
export const lightReasonSchema = z.object({
  kind: z.enum(["milestone-overdue", "period-ended", "not-started", "not-updated", "set"]),
  light: actionLightSchema,
  /** Title of the overdue milestone. */
  title: z.optional(z.string()),
  /** Since when, in days. */
  days: z.optional(z.int()),
  from: z.optional(plainDateSchema),
  to: z.optional(plainDateSchema),
  /** Day of the overdue milestone. */
  due: z.optional(plainDateSchema),
  /** Day of the last word. */
  since: z.optional(plainDateSchema),
  /** What the person wrote. */
  reason: z.optional(z.string()),
});

export const milestoneSchema = z.object({
  key: keySchema,
  title: z.string(),
  due: plainDateSchema,
  doneOn: z.optional(plainDateSchema),
});

/** One item as a line of the plan, a card on the board or a bar in time. */
export const actionRowSchema = z.object({
  key: keySchema,
  title: z.string(),
  status: actionStatusSchema,
  /** Missing where no work is expected: idea, done, stopped. Reasons come worst first; none means all is well. */
  light: z.optional(z.object({ light: actionLightSchema, reasons: z.array(lightReasonSchema) })),
  ownerRole: z.string(),
  /** Missing while nobody holds the role. */
  owner: z.optional(personRefSchema),
  /** The owner has left the municipality: the item stays and waits for a new one. */
  ownerLeft: z.boolean(),
  centreKey: keySchema,
  centreName: z.string(),
  focusArea: z.int(),
  furtherAreas: z.array(z.int()),
  sdgs: z.array(z.int()),
  from: plainDateSchema,
  to: plainDateSchema,
  milestones: z.array(milestoneSchema),
  /** The first milestone that is not done. */
  nextMilestone: z.optional(milestoneSchema),
  updatedAt: instantSchema,
  daysSinceUpdate: z.int(),
  /** Nobody has said how it goes for so long that the owner is asked. */
  isStale: z.boolean(),
  /** What was written last about how it goes. */
  lastNote: z.optional(z.object({ at: instantSchema, by: z.string(), text: z.string() })),
  /** What the reader may do: all of it, or only say how it goes, move it in time and tick milestones. */
  may: z.object({ edit: z.boolean(), report: z.boolean() }),
  /** Statuses it may be given now. */
  nextStatuses: z.array(actionStatusSchema),
});
export type ActionRow = z.infer<typeof actionRowSchema>;

export const focusAreaSchema = z.object({
  number: z.int(),
  name: z.string(),
  klText: z.string(),
  localStrategy: z.string(),
  examples: z.array(z.string()),
  /** Items whose main area it is; an area without any is there too (001-18). */
  items: z.array(actionRowSchema),
});

export const programmeSchema = z.object({
  key: keySchema,
  title: z.string(),
  fromYear: z.int(),
  toYear: z.int(),
  caseNumber: z.string(),
  state: programmeStateSchema,
  supersedes: z.array(z.string()),
  alignedWith: z.array(z.string()),
  organisation: z.string(),
  steeringGroup: z.string(),
  versions: z.array(
    z.object({ number: z.int(), state: programmeStateSchema, at: instantSchema, caseKey: z.optional(keySchema) }),
  ),
});

/** GET /api/action-plan: the programme of today and all its items, areas in KL's order. */
export const actionPlanSchema = z.object({
  now: instantSchema,
  today: plainDateSchema,
  /** Missing until a programme is made. */
  programme: z.optional(programmeSchema),
  areas: z.array(focusAreaSchema),
  /** Days without a word after which the owner is asked. */
  staleAfterDays: z.int(),
  /** The list in SharePoint, for those who may open it. */
  sharePointUrl: z.optional(z.string()),
  /** `programme`: there is none yet, and the reader may make it. */
  may: z.object({ create: z.boolean(), programme: z.optional(z.boolean()) }),
});
export type ActionPlan = z.infer<typeof actionPlanSchema>;

/** GET /api/action-plan/choices: what the forms offer. Centres are those the reader may put items in for. */
export const actionChoicesSchema = z.object({
  centres: z.array(z.object({ key: keySchema, name: z.string() })),
  persons: z.array(z.object({ key: keySchema, name: z.string(), title: z.string(), centreName: z.string() })),
});
export type ActionChoices = z.infer<typeof actionChoicesSchema>;

/** GET /api/action-items/{key}; the answer to every command about one item as well. */
export const actionItemSchema = z.object({
  now: instantSchema,
  today: plainDateSchema,
  item: actionRowSchema,
  description: z.string(),
  programmeTitle: z.string(),
  focusAreaName: z.string(),
  /** Newest first. */
  notes: z.array(z.object({ at: instantSchema, by: z.string(), text: z.string() })),
  /** Newest first; words stand in the texts. */
  timeline: z.array(timelineEntrySchema),
  /** The application it came from; title and number only where the reader may see them. */
  application: z.optional(z.object({ key: keySchema, number: z.optional(z.string()), title: z.optional(z.string()) })),
  needKey: z.optional(keySchema),
  sharePointUrl: z.optional(z.string()),
});
export type ActionItemView = z.infer<typeof actionItemSchema>;

const longText = z.string().check(z.maxLength(20_000));
const milestoneRequestSchema = z.object({
  /** Missing for a new one. */
  key: z.optional(keySchema),
  title: longText,
  due: plainDateSchema,
  doneOn: z.optional(plainDateSchema),
});

const actionFieldsShape = {
  title: longText,
  description: longText,
  ownerRole: longText,
  /** null: nobody. */
  ownerKey: z.nullable(keySchema),
  centreKey: keySchema,
  focusArea: z.int(),
  furtherAreas: z.array(z.int()).check(z.maxLength(20)),
  sdgs: z.array(z.int()).check(z.maxLength(17)),
  from: plainDateSchema,
  to: plainDateSchema,
  milestones: z.array(milestoneRequestSchema).check(z.maxLength(100)),
};

/** POST /api/action-items → item. The key is the hash of the command, so a double press makes one. */
export const createActionItemRequestSchema = z.object({
  commandKey: keySchema,
  ...actionFieldsShape,
  status: z.enum(["idea", "planned", "running"]),
});

/**
 * POST /api/action-items/{key}/edit → item. `seen` holds what this window had of each changed field: a field that
 * somebody else has changed since is refused as `changed-meanwhile` with both values in `fields`, and nothing is
 * written; fields that others changed and this window did not touch are no matter.
 */
export const editActionItemRequestSchema = z.object({
  commandKey: keySchema,
  changes: z.partial(z.object(actionFieldsShape)),
  seen: z.partial(z.object(actionFieldsShape)),
});

/**
 * POST /api/action-items/{key}/report → item: how it goes. A status on hold or stopped needs a note, a light worse than
 * the facts a reason; `light: "green"` takes away what a person has set. POST …/unchanged with a plain command says that
 * nothing has changed, in one press.
 */
export const reportActionItemRequestSchema = z.object({
  commandKey: keySchema,
  note: z.optional(longText),
  status: z.optional(actionStatusSchema),
  light: z.optional(z.object({ light: actionLightSchema, reason: longText })),
});

/** POST /api/applications/{key}/action-item → item: an awarded application becomes an item, once. */
export const itemFromApplicationRequestSchema = z.object({ commandKey: keySchema });

const areaTextShape = {
  name: longText,
  klText: longText,
  localStrategy: longText,
  examples: z.array(longText).check(z.maxLength(50)),
};
const programmeFactsShape = {
  title: longText,
  fromYear: z.int(),
  toYear: z.int(),
  caseNumber: longText,
  supersedes: z.array(longText).check(z.maxLength(50)),
  alignedWith: z.array(longText).check(z.maxLength(50)),
  organisation: longText,
  steeringGroup: longText,
};
const mostAreas = z.maxLength(20);

/** GET /api/programmes/{key}, with "current" for the one of today; the answer to making and changing one as well. */
export const programmePageSchema = z.object({
  /** Missing until one is made. */
  programme: z.optional(programmeSchema),
  areas: z.array(
    z.object({
      number: z.int(),
      ...areaTextShape,
      /** Items of the plan whose main area it is. */
      itemCount: z.int(),
    }),
  ),
  /** It is the one the action plan of today belongs to. */
  isCurrent: z.boolean(),
  /** All other programmes, newest first. */
  others: z.array(z.object({ key: keySchema, title: z.string(), fromYear: z.int(), toYear: z.int() })),
  may: z.object({ create: z.boolean(), edit: z.boolean() }),
});
export type ProgrammePage = z.infer<typeof programmePageSchema>;

/** POST /api/programmes → page. Its areas are numbered in the order given. */
export const createProgrammeRequestSchema = z.object({
  commandKey: keySchema,
  ...programmeFactsShape,
  areas: z.array(z.object(areaTextShape)).check(mostAreas),
});

const programmeChangesSchema = z.object({
  ...z.partial(z.object(programmeFactsShape)).shape,
  areas: z.optional(
    z.array(z.object({ number: z.int(), ...z.partial(z.object(areaTextShape)).shape })).check(mostAreas),
  ),
});

/**
 * PATCH /api/programmes/{key} → page: texts of a programme that is not finally approved. `seen` and the refusal
 * `changed-meanwhile` are as for items; an area is named by its number, and the next number is a new one.
 */
export const editProgrammeRequestSchema = z.object({
  commandKey: keySchema,
  changes: programmeChangesSchema,
  seen: programmeChangesSchema,
});

/** POST /api/programmes/{key}/match-areas: which area is meant by each name (001-19). Nothing is stored. */
export const matchAreasRequestSchema = z.object({ names: z.array(longText).check(z.maxLength(50)) });
export const matchAreasSchema = z.object({
  matches: z.array(z.object({ name: z.string(), number: z.optional(z.int()), isCertain: z.boolean() })),
});
/** POST /api/programmes/{key}/area-names → programme: the names somebody has confirmed. */
export const confirmAreaNamesRequestSchema = z.object({
  commandKey: keySchema,
  names: z.array(z.object({ name: longText, number: z.int() })).check(z.maxLength(50)),
});

/** GET /api/action-plan/status-report: a Word file, with `?format=xlsx` a workbook of this kind. */
export const workbookMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
