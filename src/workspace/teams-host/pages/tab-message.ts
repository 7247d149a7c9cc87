import * as z from "zod/mini";

/** What a tab sends to its host: one call of the Teams client library. */
const tabMessageSchema = z.object({
  id: z.optional(z.number()),
  uuidAsString: z.optional(z.string()),
  func: z.string(),
  args: z._default(z.nullable(z.array(z.unknown())), []),
  /** Nested app authentication puts its request here, as JSON text. */
  data: z.optional(z.string()),
});
export type TabMessage = z.infer<typeof tabMessageSchema>;

/** Reads a window message; undefined when it is not a call of the client library. */
export function parseTabMessage(data: unknown): TabMessage | undefined {
  const message = tabMessageSchema.safeParse(data);
  return message.success ? message.data : undefined;
}
