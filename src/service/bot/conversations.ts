import type { Conversation } from "#domain/notices/sender-record.ts";
import { type Key, keyOf, parseKey } from "#domain/shared/keys.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { commit, commitOrCreate } from "#use-cases/commit.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { BotActivity } from "./activity.ts";

/** What was stored about a chat, and whether the person was met for the first time. */
export interface MetConversation {
  readonly conversation: Conversation;
  readonly isNew: boolean;
}

/**
 * Remembers where a person is reached, from an installation or a message; one write only when something is new. A
 * person the organisation records do not know yet is kept too, under the key such a person gets.
 *
 * @returns undefined for an activity that names no person of Entra, or no personal chat
 */
export async function meetConversation(
  deps: Deps,
  activity: BotActivity,
): Promise<Result<MetConversation | undefined, StoreFailure>> {
  const objectId = activity.from.aadObjectId?.toLowerCase();
  const personKey = objectId === undefined ? undefined : personKeyOf(deps, objectId);
  const type = activity.conversation.conversationType;
  if (objectId === undefined || personKey === undefined || (type ?? "personal") !== "personal") return ok(undefined);
  const now = deps.clock.now();
  let isNew = false;
  const stored = await commitOrCreate<Conversation, StoreFailure>(
    deps.records.conversations,
    conversationKey(activity.conversation.id),
    (current) => {
      isNew = current === undefined;
      const wanted: Conversation = {
        key: conversationKey(activity.conversation.id),
        personKey,
        objectId,
        serviceUrl: activity.serviceUrl,
        conversationId: activity.conversation.id,
        userId: activity.from.id,
        botId: activity.recipient.id,
        tenantId: activity.conversation.tenantId ?? "",
        locale: activity.locale ?? "",
        blockedAt: undefined,
        installedAt: current?.installedAt ?? now,
      };
      return ok(current !== undefined && isSame(current, wanted) ? current : wanted);
    },
  );
  return stored.ok ? ok({ conversation: stored.value.value, isNew }) : stored;
}

/** Notes that the person has removed or blocked the app: nothing is sent there until it is installed again. */
export async function blockConversation(deps: Deps, conversationId: string): Promise<void> {
  const now = deps.clock.now();
  await commit<Conversation, StoreFailure>(deps.records.conversations, conversationKey(conversationId), (current) =>
    ok(current.blockedAt === undefined ? { ...current, blockedAt: now } : current),
  );
}

/** The stored chat with that id. */
export function findConversation({ records }: Pick<Deps, "records">, conversationId: string): Conversation | undefined {
  return records.conversations.byKey(conversationKey(conversationId))?.value;
}

function conversationKey(conversationId: string): Key {
  return keyOf("conversation", conversationId);
}

function personKeyOf({ records }: Deps, objectId: string): Key | undefined {
  const known = records.persons.all().find(({ value }) => value.objectId.toLowerCase() === objectId);
  return known?.value.key ?? parseKey(objectId);
}

function isSame(a: Conversation, b: Conversation): boolean {
  const fields = ["personKey", "objectId", "serviceUrl", "userId", "botId", "tenantId", "locale", "blockedAt"] as const;
  return fields.every((field) => a[field] === b[field]);
}
