import { type ChatClient, createChatClient, type Trigger } from "./chat-client.ts";
import type {
  Change,
  ChatMessage,
  ConversationSummary,
  ExecuteAction,
  PressAnswer,
  Switches,
} from "./chat-contract.ts";

/** One conversation as far as it is loaded. */
export interface ChatThread {
  /** The persona's name in this channel. */
  readonly me: string;
  /** How many people are in the conversation. */
  readonly members: number;
  readonly messages: readonly ChatMessage[];
  readonly more: boolean;
}

/** Everything a chat view shows; replaced as a whole when something changes. */
export interface ChatState {
  readonly status: "loading" | "ready" | "failed";
  /** False while the event stream is broken: what is shown may be old. */
  readonly live: boolean;
  readonly timeZone: string;
  readonly conversations: readonly ConversationSummary[];
  readonly threads: Readonly<Record<string, ChatThread>>;
  /** The conversation whose bot is writing. */
  readonly typingIn: string | undefined;
}

/** One persona's chat, shared by everything on the page that shows it, so that there is one event stream. */
export interface ChatStore {
  getState(): ChatState;
  /** The first listener starts the stream, the last one to leave ends it. */
  subscribe(listener: () => void): () => void;
  setToken(token: () => Promise<string>): void;
  reload(): void;
  open(conversationId: string): Promise<void>;
  loadOlder(conversationId: string): Promise<void>;
  markRead(conversationId: string): void;
  /** `rootId`: in the thread of that message. */
  say(conversationId: string, text: string, rootId?: string): Promise<void>;
  install(conversationId: string): Promise<void>;
  uninstall(conversationId: string): Promise<void>;
  turn(change: Partial<Switches>): Promise<Switches>;
  submit(conversationId: string, messageId: string, value: Record<string, unknown>): Promise<void>;
  press(conversationId: string, messageId: string, action: ExecuteAction, trigger: Trigger): Promise<PressAnswer>;
  /** True at most once a minute for the same card: Teams refreshes no more often. */
  mayRefresh(cardKey: string): boolean;
}

const stores = new Map<string, ChatStore>();
const reconnectMs = 2_000;
const typingMs = 8_000;
const refreshMs = 60_000;

/** The store of a persona; `token` replaces the one given before. */
export function chatStoreOf(channelBase: string, personaId: string, token: () => Promise<string>): ChatStore {
  const key = `${channelBase} ${personaId}`;
  const store = stores.get(key) ?? createChatStore(channelBase, token);
  stores.set(key, store);
  return store;
}

export function createChatStore(channelBase: string, firstToken: () => Promise<string>): ChatStore {
  let token = firstToken;
  const client = createChatClient(channelBase, () => token());
  const { getState, set, listeners } = createCell();
  let stop: AbortController | undefined;

  const loadConversations = async (): Promise<void> => {
    try {
      const { timeZone, conversations } = await client.conversations();
      set({ status: "ready", timeZone, conversations });
    } catch {
      if (getState().status !== "ready") set({ status: "failed" });
    }
  };
  const newest = inOrder();
  /** Conversations somebody looks at; some are still on their way. */
  const opened = new Set<string>();
  const open = async (id: string): Promise<void> => {
    opened.add(id);
    const page = await newest(id, client.messages(id));
    if (page === undefined) return;
    const known = getState().threads[id];
    const firstSeq = page.messages[0]?.seq ?? 0;
    const older = (known?.messages ?? []).filter(({ seq }) => page.more && seq < firstSeq);
    const more = older.length > 0 ? (known?.more ?? page.more) : page.more;
    set({ threads: { ...getState().threads, [id]: { ...page, messages: [...older, ...page.messages], more } } });
  };
  const catchUp = (): void => {
    void loadConversations();
    for (const id of opened) open(id).catch(() => set({ live: false }));
  };
  const onChange = (change: Change): void => {
    if (change.kind === "typing") {
      set({ typingIn: change.conversationId });
      setTimeout(() => set({ typingIn: undefined }), typingMs);
      return;
    }
    void loadConversations();
    if (change.kind === "message") set({ typingIn: undefined });
    if (change.kind === "message" && opened.has(change.conversationId))
      open(change.conversationId).catch(() => set({ live: false }));
  };
  return {
    getState,
    subscribe: (listener) => {
      listeners.add(listener);
      if (stop === undefined) {
        stop = new AbortController();
        void keepListening(client, stop.signal, { getState, set, catchUp, onChange });
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.abort();
        stop = undefined;
      };
    },
    setToken: (next) => {
      token = next;
    },
    reload: catchUp,
    open,
    ...threadActions(client, { getState, set, open }),
    mayRefresh: createRefreshLimit(),
  };
}

