import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { render, screen, within } from "@testing-library/react";
import * as z from "zod/mini";
import { ChatView, useUnreadCount } from "./chat-view.tsx";

export const formCard = {
  type: "AdaptiveCard",
  version: "1.5",
  body: [
    { type: "TextBlock", text: "Bedøm ansøgningen", wrap: true },
    { type: "Input.Text", id: "remark", label: "Bemærkning", isRequired: true, errorMessage: "Skriv en bemærkning" },
  ],
  actions: [
    { type: "Action.Execute", title: "Send", verb: "review.submit", data: { key: "k1" } },
    { type: "Action.OpenUrl", title: "Åbn", url: "https://example.org/l/entity/x" },
  ],
};
export const doneCard = {
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text: "Tak for svaret" }],
};

/** What the stand-in for the channel has and was asked. */
export interface Channel {
  cards: unknown[];
  /** Other messages than one for each card. */
  messages: readonly Readonly<Record<string, unknown>>[] | undefined;
  editedAt: string | undefined;
  unread: number;
  /** Where the conversation differs from a personal one with the app in it. */
  conversation: Record<string, unknown>;
  readonly requests: { path: string; body: unknown }[];
  /** What a press is answered with. */
  answer: () => Promise<Response> | Response;
  sayStatus: number;
  change: (kind: string) => void;
  /** The stand-in for the browser's own. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
}

/** Stands in for the channel's client interface. */
export function standInChannel(): Channel {
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  let switches = { retryInvokes: false, throttledCalls: 0, retryAfterS: 5 };
  const send = (text: string): void => stream?.enqueue(new TextEncoder().encode(text));
  const channel: Channel = {
    cards: [formCard],
    messages: undefined,
    editedAt: undefined,
    unread: 1,
    conversation: {},
    requests: [],
    answer: () => Response.json({ kind: "card", card: doneCard }),
    sayStatus: 201,
    change: (kind) => send(`event: change\ndata: {"conversationId":"a:1","kind":"${kind}"}\n\n`),
    fetch: async (url, init = {}) => {
      const path = url.replace("/channel", "").replace("/client", "");
      const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
      channel.requests.push({ path, body });
      if (path === "/events") {
        const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
          stream = controller;
          send("event: open\ndata: {}\n\n");
        };
        return new Response(new ReadableStream<Uint8Array>({ start }));
      }
      if (path.endsWith("/invoke")) return channel.answer();
      if (path.endsWith("/read")) channel.unread = 0;
      if (path === "/switches") {
        switches = { ...switches, ...z.looseObject({}).parse(body) };
        return Response.json(switches);
      }
      if (/\/(?:un)?install$/u.test(path)) {
        channel.conversation = { ...channel.conversation, installed: path.endsWith("/install") };
        channel.change("message");
      }
      if (init.method === "POST") return Response.json({}, { status: channel.sayStatus });
      return path.endsWith("/messages") ? messagesOf(channel) : conversationsOf(channel);
    },
  };
  return channel;
}

function messagesOf(channel: Channel): Response {
  const base = { author: "bot", cards: [], createdAt: "2026-03-02T09:00:00Z" };
  const messages =
    channel.messages?.map((message) => ({ ...base, ...message })) ??
    channel.cards.map((card, at) => ({
      ...base,
      seq: at,
      id: `1:${at}`,
      cards: [card],
      ...(channel.editedAt === undefined ? {} : { editedAt: channel.editedAt }),
    }));
  return Response.json({ me: "29:anna", members: 2, more: false, messages });
}

function conversationsOf({ unread, conversation }: Channel): Response {
  const usual = { id: "a:1", kind: "personal", appId: "app", appName: "Prøveapp", installed: true, mayRemove: true };
  return Response.json({ timeZone: "Europe/Copenhagen", conversations: [{ ...usual, unread, ...conversation }] });
}

let personas = 0;

/** Each test has its own persona, so that nothing is left in the store from the test before; answers how to come back. */
export function openChat(onOpenLink: (url: string) => void = () => undefined): () => void {
  const source = {
    persona: { id: `persona-${personas++}`, displayName: "Anna Ager" },
    token: async () => "token",
    channelBase: "/channel",
  };
  const Badge = (): React.JSX.Element => <p>ulæst: {useUnreadCount(source)}</p>;
  const show = (key: number): React.JSX.Element => (
    <FluentProvider theme={webLightTheme}>
      <ChatView key={key} {...source} locale="da-DK" theme="default" onOpenLink={onOpenLink} />
      <Badge />
    </FluentProvider>
  );
  const { rerender } = render(show(0));
  let visits = 0;
  return () => rerender(show(++visits));
}

export const card = (): Promise<HTMLElement> => screen.findByRole("article", { name: "Kort fra Prøveapp" });
export const cardButton = async (name: string): Promise<HTMLElement> =>
  within(await card()).findByRole("button", { name });

/** The presses the channel was sent. */
export const pressesOf = ({ requests }: Channel): unknown[] =>
  requests.filter(({ path }) => path.endsWith("/invoke")).map(({ body }) => body);
