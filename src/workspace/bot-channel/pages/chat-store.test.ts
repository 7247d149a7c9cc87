import { afterEach, expect, test, vi } from "vitest";
import { createChatStore } from "./chat-store.ts";

afterEach(() => vi.unstubAllGlobals());

/** A channel whose answers to "which messages" leave when the test lets them; each says what was there when it was asked. */
function slowChannel() {
  const written: string[] = [];
  const asked: (() => void)[] = [];
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  const send = (text: string): void => {
    if (stream === undefined) throw new Error("nobody listens");
    stream.enqueue(new TextEncoder().encode(text));
  };
  vi.stubGlobal("fetch", async (url: string) => {
    if (url.endsWith("/events")) {
      return new Response(new ReadableStream<Uint8Array>({ start: (controller) => void (stream = controller) }));
    }
    if (!url.includes("/messages")) return Response.json({ timeZone: "UTC", conversations: [] });
    const at = "2026-11-25T09:00:00.000Z";
    const messages = written.map((text, index) => ({
      seq: index + 1,
      id: `m${index}`,
      author: "bot",
      text,
      cards: [],
      createdAt: at,
    }));
    await new Promise<void>((resolve) => asked.push(resolve));
    return Response.json({ me: "Anna", members: 1, more: false, messages });
  });
  return {
    asked,
    listens: () => send("event: open\ndata: {}\n\n"),
    write: (text: string) => {
      written.push(text);
      send('event: change\ndata: {"conversationId":"a:1","kind":"message"}\n\n');
    },
  };
}

async function listening() {
  const channel = slowChannel();
  const store = createChatStore("/channel", async () => "token");
  const leave = store.subscribe(() => undefined);
  await vi.waitFor(() => channel.listens());
  await vi.waitFor(() => expect(store.getState().status).toBe("ready"));
  const shown = () => store.getState().threads["a:1"]?.messages.map(({ text }) => text);
  return { channel, store, leave, shown };
}

test("a message that arrives while the chat is being opened is shown", async () => {
  const { channel, store, leave, shown } = await listening();
  const opened = store.open("a:1");
  await vi.waitFor(() => expect(channel.asked).toHaveLength(1));
  channel.write("Svaret");
  await vi.waitFor(() => expect(channel.asked).toHaveLength(2));
  for (const answer of channel.asked) answer();
  await opened;
  await vi.waitFor(() => expect(shown()).toEqual(["Svaret"]));
  leave();
});

test("an older answer that comes later takes nothing away", async () => {
  const { channel, store, leave, shown } = await listening();
  const first = store.open("a:1");
  await vi.waitFor(() => expect(channel.asked).toHaveLength(1));
  channel.write("Svaret");
  await vi.waitFor(() => expect(channel.asked).toHaveLength(2));
  channel.asked[1]?.();
  await vi.waitFor(() => expect(shown()).toEqual(["Svaret"]));
  channel.asked[0]?.();
  await first;
  expect(shown()).toEqual(["Svaret"]);
  leave();
});
