import { exportJWK, exportPKCS8, exportSPKI, generateKeyPair, importPKCS8, type JWTPayload, SignJWT } from "jose";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { people } from "#test/builders/organisation.ts";
import {
  appId,
  type BotStart,
  type BotWorld,
  chatOf,
  objectIdOf,
  openBotWorld,
  tenantId,
} from "#test/scenarios/bot-world.ts";
import { serveLoopback } from "#workspace/serve-loopback.ts";

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

const issuer = "https://channel.test";
const newKeys = (): Promise<Keys> => generateKeyPair("RS256", { extractable: true });
let ours: Keys;
let theirs: Keys;
beforeAll(async () => {
  [ours, theirs] = await Promise.all([newKeys(), newKeys()]);
});

/** The channel's key server. */
interface KeyServer {
  fetches: number;
  answer: () => Promise<Response> | Response;
}
let keyServer: KeyServer;
let world: BotWorld;
let serviceUrl: string;

/** A bot that trusts a channel whose keys the test holds; chats lie in the world's own channel. */
async function open(start: Pick<BotStart, "ground"> & { readonly anonymous?: boolean } = {}): Promise<void> {
  const config = {
    appId,
    tenantId,
    issuer,
    openIdUrl: `${issuer}/v1/.well-known/openidconfiguration`,
    anonymous: start.anonymous === true,
  };
  const fetchKeys: typeof fetch = async () => {
    keyServer.fetches += 1;
    return keyServer.answer();
  };
  // The chats exist, but the bot hears of nothing from their channel, whose tokens it does not trust.
  const deliver = (): Promise<Response> => Promise.resolve(new Response(null, { status: 200 }));
  world = await openBotWorld({ deliver, ground: { config, fetch: fetchKeys, ...start.ground } });
  serviceUrl = `${world.origin}/channel/connector`;
}
async function serveKeys(...keys: readonly { kid: string; keys: Keys; endorsements?: readonly string[] }[]) {
  const jwks = await Promise.all(
    keys.map(async ({ kid, keys: { publicKey }, endorsements = ["msteams"] }) => ({
      ...(await exportJWK(publicKey)),
      kid,
      endorsements,
    })),
  );
  keyServer.answer = () => Response.json({ keys: jwks });
}
beforeEach(async () => {
  keyServer = { fetches: 0, answer: () => new Response(null, { status: 500 }) };
  await serveKeys({ kid: "own", keys: ours });
});
afterEach(async () => {
  vi.useRealTimers();
  await world.close();
});

const activity = (overrides: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: "message",
  id: "1",
  channelId: "msteams",
  serviceUrl,
  from: { id: "29:x", aadObjectId: objectIdOf(people.economist) },
  recipient: { id: `28:${appId}` },
  conversation: { id: chatOf("economist"), conversationType: "personal", tenantId },
  text: "hej",
  ...overrides,
});

const nowS = (): number => Math.floor(Date.now() / 1000);
const claims = (changes: Record<string, unknown> = {}): JWTPayload => ({
  iss: issuer,
  aud: appId,
  serviceurl: serviceUrl,
  exp: nowS() + 3600,
  ...changes,
});
/** A token of the channel; a change to `undefined` leaves the claim out. */
const token = (
  changes: Record<string, unknown> = {},
  { keys = ours, ...header }: { keys?: Keys } & Record<string, unknown> = {},
): Promise<string> =>
  new SignJWT(claims(changes)).setProtectedHeader({ alg: "RS256", kid: "own", ...header }).sign(keys.privateKey);

const encoded = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString("base64url");

/** The call is refused as forbidden, no handler has run, and nobody was written to. */
async function isRefused(bearer: string | undefined, body = activity()): Promise<void> {
  const answer = await world.post(body, bearer);
  expect([answer.status, await answer.text()]).toEqual([403, ""]);
  await nothingRan();
}
async function nothingRan(): Promise<void> {
  await world.bot.settled();
  expect(await world.messages("economist")).toEqual([]);
  expect(world.deps.records.conversations.all()).toEqual([]);
}
/** The call is taken and answered in the chat. */
async function isTaken(bearer: string | undefined, body = activity()): Promise<void> {
  const before = (await world.messages("economist")).length;
  expect((await world.post(body, bearer)).status).toBe(200);
  await world.bot.settled();
  expect(await world.messages("economist")).toHaveLength(before + 1);
}

