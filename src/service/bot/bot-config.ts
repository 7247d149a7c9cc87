import * as z from "zod/mini";
import { ConfigError, type ServiceConfig } from "../config.ts";

/** Where the bot's channel is, and who it must be. */
export interface BotConfig {
  readonly appId: string;
  readonly tenantId: string;
  /** Who signs what comes in; exact. */
  readonly issuer: string;
  /** The channel's OpenID document; its keys lie beside it under `/keys`. */
  readonly openIdUrl: string;
  /** Lets Microsoft's local Agents Playground talk to the bot without a token; loopback only. */
  readonly anonymous: boolean;
}

/** The Bot Framework of the public cloud. */
const publicChannel = {
  issuer: "https://api.botframework.com",
  openIdUrl: "https://login.botframework.com/v1/.well-known/openidconfiguration",
};

const environmentSchema = z.object({
  FREMDRIFT_BOT_ISSUER: z.optional(z.url()),
  FREMDRIFT_BOT_OPENID_URL: z.optional(z.url()),
});

/**
 * The bot's settings: the channel of the host page on one machine, Microsoft's in production, others by
 * FREMDRIFT_BOT_ISSUER and FREMDRIFT_BOT_OPENID_URL.
 * @throws ConfigError naming the setting
 */
export function botConfig(
  config: Pick<ServiceConfig, "production" | "clientId" | "tenantId" | "hostOrigins" | "botAnonymous" | AddressName>,
  environment: Readonly<Record<string, string | undefined>>,
): BotConfig {
  const { FREMDRIFT_BOT_ISSUER, FREMDRIFT_BOT_OPENID_URL } = environment;
  const parsed = environmentSchema.safeParse({
    ...(FREMDRIFT_BOT_ISSUER ? { FREMDRIFT_BOT_ISSUER } : {}),
    ...(FREMDRIFT_BOT_OPENID_URL ? { FREMDRIFT_BOT_OPENID_URL } : {}),
  });
  if (!parsed.success) {
    const name = parsed.error.issues[0]?.path.join(".") ?? "FREMDRIFT_BOT_ISSUER";
    throw new ConfigError(`The setting ${name} is not usable: it must be an address.`);
  }
  if (config.botAnonymous) checkAnonymous(config);
  const [hostOrigin] = config.hostOrigins;
  const usual = config.production || hostOrigin === undefined ? publicChannel : channelOf(hostOrigin);
  return {
    appId: config.clientId,
    tenantId: config.tenantId,
    issuer: parsed.data.FREMDRIFT_BOT_ISSUER ?? usual.issuer,
    openIdUrl: parsed.data.FREMDRIFT_BOT_OPENID_URL ?? usual.openIdUrl,
    anonymous: config.botAnonymous,
  };
}

function channelOf(hostOrigin: string): typeof publicChannel {
  const issuer = `${hostOrigin}/channel`;
  return { issuer, openIdUrl: `${issuer}/v1/.well-known/openidconfiguration` };
}

/** The addresses that show whether a service works for a real tenant. */
type AddressName = "publicUrl" | "graphUrl" | "issuer" | "jwksUrl" | "tokenUrl";
const settings = [
  ["publicUrl", "FREMDRIFT_PUBLIC_URL"],
  ["graphUrl", "FREMDRIFT_GRAPH_URL"],
  ["issuer", "FREMDRIFT_ISSUER"],
  ["jwksUrl", "FREMDRIFT_JWKS_URL"],
  ["tokenUrl", "FREMDRIFT_TOKEN_URL"],
] as const satisfies readonly (readonly [AddressName, string])[];

/** Without tokens anybody can be anybody, so nothing real may be behind it: every address is on this machine. */
function checkAnonymous(config: Pick<ServiceConfig, "production" | AddressName>): void {
  if (config.production) throw new ConfigError("FREMDRIFT_BOT_ANONYMOUS may not be set in production.");
  for (const [name, setting] of settings) {
    if (isLoopback(config[name])) continue;
    throw new ConfigError(
      `FREMDRIFT_BOT_ANONYMOUS may only be set where everything is on this machine, and ${setting} is ${config[name]}.`,
    );
  }
}

/** Whether an address is on this machine. */
export function isLoopback(address: string): boolean {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);
}
