import { Hono } from "hono";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { lintCard } from "#cards/card-lint.ts";
import type { GrantApplication } from "#domain/grants/application.ts";
import type { FundingRound, GrantPool } from "#domain/grants/grant-pool.ts";
import type { Review } from "#domain/grants/review.ts";
import type { Person } from "#domain/organisation/person.ts";
import { type Instant, plusMillis } from "#domain/shared/dates.ts";
import { formatKr, kr } from "#domain/shared/money.ts";
import { at, springClock } from "#test/builders/clock.ts";
import { aLine, anApplication, aPool, aRecommendation, aReview, aRound, someAnswers } from "#test/builders/grants.ts";
import { centres, type PersonName, people } from "#test/builders/organisation.ts";
import { type InMemoryRecords, inMemoryRecords } from "#test/scenarios/in-memory-records.ts";
import { createNoticePauses } from "#use-cases/notices/notice-pauses.ts";
import { noticePlan } from "#use-cases/notices/notice-plan.ts";
import { sendNotices } from "#use-cases/notices/send-notices.ts";
import { updateCards } from "#use-cases/notices/update-cards.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { type BotChannel, createBotChannel } from "#workspace/bot-channel/bot-channel.ts";
import { conversationIdOf, type InstalledApp } from "#workspace/bot-channel/channel-wire.ts";
import { serveLoopback } from "#workspace/serve-loopback.ts";
import type { WorkspacePerson } from "#workspace/workspace-seed.ts";
import type { AppEnv } from "../http/app-env.ts";
import { type BotGround, createBot, type RunningBot } from "./bot.ts";

const appId = "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e02";
const tenantId = "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e01";
/** The SDK looks into its token, so it must have the shape of one. */
const botToken = "e30.e30.the-bot";
const installedApp: InstalledApp = { id: appId, name: "Fremdrift", messagesUrl: "http://bot.test/api/messages" };

/** An Entra object id whose key is the person's. */
function objectIdOf({ key }: Pick<Person, "key">): string {
  return [key.slice(0, 8), key.slice(8, 12), key.slice(12, 16), key.slice(16, 20), key.slice(20)].join("-");
}

const messagesSchema = z.object({
  messages: z.array(z.looseObject({ id: z.string(), cards: z.array(z.looseObject({ type: z.string() })) })),
});
const answerSchema = z.looseObject({ kind: z.string(), card: z.optional(z.unknown()), text: z.optional(z.string()) });

/** A chat with everybody of the tests, the bot on records in memory, and the channel between them on a real socket. */
interface World {
  readonly stored: InMemoryRecords;
  readonly deps: Deps;
  readonly bot: RunningBot;
  readonly channel: BotChannel;
  readonly app: Hono<AppEnv>;
  readonly origin: string;
  readonly log: string[];
  now: Instant;
  /** Sends what is due. */
  readonly send: () => Promise<void>;
  readonly messages: (name: PersonName) => Promise<{ id: string; card: string }[]>;
  /** Presses the button with that title on the newest card of somebody (or another message), as a client would. */
  readonly press: (
    name: PersonName,
    title: string,
    inputs?: Readonly<Record<string, string>>,
    on?: { readonly card: unknown; readonly messageId?: string },
  ) => Promise<z.infer<typeof answerSchema>>;
  readonly say: (name: PersonName, text: string) => Promise<void>;
  /** Calls the bot directly. */
  readonly post: (body: unknown, bearer?: string) => Promise<Response>;
  readonly close: () => Promise<void>;
}

let world: World;
afterEach(() => world.close());

interface Start {
  readonly applications?: readonly GrantApplication[];
  readonly reviews?: readonly Review[];
  readonly pool?: Partial<GrantPool>;
  readonly round?: Partial<FundingRound>;
  readonly now?: Instant;
  readonly ground?: Partial<BotGround>;
  readonly install?: boolean;
}

const second = anApplication({ number: "FR22-02", title: "Skærmbesøg i jobcentret", requestedOere: kr(60_000) });
const third = anApplication({ number: "FR22-03", title: "Hybride lokaler", requestedOere: kr(120_000) });

