import { readFileSync } from "node:fs";
import type { JWK } from "jose";
import type { Bot, BotParts, OpenBot } from "../bot-hook.ts";
import { CONNECTOR_SCOPE, createServiceToken } from "../sign-in/service-token.ts";
import { createActivityHandlers } from "./activity-handlers.ts";
import { createAnonymousCheck } from "./anonymous-check.ts";
import { createBackgroundWork } from "./background-work.ts";
import { type BotConfig, botConfig } from "./bot-config.ts";
import { createCardRenderer } from "./card-renderer.ts";
import { createChannelPosts } from "./channel-posts.ts";
import { createChannelTokenCheck } from "./channel-token.ts";
import { blockConversation } from "./conversations.ts";
import { messagesEndpoint } from "./messages-endpoint.ts";
import { createMessenger } from "./messenger.ts";
import { createRefusalLog } from "./refusal-log.ts";
import { createTeamsTransport } from "./teams-transport.ts";

/** What the bot stands on beside the use-cases; tests hand in their own. */
export interface BotGround {
  readonly config: BotConfig;
  /** The bot's token for the connector. */
  readonly connectorToken: () => Promise<string>;
  readonly fetch: typeof fetch;
  /** Epoch milliseconds of the machine: token times. */
  readonly machineNow: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** A bot that can be waited for. */
export interface RunningBot extends Bot {
  /** Resolves when everything begun after an answer is done. */
  readonly settled: () => Promise<void>;
}

/** An error, so that no usual log level hides it. */
const ANONYMOUS_WARNING =
  "THE BOT TAKES CALLS WITHOUT A TOKEN: every program on this machine can speak to it as anybody. For Microsoft's Agents Playground only.";

/** Puts the bot together; it listens on no port of its own. */
export async function createBot({ deps, log }: Pick<BotParts, "deps" | "log">, ground: BotGround): Promise<RunningBot> {
  const { config, wait } = ground;
  const { appId } = config;
  const background = createBackgroundWork((error) => log.error({ err: error }, "bot work failed"));
  const transport = await createTeamsTransport({ config, log, connectorToken: ground.connectorToken });
  const messenger = createMessenger({
    connector: transport.connector,
    unreachable: (conversation) => blockConversation(deps, conversation.conversationId),
  });
  const channelPosts = createChannelPosts({ deps, appId, log, connector: transport.connector });
  transport.handleBy(createActivityHandlers({ deps, messenger, channelPosts, appId, log, background, wait }));
  const checkToken = createChannelTokenCheck(ground);
  if (config.anonymous) log.error({ setting: "FREMDRIFT_BOT_ANONYMOUS" }, ANONYMOUS_WARNING);
  const endpoint = messagesEndpoint({
    transport,
    check: config.anonymous ? createAnonymousCheck(config.tenantId, checkToken) : checkToken,
    refused: createRefusalLog(log, ground.machineNow),
  });
  return {
    messenger,
    renderCard: createCardRenderer(appId),
    mount: (app) => {
      app.post("/api/messages", endpoint);
    },
    settled: () => background.settled(),
  };
}

/** The bot of the service: the channel by configuration, the token by the service's certificate. */
export const openBot: OpenBot = (parts) => {
  const { config } = parts;
  let key: JWK | undefined;
  const connectorToken = createServiceToken({
    scope: CONNECTOR_SCOPE,
    tokenUrl: config.tokenUrl,
    clientId: config.clientId,
    privateKey: () => (key ??= JSON.parse(readFileSync(config.credentialFile, "utf8")) as JWK),
    fetch,
    machineNow: Date.now,
  });
  return createBot(parts, {
    config: botConfig(config, process.env),
    connectorToken,
    fetch,
    machineNow: Date.now,
    wait: (milliseconds) =>
      new Promise((resolve) => {
        setTimeout(resolve, milliseconds).unref();
      }),
  });
};
