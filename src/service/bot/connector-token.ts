import { randomUUID } from "node:crypto";
import { importJWK, type JWK, SignJWT } from "jose";
import * as z from "zod/mini";

const answerSchema = z.object({ access_token: z.string(), expires_in: z.number() });

export interface ConnectorTokenOptions {
  readonly tokenUrl: string;
  readonly clientId: string;
  /** Private key of the certificate the service signs in with, also for Graph. */
  readonly privateKey: () => JWK;
  readonly fetch: typeof fetch;
  readonly machineNow: () => number;
}

/** The bot could not sign in; nothing was sent. */
export class ConnectorTokenError extends Error {
  override name = "ConnectorTokenError";
}

const SCOPE = "https://api.botframework.com/.default";
const RENEW_BEFORE_MS = 5 * 60_000;

/** The bot's own token for the connector: client credentials with the service's certificate, kept until it is old. */
export function createConnectorToken(options: ConnectorTokenOptions): () => Promise<string> {
  let current: { readonly token: string; readonly until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const answer = await options.fetch(options.tokenUrl, {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "client_credentials",
        client_id: options.clientId,
        scope: SCOPE,
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: await assertion(options),
      }),
      signal: AbortSignal.timeout(15_000),
    });
    if (!answer.ok) throw new ConnectorTokenError(`The token endpoint answered ${answer.status}`);
    const { access_token: token, expires_in: lifetimeS } = answerSchema.parse(await answer.json());
    current = { token, until: options.machineNow() + lifetimeS * 1000 - RENEW_BEFORE_MS };
    return token;
  }

  return async () => {
    if (current !== undefined && options.machineNow() < current.until) return current.token;
    asking ??= ask()
      .catch((cause: unknown) => {
        throw cause instanceof ConnectorTokenError ? cause : new ConnectorTokenError("No token was had", { cause });
      })
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
}

async function assertion({ clientId, tokenUrl, privateKey, machineNow }: ConnectorTokenOptions): Promise<string> {
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
