import * as z from "zod/mini";
import { modesOfGroup, noticeGroups, noticeModes } from "#domain/notices/notice-choices.ts";
import { keySchema } from "./scalars.ts";

/** A clock time on a quarter of an hour within the house's sending hours, "07:00" to "18:00". */
const quarterSchema = z.string().check(z.regex(/^(?:(?:0[7-9]|1[0-7]):(?:00|15|30|45)|18:00)$/));

/** Hours in which one is told; at least one, so that what waits gets through. */
const hoursSchema = z
  .object({ from: quarterSchema, until: quarterSchema })
  .check(z.refine(({ from, until }) => minutesOf(until) - minutesOf(from) >= 60, "at-least-an-hour"));

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** GET /api/me/notices: how the signed-in person is told, and what she may choose. */
export const noticeChoicesSchema = z.object({
  groups: z.array(
    z.object({ group: z.enum(noticeGroups), mode: z.enum(noticeModes), modes: z.array(z.enum(noticeModes)) }),
  ),
  /** Left out where the house's hours hold. */
  hours: z.optional(hoursSchema),
  houseHours: hoursSchema,
});
export type NoticeChoicesAnswer = z.infer<typeof noticeChoicesSchema>;

/** PUT /api/me/notices: the whole of it; a group that is left out is as the house has it. → the choices */
export const chooseNoticesRequestSchema = z.object({
  commandKey: keySchema,
  modes: z.object({
    "own-decisions": z.optional(z.enum(modesOfGroup["own-decisions"])),
    requests: z.optional(z.enum(modesOfGroup.requests)),
    reminders: z.optional(z.enum(modesOfGroup.reminders)),
    answers: z.optional(z.enum(modesOfGroup.answers)),
    lists: z.optional(z.enum(modesOfGroup.lists)),
  }),
  hours: z.optional(hoursSchema),
});