/** Opens the event stream again and again until `signal` aborts. */
async function keepListening(
  client: ChatClient,
  signal: AbortSignal,
  {
    getState,
    set,
    catchUp,
    onChange,
  }: Pick<Cell, "getState" | "set"> & { catchUp(): void; onChange(change: Change): void },
): Promise<void> {
  const onOpen = (): void => {
    set({ live: true });
    catchUp();
  };
  while (!signal.aborted) {
    try {
      await client.listen(signal, onOpen, onChange);
    } catch {
      // Opened again below; until then the view says that it may be old.
    }
    if (signal.aborted) return;
    set({ live: false, ...(getState().status === "loading" ? { status: "failed" } : {}) });
    await new Promise((resolve) => setTimeout(resolve, reconnectMs));
  }
}

/**
 * Lets an answer through unless a later question about the same thing was answered before it: answers overtake each
 * other, and an old one would take a new message away.
 */
function inOrder(): <T>(subject: string, answer: Promise<T>) => Promise<T | undefined> {
  let asked = 0;
  const answered = new Map<string, number>();
  return async (subject, answer) => {
    asked += 1;
    const turn = asked;
    const result = await answer;
    if ((answered.get(subject) ?? 0) > turn) return undefined;
    answered.set(subject, turn);
    return result;
  };
}

function createRefreshLimit(): (cardKey: string) => boolean {
  const refreshed = new Map<string, number>();
  return (cardKey) => {
    const now = performance.now();
    if (now - (refreshed.get(cardKey) ?? Number.NEGATIVE_INFINITY) < refreshMs) return false;
    refreshed.set(cardKey, now);
    return true;
  };
}

interface Cell {
  getState(): ChatState;
  set(part: Partial<ChatState>): void;
  readonly listeners: Set<() => void>;
}

function createCell(): Cell {
  let state: ChatState = {
    status: "loading",
    live: true,
    timeZone: "UTC",
    conversations: [],
    threads: {},
    typingIn: undefined,
  };
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    listeners,
    set: (part) => {
      state = { ...state, ...part };
      for (const listener of listeners) listener();
    },
  };
}

function threadActions(
  client: ChatClient,
  { getState, set, open }: Pick<Cell, "getState" | "set"> & Pick<ChatStore, "open">,
): Pick<ChatStore, "loadOlder" | "markRead" | "say" | "submit" | "press" | "install" | "uninstall" | "turn"> {
  return {
    loadOlder: async (id) => {
      const thread = getState().threads[id];
      const page = await client.messages(id, thread?.messages[0]?.seq);
      const now = getState().threads[id];
      if (now === undefined) return;
      const messages = [...page.messages, ...now.messages];
      set({ threads: { ...getState().threads, [id]: { ...now, messages, more: page.more } } });
    },
    markRead: (id) => {
      const last = getState().threads[id]?.messages.at(-1);
      const unread = getState().conversations.find((conversation) => conversation.id === id)?.unread ?? 0;
      // A lost mark is made again with the next message.
      if (last !== undefined && unread > 0) client.markRead(id, last.seq).catch(() => undefined);
    },
    install: client.install,
    uninstall: client.uninstall,
    turn: client.turn,
    say: async (id, text, rootId) => {
      await client.say(id, text, rootId);
      await open(id);
    },
    submit: (id, messageId, value) => client.submit(id, messageId, value),
    press: async (id, messageId, action, trigger) => {
      const answer = await client.press(id, messageId, action, trigger);
      if (answer.kind === "card") await open(id);
      return answer;
    },
  };
}