describe("the bot's endpoint and its caller's token", () => {
  it("takes the channel's own token", async () => {
    await open();
    await isTaken(await token());
  });

  it("T13 refuses a call without a token", async () => {
    await open();
    await isRefused(undefined);
    expect(world.log.join("")).toContain('"reason":"no-token"');
  });

  it("T13 refuses alg none", async () => {
    await open();
    await isRefused(`${encoded({ alg: "none", kid: "own" })}.${encoded(claims())}.`);
  });

  it("T13 refuses HS256 with the public key as its secret", async () => {
    await open();
    const pem = new TextEncoder().encode(await exportSPKI(ours.publicKey));
    const forged = new SignJWT(claims()).setProtectedHeader({ alg: "HS256", kid: "own" });
    await isRefused(await forged.sign(pem));
  });

  it("T13 refuses another algorithm than the key document names, also by the right key", async () => {
    await open();
    const key = await importPKCS8(await exportPKCS8(ours.privateKey), "RS512");
    await isRefused(await new SignJWT(claims()).setProtectedHeader({ alg: "RS512", kid: "own" }).sign(key));
  });

  it("T13 refuses a token that was tampered with", async () => {
    await open();
    const [header, , signature] = (await token()).split(".");
    await isRefused([header, encoded(claims({ exp: nowS() + 7200 })), signature].join("."));
  });

  it("T13 refuses another key under the same key id", async () => {
    await open();
    await isRefused(await token({}, { keys: theirs }));
  });

  it("T13 refuses a key that the token brings along", async () => {
    await open();
    await isRefused(await token({}, { keys: theirs, jwk: await exportJWK(theirs.publicKey) }));
    await isRefused(await token({}, { keys: theirs, kid: undefined, jwk: await exportJWK(theirs.publicKey) }));
  });

  it("T13 refuses a token that names a key server of its own, and does not call it", async () => {
    await open();
    const jwks = { keys: [{ ...(await exportJWK(theirs.publicKey)), kid: "own", endorsements: ["msteams"] }] };
    const called: string[] = [];
    const server = await serveLoopback(({ url }) => {
      called.push(url);
      return Response.json(jwks);
    }, 0);
    await isRefused(await token({}, { keys: theirs, jku: `http://localhost:${server.port}/keys` }));
    await server.close();
    expect(called).toEqual([]);
  });

  it("T13 refuses another issuer, also that of a signed-in person's token", async () => {
    await open();
    await isRefused(await token({ iss: `https://login.microsoftonline.com/${tenantId}/v2.0` }));
  });

  it("T13 refuses a token without an issuer", async () => {
    await open();
    await isRefused(await token({ iss: undefined }));
  });

  it.each([[[issuer]], [1], [null]])("T13 refuses an issuer that is no text (%j)", async (iss) => {
    await open();
    await isRefused(await token({ iss }));
  });

  it("T13 refuses a token for another bot", async () => {
    await open();
    await isRefused(await token({ aud: "00000000-0000-4000-8000-000000000000" }));
  });

  it("T13 refuses a token that begins in ten minutes", async () => {
    await open();
    await isRefused(await token({ nbf: nowS() + 600 }));
  });

  it("T13 refuses a token with critical extensions nobody here knows", async () => {
    await open();
    const payload = claims();
    const header = { alg: "RS256", kid: "own", crit: ["urn:example:unknown"], "urn:example:unknown": true };
    const signed = new SignJWT(payload).setProtectedHeader(header);
    await isRefused(await signed.sign(ours.privateKey, { crit: { "urn:example:unknown": true } }));
  });

  it.each([
    ["nothing", ""],
    ["two parts", "e30.e30"],
    ["one word", "abc"],
    ["a header that is a list", `${encoded([{ alg: "RS256", kid: "own" }])}.e30.e30`],
    ["a header that is no JSON", "abc.e30.e30"],
  ])("T13 refuses %s in a token's place", async (_name, bearer) => {
    await open();
    await isRefused(bearer);
  });

  it("T13 refuses two tokens in one header", async () => {
    await open();
    const good = await token();
    await isRefused(`${good}, Bearer ${good}`);
  });

  it("T13 takes a token that expired 299 s ago", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    await open();
    await isTaken(await token({ exp: nowS() - 299 }));
  });

  it("T13 refuses a token that expired 302 s ago", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    await open();
    await isRefused(await token({ exp: nowS() - 302 }));
  });

  it("T13 refuses a token that never expires", async () => {
    await open();
    await isRefused(await token({ exp: undefined }));
  });
});

describe("the bot's endpoint and forged calls in numbers", () => {
  it("T13 500 unknown key ids cost one fetch of keys, and a truly rotated key is taken within 5 s", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    await open();
    await isTaken(await token());
    expect(keyServer.fetches).toBe(1);
    const forged = await token({}, { keys: theirs, kid: "forged" });
    const rest = forged.slice(forged.indexOf("."));
    vi.setSystemTime(Date.now() + 5001);
    for (let each = 0; each < 500; each += 1) {
      const answer = await world.post(activity(), `${encoded({ alg: "RS256", kid: `forged-${each}` })}${rest}`);
      expect(answer.status).toBe(403);
    }
    expect(keyServer.fetches).toBe(2);
    const rotated = await newKeys();
    await serveKeys({ kid: "own", keys: ours }, { kid: "rotated", keys: rotated });
    vi.setSystemTime(Date.now() + 5001);
    await isTaken(await token({}, { keys: rotated, kid: "rotated" }));
    expect(keyServer.fetches).toBe(3);
  });

  it("T13 logs at most five lines a minute and source, and says how many it left out", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-22T10:00:00Z") });
    await open();
    const refusals = (): string[] => world.log.filter((line) => line.includes("bot call refused"));
    for (let each = 0; each < 100; each += 1) await world.post(activity(), "a.b.c");
    expect(refusals()).toHaveLength(5);
    vi.setSystemTime(Date.now() + 60_000);
    await world.post(activity(), "a.b.c");
    expect(refusals()).toHaveLength(6);
    expect(refusals().at(-1)).toContain('"leftOut":95');
    expect(world.log.join("")).not.toContain("a.b.c");
  });

  it.each([
    ["cannot be reached", () => Promise.reject(new TypeError("fetch failed"))],
    ["answers without keys", () => new Response("busy", { status: 500 })],
  ])("T15 a channel whose key server %s is asked to come again, not turned away", async (_name, answer) => {
    keyServer.answer = answer;
    await open();
    expect((await world.post(activity(), await token())).status).toBe(503);
    await nothingRan();
  });

  it("T15 keys that are known serve on for a day while the key server is down", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    await open();
    await isTaken(await token());
    keyServer.answer = () => new Response("busy", { status: 500 });
    vi.setSystemTime(Date.now() + 23 * 3_600_000);
    await isTaken(await token());
  });
});

