import { Hono } from "hono";
import { pino } from "pino";
import { expect } from "vitest";
import * as z from "zod/mini";
import type { GrantApplication } from "#domain/grants/application.ts";
import type { FundingRound, GrantPool } from "#domain/grants/grant-pool.ts";
import type { Review } from "#domain/grants/review.ts";
import type { Person } from "#domain/organisation/person.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { kr } from "#domain/shared/money.ts";
import { type BotGround, createBot, type RunningBot } from "#service/bot/bot.ts";
import type { AppEnv } from "#service/http/app-env.ts";
import { springClock } from "#test/builders/clock.ts";
import { anApplication, aPool, aRound } from "#test/builders/grants.ts";
import { centres, type PersonName, people } from "#test/builders/organisation.ts";
import { createNoticePauses } from "#use-cases/notices/notice-pauses.ts";
import { noticePlan } from "#use-cases/notices/notice-plan.ts";
import { createSeenMarks } from "#use-cases/notices/seen-marks.ts";
import { sendNotices } from "#use-cases/notices/send-notices.ts";
import { updateCards } from "#use-cases/notices/update-cards.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { type BotChannel, createBotChannel } from "#workspace/bot-channel/bot-channel.ts";
import { conversationIdOf, type InstalledApp } from "#workspace/bot-channel/channel-wire.ts";
import { serveLoopback } from "#workspace/serve-loopback.ts";
import type { WorkspacePerson, WorkspaceSeed } from "#workspace/workspace-seed.ts";
import { type InMemoryRecords, inMemoryRecords } from "./in-memory-records.ts";

export const appId = "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e02";
export const tenantId = "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e01";
/** The SDK looks into its token, so it must have the shape of one. */
const botToken = "e30.e30.the-bot";
export const installedApp: InstalledApp = {
  id: appId,
  name: "Fremdrift",
  messagesUrl: "http://bot.test/api/messages",
};

/** An Entra object id whose key is the person's. */
export function objectIdOf({ key }: Pick<Person, "key">): string {
  return [key.slice(0, 8), key.slice(8, 12), key.slice(12, 16), key.slice(16, 20), key.slice(20)].join("-");
}

/** The personal chat of one of the tests' people. */
export function chatOf(name: PersonName): string {
  return conversationIdOf(appId, objectIdOf(people[name]));
}

const messagesSchema = z.object({
  messages: z.array(z.looseObject({ id: z.string(), cards: z.array(z.looseObject({ type: z.string() })) })),
});
const answerSchema = z.looseObject({ kind: z.string(), card: z.optional(z.unknown()), text: z.optional(z.string()) });

