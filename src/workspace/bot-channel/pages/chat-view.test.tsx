import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type Channel,
  card,
  cardButton,
  doneCard,
  formCard,
  openChat,
  pressesOf,
  standInChannel,
} from "./chat-view.test-support.tsx";

let channel: Channel;
beforeEach(() => {
  channel = standInChannel();
  vi.stubGlobal("fetch", channel.fetch);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("ChatView", () => {
  it("shows messages with their cards and marks them read", async () => {
    openChat();
    expect((await card()).textContent).toContain("Bedøm ansøgningen");
    await screen.findByText("ulæst: 1");
    channel.change("read");
    await screen.findByText("ulæst: 0");
    expect(channel.requests.filter(({ path }) => path === "/events")).toHaveLength(1);
  });

  it("shows the card's own message and sends nothing while a required field is empty", async () => {
    openChat();
    await userEvent.click(await cardButton("Send"));
    expect((await card()).textContent).toContain("Skriv en bemærkning");
    expect(pressesOf(channel)).toEqual([]);
  });

  it("sends a press with its inputs, says that it is sending, and shows the card of the answer", async () => {
    let answered: (response: Response) => void = () => undefined;
    channel.answer = () => new Promise((resolve) => (answered = resolve));
    openChat();
    await userEvent.type(within(await card()).getByRole("textbox"), "Godt");
    await userEvent.click(await cardButton("Send"));
    await screen.findByText("Sender…");
    await userEvent.click(await cardButton("Send"));
    channel.cards = [doneCard];
    answered(Response.json({ kind: "card", card: doneCard }));
    await waitFor(async () => expect((await card()).textContent).toContain("Tak for svaret"));
    await waitFor(async () => expect(document.activeElement).toBe(await card()));
    expect(pressesOf(channel)).toEqual([
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
    openChat();
    const field = within(await card()).getByRole("textbox");
    await userEvent.type(field, "Godt");
    await userEvent.click(await cardButton("Send"));
    expect((await screen.findByText("Fristen er udløbet")).closest("[role=alert]")).not.toBeNull();
    expect(field).toHaveProperty("value", "Godt");
    expect(field.isConnected).toBe(true);
  });

  it("shows what the bot said of a press until the bot replaces the card", async () => {
    channel.answer = () => Response.json({ kind: "message", text: "Vi arbejder på det." });
    openChat();
    await userEvent.type(within(await card()).getByRole("textbox"), "Godt");
    await userEvent.click(await cardButton("Send"));
    await screen.findByText("Vi arbejder på det.");
    channel.cards = [doneCard];
    channel.change("message");
    await waitFor(async () => expect((await card()).textContent).toContain("Tak for svaret"));
    expect(screen.queryByText("Vi arbejder på det.")).toBeNull();
  });
});

describe("ChatView and its surroundings", () => {
  it("keeps half-typed input when an unchanged card comes again, and draws a changed one", async () => {
    openChat();
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
    openChat((url) => void opened.push(url));
    await userEvent.click(within(await card()).getByRole("link", { name: "Åbn" }));
    expect(opened).toEqual(["https://example.org/l/entity/x"]);
  });

  it("sends a text with Enter, and keeps it when the app cannot be reached", async () => {
    openChat();
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
    openChat();
    await userEvent.click(await cardButton("Erklær inhabil"));
    expect(document.activeElement).toBe(within(await card()).getAllByRole("textbox")[1]);
    expect(inView).toEqual(["the panel with the field"]);
    await userEvent.click(await cardButton("Erklær inhabil"));
    expect(inView).toHaveLength(1);
  });
});
