import { createLocalJWKSet, jwtVerify } from "jose";
import * as z from "zod/mini";
import type { InstalledApp } from "./channel-wire.ts";

const receivedSchema = z.looseObject({
  type: z.string(),
  serviceUrl: z.string(),
  from: z.looseObject({ id: z.string(), aadObjectId: z.string() }),
  conversation: z.looseObject({ id: z.string() }),
  action: z.optional(z.string()),
  text: z.optional(z.string()),
  replyToId: z.optional(z.string()),
  value: z.optional(z.unknown()),
});
export type Received = z.infer<typeof receivedSchema>;

const keysSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })) });
const configurationSchema = z.object({ issuer: z.string(), jwks_uri: z.string() });

export interface TestBot {
  readonly received: Received[];
  /** Statuses of calls the bot refused because their token proved nothing. */
  readonly refused: string[];
  /** What the next activities are answered with; default: 200 without a body. */
  answer: (activity: Received, init: RequestInit) => Promise<Response> | Response;
  /** Stands in for the network between channel and bot. */
  fetch(url: string, init: RequestInit): Promise<Response>;
}

/** A bot in the same process that checks channel tokens as the SDK does: key, issuer, audience and service address. */
export function createTestBot(
  app: InstalledApp,
  channel: () => { fetch(request: Request): Promise<Response> },
  machineNow: () => Date,
): TestBot {
  const openId = async (url: string): Promise<unknown> => (await channel().fetch(new Request(url))).json();
  const bot: TestBot = {
    received: [],
    refused: [],
    answer: () => new Response(null, { status: 200 }),
    fetch: async (url, init) => {
      const activity = receivedSchema.parse(JSON.parse(z.string().parse(init.body)));
      try {
        const origin = new URL(activity.serviceUrl).origin;
        const configuration = configurationSchema.parse(
          await openId(`${origin}/channel/v1/.well-known/openidconfiguration`),
        );
        const keys = keysSchema.parse(await openId(configuration.jwks_uri));
        const bearer = new Headers(init.headers).get("authorization")?.replace(/^Bearer /u, "") ?? "";
        const { payload } = await jwtVerify(bearer, createLocalJWKSet(keys), {
          issuer: configuration.issuer,
          audience: app.id,
          currentDate: machineNow(),
        });
        if (url !== app.messagesUrl || payload["serviceurl"] !== activity.serviceUrl) throw new Error("wrong address");
      } catch (error) {
        bot.refused.push(String(error));
        return new Response(null, { status: 401 });
      }
      bot.received.push(activity);
      return bot.answer(activity, init);
    },
  };
  return bot;
}
