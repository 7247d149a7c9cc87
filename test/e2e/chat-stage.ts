import { strToU8, zipSync } from "fflate";
import { exportJWK, generateKeyPair } from "jose";
import * as z from "zod/mini";
import { CONNECTOR_SCOPE, createServiceToken, GRAPH_SCOPE } from "#service/sign-in/service-token.ts";
import { serveLoopback } from "#workspace/serve-loopback.ts";
import { startWorkspace } from "#workspace/start-workspace.ts";
import { anApplication, anna, bo, testAppId, testSeed } from "#workspace/test-seed.ts";

const receivedSchema = z.looseObject({
  type: z.string(),
  serviceUrl: z.string(),
  from: z.looseObject({ id: z.string(), name: z.string() }),
  conversation: z.looseObject({ id: z.string(), conversationType: z.string() }),
  action: z.optional(z.string()),
  replyToId: z.optional(z.string()),
  value: z.optional(z.unknown()),
});
type Received = z.infer<typeof receivedSchema>;
const postedSchema = z.object({ id: z.string(), activityId: z.optional(z.string()) });

/** A workspace with a bot of nobody's: it answers as it is told to, and writes through the connector with real tokens. */
export interface ChatStage {
  readonly host: string;
  /** Everything the bot was sent. */
  readonly received: readonly Received[];
  /** What a press is answered with. */
  answer: (press: Received) => Response;
  /** A person's chat, or the team's channel, as the bot knows it. */
  readonly chatOf: (name: string) => Promise<Received>;
  readonly channel: () => Promise<Received>;
  /** One message with the cards. */
  readonly post: (place: Received, ...cards: readonly object[]) => Promise<string>;
  readonly edit: (place: Received, activityId: string, card: object) => Promise<void>;
  /** The connector's status for a post with a token for Graph. */
  readonly postWithGraphToken: (place: Received) => Promise<number>;
  close(): Promise<void>;
}

export async function openChatStage(): Promise<ChatStage> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  const named = { kid: "bot", alg: "RS256", use: "sig" };
  const [key, publicJwk] = await Promise.all([exportJWK(privateKey), exportJWK(publicKey)]);
  const received: Received[] = [];
  const bot = await serveLoopback(async (request) => {
    const activity = receivedSchema.parse(await request.json());
    received.push(activity);
    return activity.type === "invoke" ? stage.answer(activity) : new Response(null, { status: 200 });
  }, 0);
  const [site] = testSeed().sites;
  if (site === undefined) throw new Error("the trial tenant has a site");
  const workspace = await startWorkspace({
    port: 0,
    seed: testSeed({
      sites: [{ ...site, displayName: "Puljegruppen", members: { ...site.members, [bo.userPrincipalName]: "member" } }],
      applications: [anApplication(testAppId, "Prøve", { clientKeys: [JSON.stringify({ ...publicJwk, ...named })] })],
    }),
    startAt: new Date("2026-11-25T09:00:00Z"),
  });
  const { host, identity } = workspace.origins;
  const tokenFor = (scope: typeof CONNECTOR_SCOPE | typeof GRAPH_SCOPE): (() => Promise<string>) =>
    createServiceToken({
      scope,
      tokenUrl: `${identity}/organizations/oauth2/v2.0/token`,
      clientId: testAppId,
      privateKey: () => ({ ...key, ...named }),
      fetch,
      machineNow: Date.now,
    });
  const botToken = tokenFor(CONNECTOR_SCOPE);
  const send = (
    place: Received,
    path: string,
    method: string,
    token: string,
    ...cards: readonly object[]
  ): Promise<Response> =>
    fetch(`${place.serviceUrl}/v3/conversations/${place.conversation.id}/activities${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({
        type: "message",
        attachments: cards.map((content) => ({ contentType: "application/vnd.microsoft.card.adaptive", content })),
      }),
    });
  const installationIn = async (isThere: (activity: Received) => boolean): Promise<Received> => {
    for (;;) {
      const found = received.find((activity) => activity.action === "add" && isThere(activity));
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const query = new URLSearchParams({ origin: host, bot: `http://localhost:${bot.port}/api/messages` });
  const uploaded = await fetch(`${host}/workspace/apps?${query}`, { method: "POST", body: aPackage() });
  if (!uploaded.ok) throw new Error(await uploaded.text());
  const stage: ChatStage = {
    host,
    received,
    answer: () => new Response(null, { status: 200 }),
    chatOf: (name) =>
      installationIn(({ from, conversation }) => from.name === name && conversation.conversationType === "personal"),
    channel: () => installationIn(({ conversation }) => conversation.conversationType === "channel"),
    post: async (place, ...cards) => {
      const answer = await send(place, "", "POST", await botToken(), ...cards);
      return postedSchema.parse(await answer.json()).id;
    },
    edit: async (place, activityId, card) => {
      const answer = await send(place, `/${activityId}`, "PUT", await botToken(), card);
      if (!answer.ok) throw new Error(await answer.text());
    },
    postWithGraphToken: async (place) =>
      (await send(place, "", "POST", await tokenFor(GRAPH_SCOPE)(), { type: "AdaptiveCard" })).status,
    close: async () => {
      await workspace.close();
      await bot.close();
    },
  };
  return stage;
}

function aPackage(): Uint8Array<ArrayBuffer> {
  const manifest = {
    id: "77777777-7777-4777-8777-777777777777",
    version: "1.0.0",
    name: { short: "Prøve" },
    accentColor: "#113355",
    icons: { color: "color.png", outline: "outline.png" },
    staticTabs: [{ entityId: "home", contentUrl: "https://proeve.example/tab/", scopes: ["personal"] }],
    bots: [{ botId: testAppId, scopes: ["personal", "team"] }],
  };
  return new Uint8Array(
    zipSync({
      "manifest.json": strToU8(JSON.stringify(manifest)),
      "color.png": new Uint8Array([1]),
      "outline.png": new Uint8Array([1]),
    }),
  );
}

export const [annasName, bosName] = [anna.displayName, bo.displayName];
