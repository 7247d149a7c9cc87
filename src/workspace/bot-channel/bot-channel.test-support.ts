import { afterEach } from "vitest";
import * as z from "zod/mini";
import { anna, bo, carl, testAppId, testSeed } from "../test-seed.ts";
import type { WorkspacePerson } from "../workspace-seed.ts";
import { type BotChannel, type BotChannelOptions, createBotChannel } from "./bot-channel.ts";
import { conversationIdOf, type InstalledApp } from "./channel-wire.ts";
import { createTestBot, type TestBot } from "./test-bot.ts";

export const app: InstalledApp = {
  id: testAppId,
  name: "Prøveapp",
  messagesUrl: "http://localhost:9999/api/messages",
};
/** The same app, made for teams too. */
export const teamApp: InstalledApp = { ...app, scopes: ["personal", "team"] };
export const origin = "http://localhost:4280";
export const now = new Date("2026-03-02T09:00:00Z");
export const annasChat = conversationIdOf(app.id, anna.id);

/** The small tenant with a team of which Anna is the owner, Bo a member, and Carl only reads the site. */
export const seedWithTeam = () =>
  testSeed({
    sites: [
      {
        path: "/sites/hold",
        displayName: "Puljegruppen",
        members: {
          [anna.userPrincipalName]: "owner",
          [bo.userPrincipalName]: "member",
          [carl.userPrincipalName]: "visitor",
        },
        applicationGrants: {},
      },
    ],
  });

const messagesSchema = z.object({
  me: z.string(),
  members: z.number(),
  messages: z.array(
    z.looseObject({
      id: z.string(),
      seq: z.number(),
      author: z.string(),
      from: z.optional(z.string()),
      text: z.optional(z.string()),
      rootId: z.optional(z.string()),
      cards: z.array(z.unknown()),
    }),
  ),
});
type Page = z.infer<typeof messagesSchema>;

/** A channel with one test bot; personas and bots prove themselves with "person <id>" and "bot <id>". */
export interface TestChannel {
  readonly channel: BotChannel;
  readonly bot: TestBot;
  /** Installs the app and waits until its bot has heard of it. */
  readonly installed: () => Promise<void>;
  readonly call: (path: string, bearer: string, body?: unknown, method?: string) => Promise<Response>;
  /** The bot at `/v3/conversations…`. */
  readonly asBot: (path: string, body?: unknown, method?: string) => Promise<Response>;
  readonly as: (person: WorkspacePerson, path: string, body?: unknown) => Promise<Response>;
  readonly asAnna: (path: string, body?: unknown) => Promise<Response>;
  /** The bot posts a card to Anna, or elsewhere; answers the message's id. */
  readonly postCard: (text: string, conversationId?: string) => Promise<string>;
  readonly page: (person: WorkspacePerson, conversationId: string) => Promise<Page>;
  readonly annasCards: () => Promise<unknown[]>;
  readonly press: (messageId: string, action?: Record<string, unknown>) => Promise<Response>;
}

export function openTestChannel(overrides: Partial<BotChannelOptions> = {}): TestChannel {
  const bot = createTestBot(
    app,
    () => channel,
    () => now,
  );
  const channel = createBotChannel({
    seed: testSeed(),
    origin,
    dataFile: ":memory:",
    now: () => now,
    machineNow: () => now,
    apps: () => [app],
    verifyBotToken: (bearer) => /^bot (.+)$/u.exec(bearer)?.[1],
    verifyPersona: (bearer) => /^person (.+)$/u.exec(bearer)?.[1],
    fetch: (url, init) => bot.fetch(url, init),
    wait: () => Promise.resolve(),
    ...overrides,
  });
  const [installedApp = app] = overrides.apps?.() ?? [app];
  const installed = async (): Promise<void> => {
    await channel.installApp(installedApp);
    await channel.settled();
  };
  return { channel, bot, installed, ...callers(channel) };
}

/** The way to open channels in the tests of the file that calls it; each test's are closed after it. */
export function channelsForTests(): (overrides?: Partial<BotChannelOptions>) => TestChannel {
  const opened: TestChannel[] = [];
  afterEach(() => {
    for (const { channel } of opened.splice(0)) channel.close();
  });
  return (overrides) => {
    const test = openTestChannel(overrides);
    opened.push(test);
    return test;
  };
}

function callers(channel: BotChannel): Omit<TestChannel, "bot" | "channel" | "installed"> {
  const call: TestChannel["call"] = (path, bearer, body, method) =>
    channel.fetch(
      new Request(`${origin}/channel${path}`, {
        method: method ?? (body === undefined ? "GET" : "POST"),
        headers: { authorization: `Bearer ${bearer}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const asBot: TestChannel["asBot"] = (path, body, method) =>
    call(`/connector/v3/conversations${path}`, `bot ${app.id}`, body, method);
  const as: TestChannel["as"] = (person, path, body) => call(`/client${path}`, `person ${person.id}`, body);
  const asAnna: TestChannel["asAnna"] = (path, body) => as(anna, path, body);
  const page: TestChannel["page"] = async (person, id) =>
    messagesSchema.parse(await (await as(person, `/conversations/${encodeURIComponent(id)}/messages`)).json());
  return {
    call,
    asBot,
    as,
    asAnna,
    page,
    postCard: async (text, conversationId = annasChat) => {
      const answer = await asBot(`/${conversationId}/activities`, messageWith(cardOf(text)));
      if (answer.status !== 201) throw new Error(`The card was not taken: ${answer.status} ${await answer.text()}`);
      return z.object({ id: z.string() }).parse(await answer.json()).id;
    },
    annasCards: async () => (await page(anna, annasChat)).messages.flatMap(({ cards }) => cards),
    press: (messageId, action = {}) =>
      asAnna(`/conversations/${annasChat}/messages/${messageId}/invoke`, {
        action: { type: "Action.Execute", verb: "review.submit", data: { key: "k1", score: "82" }, ...action },
      }),
  };
}

export const cardOf = (text: string): Record<string, unknown> => ({
  type: "AdaptiveCard",
  version: "1.5",
  body: [{ type: "TextBlock", text }],
});
export const messageWith = (card: unknown): Record<string, unknown> => ({
  type: "message",
  attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }],
});
/** What a bot answers a press with to replace the card. */
export const cardAnswer = (text: string): Response =>
  Response.json({ statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: cardOf(text) });

/** Status and code of a refusal. */
export async function refusalOf(answer: Response): Promise<readonly [number, string]> {
  const { error } = z.object({ error: z.object({ code: z.string() }) }).parse(await answer.json());
  return [answer.status, error.code];
}
