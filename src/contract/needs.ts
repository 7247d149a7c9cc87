import * as z from "zod/mini";
import { instantSchema, keySchema, personRefSchema } from "./scalars.ts";

export const needFrequencySchema = z.enum(["daily", "weekly", "monthly", "rarely"]);
export const needStatusSchema = z.enum(["open", "application", "action-item", "closed"]);

/** The three answers as typed; "" while there is none. */
export const typedAnswersSchema = z.object({ problem: z.string(), affected: z.string(), frequency: z.string() });

/** What became of a need, as far as the reader may know it. */
export const needOutcomeSchema = z.object({
  kind: z.enum(["application", "action-item", "closed"]),
  at: instantSchema,
  byName: z.string(),
  /** The word to the finder. */
  reply: z.optional(z.string()),
  /** Number of draft or application. */
  number: z.optional(z.string()),
  writerName: z.optional(z.string()),
  /** How far the application or the item is: a status code of its own area; "draft" while it is being written. */
  state: z.optional(z.string()),
  title: z.optional(z.string()),
  /** Where the reader may read it. */
  link: z.optional(z.string()),
});

export const needSchema = z.object({
  key: keySchema,
  problem: z.string(),
  affected: z.string(),
  frequency: needFrequencySchema,
  centreKey: keySchema,
  centreName: z.string(),
  /** Only for who may ask the finder more. */
  finder: z.optional(personRefSchema),
  registeredAt: instantSchema,
  status: needStatusSchema,
  outcome: z.optional(needOutcomeSchema),
  /** How many others have the same need, and in how many centres beside the finder's. */
  supporters: z.int(),
  otherCentres: z.int(),
  /** The reader is one of them. */
  supported: z.boolean(),
  mine: z.boolean(),
  may: z.object({ edit: z.boolean(), support: z.boolean(), handle: z.boolean() }),
});
export type NeedView = z.infer<typeof needSchema>;

/** GET /api/needs: the needs the reader may see, newest first, and the form being written. */
export const needsSchema = z.object({
  now: instantSchema,
  /** The reader's own centre, for which needs are registered. */
  centreName: z.string(),
  /** The reader sees the needs of all centres. */
  all: z.boolean(),
  mayRegister: z.boolean(),
  needs: z.array(needSchema),
  form: z.object({ answers: typedAnswersSchema, savedAt: z.optional(instantSchema) }),
  /** Address of the open list, for those who read it. */
  sharePointUrl: z.optional(z.string()),
});
export type NeedsView = z.infer<typeof needsSchema>;

/** PATCH /api/needs/form: what was typed since the last save. */
export const saveNeedFormRequestSchema = z.object({
  changes: z.object({
    problem: z.optional(z.string()),
    affected: z.optional(z.string()),
    frequency: z.optional(z.string()),
  }),
});
/** Names of the fields that look like a CPR number and are therefore not stored. */
export const savedNeedFormSchema = z.object({ savedAt: instantSchema, notStored: z.array(z.string()) });
export type SavedNeedForm = z.infer<typeof savedNeedFormSchema>;

/** POST /api/needs and PUT /api/needs/{key} → needs */
export const needRequestSchema = z.object({ commandKey: keySchema, answers: typedAnswersSchema });
/** POST /api/needs/{key}/support */
export const supportNeedRequestSchema = z.object({ commandKey: keySchema, supports: z.boolean() });
/** POST /api/needs/{key}/close */
export const closeNeedRequestSchema = z.object({ commandKey: keySchema, reply: z.string() });
/** POST /api/needs/{key}/application */
export const promoteToApplicationRequestSchema = z.object({
  commandKey: keySchema,
  roundKey: keySchema,
  writerKey: keySchema,
});
/** POST /api/needs/{key}/action-item */
export const promoteToActionItemRequestSchema = z.object({
  commandKey: keySchema,
  title: z.string(),
  focusArea: z.int(),
});

/** GET /api/needs/{key}/ways: what may be made of a need now. */
export const needWaysSchema = z.object({
  title: z.string(),
  /** Open rounds in which the need's centre may apply. */
  rounds: z.array(z.object({ key: keySchema, name: z.string(), poolTitle: z.string(), closesAt: instantSchema })),
  /** People of the need's centre, the finder first. */
  writers: z.array(personRefSchema),
  /** Focus areas of the programme; none when there is no programme. */
  focusAreas: z.array(z.object({ number: z.int(), name: z.string() })),
});
export type NeedWays = z.infer<typeof needWaysSchema>;
