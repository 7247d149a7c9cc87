import * as z from "zod/mini";
import type { ExecuteAction } from "./chat-contract.ts";

const refreshSchema = z.looseObject({
  refresh: z.looseObject({
    action: z.looseObject({ type: z.literal("Action.Execute"), verb: z.string(), data: z.optional(z.unknown()) }),
    userIds: z.optional(z.array(z.string())),
  }),
});

/** The user-specific view a card offers, if any. */
export interface CardRefresh {
  readonly action: ExecuteAction;
  /** Teams asks by itself for those listed; for everybody if nobody is listed, as chats here are small. */
  readonly automatic: boolean;
}

export function refreshOf(card: unknown, me: string): CardRefresh | undefined {
  const parsed = refreshSchema.safeParse(card);
  if (!parsed.success) return undefined;
  const { action, userIds } = parsed.data.refresh;
  const { type, verb, data } = action;
  return {
    action: { type, verb, ...(data === undefined ? {} : { data }) },
    automatic: userIds?.includes(me) ?? true,
  };
}