async function open(start: Start = {}): Promise<World> {
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
  const channel = createBotChannel({
    seed: {
      tenant: {
        id: tenantId,
        aliases: [],
        domain: "proeve.example",
        displayName: "Prøve",
        timeZone: "Europe/Copenhagen",
      },
      people: Object.values(people).map(channelPerson),
      sites: [],
      applications: [],
    },
    origin,
    dataFile: ":memory:",
    now: () => new Date(opened.now),
    machineNow: () => new Date(),
    apps: () => [installedApp],
    verifyBotToken: (bearer) => (bearer === botToken ? appId : undefined),
    verifyPersona: (bearer) => bearer,
    fetch: async (url, init) => app.fetch(new Request(url, init)),
    wait: () => Promise.resolve(),
  });
  ready.channel = channel;
  const log: string[] = [];
  const deps: Deps = { records, basis: stored.basis, clock: { now: () => opened.now } };
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
  const client = (name: PersonName, path: string, body?: unknown): Promise<Response> =>
    opened.channel.fetch(
      new Request(`${origin}/channel/client${path}`, {
        method: body === undefined ? "GET" : "POST",
        headers: { authorization: `Bearer ${objectIdOf(people[name])}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
  const chatOf = (name: PersonName): string => conversationIdOf(appId, objectIdOf(people[name]));
  const opened: World = {
    stored,
    deps,
    bot,
    channel,
    app,
    origin,
    log,
    now: start.now ?? springClock.reviewing,
    async send() {
      const pauses = createNoticePauses(Date.now);
      const sender = { ...deps, messenger: bot.messenger, renderCard: bot.renderCard, pauses, instance: "test" };
      expect(await sendNotices(sender, () => noticePlan(deps))).toMatchObject({ ok: true });
      expect(await updateCards(sender)).toMatchObject({ ok: true });
    },
    async messages(name) {
      const answer = await client(name, `/conversations/${chatOf(name)}/messages`);
      const { messages } = messagesSchema.parse(await answer.json());
      return messages.map(({ id, cards }) => ({ id, card: JSON.stringify(cards[0]) }));
    },
    async press(name, title, inputs = {}, on) {
      const newest = (await opened.messages(name)).at(-1);
      const card: unknown = on?.card ?? parsed(newest?.card ?? "null");
      const action = buttonIn(card, title);
      const answer = await client(
        name,
        `/conversations/${chatOf(name)}/messages/${on?.messageId ?? newest?.id}/invoke`,
        {
          action: { type: "Action.Execute", verb: action.verb, title, data: { ...action.data, ...inputs } },
        },
      );
      await bot.settled();
      return answerSchema.parse(await answer.json());
    },
    async say(name, text) {
      await client(name, `/conversations/${chatOf(name)}/messages`, { text });
      await bot.settled();
    },
    async post(body, bearer) {
      return app.fetch(
        new Request("http://bot.test/api/messages", {
          method: "POST",
          headers: {
            "content-type": "application/json",
            ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
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
  world = opened;
  if (start.install !== false) {
    await channel.installApp(installedApp);
    await channel.settled();
    await bot.settled();
  }
  return opened;
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

const parsed = (json: string): unknown => JSON.parse(json);

/** The button with that title, wherever it lies in the card. */
function buttonIn(part: unknown, title: string): z.infer<typeof buttonSchema> {
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

const good = {
  "score-K1": "4",
  "score-K2": "3",
  "score-K3": "4",
  "score-K4": "3",
  "score-K5": "4",
  support: "support",
  reason: "Et godt og synligt projekt.",
};
const next = "Gem og gå videre";
const reviewsOf = (name: PersonName): Review[] =>
  world.deps.records.reviews.all().flatMap(({ value }) => (value.reviewerKey === people[name].key ? [value] : []));
const welcomeCount = 1;

describe("installation", () => {
  it("remembers every chat and greets once", async () => {
    const { deps, messages } = await open();
    expect(deps.records.conversations.all()).toHaveLength(Object.keys(people).length);
    const chat = deps.records.conversations.all().find(({ value }) => value.personKey === people.economist.key)?.value;
    expect(chat).toMatchObject({ serviceUrl: `${world.origin}/channel/connector`, blockedAt: undefined, tenantId });
    const [welcome, ...more] = await messages("economist");
    expect(welcome?.card).toContain("Velkommen til Fremdrift");
    // It lies there for years, so it says nothing that passes.
    expect(welcome?.card).not.toContain("Forår 2022");
    expect(more).toEqual([]);
  });

  it("keeps quiet towards a removed app and comes back with it", async () => {
    const { channel, deps } = await open();
    await channel.removeApp(installedApp);
    await world.bot.settled();
    expect(deps.records.conversations.all().every(({ value }) => value.blockedAt !== undefined)).toBe(true);
    await channel.installApp(installedApp);
    await channel.settled();
    await world.bot.settled();
    expect(deps.records.conversations.all().some(({ value }) => value.blockedAt !== undefined)).toBe(false);
    expect(await world.messages("economist")).toHaveLength(welcomeCount);
  });

  it("is asked for again when it could not be stored", async () => {
    await open({ install: false });
    world.stored.failNext("conversations", "unavailable");
    await world.channel.installApp(installedApp);
    await world.channel.settled();
    expect(world.deps.records.conversations.all()).toHaveLength(Object.keys(people).length);
  });
});

describe("a reviewer's card", () => {
  it("is sent, walks through the applications and ends with the list", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    expect(request?.card).toContain("1 af 2");
    expect(request?.card).toContain("FR22-01");

    const first = await world.press("economist", next, good);
    expect(first.kind).toBe("card");
    expect(JSON.stringify(first.card)).toContain("2 af 2");
    expect(JSON.stringify(first.card)).toContain("FR22-01 er afleveret.");
    expect(reviewsOf("economist")).toMatchObject([{ state: "given", answers: { reason: good.reason } }]);
    expect((await world.messages("economist")).at(-1)?.card, "the message itself is replaced too").toBe(
      JSON.stringify(first.card),
    );

    const last = await world.press("economist", next, good);
    expect(JSON.stringify(last.card)).toContain("Du har bedømt alle ansøgninger. Tak.");
    expect(reviewsOf("economist").map(({ state }) => state)).toEqual(["given", "given"]);
    expect(await world.messages("economist")).toHaveLength(welcomeCount + 1);
  });

  it("keeps half a review and shows it again", async () => {
    await open();
    await world.send();
    const answer = await world.press("economist", next, { "score-K1": "4", reason: "Begyndelsen" });
    expect(JSON.stringify(answer.card)).toContain("FR22-01 er gemt, men ikke afleveret endnu.");
    expect(reviewsOf("economist")).toMatchObject([{ state: "begun", answers: { scores: { K1: 4 } } }]);
    const back = await world.press("economist", "Forrige");
    expect(JSON.stringify(back.card)).toContain('"value":"Begyndelsen"');
    expect(JSON.stringify(back.card)).toContain("1 af 2");
  });

  it("brings wrong input back once, beside its field, with everything typed", async () => {
    await open();
    await world.send();
    const typed = { ...good, "score-K1": "1", "remark-K2": "En bemærkning" };
    const wrong = JSON.stringify((await world.press("economist", next, typed)).card);
    expect(wrong).toContain("1 af 2");
    expect(wrong.indexOf("Skriv en bemærkning (mindst 5 tegn)")).toBeGreaterThan(wrong.indexOf("remark-K1"));
    expect(wrong.indexOf("Skriv en bemærkning (mindst 5 tegn)")).toBeLessThan(wrong.indexOf("score-K2"));
    expect(wrong).toContain('"value":"En bemærkning"');
    expect(reviewsOf("economist")).toMatchObject([{ state: "begun" }]);
    const onward = JSON.stringify((await world.press("economist", next, typed)).card);
    expect(onward).toContain("2 af 2");
    expect(reviewsOf("economist")).toMatchObject([{ state: "begun", answers: { remarks: { K2: "En bemærkning" } } }]);
  });

  it.each([next, "Forrige"])(
    "R-40 takes a CPR number out at its field on %s, stores everything else and goes on the next time",
    async (way) => {
      await open({ reviews: [aReview({ answers: someAnswers() })] });
      await world.send();
      const typed = { "score-K1": "4", "remark-K1": "Fru Holm, 010180-1234, venter", "remark-K2": "Godt" };
      const back = JSON.stringify((await world.press("economist", way, typed)).card);
      expect(back).toContain("2 af 2");
      expect(back).toContain('"value":"Fru Holm, [nummer fjernet], venter"');
      expect(back.indexOf("Det er taget ud og ikke gemt.")).toBeGreaterThan(back.indexOf("remark-K1"));
      expect(back.indexOf("Det er taget ud og ikke gemt.")).toBeLessThan(back.indexOf("score-K2"));
      // What is only missing yet is no reproach.
      expect(back.match(/⚠ /gu)).toHaveLength(2);
      const begun = (): Review | undefined => reviewsOf("economist").find(({ state }) => state === "begun");
      expect(begun()).toMatchObject({ answers: { scores: { K1: 4 }, remarks: { K1: "", K2: "Godt" } } });
      const onward = await world.press("economist", way, {
        ...typed,
        "remark-K1": "Fru Holm, [nummer fjernet], venter",
      });
      expect(JSON.stringify(onward.card)).toContain(way === next ? "FR22-02 er gemt" : "1 af 2");
      expect(begun()?.answers.remarks["K1"]).toBe("Fru Holm, [nummer fjernet], venter");
      expect(JSON.stringify(await world.messages("economist"))).not.toContain("010180");
    },
  );

  it("R-40 lets a CPR number reach neither chat nor store through a recusal", async () => {
    await open();
    await world.send();
    const typed = { recusalReason: "Min bror 010180-1234", reason: "Om 010180 1234" };
    const back = JSON.stringify((await world.press("economist", "Bekræft inhabilitet", typed)).card);
    expect(back).toContain("Min bror [nummer fjernet]");
    expect(back).toContain("Det er taget ud og ikke gemt.");
    expect(JSON.stringify(await world.messages("economist"))).not.toContain("1234");
    expect(reviewsOf("economist")).toEqual([]);
  });

  it("lets the reviewer choose which given review to change, and asks first when none was chosen", async () => {
    await open({ applications: [anApplication(), second, third] });
    await world.send();
    for (const _each of [1, 2]) await world.press("economist", next, good);
    const list = await world.press("economist", next, good);
    expect(JSON.stringify(list.card)).toContain("Du har bedømt alle ansøgninger. Tak.");
    expect(lintCard(list.card)).toEqual([]);
    const none = await world.press("economist", "Ret en bedømmelse");
    expect(JSON.stringify(none.card)).toContain("Vælg først, hvilken bedømmelse du vil rette.");
    const chosen = await world.press("economist", "Ret en bedømmelse", { chosenApplication: second.key });
    expect(JSON.stringify(chosen.card)).toContain("2 af 3");
    expect(JSON.stringify(chosen.card)).toContain(second.title);
    const left = world.deps.records.applications.byKey(third.key);
    if (left === undefined) throw new Error("no application");
    await world.deps.records.applications.save({ ...left.value, withdrawnAt: world.now }, left.version);
    const gone = await world.press(
      "economist",
      "Ret en bedømmelse",
      { chosenApplication: third.key },
      {
        card: list.card,
      },
    );
    expect(JSON.stringify(gone.card)).toContain("FR22-03 er ikke længere med i runden.");
  });

  it("brings a review back that only lacks its reason", async () => {
    await open();
    await world.send();
    const { reason: _reason, ...rest } = good;
    expect(JSON.stringify((await world.press("economist", next, rest)).card)).toContain("gemt, men ikke afleveret");
    expect(JSON.stringify((await world.press("economist", next, good)).card)).toContain("2 af 2");
    expect(reviewsOf("economist")).toMatchObject([{ state: "given" }]);
  });

  it("lets a given review stand until a complete one takes its place", async () => {
    await open({ reviews: [aReview({ answers: someAnswers() })] });
    await world.send();
    const open1 = await world.press("economist", "Forrige");
    expect(JSON.stringify(open1.card)).toContain("Afleveret");
    const broken = await world.press("economist", next, { ...good, "score-K1": "2" });
    expect(JSON.stringify(broken.card)).toContain("Ændringen er ikke gemt");
    expect(reviewsOf("economist")[0]?.answers).toEqual(someAnswers());
    await world.press("economist", next, good);
    expect(reviewsOf("economist")[0]).toMatchObject({ state: "given", answers: { reason: good.reason } });
  });

  it("is the same card in request and reminder: both move on, and an older one changes nothing", async () => {
    await open();
    await world.send();
    world.now = at("2022-04-12T09:00:00.000Z");
    await world.send();
    const [, one, two] = await world.messages("economist");
    expect(two?.card).toContain("Påmindelse: du mangler 2 bedømmelser.");
    await world.press("economist", next, good);
    const after = await world.messages("economist");
    expect(after[1]?.card).toBe(after[2]?.card);
    const old = { card: parsed(one?.card ?? ""), messageId: one?.id ?? "" };
    expect(JSON.stringify((await world.press("economist", next, {}, old)).card)).toContain("2 af 2");
    expect(reviewsOf("economist")).toMatchObject([{ state: "given", log: { count: 1 } }]);
  });

  it("takes a declared conflict out of the walk and asks for its reason beside the field", async () => {
    await open();
    await world.send();
    const empty = await world.press("economist", "Bekræft inhabilitet", { "score-K1": "4" });
    expect(JSON.stringify(empty.card)).toContain("Skal udfyldes.");
    const out = await world.press("economist", "Bekræft inhabilitet", { recusalReason: "Min søster er ansøger." });
    expect(JSON.stringify(out.card)).toContain("FR22-01 er taget ud");
    expect(JSON.stringify(out.card)).toContain("1 af 1");
    expect(reviewsOf("economist")).toMatchObject([{ state: "recused" }]);
  });

  it("T47 keeps to the rules of cards on every step", async () => {
    await open();
    await world.send();
    for (const inputs of [{}, { ...good, "score-K1": "1" }, good]) {
      const { card } = await world.press("economist", next, inputs);
      expect(lintCard(card)).toEqual([]);
    }
  });
});

describe("presses that come again, too late or from somebody else", () => {
  it("T10 a press delivered four times is one review with one log line and the same answer", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    const answers = [];
    for (let time = 0; time < 4; time += 1) answers.push(await world.press("economist", next, good, on));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(reviewsOf("economist")).toHaveLength(1);
    expect(reviewsOf("economist")[0]?.log.count).toBe(1);
  });

  it("T10 two presses at the same moment are one review", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    const [one, two] = await Promise.all([
      world.press("economist", next, good, on),
      world.press("economist", next, good, on),
    ]);
    expect(one).toEqual(two);
    expect(reviewsOf("economist")[0]?.log.count).toBe(1);
  });

  it("T10 half a review is kept without a log line, and may go back to what it was", async () => {
    await open();
    await world.send();
    const half = async (reason: string) => {
      await world.press("economist", next, { reason });
      return world.press("economist", "Forrige");
    };
    for (const reason of ["A", "B", "A"]) await half(reason);
    expect(reviewsOf("economist")[0]).toMatchObject({ answers: { reason: "A" }, log: { count: 0 } });
  });

  it("T10 an empty card from before the first word takes back nothing that was saved since", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    await world.press("economist", next, { reason: "Skrevet" }, on);
    await world.press("economist", next, {}, on);
    expect(reviewsOf("economist")[0]?.answers.reason).toBe("Skrevet");
  });

  it("T11 a review after the recommendation meets who closed it and when", async () => {
    await open({ reviews: [aReview()] });
    await world.send();
    const pool = world.deps.records.pools.all()[0];
    if (pool === undefined) throw new Error("no pool");
    const lines = [aLine(anApplication()), aLine(second, { rank: 2 })];
    await world.deps.records.pools.save({ ...pool.value, recommendations: [aRecommendation(lines)] }, pool.version);
    world.now = springClock.deciding;
    const late = await world.press("economist", "Forrige");
    expect(JSON.stringify(late.card)).toContain("indstillet af Sofie Sekretær 25. april 2022 kl. 10.00");
    expect(JSON.stringify(late.card)).not.toContain("Action.Execute");
    await world.send();
    expect(
      (await world.messages("spokesman")).find(({ card }) => card.includes("Bedømmelsen er lukket")),
    ).toBeDefined();
  });

  it("T11 an application that was withdrawn meanwhile is passed over", async () => {
    await open({ applications: [anApplication(), second, third] });
    await world.send();
    const gone = world.deps.records.applications.byKey(second.key);
    await world.press("economist", next, good);
    if (gone === undefined) throw new Error("no application");
    await world.deps.records.applications.save({ ...gone.value, withdrawnAt: world.now }, gone.version);
    const answer = await world.press("economist", next, good);
    expect(JSON.stringify(answer.card)).toContain("FR22-02 er ikke længere med i runden.");
    expect(JSON.stringify(answer.card)).toContain("FR22-03");
    expect(reviewsOf("economist")).toHaveLength(1);
  });

  it("T12 a press that was captured and comes again the next day changes nothing and says what is so", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    await world.press("economist", next, good, on);
    const given = reviewsOf("economist");
    // Meanwhile the reviewer has changed her mind on another card.
    await world.press("economist", "Forrige");
    await world.press("economist", next, { ...good, reason: "Et andet ord." });
    const changed = reviewsOf("economist");
    expect(changed).not.toEqual(given);
    world.now = plusMillis(world.now, 24 * 3_600_000);
    await world.press("economist", next, good, on);
    expect(reviewsOf("economist")).toEqual(changed);
  });

  it("T16 a forwarded card gives somebody else no button, stores nothing and is logged", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const [own] = await world.messages("colleague");
    const answer = await world.press("colleague", next, good, {
      card: parsed(request?.card ?? ""),
      messageId: own?.id ?? "",
    });
    const card = JSON.stringify(answer.card);
    expect(card).toContain("Du er ikke bedømmer på denne ansøgning");
    expect(card).not.toContain("Action.Execute");
    expect(card).not.toContain("Virtuelle");
    expect(world.deps.records.reviews.all()).toEqual([]);
    expect(world.log.join("")).toContain('"reason":"not-reviewer"');
    expect(world.log.join("")).not.toContain(good.reason);
  });

  it("T16 a name in the card or the message counts for nothing", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const [own] = await world.messages("colleague");
    const inputs = { ...good, reviewerKey: people.economist.key, from: people.economist.name };
    await world.press("colleague", next, inputs, { card: parsed(request?.card ?? ""), messageId: own?.id ?? "" });
    expect(world.deps.records.reviews.all()).toEqual([]);
  });

  it("T17 a reviewer of the applying centre has no such card, and a made-up press is refused and logged", async () => {
    const own = anApplication({ number: "FR22-04", centreKey: people.economist.centreKey, title: "Økonomiens egen" });
    await open({ applications: [anApplication(), own] });
    await world.send();
    const [, request] = await world.messages("economist");
    expect(request?.card).toContain("1 af 1");
    expect(request?.card).not.toContain("Økonomiens egen");
    const forged = { ...good, applicationKey: own.key };
    const answer = await world.press("economist", next, forged);
    expect(JSON.stringify(answer.card)).not.toContain("Økonomiens egen");
    expect(reviewsOf("economist")).toEqual([]);
    expect(world.log.join("")).toContain("card press refused");
  });

  it("T18 a reviewer who was taken off the round meanwhile is refused by today's records", async () => {
    await open();
    await world.send();
    const pool = world.deps.records.pools.all()[0];
    if (pool === undefined) throw new Error("no pool");
    const round = aRound({ reviewerKeys: [people.chair.key, people.spokesman.key, people.head.key] });
    await world.deps.records.pools.save({ ...pool.value, rounds: [round] }, pool.version);
    expect(JSON.stringify((await world.press("economist", next, good)).card)).toContain("Du er ikke bedømmer");
    expect(world.deps.records.reviews.all()).toEqual([]);
  });
});

describe("the head's card", () => {
  const waiting = anApplication({ approval: undefined });
  it("approves once and tells a second press who did and when", async () => {
    await open({ applications: [waiting], now: springClock.open });
    world.now = plusMillis(springClock.open, 60_000);
    await world.send();
    const [, request] = await world.messages("head");
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    const first = await world.press("head", "Godkend", {}, on);
    expect(JSON.stringify(first.card)).toContain("Godkendt af Lone Leder 18. marts 2022 kl. 10.13");
    expect(await world.press("head", "Godkend", {}, on)).toEqual(first);
    expect(world.deps.records.applications.byKey(waiting.key)?.value.log.count).toBe(1);
  });

  it("returns with questions, and takes a CPR number out at its field", async () => {
    await open({ applications: [waiting], now: springClock.open });
    world.now = plusMillis(springClock.open, 60_000);
    await world.send();
    const wrong = JSON.stringify(
      (await world.press("head", "Send spørgsmål", { questions: "Gælder det 010180-1234?" })).card,
    );
    expect(wrong).toContain("CPR-nummer");
    expect(wrong).toContain("Gælder det [nummer fjernet]?");
    const done = await world.press("head", "Send spørgsmål", { questions: "Hvem betaler driften?" });
    expect(JSON.stringify(done.card)).toContain("Returneret med spørgsmål af Lone Leder");
    await world.send();
    const card = (await world.messages("applicant")).at(-1)?.card ?? "";
    expect(card).toContain("Hvem betaler driften?");
    expect(card).toContain(encodeURIComponent(`/drafts/${waiting.draftKey}`));
  });

  it("shows what was asked above the applicant's answer when the application comes again", async () => {
    const questions = "Hvem betaler driften?";
    const asked = anApplication({
      approval: undefined,
      returned: { at: springClock.open, by: people.head.key, questions },
    });
    const again = anApplication({ approval: undefined, attempt: 2, answer: "Det gør centret selv." });
    await open({ applications: [asked, again], now: springClock.open });
    world.now = plusMillis(springClock.open, 60_000);
    await world.send();
    const card = (await world.messages("head")).at(-1)?.card ?? "";
    expect(card).toContain(questions);
    expect(card.indexOf(questions)).toBeLessThan(card.indexOf("Det gør centret selv."));
  });

  it("T16 tells nobody else what the application says", async () => {
    await open({ applications: [waiting], now: springClock.open });
    world.now = plusMillis(springClock.open, 60_000);
    await world.send();
    const [, request] = await world.messages("head");
    const card = parsed(request?.card ?? "");
    await world.press("head", "Godkend");
    for (const name of ["otherHead", "colleague"] as const) {
      const [own] = await world.messages(name);
      const answer = await world.press(name, "Godkend", {}, { card, messageId: own?.id ?? "" });
      expect(JSON.stringify(answer.card)).not.toContain("Sygeplejen");
    }
  });
});

describe("decision and outcome", () => {
  const lines = [
    aLine(anApplication()),
    aLine(second, { rank: 2, outcome: "rejection", grantOere: kr(0), reason: "Rammen rækker ikke." }),
    aLine(third, { rank: 3, outcome: "partial-award", grantOere: kr(45_000), packet: "deputy", reason: "Resten." }),
  ];
  const decidable: Start = {
    applications: [anApplication(), second, third],
    pool: { recommendations: [aRecommendation(lines)] },
    now: springClock.deciding,
  };

  it("shows the chair her own part, asks for the total and decides once", async () => {
    await open(decidable);
    await world.send();
    const [, request] = await world.messages("chair");
    expect(request?.card).toContain('{"title":"Afgøres af næstformanden","value":"1 ansøgning"}');
    expect(request?.card).not.toContain("Hybride lokaler");
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    const first = await world.press("chair", `Bevilg ${formatKr(kr(95_000))}`, {}, on);
    expect(JSON.stringify(first.card)).toContain("Afgjort af Frida Formand 27. april 2022 kl. 10.00");
    expect(await world.press("chair", `Bevilg ${formatKr(kr(95_000))}`, {}, on)).toEqual(first);
    expect(world.deps.records.pools.all()[0]?.value.awards).toHaveLength(2);
  });

  it("T12 the chair's press of yesterday decides nothing today, is told what was decided and is logged", async () => {
    await open(decidable);
    await world.send();
    const [, request] = await world.messages("chair");
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    await world.press("chair", `Bevilg ${formatKr(kr(95_000))}`, {}, on);
    await world.press("chair", "Fortryd (indtil kl. 10.00.30)");
    const undone = world.deps.records.pools.all()[0]?.value;
    expect(undone?.awards).toEqual([]);
    world.now = plusMillis(world.now, 24 * 3_600_000);
    const replayed = await world.press("chair", `Bevilg ${formatKr(kr(95_000))}`, {}, on);
    expect(world.deps.records.pools.all()[0]?.value).toEqual(undone);
    expect(JSON.stringify(replayed.card)).not.toContain("Afgjort af");
    expect(world.log.filter((line) => line.includes('"verb":"decision.decide"'))).toHaveLength(2);
  });

  const undoTitle = "Fortryd (indtil kl. 10.00.30)";
  const awards = () => world.deps.records.pools.all()[0]?.value.awards.length;

  it("T10 takes the decision back on the card, once, and lets it be made anew", async () => {
    await open(decidable);
    await world.send();
    await world.press("chair", `Bevilg ${formatKr(kr(95_000))}`);
    const decided = (await world.messages("chair")).at(-1);
    const on = { card: parsed(decided?.card ?? ""), messageId: decided?.id ?? "" };
    const undone = await world.press("chair", undoTitle, {}, on);
    expect(JSON.stringify(undone.card)).toContain("Afgørelsen er fortrudt. Ingen har fået besked.");
    expect(await world.press("chair", undoTitle, {}, on)).toEqual(undone);
    expect(awards()).toBe(0);
    world.now = plusMillis(world.now, 5_000);
    await world.press("chair", `Bevilg ${formatKr(kr(95_000))}`);
    expect(awards()).toBe(2);
    // The old button, from this message or from another one, means the decision that is gone.
    const [welcome] = await world.messages("chair");
    for (const messageId of [on.messageId, welcome?.id ?? ""]) {
      const answer = await world.press("chair", undoTitle, {}, { ...on, messageId });
      expect(JSON.stringify(answer.card)).toContain("Afgjort af Frida Formand");
    }
    expect(awards()).toBe(2);
  });

  it("says on the card that the decision is taken back, until it is made anew", async () => {
    await open(decidable);
    await world.send();
    await world.press("chair", `Bevilg ${formatKr(kr(95_000))}`);
    const decided = (await world.messages("chair")).at(-1);
    const on = { card: parsed(decided?.card ?? ""), messageId: decided?.id ?? "" };
    await world.press("chair", undoTitle, {}, on);
    await world.press("deputy", `Bevilg ${formatKr(kr(45_000))}`);
    world.now = plusMillis(world.now, 3_600_000);
    await world.send();
    const said = "Afgørelsen er fortrudt. Ingen har fået besked.";
    expect((await world.messages("chair")).at(-1)?.card).toContain(said);
    // Pressed anew from another message: nothing is left to take back, and the card says why.
    const [welcome] = await world.messages("chair");
    const again = await world.press("chair", undoTitle, {}, { ...on, messageId: welcome?.id ?? "" });
    expect(JSON.stringify(again.card)).toContain(said);
    expect((await world.messages("deputy")).at(-1)?.card).not.toContain(said);
    await world.press("chair", `Bevilg ${formatKr(kr(95_000))}`);
    expect((await world.messages("chair")).at(-1)?.card).not.toContain(said);
  });

  it("keeps the promised time when no letter has left yet", async () => {
    await open(decidable);
    await world.send();
    await world.press("chair", `Bevilg ${formatKr(kr(95_000))}`);
    world.now = plusMillis(world.now, 30_000);
    const late = await world.press("chair", undoTitle);
    expect(JSON.stringify(late.card)).toContain("Fristen for at fortryde er udløbet, og brevene er på vej.");
    expect(awards()).toBe(2);
  });

  it("says plainly that the letters have gone when undo is pressed too late", async () => {
    await open(decidable);
    await world.send();
    await world.press("chair", `Bevilg ${formatKr(kr(95_000))}`);
    const decided = (await world.messages("chair")).at(-1);
    world.now = plusMillis(world.now, 30_000);
    await world.send();
    expect((await world.messages("chair")).at(-1)?.card).not.toContain("Fortryd");
    const on = { card: parsed(decided?.card ?? ""), messageId: decided?.id ?? "" };
    const late = await world.press("chair", undoTitle, {}, on);
    expect(JSON.stringify(late.card)).toContain("Fristen for at fortryde er udløbet, og brevene er på vej.");
    expect(awards()).toBe(2);
  });

  it("T16 a forwarded decided card takes nothing back for somebody else", async () => {
    await open(decidable);
    await world.send();
    await world.press("chair", `Bevilg ${formatKr(kr(95_000))}`);
    const decided = (await world.messages("chair")).at(-1);
    for (const name of ["colleague", "deputy"] as const) {
      const [own] = await world.messages(name);
      const on = { card: parsed(decided?.card ?? ""), messageId: own?.id ?? "" };
      const answer = await world.press(name, undoTitle, {}, on);
      expect(JSON.stringify(answer.card)).not.toContain("FR22-01");
      expect(JSON.stringify(answer.card)).not.toContain("Action.Execute");
    }
    expect(awards()).toBe(2);
  });

  it("000-21 names whom to write to when the time to answer is over", async () => {
    await open(decidable);
    await world.send();
    await world.press("chair", `Bevilg ${formatKr(kr(95_000))}`);
    world.now = plusMillis(world.now, 2 * 3_600_000);
    await world.send();
    world.now = at("2022-05-11T22:00:00.000Z");
    await world.send();
    const award = (await world.messages("applicant")).find(({ card }) => card.includes("I har fået tilsagn"));
    expect(award?.card).toContain("Skriv til Sofie Sekretær i puljesekretariatet.");
    expect(award?.card).not.toContain("Action.Execute");
  });

  it("gives the deputy a card of her own, and nobody else any", async () => {
    await open(decidable);
    await world.send();
    const [, request] = await world.messages("deputy");
    const card = parsed(request?.card ?? "");
    const [own] = await world.messages("colleague");
    const stranger = await world.press(
      "colleague",
      `Bevilg ${formatKr(kr(45_000))}`,
      {},
      { card, messageId: own?.id ?? "" },
    );
    expect(JSON.stringify(stranger.card)).not.toContain("Hybride");
    expect(world.deps.records.pools.all()[0]?.value.awards).toEqual([]);
    const done = await world.press("deputy", `Bevilg ${formatKr(kr(45_000))}`);
    expect(JSON.stringify(done.card)).toContain("Afgjort af Niels Næstformand");
  });

  it("tells the applicant, and takes one answer", async () => {
    await open(decidable);
    await world.send();
    await world.press("chair", `Bevilg ${formatKr(kr(95_000))}`);
    // A decision rests a while before it is told, so that it can be undone.
    world.now = plusMillis(world.now, 2 * 3_600_000);
    await world.send();
    const cards = (await world.messages("applicant")).map(({ card }) => card);
    const rejection = cards.find((card) => card.includes("I har fået afslag"));
    expect(rejection).toContain("Rammen rækker ikke.");
    expect(rejection).not.toContain("Action.Execute");
    const award = (await world.messages("applicant")).find(({ card }) => card.includes("I har fået tilsagn"));
    const on = { card: parsed(award?.card ?? ""), messageId: award?.id ?? "" };
    const accepted = await world.press("applicant", "Tag imod", {}, on);
    expect(JSON.stringify(accepted.card)).toContain("Tilsagnet er accepteret af Anja Ansøger");
    const tooLate = await world.press("applicant", `Sig nej tak til ${formatKr(kr(95_000))}`, {}, on);
    expect(tooLate).toEqual(accepted);
    expect(world.deps.records.pools.all()[0]?.value.awards[0]?.step).toBe("accepted");
  });
});

describe("chat", () => {
  it.each(["hi", "Hello", "help", "hjælp", "hej", "hvad er klokken?"])(
    "answers %s with what waits and the way in",
    async (text) => {
      await open();
      await world.say("economist", text);
      const card = (await world.messages("economist")).at(-1)?.card ?? "";
      expect(card).toContain("Afgiv 2 bedømmelser i Forår 2022");
      // The answer stays in the chat: it says when it was so.
      expect(card).toContain("Venter på dig · 8. april 2022 kl. 10.00");
      expect(card).toContain("Action.OpenUrl");
      expect(lintCard(parsed(card))).toEqual([]);
    },
  );

  it("a language named in the chat is the writer's from then on, also on a card that is open already", async () => {
    await open();
    await world.send();
    const request = (await world.messages("economist")).at(-1);
    await world.say("economist", " English! ");
    const answer = (await world.messages("economist")).at(-1)?.card ?? "";
    expect(answer).toContain("Cards and notices now come in English.");
    expect(lintCard(parsed(answer))).toEqual([]);
    const languageOf = (name: PersonName) => world.deps.records.persons.byKey(people[name].key)?.value.language;
    expect([languageOf("economist"), languageOf("chair")]).toEqual(["en", "da"]);
    const on = { card: parsed(request?.card ?? ""), messageId: request?.id ?? "" };
    expect(JSON.stringify((await world.press("economist", next, good, on)).card)).toContain("Save and go on");
    await world.say("economist", "på dansk");
    expect((await world.messages("economist")).at(-1)?.card).toContain("Kort og beskeder kommer nu på dansk.");
    expect(languageOf("economist")).toBe("da");
  });

  it("says so when a language named in the chat could not be stored", async () => {
    await open();
    world.stored.failNext("persons", "unavailable");
    await world.say("economist", "English");
    expect((await world.messages("economist")).at(-1)?.card).toContain("SharePoint er optaget.");
  });

  it("takes the press of a client that knows no Action.Execute", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const button = buttonIn(parsed(request?.card ?? ""), next);
    const chat = conversationIdOf(appId, objectIdOf(people.economist));
    await world.channel.fetch(
      new Request(`${world.origin}/channel/client/conversations/${chat}/messages`, {
        method: "POST",
        headers: { authorization: `Bearer ${objectIdOf(people.economist)}`, "content-type": "application/json" },
        body: JSON.stringify({ value: { ...button.data, ...good, verb: button.verb }, replyToId: request?.id }),
      }),
    );
    await world.bot.settled();
    expect(reviewsOf("economist")).toMatchObject([{ state: "given" }]);
    expect((await world.messages("economist")).at(-1)?.card).toContain("2 af 2");
  });
});

describe("slow and broken", () => {
  it("leaves the card with everything typed when the store is busy", async () => {
    await open();
    await world.send();
    const before = await world.messages("economist");
    world.stored.failNext("reviews", "throttled");
    const answer = await world.press("economist", next, good);
    expect(answer).toMatchObject({ kind: "error", code: "throttled" });
    expect(answer.text).toContain("SharePoint er optaget");
    expect(await world.messages("economist")).toEqual(before);
  });

  it("answers in time and updates the card when the work is done", async () => {
    await open({ ground: { wait: () => Promise.resolve() } });
    await world.send();
    const answer = await world.press("economist", next, good);
    expect(answer).toEqual({ kind: "message", text: "Vi arbejder på det. Kortet bliver opdateret om lidt." });
    expect((await world.messages("economist")).at(-1)?.card).toContain("2 af 2");
  });

  it("says in words what no card of ours sends", async () => {
    await open();
    await world.send();
    const [, request] = await world.messages("economist");
    const card = parsed((request?.card ?? "").replaceAll("review.next", "review.delete-all"));
    expect(await world.press("economist", next, good, { card })).toMatchObject({ kind: "error", code: "BadRequest" });
    const wrong = await world.press("economist", next, { ...good, "score-K1": "6" });
    expect(wrong).toMatchObject({ kind: "error", code: "BadRequest" });
    expect(world.deps.records.reviews.all()).toEqual([]);
  });
});

describe("the endpoint", () => {
  const activity = (overrides: Record<string, unknown> = {}): Record<string, unknown> => ({
    type: "message",
    id: "1",
    channelId: "msteams",
    serviceUrl: `${world.origin}/channel/connector`,
    from: { id: "29:x", aadObjectId: objectIdOf(people.economist) },
    recipient: { id: `28:${appId}` },
    conversation: { id: conversationIdOf(appId, objectIdOf(people.economist)), conversationType: "personal", tenantId },
    text: "hej",
    ...overrides,
  });
  const nothingHappened = async (): Promise<void> => {
    await world.bot.settled();
    expect(await world.messages("economist")).toHaveLength(welcomeCount);
  };

  it("T13 refuses tokens that prove nothing, and runs nothing", async () => {
    await open();
    const { privateKey } = await generateKeyPair("RS256", { extractable: true });
    const kid = z
      .object({ keys: z.array(z.looseObject({ kid: z.string() })) })
      .parse(await (await fetch(`${world.origin}/channel/v1/.well-known/keys`)).json()).keys[0]?.kid;
    const forge = (claims: Record<string, unknown>, header: Record<string, unknown> = {}) =>
      new SignJWT({ serviceurl: `${world.origin}/channel/connector`, ...claims })
        .setProtectedHeader({ alg: "RS256", kid: kid ?? "", ...header })
        .setIssuer(`${world.origin}/channel`)
        .setAudience(appId)
        .setExpirationTime("1h")
        .sign(privateKey);
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from(JSON.stringify({ iss: `${world.origin}/channel`, aud: appId })).toString("base64url")}.`;
    const embedded = await forge(
      {},
      { jwk: await exportJWK((await generateKeyPair("RS256", { extractable: true })).publicKey) },
    );
    for (const token of [await forge({}), await forge({}, { kid: "unknown" }), embedded, unsigned, "a.b", "abc"]) {
      expect((await world.post(activity(), token)).status, token.slice(0, 20)).toBe(403);
    }
    expect((await world.post(activity())).status).toBe(401);
    await nothingHappened();
    expect(world.log.filter((line) => line.includes("bot call refused")).length).toBeLessThanOrEqual(5);
  });

  it("T13 takes the channel's own token, but not one that is old or meant for somebody else", async () => {
    await open();
    const { tokens } = await ownChannel();
    expect((await world.post(activity(), await tokens({}))).status).toBe(200);
    await world.bot.settled();
    expect(await world.messages("economist")).toHaveLength(welcomeCount + 1);
    expect((await world.post(activity(), await tokens({ audience: "somebody-else" }))).status).toBe(403);
    expect((await world.post(activity(), await tokens({ issuer: "https://api.botframework.com" }))).status).toBe(403);
    expect((await world.post(activity(), await tokens({ expiresS: -310 }))).status).toBe(403);
    expect((await world.post(activity(), await tokens({ expiresS: -290 }))).status).toBe(200);
  });

  it("T14 refuses another tenant, another channel, another service address and a key that may not speak for Teams", async () => {
    await open();
    const { tokens } = await ownChannel();
    const foreignTenant = {
      ...activity(),
      conversation: { id: "a:1", tenantId: "11111111-1111-4111-8111-111111111111" },
    };
    expect((await world.post(foreignTenant, await tokens({}))).status).toBe(403);
    expect((await world.post(activity({ channelId: "webchat" }), await tokens({}))).status).toBe(403);
    const foreignUrl = activity({ serviceUrl: "https://evil.example/connector" });
    expect((await world.post(foreignUrl, await tokens({}))).status).toBe(403);
    expect((await world.post(activity(), await tokens({ serviceUrl: undefined }))).status).toBe(403);
    await nothingHappened();
    const { tokens: unendorsed } = await ownChannel(["webchat"]);
    expect((await world.post(activity(), await unendorsed({}))).status).toBe(403);
  });

  it.each([
    ["cannot be reached", () => Promise.reject(new TypeError("fetch failed"))],
    ["answers without keys", () => Promise.resolve(new Response("busy", { status: 500 }))],
  ])("T15 a channel whose key server %s is asked to come again, not turned away", async (_name, fetchKeys) => {
    await open();
    const { tokens } = await ownChannel(["msteams"], fetchKeys);
    expect((await world.post(activity(), await tokens({}))).status).toBe(503);
    await world.bot.settled();
    expect(await world.messages("economist")).toEqual([]);
  });

  /** The same bot, taught to trust a channel whose key the test holds. */
  async function ownChannel(endorsements = ["msteams"], fetchKeys?: () => Promise<Response>) {
    const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: "own", alg: "RS256" };
    await world.close();
    const issuer = "https://channel.test";
    await open({
      ground: {
        config: {
          appId,
          tenantId,
          issuer,
          openIdUrl: `${issuer}/v1/.well-known/openidconfiguration`,
          anonymous: false,
        },
        fetch: fetchKeys ?? (() => Promise.resolve(Response.json({ keys: [{ ...jwk, endorsements }] }))),
      },
      install: false,
    });
    for (const person of [people.economist]) {
      await world.post(
        activity({ type: "installationUpdate", action: "add", from: { id: "29:x", aadObjectId: objectIdOf(person) } }),
        await tokens({}),
      );
    }
    await world.channel.installApp(installedApp);
    await world.bot.settled();
    async function tokens({
      audience = appId,
      issuer: by = issuer,
      expiresS = 3600,
      ...rest
    }: {
      audience?: string;
      issuer?: string;
      expiresS?: number;
      serviceUrl?: string | undefined;
    }): Promise<string> {
      const serviceurl = "serviceUrl" in rest ? rest.serviceUrl : `${world.origin}/channel/connector`;
      return new SignJWT(serviceurl === undefined ? {} : { serviceurl })
        .setProtectedHeader({ alg: "RS256", kid: "own" })
        .setIssuer(by)
        .setAudience(audience)
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresS)
        .sign(privateKey);
    }
    return { tokens };
  }
});
