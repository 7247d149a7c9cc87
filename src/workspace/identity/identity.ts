import { Hono } from "hono";
import type { WorkspaceSeed } from "../workspace-seed.ts";
import { adminConsent, giveAdminConsent } from "./admin-consent.ts";
import { authorize, chooseAccount, logout } from "./authorize-endpoint.ts";
import { brokerEndpoint } from "./broker-endpoint.ts";
import { createConditionalAccess } from "./conditional-access.ts";
import { createConsents } from "./consents.ts";
import { createDirectory } from "./directory.ts";
import { createGrants } from "./grants.ts";
import type { IdentityParts } from "./identity-parts.ts";
import { createSessions } from "./sessions.ts";
import { loadSigningKeys, type SigningKeys } from "./signing-keys.ts";
import { tokenEndpoint } from "./token-endpoint.ts";
import { createTokenIssuer, type TokenIssuer } from "./token-issuer.ts";
import { createVerifier, type VerifyAnswer } from "./verify-token.ts";
import { signInControls } from "./workspace-controls.ts";

export interface IdentityOptions {
  readonly seed: WorkspaceSeed;
  /** Where the provider is reached, e.g. "http://localhost:4283". */
  readonly origin: string;
  readonly machineNow?: () => Date;
  /** Where the signing key is kept; without it the key dies with the process. */
  readonly keysFile?: string;
  /** Origins whose page may use the broker. */
  readonly hostOrigins?: readonly string[];
}

/** A sign-in service in Entra's shape for one tenant. */
export interface Identity {
  /** "<origin>/<tenant>/v2.0" */
  readonly issuer: string;
  fetch(request: Request): Promise<Response>;
  /** The check resources run on a bearer token (raw or "Bearer …"). */
  verify(bearer: string | undefined, accepted: { readonly audiences: readonly string[] }): Promise<VerifyAnswer>;
  /** Tokens without a browser, for tests and the workspace's own pages. */
  readonly issue: TokenIssuer;
  /** Signs with a new key from now on; tokens of the old one hold until their end. */
  rotateSigningKey(): Promise<void>;
}

/** Builds the identity provider; nothing listens until its `fetch` is put behind a server. */
export async function createIdentity(options: IdentityOptions): Promise<Identity> {
  const machineNow = options.machineNow ?? (() => new Date());
  const directory = createDirectory(options.seed);
  const keys = await loadSigningKeys(options.keysFile, machineNow);
  const issuerName = `${options.origin}/${directory.tenantId}/v2.0`;
  const issuer = createTokenIssuer({ issuer: issuerName, directory, keys, machineNow });
  const tenantNames = [directory.tenantId, options.seed.tenant.domain, ...options.seed.tenant.aliases];
  const parts: IdentityParts = {
    directory,
    issuer,
    consents: createConsents(directory),
    conditionalAccess: createConditionalAccess(),
    grants: createGrants(machineNow),
    sessions: createSessions(),
    machineNow,
    tokenAddresses: [issuerName, ...tenantNames.map((name) => `${options.origin}/${name}/oauth2/v2.0/token`)],
    hostOrigins: options.hostOrigins ?? [],
  };
  const routes = identityRoutes(parts, options.origin, keys);
  return {
    issuer: issuerName,
    fetch: async (request) => routes.fetch(request),
    verify: createVerifier(keys, { issuer: issuerName, id: directory.tenantId }, machineNow),
    issue: issuer,
    rotateSigningKey: keys.rotate,
  };
}

function identityRoutes(parts: IdentityParts, origin: string, keys: SigningKeys): Hono {
  const app = new Hono();
  app.options("*", (context) => {
    const asked = context.req.header("origin") ?? "*";
    const workspaceOnly = context.req.path.startsWith("/workspace/");
    if (workspaceOnly && !parts.hostOrigins.includes(asked)) return context.body(null, 403);
    context.header("Access-Control-Allow-Origin", asked);
    context.header("Access-Control-Allow-Methods", "GET, POST");
    context.header(
      "Access-Control-Allow-Headers",
      context.req.header("access-control-request-headers") ?? "content-type",
    );
    context.header("Access-Control-Max-Age", "600");
    return context.body(null, 204);
  });
  app.post("/workspace/broker", (context) => brokerEndpoint(context, parts));
  app.post("/workspace/sign-in", (context) => signInControls(context, parts, keys));
  app.use("/:tenant/*", async (context, next) => {
    if (parts.directory.isTenant(context.req.param("tenant"))) return next();
    const description = `AADSTS90002: Tenant '${context.req.param("tenant")}' not found.`;
    return context.json({ error: "invalid_tenant", error_description: description }, 400);
  });
  app.get("/:tenant/oauth2/v2.0/authorize", (context) => authorize(context, parts));
  app.post("/:tenant/oauth2/v2.0/authorize", (context) => chooseAccount(context, parts));
  app.get("/:tenant/v2.0/adminconsent", (context) => adminConsent(context, parts));
  app.post("/:tenant/v2.0/adminconsent", (context) => giveAdminConsent(context, parts));
  app.get("/:tenant/oauth2/v2.0/logout", (context) => logout(context, parts));
  app.post("/:tenant/oauth2/v2.0/token", (context) => tokenEndpoint(context, parts));
  app.get("/:tenant/discovery/v2.0/keys", (context) => {
    context.header("Access-Control-Allow-Origin", "*");
    return context.json({ keys: keys.published().map(({ publicJwk }) => publicJwk) });
  });
  app.get("/:tenant/v2.0/.well-known/openid-configuration", (context) => {
    context.header("Access-Control-Allow-Origin", "*");
    return context.json(openIdConfiguration(origin, parts.directory.tenantId));
  });
  return app;
}

function openIdConfiguration(origin: string, tenantId: string): object {
  const base = `${origin}/${tenantId}`;
  return {
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ["code"],
    response_modes_supported: ["query", "fragment"],
    subject_types_supported: ["pairwise"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["private_key_jwt"],
    code_challenge_methods_supported: ["S256"],
    scopes_supported: ["openid", "profile", "email", "offline_access"],
    claims_supported: [
      "sub",
      "iss",
      "aud",
      "exp",
      "iat",
      "nonce",
      "preferred_username",
      "name",
      "tid",
      "oid",
      "ver",
      "roles",
    ],
  };
}
