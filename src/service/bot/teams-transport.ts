import { type InvokeResponse, PUBLIC, withOverrides } from "@microsoft/teams.api";
import { App, type HttpRouteHandler } from "@microsoft/teams.apps";
import type { Logger } from "pino";
import { activitySchema, type BotActivity } from "./activity.ts";
import type { BotConfig } from "./bot-config.ts";
import type { ConnectorCalls } from "./messenger.ts";
import { sdkLogger } from "./sdk-logger.ts";

/** The body of the answer to a card press; HTTP is always 200, or clients show "unable to reach app". */
export type InvokeAnswer = Extract<
  InvokeResponse<"adaptiveCard/action">["body"],
  {
    type:
      | "application/vnd.microsoft.card.adaptive"
      | "application/vnd.microsoft.activity.message"
      | "application/vnd.microsoft.error";
  }
>;

/** What the bot does with activities. */
export interface ActivityHandlers {
  readonly installed: (activity: BotActivity) => Promise<void>;
  readonly removed: (activity: BotActivity) => Promise<void>;
  readonly joined: (activity: BotActivity) => Promise<void>;
  readonly message: (activity: BotActivity) => Promise<void>;
  readonly cardAction: (activity: BotActivity) => Promise<InvokeAnswer>;
}

export interface TeamsTransport {
  /** Says who handles activities; before that they are taken and dropped. */
  readonly handleBy: (handlers: ActivityHandlers) => void;
  /** Runs the handlers for one activity whose token has been checked; answers status and body. */
  readonly receive: (activity: BotActivity, body: unknown) => Promise<{ status: number; body?: unknown }>;
  readonly connector: (serviceUrl: string) => ConnectorCalls;
}

export interface TransportOptions {
  readonly config: BotConfig;
  readonly log: Logger;
  readonly connectorToken: () => Promise<string>;
}

/** So long a call to the connector may take; the SDK itself would wait for ever. */
const CONNECTOR_TIMEOUT_MS = 8000;

/**
 * The Teams SDK as transport: it routes what comes in and speaks the connector's REST. It opens no port, keeps no
 * state and checks no token: that is done before (channel-token.ts).
 */
export async function createTeamsTransport(options: TransportOptions): Promise<TeamsTransport> {
  const { config } = options;
  let route: HttpRouteHandler | undefined;
  const app = new App({
    clientId: config.appId,
    tenantId: config.tenantId,
    cloud: withOverrides(PUBLIC, { openIdMetadataUrl: config.openIdUrl, tokenIssuer: config.issuer }),
    token: () => options.connectorToken(),
    client: { timeout: CONNECTOR_TIMEOUT_MS },
    logger: sdkLogger(options.log),
    telemetry: { agent365: false },
    httpServerAdapter: {
      registerRoute: (_method, path, handler) => {
        if (path === "/api/messages") route = handler;
      },
    },
  });
  await app.initialize();
  if (route === undefined) throw new Error("The Teams SDK registered no messaging endpoint");
  const handle = route;
  return {
    handleBy: (handlers) => register(app, handlers),
    receive: (activity, body) => {
      const token = {
        appId: config.appId,
        from: "azure" as const,
        fromId: "",
        serviceUrl: activity.serviceUrl,
        isExpired: () => false,
      };
      return handle({ body, headers: {}, token });
    },
    connector: (serviceUrl) => {
      const { conversations } = app.api.clone({ serviceUrl });
      return {
        post: (conversationId, message) => conversations.createActivity(conversationId, message),
        put: (conversationId, id, message) => conversations.updateActivity(conversationId, id, message),
      };
    },
  };
}

function register(app: App, handlers: ActivityHandlers): void {
  app.on("install.add", ({ activity }) => handlers.installed(activitySchema.parse(activity)));
  app.on("install.remove", ({ activity }) => handlers.removed(activitySchema.parse(activity)));
  app.on("conversationUpdate", ({ activity }) => handlers.joined(activitySchema.parse(activity)));
  app.on("message", ({ activity }) => handlers.message(activitySchema.parse(activity)));
  app.on("card.action", async ({ activity }) => {
    return { status: 200, body: await handlers.cardAction(activitySchema.parse(activity)) };
  });
}
