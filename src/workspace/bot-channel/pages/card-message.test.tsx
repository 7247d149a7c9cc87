import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Channel, card, doneCard, openChat, pressesOf, standInChannel } from "./chat-view.test-support.tsx";

let channel: Channel;
beforeEach(() => {
  channel = standInChannel();
  vi.stubGlobal("fetch", channel.fetch);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const action = { type: "Action.Execute", verb: "review.view", data: { key: "k1" } };
const listing = (...userIds: string[]): Record<string, unknown> => ({ ...doneCard, refresh: { action, userIds } });
const automatic = { action, trigger: "automatic" };

/** Every automatic press has had its time: the page has read its messages and shown them. */
async function settle(): Promise<void> {
  await card();
  await new Promise((resolve) => setTimeout(resolve, 0));
}

describe("a card with a view for its reader", () => {
  it("asks for it by itself, once, also when the chat is left and opened again", async () => {
    channel.cards = [listing("29:anna")];
    channel.answer = () => Response.json({ kind: "card", card: listing("29:anna") });
    const comeBack = openChat();
    await waitFor(() => expect(pressesOf(channel)).toEqual([automatic]));
    comeBack();
    await settle();
    expect(pressesOf(channel)).toHaveLength(1);
  });

  it("asks again when a minute has passed and the chat is opened again", async () => {
    const clock = vi.spyOn(performance, "now");
    clock.mockReturnValue(1000);
    channel.cards = [listing("29:anna")];
    const comeBack = openChat();
    await waitFor(() => expect(pressesOf(channel)).toHaveLength(1));
    clock.mockReturnValue(60_999);
    comeBack();
    await settle();
    expect(pressesOf(channel)).toHaveLength(1);
    clock.mockReturnValue(61_000);
    comeBack();
    await waitFor(() => expect(pressesOf(channel)).toHaveLength(2));
    clock.mockRestore();
  });

  it("asks again when the bot edits the message", async () => {
    channel.cards = [listing("29:anna")];
    openChat();
    await waitFor(() => expect(pressesOf(channel)).toHaveLength(1));
    channel.editedAt = "2026-03-02T09:01:00Z";
    channel.change("message");
    await waitFor(() => expect(pressesOf(channel)).toEqual([automatic, automatic]));
  });

  it("asks nothing by itself for somebody it does not list, who can still press Opdater", async () => {
    channel.cards = [listing("29:bo")];
    openChat();
    await settle();
    expect(pressesOf(channel)).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Opdater kortet" }));
    await waitFor(() => expect(pressesOf(channel)).toEqual([{ action, trigger: "manual" }]));
    await screen.findByText("Kortet er opdateret.");
    expect(screen.queryByText("Dit svar er sendt til appen.")).toBeNull();
  });

  it("keeps quiet when it asked by itself and was refused, and tells when it was pressed", async () => {
    channel.cards = [listing("29:anna")];
    channel.answer = () => Response.json({ kind: "error", code: "x", text: "Det gik ikke" });
    openChat();
    await waitFor(() => expect(pressesOf(channel)).toHaveLength(1));
    await settle();
    expect(screen.queryByText("Det gik ikke")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Opdater kortet" }));
    expect((await screen.findByText("Det gik ikke")).closest("[role=alert]")).not.toBeNull();
  });
});

describe("the footer of a card", () => {
  it.each([
    ["timeout", "Appen svarede ikke i tide. Prøv igen."],
    ["unreachable", "Appen kan ikke nås lige nu. Prøv igen om lidt."],
    ["bad-answer", "Noget gik galt. Prøv igen."],
    ["removed", "Appen er fjernet fra chatten. Installér den igen for at bruge kortet."],
  ])("says in words that the press failed (%s)", async (reason, words) => {
    channel.cards = [listing("29:bo")];
    channel.answer = () => Response.json({ kind: "failure", reason });
    openChat();
    await userEvent.click(await screen.findByRole("button", { name: "Opdater kortet" }));
    expect((await screen.findByText(words)).closest("[role=alert]")).not.toBeNull();
  });
});
