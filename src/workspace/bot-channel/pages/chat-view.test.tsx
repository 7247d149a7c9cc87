import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChatView, useUnreadCount } from "./chat-view.tsx";

const formCard = {
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
const doneCard = { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: "Tak for svaret" }] };

interface Channel {
  cards: unknown[];
  unread: number;
  readonly requests: { path: string; body: unknown }[];
  /** What a press is answered with. */
  answer: () => Promise<Response> | Response;
  sayStatus: number;
  change: (kind: string) => void;
}
let channel: Channel;
let personas = 0;

/** Stands in for the channel's client interface. */
beforeEach(() => {
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  channel = {
    cards: [formCard],
    unread: 1,
    requests: [],
    answer: () => Response.json({ kind: "card", card: doneCard }),
    sayStatus: 201,
    change: (kind) =>
      stream?.enqueue(new TextEncoder().encode(`event: change\ndata: {"conversationId":"a:1","kind":"${kind}"}\n\n`)),
  };
  const message = (card: unknown, seq: number): unknown => ({
    seq,
    id: `1:${seq}`,
    author: "bot",
    cards: [card],
    createdAt: "2026-03-02T09:00:00Z",
  });
  vi.stubGlobal("fetch", async (url: string, init: RequestInit = {}): Promise<Response> => {
    const path = url.replace("/channel/client", "");
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
    channel.requests.push({ path, body });
    if (path === "/events") {
      const open = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
        stream = controller;
        controller.enqueue(new TextEncoder().encode("event: open\ndata: {}\n\n"));
      };
      return new Response(new ReadableStream<Uint8Array>({ start: open }));
    }
    if (path.endsWith("/invoke")) return channel.answer();
    if (path.endsWith("/read")) channel.unread = 0;
    if (init.method === "POST") return Response.json({}, { status: channel.sayStatus });
    if (path.endsWith("/messages"))
      return Response.json({ me: "29:anna", more: false, messages: channel.cards.map(message) });
    const conversation = { id: "a:1", appId: "app", appName: "Prøveapp", installed: true, unread: channel.unread };
    return Response.json({ timeZone: "Europe/Copenhagen", conversations: [conversation] });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Each test has its own persona, so that nothing is left in the store from the test before. */
function open(onOpenLink: (url: string) => void = () => undefined): void {
  const source = {
    persona: { id: `persona-${personas++}`, displayName: "Anna Ager" },
    token: async () => "token",
    channelBase: "/channel",
  };
  const Badge = (): React.JSX.Element => <p>ulæst: {useUnreadCount(source)}</p>;
  render(
    <FluentProvider theme={webLightTheme}>
      <ChatView {...source} locale="da-DK" theme="default" onOpenLink={onOpenLink} />
      <Badge />
    </FluentProvider>,
  );
}
const card = (): Promise<HTMLElement> => screen.findByRole("article", { name: "Kort fra Prøveapp" });
const cardButton = async (name: string): Promise<HTMLElement> => within(await card()).findByRole("button", { name });
const presses = (): unknown[] =>
  channel.requests.filter(({ path }) => path.endsWith("/invoke")).map(({ body }) => body);

describe("ChatView", () => {
  it("shows messages with their cards and marks them read", async () => {
    open();
    expect((await card()).textContent).toContain("Bedøm ansøgningen");
    await screen.findByText("ulæst: 1");
    channel.change("read");
    await screen.findByText("ulæst: 0");
    expect(channel.requests.filter(({ path }) => path === "/events")).toHaveLength(1);
  });

  it("shows the card's own message and sends nothing while a required field is empty", async () => {
    open();
    await userEvent.click(await cardButton("Send"));
    expect((await card()).textContent).toContain("Skriv en bemærkning");
    expect(presses()).toEqual([]);
  });

  it("sends a press with its inputs, says that it is sending, and shows the card of the answer", async () => {
    let answered: (response: Response) => void = () => undefined;
    channel.answer = () => new Promise((resolve) => (answered = resolve));
    open();
    await userEvent.type(within(await card()).getByRole("textbox"), "Godt");
    await userEvent.click(await cardButton("Send"));
    await screen.findByText("Sender…");
    await userEvent.click(await cardButton("Send"));
    channel.cards = [doneCard];
    answered(Response.json({ kind: "card", card: doneCard }));
    await waitFor(async () => expect((await card()).textContent).toContain("Tak for svaret"));
    await waitFor(async () => expect(document.activeElement).toBe(await card()));
    expect(presses()).toEqual([
      {
        action: expect.objectContaining({
          type: "Action.Execute",
          verb: "review.submit",
          data: { key: "k1", remark: "Godt" },
        }) as unknown,
        trigger: "manual",
      },
    ]);
  });

  it("shows a refusal beside the card and keeps what was typed", async () => {
    channel.answer = () => Response.json({ kind: "error", code: "BadRequest", text: "Fristen er udløbet" });
    open();
    const field = within(await card()).getByRole("textbox");
    await userEvent.type(field, "Godt");
    await userEvent.click(await cardButton("Send"));
    expect((await screen.findByText("Fristen er udløbet")).closest("[role=alert]")).not.toBeNull();
    expect(field).toHaveProperty("value", "Godt");
    expect(field.isConnected).toBe(true);
  });

  it("shows what the bot said of a press until the bot replaces the card", async () => {
    channel.answer = () => Response.json({ kind: "message", text: "Vi arbejder på det." });
    open();
    await userEvent.type(within(await card()).getByRole("textbox"), "Godt");
    await userEvent.click(await cardButton("Send"));
    await screen.findByText("Vi arbejder på det.");
    channel.cards = [doneCard];
    channel.change("message");
    await waitFor(async () => expect((await card()).textContent).toContain("Tak for svaret"));
    expect(screen.queryByText("Vi arbejder på det.")).toBeNull();
  });

  it("keeps half-typed input when an unchanged card comes again, and draws a changed one", async () => {
    open();
    const field = within(await card()).getByRole("textbox");
    await userEvent.type(field, "Halvt skre");
    const before = channel.requests.length;
    channel.cards = [structuredClone(formCard)];
    channel.change("message");
    await waitFor(() =>
      expect(channel.requests.slice(before).some(({ path }) => path.endsWith("/messages"))).toBe(true),
    );
    expect(field.isConnected).toBe(true);
    expect(field).toHaveProperty("value", "Halvt skre");
    channel.cards = [doneCard];
    channel.change("message");
    await waitFor(() => expect(field.isConnected).toBe(false));
  });

  it("hands links of cards to the host", async () => {
    const opened: string[] = [];
    open((url) => void opened.push(url));
    await userEvent.click(within(await card()).getByRole("link", { name: "Åbn" }));
    expect(opened).toEqual(["https://example.org/l/entity/x"]);
  });

  it("sends a text with Enter, and keeps it when the app cannot be reached", async () => {
    open();
    const field = await screen.findByRole("textbox", { name: "Skriv en besked" });
    await userEvent.type(field, "hjælp{Enter}");
    await waitFor(() => expect(field).toHaveProperty("value", ""));
    expect(channel.requests.map(({ body }) => body)).toContainEqual({ text: "hjælp" });
    channel.sayStatus = 502;
    await userEvent.type(field, "igen{Enter}");
    await screen.findByText(/Beskeden blev ikke sendt/u);
    expect(field).toHaveProperty("value", "igen");
  });
});

describe("a panel of a card", () => {
  it("comes into view, with the cursor in its first field", async () => {
    const inView: string[] = [];
    Element.prototype.scrollIntoView = function scrollIntoView(this: Element) {
      inView.push(this.querySelector("input")?.id === undefined ? "" : "the panel with the field");
    };
    const panel = { type: "AdaptiveCard", body: [{ type: "Input.Text", id: "why", label: "Hvorfor?" }] };
    channel.cards = [{ ...formCard, actions: [{ type: "Action.ShowCard", title: "Erklær inhabil", card: panel }] }];
    open();
    await userEvent.click(await cardButton("Erklær inhabil"));
    expect(document.activeElement).toBe(within(await card()).getAllByRole("textbox")[1]);
    expect(inView).toEqual(["the panel with the field"]);
    await userEvent.click(await cardButton("Erklær inhabil"));
    expect(inView).toHaveLength(1);
  });
});
