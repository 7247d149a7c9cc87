import { describe, expect, it } from "vitest";
import type { Conversation } from "#domain/notices/sender-record.ts";
import { at } from "#test/builders/clock.ts";
import { aKey } from "#test/builders/keys.ts";
import { ServiceTokenError } from "../sign-in/service-token.ts";
import { type ConnectorCalls, createMessenger, failureOf } from "./messenger.ts";

const conversation: Conversation = {
  key: aKey("conversation"),
  personKey: aKey("person"),
  objectId: "",
  serviceUrl: "https://smba.example/emea",
  conversationId: "a:1",
  userId: "29:1",
  botId: "28:bot",
  tenantId: "",
  locale: "da-DK",
  blockedAt: undefined,
  installedAt: at("2022-01-01T00:00:00.000Z"),
};

function messengerOn(calls: Partial<ConnectorCalls>) {
  const blocked: string[] = [];
  const addresses: string[] = [];
  const unused = (): Promise<unknown> => Promise.reject(new Error("not expected"));
  const messenger = createMessenger({
    connector: (serviceUrl) => {
      addresses.push(serviceUrl);
      return { post: unused, put: unused, ...calls };
    },
    unreachable: async ({ conversationId }) => void blocked.push(conversationId),
  });
  return { messenger, blocked, addresses };
}

const httpError = (status: number, headers: Record<string, string> = {}): Error =>
  Object.assign(new Error(`status ${status}`), { response: { status, headers } });
const networkError = (code: string): Error => Object.assign(new Error(code), { code });

describe("failureOf", () => {
  it.each([
    ["403, blocked", httpError(403), { kind: "unreachable" }],
    ["404, gone", httpError(404), { kind: "unreachable" }],
    ["429 with a wait", httpError(429, { "retry-after": "7" }), { kind: "not-sent", retryAfterS: 7 }],
    ["429 without one", httpError(429), { kind: "not-sent", retryAfterS: undefined }],
    ["412", httpError(412), { kind: "not-sent", retryAfterS: undefined }],
    ["413, too big", httpError(413), { kind: "refused" }],
    ["400, no card", httpError(400), { kind: "refused" }],
    ["503 with a wait", httpError(503, { "retry-after": "30" }), { kind: "not-sent", retryAfterS: 30 }],
    ["500", httpError(500), { kind: "uncertain" }],
    ["502", httpError(502), { kind: "uncertain" }],
    ["504", httpError(504), { kind: "uncertain" }],
    ["a time-out", networkError("ECONNABORTED"), { kind: "uncertain" }],
    ["a broken connection", networkError("ECONNRESET"), { kind: "uncertain" }],
    ["no connection", networkError("ECONNREFUSED"), { kind: "not-sent", retryAfterS: undefined }],
    ["no such host", networkError("ENOTFOUND"), { kind: "not-sent", retryAfterS: undefined }],
    ["no token", new ServiceTokenError("none"), { kind: "not-sent", retryAfterS: undefined }],
    ["anything else", "what?", { kind: "uncertain" }],
  ])("reads %s", (_, error, failure) => {
    expect(failureOf(error)).toEqual(failure);
  });
});

describe("createMessenger", () => {
  it("posts the card with its summary at the chat's own service address", async () => {
    const posted: unknown[] = [];
    const { messenger, addresses } = messengerOn({
      post: async (id, message) => {
        posted.push([id, message]);
        return { id: "1:1" };
      },
    });
    expect(await messenger.send(conversation, '{"type":"AdaptiveCard"}', "Noget venter")).toEqual({
      ok: true,
      value: { activityId: "1:1" },
    });
    expect(addresses).toEqual([conversation.serviceUrl]);
    expect(posted).toMatchObject([
      [
        "a:1",
        {
          type: "message",
          summary: "Noget venter",
          from: { id: "28:bot" },
          attachments: [{ content: { type: "AdaptiveCard" } }],
        },
      ],
    ]);
  });

  it("tries once, and blocks a chat nobody is in", async () => {
    let tries = 0;
    const { messenger, blocked } = messengerOn({
      post: () => {
        tries += 1;
        return Promise.reject(httpError(403));
      },
    });
    expect(await messenger.send(conversation, "{}", "")).toEqual({ ok: false, refusal: { kind: "unreachable" } });
    expect([tries, blocked]).toEqual([1, ["a:1"]]);
  });

  it("calls a post without an id uncertain", async () => {
    const { messenger } = messengerOn({ post: () => Promise.resolve({}) });
    expect(await messenger.send(conversation, "{}", "")).toEqual({ ok: false, refusal: { kind: "uncertain" } });
  });

  it("takes a card that is gone as updated", async () => {
    const { messenger, blocked } = messengerOn({ put: () => Promise.reject(httpError(404)) });
    expect(await messenger.update(conversation, "1:1", "{}")).toEqual({ ok: true, value: undefined });
    expect(blocked).toEqual([]);
  });

  it("T46 says that an update met a removed app", async () => {
    const { messenger, blocked } = messengerOn({ put: () => Promise.reject(httpError(403)) });
    expect(await messenger.update(conversation, "1:1", "{}")).toEqual({ ok: false, refusal: { kind: "unreachable" } });
    expect(blocked).toEqual(["a:1"]);
  });
});
