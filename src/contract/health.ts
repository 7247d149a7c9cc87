import * as z from "zod/mini";
import { instantSchema, keySchema } from "./scalars.ts";

/** `watch`: works, but somebody should look; `fault`: something does not work. */
export const healthStates = ["ok", "watch", "fault"] as const;
const stateSchema = z.enum(healthStates);

/** What the service may do at once, when an administrator asks for it. */
export const healthActs = ["read-anew", "rebuild", "check-logs"] as const;

/** What can be done about a line: an act of the service, a decision below, the provisioning command, or a person. */
const repairSchema = z.enum([...healthActs, "decide", "provision", "person"]);

export const healthLineNames = [
  "sharepoint",
  "projections",
  "malformed",
  "outside-edits",
  "budget",
  "notice-backlog",
  "uncertain",
  "undeliverable",
  "bot",
  "clock",
  "logs",
] as const;

const lineSchema = z.object({
  name: z.enum(healthLineNames),
  state: stateSchema,
  /** What the sentence needs; the words stand in tab/texts. */
  figures: z.record(z.string(), z.number()),
  at: z.optional(instantSchema),
  repair: z.optional(repairSchema),
});

const findingSchema = z.object({
  /** In the caller's language. */
  cause: z.string(),
  repair: z.string(),
  stops: z.enum(["none", "writes", "reads"]),
  /** False when provisioning leaves it to a person. */
  isRepairable: z.boolean(),
});

const listSchema = z.object({
  name: z.string(),
  title: z.string(),
  site: z.enum(["records", "open"]),
  state: stateSchema,
  rows: z.int(),
  /** Undefined when nothing has been read yet. */
  secondsSinceRead: z.optional(z.int()),
  isFailing: z.boolean(),
  findings: z.array(findingSchema),
});

const uncertainSchema = z.object({
  senderKey: keySchema,
  noticeKey: keySchema,
  kind: z.string(),
  to: z.string(),
  at: instantSchema,
  /** Whether there is still a reason to send it. */
  mayResend: z.boolean(),
});

const editSchema = z.object({
  at: instantSchema,
  kind: z.enum(["changed", "own-row", "deleted"]),
  answer: z.enum(["accepted", "put-back", "kept", "restored"]),
  list: z.string(),
  reference: z.string(),
  fields: z.string(),
  rows: z.int(),
  /** Name of the editor, where the organisation records know her. */
  who: z.optional(z.string()),
});

const malformedSchema = z.object({ list: z.string(), itemId: z.string(), column: z.string() });

/** GET /api/admin/health: how the service and its lists fare; administrators only. */
export const adminHealthSchema = z.object({
  now: instantSchema,
  state: stateSchema,
  lines: z.array(lineSchema),
  lists: z.array(listSchema),
  /** Undefined until the sites have been looked at once. */
  secondsSinceLook: z.optional(z.int()),
  uncertain: z.array(uncertainSchema),
  edits: z.array(editSchema),
  malformed: z.array(malformedSchema),
});
export type AdminHealth = z.infer<typeof adminHealthSchema>;

/** POST /api/admin/health/acts → the page anew. */
export const healthActRequestSchema = z.object({ commandKey: keySchema, act: z.enum(healthActs) });

/** POST /api/admin/notices/{key}, key of the sender record: what a person has found out about a message. → the page */
export const settleNoticeRequestSchema = z.object({
  commandKey: keySchema,
  noticeKey: keySchema,
  fate: z.enum(["arrived", "send-again"]),
});
