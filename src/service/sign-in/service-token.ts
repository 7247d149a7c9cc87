import { randomUUID } from "node:crypto";
import { importJWK, type JWK, SignJWT } from "jose";
import * as z from "zod/mini";

const answerSchema = z.object({ access_token: z.string(), expires_in: z.number() });

export interface ServiceTokenOptions {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly scope: typeof GRAPH_SCOPE | typeof CONNECTOR_SCOPE;
  /** Private key of the certificate registered for the application. */
  readonly privateKey: () => JWK;
  readonly fetch: typeof fetch;
  readonly machineNow: () => number;
}

/** The service could not sign in; nothing was sent. */
export class ServiceTokenError extends Error {
  override name = "ServiceTokenError";
}

/** Graph, with the application permissions an administrator has consented. */
export const GRAPH_SCOPE = "https://graph.microsoft.com/.default";
/** The Bot Framework's connector. */
export const CONNECTOR_SCOPE = "https://api.botframework.com/.default";

/** A token is renewed so long before its end, so that none ends on the way. */
const RENEW_BEFORE_MS = 5 * 60_000;

/**
 * The service's own token: client credentials with a certificate (client assertion, RFC 7523), kept until shortly before
 * it ends or is told to be refused. Calls at the same moment share one request. No client secret is ever used.
 */
export function createServiceToken(options: ServiceTokenOptions): (refused?: string) => Promise<string> {
  let current: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const answer = await options.fetch(options.tokenUrl, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: options.clientId,
        scope: options.scope,
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: await assertion(options),
      }),
      signal: AbortSignal.timeout(15_000),
    });
    if (!answer.ok) throw new ServiceTokenError(`The token endpoint answered ${answer.status}`);
    const { access_token: token, expires_in: lifetimeS } = answerSchema.parse(await answer.json());
    current = { token, until: options.machineNow() + lifetimeS * 1000 - RENEW_BEFORE_MS };
    return token;
  }

  return async (refused) => {
    if (refused !== undefined && current?.token === refused) current = undefined;
    if (current !== undefined && options.machineNow() < current.until) return current.token;
    asking ??= ask()
      .catch((cause: unknown) => {
        throw cause instanceof ServiceTokenError ? cause : new ServiceTokenError("No token was had", { cause });
      })
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
}

async function assertion({ clientId, tokenUrl, privateKey, machineNow }: ServiceTokenOptions): Promise<string> {
  const key = privateKey();
  const algorithm = key.alg ?? "RS256";
  const nowS = Math.floor(machineNow() / 1000);
  return new SignJWT({})
    .setProtectedHeader({ alg: algorithm, typ: "JWT", ...(key.kid === undefined ? {} : { kid: key.kid }) })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(tokenUrl)
    .setJti(randomUUID())
    .setIssuedAt(nowS)
    .setNotBefore(nowS - 30)
    .setExpirationTime(nowS + 300)
    .sign(await importJWK(key, algorithm));
}
