import { describe, expect, it } from "vitest";
import { entityLink, isHostLink, parseEntityLink } from "./deep-link.ts";

const host = "http://localhost:4280";

describe("parseEntityLink", () => {
  it.each(["https://teams.microsoft.com", "https://teams.cloud.microsoft", host])("reads a link on %s", (origin) => {
    const link = { appId: "app", entityId: "side/1", subEntityId: "sag 7/æ" };
    expect(
      parseEntityLink(new URL(entityLink({ ...link, label: "Sag", webUrl: "https://a.example/" }, origin)), host),
    ).toEqual(link);
  });

  it.each([
    ["another host", "https://teams.evil.example/l/entity/app/home"],
    ["http on Microsoft's host", "http://teams.microsoft.com/l/entity/app/home"],
    ["no entity", "https://teams.microsoft.com/l/entity/app"],
    ["another kind of link", "https://teams.microsoft.com/l/chat/0/0"],
  ])("refuses %s", (_name, address) => expect(parseEntityLink(new URL(address), host)).toBeUndefined());

  it("opens the page when the context is broken", () => {
    const address = new URL(`${host}/l/entity/app/home?context=%7Bbroken`);
    expect(parseEntityLink(address, host)).toEqual({ appId: "app", entityId: "home", subEntityId: undefined });
  });
});

describe("isHostLink", () => {
  it("knows chats too", () =>
    expect(isHostLink(new URL("https://teams.microsoft.com/l/chat/0/0?users=a@b"), host)).toBe(true));
});