/** A chat with everybody of the tests, the bot on records in memory, and the channel between them on a real socket. */
export interface BotWorld {
  readonly stored: InMemoryRecords;
  readonly deps: Deps;
  readonly bot: RunningBot;
  readonly channel: BotChannel;
  readonly origin: string;
  /** The service's log, a JSON line each. */
  readonly log: string[];
  now: Instant;
  /** What becomes of a call of the channel before the bot gets it; nothing at first. */
  onTheWay: (() => Response | undefined) | undefined;
  /** Sends what is due. */
  readonly send: () => Promise<void>;
  readonly messages: (name: PersonName) => Promise<{ id: string; card: string }[]>;
  readonly reviewsOf: (name: PersonName) => Review[];
  /** Presses the button with that title on the newest card of somebody (or another message), as a client would. */
  readonly press: (
    name: PersonName,
    title: string,
    inputs?: Readonly<Record<string, string>>,
    on?: { readonly card: unknown; readonly messageId?: string },
  ) => Promise<z.infer<typeof answerSchema>>;
  readonly say: (name: PersonName, text: string) => Promise<void>;
  /** What the chat page of somebody asks the channel for. */
  readonly client: (name: PersonName, path: string, body?: unknown) => Promise<Response>;
  /** Calls the bot directly, as its channel or somebody who says so. */
  readonly post: (body: unknown, bearer?: string, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export interface BotStart {
  readonly applications?: readonly GrantApplication[];
  readonly reviews?: readonly Review[];
  readonly pool?: Partial<GrantPool>;
  readonly round?: Partial<FundingRound>;
  readonly now?: Instant;
  readonly ground?: Partial<BotGround>;
  readonly install?: boolean;
  /** Takes what the channel posts to the bot; without it the bot gets it. */
  readonly deliver?: () => Promise<Response>;
  /** The app as it is installed, where it differs. */
  readonly app?: Partial<InstalledApp>;
  readonly sites?: WorkspaceSeed["sites"];
}

export const second = anApplication({ number: "FR22-02", title: "Skærmbesøg i jobcentret", requestedOere: kr(60_000) });
export const third = anApplication({ number: "FR22-03", title: "Hybride lokaler", requestedOere: kr(120_000) });

/** Opens the world in the spring of 2022, where reviews are being given, with everybody greeted. */
export async function openBotWorld(start: BotStart = {}): Promise<BotWorld> {
  const stored = inMemoryRecords();
  const { records } = stored;
  for (const centre of centres) await records.centres.create(centre);
  for (const person of Object.values(people)) await records.persons.create({ ...person, objectId: objectIdOf(person) });
  await records.pools.create(aPool({ rounds: [aRound(start.round)], ...start.pool }));
  for (const each of start.applications ?? [anApplication(), second]) await records.applications.create(each);
  for (const each of start.reviews ?? []) await records.reviews.create(each);

  const ready: { channel?: BotChannel } = {};
  const server = await serveLoopback(
    (request) => ready.channel?.fetch(request) ?? new Response(null, { status: 503 }),
    0,
  );
  const origin = `http://localhost:${server.port}`;
  const app = new Hono<AppEnv>();
  const anApp = { ...installedApp, ...start.app };
  const channel = openChannel(start, {
    origin,
    installed: anApp,
    now: () => new Date(opened.now),
    deliver: async (url, init) => opened.onTheWay?.() ?? app.fetch(new Request(url, init)),
  });
  ready.channel = channel;
  const log: string[] = [];
  const deps: Deps = {
    records,
    basis: stored.basis,
    answerFiles: stored.answerFiles,
    clock: { now: () => opened.now },
    seen: createSeenMarks(() => opened.now),
  };
  const bot = await createBot(
    { deps, log: pino({ level: "info" }, { write: (line: string) => void log.push(line) }) },
    {
      config: {
        appId,
        tenantId,
        issuer: `${origin}/channel`,
        openIdUrl: `${origin}/channel/v1/.well-known/openidconfiguration`,
        anonymous: false,
      },
      connectorToken: () => Promise.resolve(botToken),
      fetch,
      machineNow: Date.now,
      wait: () => new Promise(() => {}),
      ...start.ground,
    },
  );
  bot.mount(app);
  const opened: BotWorld = {
    stored,
    deps,
    bot,
    channel,
    origin,
    log,
    now: start.now ?? springClock.reviewing,
    onTheWay: undefined,
    async send() {
      const pauses = createNoticePauses(Date.now);
      const sender = { ...deps, messenger: bot.messenger, renderCard: bot.renderCard, pauses, instance: "test" };
      expect(await sendNotices(sender, () => noticePlan(deps))).toMatchObject({ ok: true });
      expect(await updateCards(sender)).toMatchObject({ ok: true });
    },
    ...chatPages(channel, bot, origin),
    reviewsOf: (name) =>
      records.reviews.all().flatMap(({ value }) => (value.reviewerKey === people[name].key ? [value] : [])),
    async post(body, bearer, headers = {}) {
      return app.fetch(
        new Request("http://localhost/api/messages", {
          method: "POST",
          headers: {
            "content-type": "application/json",
            ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
            ...headers,
          },
          body: JSON.stringify(body),
        }),
      );
    },
    async close() {
      await bot.settled();
      opened.channel.close();
      await server.close();
    },
  };
  if (start.install !== false) {
    await channel.installApp(anApp);
    await channel.settled();
    await bot.settled();
  }
  return opened;
}

function openChannel(
  start: BotStart,
  parts: {
    origin: string;
    installed: InstalledApp;
    now: () => Date;
    deliver: (url: string, init: RequestInit) => Promise<Response>;
  },
): BotChannel {
  return createBotChannel({
    seed: {
      tenant: {
        id: tenantId,
        aliases: [],
        domain: "proeve.example",
        displayName: "Prøve",
        timeZone: "Europe/Copenhagen",
      },
      people: Object.values(people).map(channelPerson),
      sites: start.sites ?? [],
      applications: [],
    },
    origin: parts.origin,
    dataFile: ":memory:",
    now: parts.now,
    machineNow: () => new Date(),
    apps: () => [parts.installed],
    verifyBotToken: (bearer) => (bearer === botToken ? appId : undefined),
    verifyPersona: (bearer) => bearer,
    fetch: start.deliver ?? parts.deliver,
    wait: () => Promise.resolve(),
  });
}

/** What people do on their chat pages. */
function chatPages(
  channel: BotChannel,
  bot: RunningBot,
  origin: string,
): Pick<BotWorld, "client" | "messages" | "press" | "say"> {
  const client: BotWorld["client"] = (name, path, body) =>
    channel.fetch(
      new Request(`${origin}/channel/client${path}`, {
        method: body === undefined ? "GET" : "POST",
        headers: { authorization: `Bearer ${objectIdOf(people[name])}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const messages: BotWorld["messages"] = async (name) => {
    const answer = await client(name, `/conversations/${chatOf(name)}/messages`);
    const found = messagesSchema.parse(await answer.json());
    return found.messages.map(({ id, cards }) => ({ id, card: JSON.stringify(cards[0]) }));
  };
  return {
    client,
    messages,
    async press(name, title, inputs = {}, on) {
      const newest = (await messages(name)).at(-1);
      const card: unknown = on?.card ?? parsed(newest?.card ?? "null");
      const action = buttonIn(card, title);
      const answer = await client(
        name,
        `/conversations/${chatOf(name)}/messages/${on?.messageId ?? newest?.id}/invoke`,
        { action: { type: "Action.Execute", verb: action.verb, title, data: { ...action.data, ...inputs } } },
      );
      await bot.settled();
      return answerSchema.parse(await answer.json());
    },
    async say(name, text) {
      await client(name, `/conversations/${chatOf(name)}/messages`, { text });
      await bot.settled();
    },
  };
}

function channelPerson(person: Person): WorkspacePerson {
  const [givenName = "", surname = ""] = person.name.split(" ");
  return {
    id: objectIdOf(person),
    displayName: person.name,
    givenName,
    surname,
    userPrincipalName: person.userPrincipalName,
    jobTitle: person.title,
    department: "",
    preferredLanguage: "da-DK",
  };
}

const buttonSchema = z.looseObject({
  type: z.literal("Action.Execute"),
  title: z.string(),
  verb: z.string(),
  data: z.record(z.string(), z.unknown()),
});

/** A card as it came through the channel. */
export const parsed = (json: string): unknown => JSON.parse(json);

/** The button with that title, wherever it lies in the card. */
export function buttonIn(part: unknown, title: string): z.infer<typeof buttonSchema> {
  const found = findButton(part, title);
  if (found === undefined) throw new Error(`No button "${title}" on ${JSON.stringify(part)}`);
  return found;
}
function findButton(part: unknown, title: string): z.infer<typeof buttonSchema> | undefined {
  if (typeof part !== "object" || part === null) return undefined;
  const button = buttonSchema.safeParse(part);
  if (button.success && button.data.title === title) return button.data;
  for (const child of Object.values(part)) {
    const found = findButton(child, title);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A complete review as typed on a card, without remarks that low scores ask for. */
export const good = {
  "score-K1": "4",
  "score-K2": "3",
  "score-K3": "4",
  "score-K4": "3",
  "score-K5": "4",
  support: "support",
  reason: "Et godt og synligt projekt.",
};
/** The button of a review card. */
export const next = "Gem og gå videre";
