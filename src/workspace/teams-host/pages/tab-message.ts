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

/**
 * What the host can do, as the client library reads it. Only what is answered is offered: a capability that is
 * named here and not answered leaves the tab waiting for ever.
 */
export const hostRuntime = JSON.stringify({
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isNAAChannelRecommended: true,
  isLegacyTeams: false,
  supports: { app: { notifySuccessResponse: {} }, nestedAppAuth: {}, pages: { currentApp: {} }, people: {} },
});

/**
 * The answer to `initialize`. The runtime must stand last: the library builds its authentication bridge only from
 * the fourth element, and takes the third for the runtime first, so that one must not parse as JSON.
 */
export const initializeAnswer: readonly unknown[] = ["content", "web", "2.0.1", hostRuntime];
