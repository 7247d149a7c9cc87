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
  /** Teams asks by itself for those listed, 60 at most; without a list for everybody where no more than 60 are. */
  readonly automatic: boolean;
}

/** Teams refreshes by itself for so many people only. */
const mostReaders = 60;

/** `members`: how many people are in the conversation. */
export function refreshOf(card: unknown, me: string, members: number): CardRefresh | undefined {
  const parsed = refreshSchema.safeParse(card);
  if (!parsed.success) return undefined;
  const { action, userIds } = parsed.data.refresh;
  const { type, verb, data } = action;
  return {
    action: { type, verb, ...(data === undefined ? {} : { data }) },
    automatic: userIds === undefined ? members <= mostReaders : userIds.length <= mostReaders && userIds.includes(me),
  };
}