describe("the bot's endpoint and a right signature for something else", () => {
  it("T14 refuses another tenant", async () => {
    await open();
    const foreign = {
      id: chatOf("economist"),
      conversationType: "personal",
      tenantId: "11111111-1111-4111-8111-111111111111",
    };
    await isRefused(await token(), activity({ conversation: foreign }));
  });

  it("T14 refuses an activity that names no tenant", async () => {
    await open();
    await isRefused(await token(), activity({ conversation: { id: chatOf("economist") } }));
  });

  it("T14 refuses a service address that is not the token's, and makes no call to it", async () => {
    await open();
    const called: string[] = [];
    const server = await serveLoopback(({ url }) => {
      called.push(url);
      return Response.json({ id: "1" }, { status: 201 });
    }, 0);
    await isRefused(await token(), activity({ serviceUrl: `http://localhost:${server.port}/connector` }));
    await server.close();
    expect(called).toEqual([]);
  });

  it.each([undefined, 1, "", "https://evil.example"])(
    "T14 refuses a token whose service address is %j",
    async (serviceurl) => {
      await open();
      await isRefused(await token({ serviceurl }));
    },
  );

  it("T14 takes the service address with a slash at its end", async () => {
    await open();
    await isTaken(await token({ serviceurl: `${serviceUrl}/` }));
  });

  it("T14 refuses another channel, also by a key that may speak for it", async () => {
    await serveKeys({ kid: "own", keys: ours, endorsements: ["msteams", "webchat"] });
    await open();
    await isRefused(await token(), activity({ channelId: "webchat" }));
  });

  it.each([[["webchat"]], [[]]])("T14 refuses a key that may not speak for Teams (%j)", async (endorsements) => {
    await serveKeys({ kid: "own", keys: ours, endorsements });
    await open();
    await isRefused(await token());
  });

  it("T14 refuses a key without endorsements", async () => {
    const jwk = { ...(await exportJWK(ours.publicKey)), kid: "own" };
    keyServer.answer = () => Response.json({ keys: [jwk] });
    await open();
    await isRefused(await token());
  });
});

describe("the bot's endpoint in anonymous mode", () => {
  it("T13 says loudly at the start that it is on, and nothing when it is off", async () => {
    await open();
    expect(world.log.join("")).not.toContain("WITHOUT A TOKEN");
    await world.close();
    await open({ anonymous: true });
    const line: unknown = JSON.parse(world.log.find((each) => each.includes("WITHOUT A TOKEN")) ?? "{}");
    expect(line).toMatchObject({ level: 50, setting: "FREMDRIFT_BOT_ANONYMOUS" });
  });

  it("T13 takes a call without a token from a program on this machine", async () => {
    await open({ anonymous: true });
    await isTaken(undefined);
  });

  it("T13 still refuses a token that proves nothing", async () => {
    await open({ anonymous: true });
    await isRefused(await token({}, { keys: theirs }));
  });

  it.each([
    ["an origin", { origin: "https://evil.example" }],
    ["an opaque origin", { origin: "null" }],
    ["fetch metadata", { "sec-fetch-site": "cross-site" }],
    ["a form's content type", { "content-type": "text/plain" }],
  ])("T13 takes no call of a web page: %s", async (_name, headers) => {
    await open({ anonymous: true });
    expect((await world.post(activity(), undefined, headers)).status).toBe(403);
    await nothingRan();
  });

  it.each([
    ["a service address elsewhere", { serviceUrl: "https://smba.trafficmanager.net/emea" }],
    ["another tenant", { conversation: { id: "a:1", tenantId: "11111111-1111-4111-8111-111111111111" } }],
    ["another channel", { channelId: "emulator" }],
  ])("T14 refuses %s also without a token", async (_name, overrides) => {
    await open({ anonymous: true });
    await isRefused(undefined, activity(overrides));
  });
});

describe("the bot's endpoint and what it cannot read", () => {
  it("answers 400 to its channel and 403 to everybody else", async () => {
    await open();
    expect((await world.post({ type: "message" }, await token())).status).toBe(400);
    expect((await world.post({ type: "message" })).status).toBe(403);
    await nothingRan();
  });
});
