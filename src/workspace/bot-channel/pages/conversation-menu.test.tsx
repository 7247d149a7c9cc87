import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Channel, openChat, standInChannel } from "./chat-view.test-support.tsx";

let channel: Channel;
beforeEach(() => {
  channel = standInChannel();
  vi.stubGlobal("fetch", channel.fetch);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const choose = async (name: string | RegExp, role = "menuitem"): Promise<void> => {
  await userEvent.click(await screen.findByRole("button", { name: "Flere valg for Prøveapp" }));
  await userEvent.click(await screen.findByRole(role, { name }));
};
const sentTo = (path: string): unknown[] =>
  channel.requests.filter((request) => request.path === path).map(({ body }) => body);

describe("the menu of a conversation", () => {
  it("removes the app, which leaves the messages and offers to install it again", async () => {
    openChat();
    await choose("Fjern appen herfra");
    await screen.findByText(/Prøveapp er fjernet og kan ikke skrive her/u);
    expect(screen.queryByRole("textbox", { name: "Skriv en besked" })).toBeNull();
    expect(screen.getByRole("article", { name: "Kort fra Prøveapp" })).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "Installér igen" }));
    await screen.findByRole("textbox", { name: "Skriv en besked" });
    expect([sentTo("/conversations/a%3A1/uninstall"), sentTo("/conversations/a%3A1/install")]).toEqual([[{}], [{}]]);
  });

  it("offers no removal to somebody who may not, and no installation after it", async () => {
    channel.conversation = { mayRemove: false };
    openChat();
    await userEvent.click(await screen.findByRole("button", { name: "Flere valg for Prøveapp" }));
    await screen.findByRole("menuitemcheckbox", { name: /429/u });
    expect(screen.queryByRole("menuitem", { name: "Fjern appen herfra" })).toBeNull();
    channel.conversation = { mayRemove: false, installed: false };
    channel.change("message");
    await screen.findByText(/er fjernet/u);
    expect(screen.queryByRole("button", { name: "Installér igen" })).toBeNull();
  });

  it("turns the channel's switches and shows how they stand", async () => {
    openChat();
    await choose("Gentag ubesvarede tryk", "menuitemcheckbox");
    await waitFor(() => expect(sentTo("/switches")).toEqual([{}, { retryInvokes: true }]));
    const item = screen.getByRole("menuitemcheckbox", { name: /Gentag/u });
    await waitFor(() => expect(item.getAttribute("aria-checked")).toBe("true"));
    await userEvent.click(screen.getByRole("menuitemcheckbox", { name: "Afvis appens næste 3 kald (429)" }));
    await waitFor(() => expect(sentTo("/switches").at(-1)).toEqual({ throttledCalls: 3 }));
    const refused = screen.getByRole("menuitemcheckbox", { name: /429/u });
    await waitFor(() => expect(refused.getAttribute("aria-checked")).toBe("true"));
    expect(item.getAttribute("aria-checked")).toBe("true");
    await userEvent.click(refused);
    await waitFor(() => expect(sentTo("/switches").at(-1)).toEqual({ throttledCalls: 0 }));
  });
});

describe("a channel of a team", () => {
  it("shows threads with their answers and who wrote them, and answers in the thread", async () => {
    channel.conversation = { kind: "channel", teamName: "Puljegruppen" };
    channel.messages = [
      { seq: 1, id: "1", text: "En ny sag" },
      { seq: 2, id: "2", text: "En anden sag" },
      { seq: 3, id: "3", rootId: "1", author: "person", from: "Bo Bæk", text: "Den tager jeg" },
    ];
    openChat();
    await screen.findByRole("region", { name: "Puljegruppen › Prøveapp" });
    const texts = ["En ny sag", "Den tager jeg", "En anden sag"].map((text) => screen.getByText(text));
    const order = texts.toSorted((a, b) => (a.compareDocumentPosition(b) & 4 ? -1 : 1));
    expect(order).toEqual(texts);
    expect(screen.getByText(/^Bo Bæk · /u)).toBeTruthy();
    const [reply] = screen.getAllByRole("button", { name: "Svar" });
    if (reply === undefined) throw new Error("no way to answer");
    await userEvent.click(reply);
    await userEvent.type(screen.getByRole("textbox", { name: /^Skriv et svar/u }), "Godt{Enter}");
    await waitFor(() => expect(sentTo("/conversations/a%3A1/messages")).toContainEqual({ text: "Godt", rootId: "1" }));
  });
});
