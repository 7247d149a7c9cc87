import * as z from "zod/mini";
import { microsoftHosts } from "./http/security-headers.ts";

/** Where the service finds everything; nothing else differs between one machine and a tenant. */
export interface ServiceConfig {
  readonly production: boolean;
  /** The service listens here: PORT + 1. */
  readonly port: number;
  /** Where browsers reach the service. */
  readonly publicUrl: string;
  readonly graphUrl: string;
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly tenantId: string;
  readonly hostOrigins: readonly string[];
  /** Authentication context (conditional access) tokens must satisfy, e.g. "c1"; undefined = none. */
  readonly authenticationContext: string | undefined;
  /** Business clock of the workspace; undefined in a tenant. */
  readonly clockUrl: string | undefined;
  readonly botAnonymous: boolean;
  /** File with the private key (JWK) of the certificate the service signs in with. */
  readonly credentialFile: string;
  readonly sitesHost: string;
  readonly openSitePath: string;
  readonly closedSitePath: string;
  readonly municipality: string;
  readonly logLevel: string;
}

const url = z.url();
const environmentSchema = z.object({
  NODE_ENV: z._default(z.string(), "development"),
  PORT: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65_000)), 4280),
  FREMDRIFT_PUBLIC_URL: z.optional(url),
  FREMDRIFT_GRAPH_URL: z.optional(url),
  FREMDRIFT_ISSUER: z.optional(url),
  FREMDRIFT_JWKS_URL: z.optional(url),
  FREMDRIFT_TOKEN_URL: z.optional(url),
  FREMDRIFT_CLIENT_ID: z._default(z.string().check(z.minLength(1)), "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e02"),
  FREMDRIFT_TENANT: z._default(z.string().check(z.minLength(1)), "f7e3d1a0-5b2c-4c86-9a41-6d0c2f9b1e01"),
  FREMDRIFT_HOST_ORIGINS: z.optional(z.string()),
  FREMDRIFT_AUTH_CONTEXT: z.optional(z.string().check(z.regex(/^c\d{1,2}$/u))),
  FREMDRIFT_CLOCK_URL: z.optional(url),
  FREMDRIFT_BOT_ANONYMOUS: z.optional(z.enum(["0", "1", ""])),
  FREMDRIFT_CREDENTIAL: z._default(z.string().check(z.minLength(1)), ".fremdrift/service-key.json"),
  FREMDRIFT_SITES_HOST: z._default(z.string().check(z.minLength(1)), "localhost"),
  FREMDRIFT_MUNICIPALITY: z._default(z.string(), "Fjordkøbing Kommune"),
  FREMDRIFT_LOG_LEVEL: z._default(z.enum(["silent", "error", "warn", "info", "debug"]), "info"),
});

/** Thrown at start-up only: the message says in one sentence which setting is wrong. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/** In a tenant these have no sensible default, and a forgotten one must not point at this machine. */
const requiredInProduction = ["FREMDRIFT_GRAPH_URL", "FREMDRIFT_ISSUER", "FREMDRIFT_JWKS_URL", "FREMDRIFT_PUBLIC_URL"];

/**
 * Reads the environment. On one machine everything counts from PORT (Graph +2, identity +3); in production the
 * addresses must be given.
 * @throws ConfigError naming the setting
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): ServiceConfig {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined));
  const env = readEnvironment(given);
  const production = env.NODE_ENV === "production";
  const botAnonymous = env.FREMDRIFT_BOT_ANONYMOUS === "1";
  if (production) checkProduction(given, botAnonymous);

  const at = (offset: number): string => `http://localhost:${env.PORT + offset}`;
  const issuer = env.FREMDRIFT_ISSUER ?? `${at(3)}/${env.FREMDRIFT_TENANT}/v2.0`;
  const authority = issuer.replace(/\/v2\.0\/?$/u, "");
  return {
    production,
    port: env.PORT + 1,
    publicUrl: (env.FREMDRIFT_PUBLIC_URL ?? at(1)).replace(/\/$/u, ""),
    graphUrl: (env.FREMDRIFT_GRAPH_URL ?? at(2)).replace(/\/$/u, ""),
    issuer,
    jwksUrl: env.FREMDRIFT_JWKS_URL ?? `${authority}/discovery/v2.0/keys`,
    tokenUrl: env.FREMDRIFT_TOKEN_URL ?? `${authority}/oauth2/v2.0/token`,
    clientId: env.FREMDRIFT_CLIENT_ID,
    tenantId: env.FREMDRIFT_TENANT,
    hostOrigins: hostOriginsOf(env.FREMDRIFT_HOST_ORIGINS, production, at(0)),
    authenticationContext: env.FREMDRIFT_AUTH_CONTEXT,
    clockUrl: env.FREMDRIFT_CLOCK_URL?.replace(/\/$/u, ""),
    botAnonymous,
    credentialFile: env.FREMDRIFT_CREDENTIAL,
    sitesHost: env.FREMDRIFT_SITES_HOST,
    openSitePath: "/sites/fremdrift",
    closedSitePath: "/sites/sagsrum",
    municipality: env.FREMDRIFT_MUNICIPALITY,
    logLevel: env.FREMDRIFT_LOG_LEVEL,
  };
}

function readEnvironment(given: Readonly<Record<string, unknown>>): z.infer<typeof environmentSchema> {
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ConfigError(`The setting ${issue?.path.join(".") ?? "?"} is not usable: ${issue?.message ?? ""}`);
}

function checkProduction(given: Readonly<Record<string, string | undefined>>, botAnonymous: boolean): void {
  const missing = requiredInProduction.find((name) => !given[name]);
  if (missing !== undefined) throw new ConfigError(`The setting ${missing} must be given in production.`);
  if (botAnonymous) throw new ConfigError("FREMDRIFT_BOT_ANONYMOUS may not be set in production.");
}

/** In a tenant the tab stands in Microsoft's own hosts, on one machine in the workspace's. */
function hostOriginsOf(given: string | undefined, production: boolean, workspace: string): readonly string[] {
  if (given !== undefined) return originsOf(given);
  return production ? microsoftHosts : [workspace];
}

/** Host origins may hold a wildcard label (`https://*.teams.microsoft.com`), as frame-ancestors allows. */
function originsOf(text: string): readonly string[] {
  const origins = text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const wrong = origins.find((origin) => !/^https?:\/\/(?:\*\.)?[\w.-]+(?::\d+)?$/u.test(origin));
  if (wrong !== undefined) throw new ConfigError(`FREMDRIFT_HOST_ORIGINS holds something that is no origin: ${wrong}`);
  return origins;
}
