import type { ChatMessage } from "./chat-contract.ts";

/** A message with what was answered in its thread; in personal chats every message stands alone. */
export interface Thread {
  readonly root: ChatMessage;
  readonly replies: readonly ChatMessage[];
}

/** The messages as threads, in the order in which these began; an answer to a message that is not loaded stands alone. */
export function threadsOf(messages: readonly ChatMessage[]): readonly Thread[] {
  const roots = new Set(messages.filter(({ rootId }) => rootId === undefined).map(({ id }) => id));
  const isReply = ({ rootId }: ChatMessage): boolean => rootId !== undefined && roots.has(rootId);
  return messages
    .filter((message) => !isReply(message))
    .map((root) => ({ root, replies: messages.filter(({ rootId }) => rootId === root.id) }));
}
