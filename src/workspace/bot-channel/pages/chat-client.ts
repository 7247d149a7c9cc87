import type * as z from "zod/mini";
import {
  type Change,
  changeSchema,
  conversationsSchema,
  type ExecuteAction,
  messagesSchema,
  type PressAnswer,
  pressAnswerSchema,
  type Switches,
  switchesSchema,
} from "./chat-contract.ts";

/** The requests of one persona's chat. Each rejects when the channel cannot be reached or refuses. */
export interface ChatClient {
  conversations(): Promise<z.infer<typeof conversationsSchema>>;
  messages(conversationId: string, before?: number): Promise<z.infer<typeof messagesSchema>>;
  /** `rootId`: in the thread of that message. */
  say(conversationId: string, text: string, rootId?: string): Promise<void>;
  /** The data of an Action.Submit. */
  submit(conversationId: string, messageId: string, value: Record<string, unknown>): Promise<void>;
  press(conversationId: string, messageId: string, action: ExecuteAction, trigger: Trigger): Promise<PressAnswer>;
  install(conversationId: string): Promise<void>;
  uninstall(conversationId: string): Promise<void>;
  /** Turns some of the channel's switches; answers how all of them stand. */
  turn(change: Partial<Switches>): Promise<Switches>;
  markRead(conversationId: string, seq: number): Promise<void>;
  /** Hears of changes until the stream ends or `signal` aborts; `onOpen` is called once it listens. */
  listen(signal: AbortSignal, onOpen: () => void, onChange: (change: Change) => void): Promise<void>;
}

export type Trigger = "manual" | "automatic";

/** `base` is the channel's address, e.g. "/channel"; `token` gives a fresh bearer token each time. */
export function createChatClient(base: string, token: () => Promise<string>): ChatClient {
  const send = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { authorization: `Bearer ${await token()}`, "content-type": "application/json" };
    const response = await fetch(`${base}${path}`, { ...init, headers });
    if (!response.ok) throw new Error(`The channel answered ${response.status}`);
    return response;
  };
  const read = async <T extends z.ZodMiniType>(schema: T, path: string, init?: RequestInit): Promise<z.infer<T>> =>
    schema.parse(await (await send(path, init)).json());
  const post = (body: unknown): RequestInit => ({ method: "POST", body: JSON.stringify(body) });
  const at = (conversationId: string): string => `/client/conversations/${encodeURIComponent(conversationId)}`;
  return {
    conversations: () => read(conversationsSchema, "/client/conversations"),
    messages: (id, before) =>
      read(messagesSchema, `${at(id)}/messages${before === undefined ? "" : `?before=${before}`}`),
    say: async (id, text, rootId) => {
      await send(`${at(id)}/messages`, post({ text, ...(rootId === undefined ? {} : { rootId }) }));
    },
    submit: async (id, replyToId, value) => void (await send(`${at(id)}/messages`, post({ replyToId, value }))),
    press: (id, messageId, action, trigger) =>
      read(pressAnswerSchema, `${at(id)}/messages/${encodeURIComponent(messageId)}/invoke`, post({ action, trigger })),
    install: async (id) => void (await send(`${at(id)}/install`, post({}))),
    uninstall: async (id) => void (await send(`${at(id)}/uninstall`, post({}))),
    turn: (change) => read(switchesSchema, "/switches", post(change)),
    markRead: async (id, seq) => void (await send(`${at(id)}/read`, post({ seq }))),
    listen: async (signal, onOpen, onChange) => {
      const { body } = await send("/client/events", { signal });
      if (body === null) return;
      for await (const { event, data } of serverSentEvents(body)) {
        if (event === "open") onOpen();
        if (event === "change") onChange(changeSchema.parse(JSON.parse(data)));
      }
    },
  };
}

async function* serverSentEvents(body: ReadableStream<BufferSource>): AsyncGenerator<{ event: string; data: string }> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let pending = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (pending + value).split("\n\n");
    pending = blocks.pop() ?? "";
    for (const block of blocks) {
      const field = (name: string): string =>
        block
          .split("\n")
          .filter((line) => line.startsWith(`${name}: `))
          .map((line) => line.slice(name.length + 2))
          .join("\n");
      yield { event: field("event"), data: field("data") };
    }
  }
}
