import * as z from "zod/mini";
import { noticeKinds } from "#domain/notices/notice.ts";
import { instantSchema, keySchema } from "./scalars.ts";

/** How a message fares: on its way, told, or why not. */
export const noticeStates = [
  "planned",
  "no-chat",
  "tab-only",
  "sending",
  "sent",
  "uncertain",
  "expired",
  "undeliverable",
] as const;

const aboutShape = {
  round: z.optional(z.object({ key: keySchema, name: z.string() })),
  /** Left out for who may not know what it is about. */
  subject: z.optional(z.object({ title: z.string(), number: z.string(), link: z.string() })),
} as const;

/** GET /api/notices/deliveries: what was told to whom, and who waits for whom; the secretariat and administrators. */
export const deliveriesSchema = z.object({
  now: instantSchema,
  deliveries: z.array(
    z.object({
      ...aboutShape,
      key: keySchema,
      kind: z.enum(noticeKinds),
      to: z.string(),
      state: z.enum(noticeStates),
      at: instantSchema,
      /** When its recipient first had the card or its page before the eyes. */
      seenAt: z.optional(instantSchema),
      answeredAt: z.optional(instantSchema),
    }),
  ),
  tasks: z.array(
    z.object({
      ...aboutShape,
      key: keySchema,
      kind: z.enum(noticeKinds),
      to: z.string(),
      /** Who waits; left out where that is the secretariat. */
      from: z.optional(z.string()),
      since: instantSchema,
      /** When whoever is to do it first saw that. */
      seenAt: z.optional(instantSchema),
      /** Calendar days since it was asked. */
      days: z.int(),
      deadline: instantSchema,
    }),
  ),
});
export type Deliveries = z.infer<typeof deliveriesSchema>;
