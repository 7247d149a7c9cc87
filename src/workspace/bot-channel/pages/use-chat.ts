import { useEffect, useMemo, useSyncExternalStore } from "react";
import { type ChatState, type ChatStore, chatStoreOf } from "./chat-store.ts";

/** Whose chat, and how to reach it. */
export interface ChatSource {
  readonly persona: { readonly id: string; readonly displayName: string };
  /** A bearer token of the persona; asked for with every request. */
  readonly token: () => Promise<string>;
  /** The channel's address, e.g. "/channel". */
  readonly channelBase: string;
}

export function useChat({ persona, token, channelBase }: ChatSource): { store: ChatStore; state: ChatState } {
  const { id } = persona;
  // The token function may be new on every render; the store is not.
  // oxlint-disable-next-line react/exhaustive-deps
  const store = useMemo(() => chatStoreOf(channelBase, id, token), [channelBase, id]);
  useEffect(() => store.setToken(token), [store, token]);
  const state = useSyncExternalStore(store.subscribe, store.getState);
  return { store, state };
}

/** How many messages the persona has not seen, over all conversations: the badge on the rail. */
export function useUnreadCount(source: ChatSource): number {
  const { state } = useChat(source);
  return state.conversations.reduce((sum, conversation) => sum + conversation.unread, 0);
}
