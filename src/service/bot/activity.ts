import * as z from "zod/mini";

/** An object id of Entra: the only name of a person that is believed. */
const objectIdSchema = z.string().check(z.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu));

/** What every activity of a personal chat tells; real clients send much more, which is passed over. */
export const activitySchema = z.object({
  type: z.string(),
  id: z.optional(z.nullable(z.string())),
  channelId: z.string(),
  serviceUrl: z.url(),
  locale: z.optional(z.nullable(z.string())),
  from: z.object({ id: z.string(), aadObjectId: z.optional(z.nullable(objectIdSchema)) }),
  recipient: z.object({ id: z.string() }),
  conversation: z.object({
    id: z.string().check(z.minLength(1)),
    conversationType: z.optional(z.nullable(z.string())),
    tenantId: z.optional(z.nullable(z.string())),
  }),
  channelData: z.optional(
    z.nullable(z.object({ tenant: z.optional(z.nullable(z.object({ id: z.optional(z.nullable(z.string())) }))) })),
  ),
  action: z.optional(z.nullable(z.string())),
  text: z.optional(z.nullable(z.string())),
  replyToId: z.optional(z.nullable(z.string())),
  value: z.optional(z.unknown()),
});
export type BotActivity = z.infer<typeof activitySchema>;

/** The tenant an activity says it comes from. */
export function tenantOf({ conversation, channelData }: BotActivity): string | undefined {
  return conversation.tenantId ?? channelData?.tenant?.id ?? undefined;
}
