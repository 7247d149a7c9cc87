import { SignJWT } from "jose";
import { loadSigningKey } from "../identity/signing-key.ts";

/** Signs what the channel sends to bots, and publishes the key that proves it. */
export interface ChannelTokens {
  /** A token for one bot, valid one hour; bots refuse it unless `serviceurl` equals the activity's service address. */
  tokenFor(botId: string): Promise<string>;
  openIdConfiguration(): Record<string, unknown>;
  keys(): Promise<{ readonly keys: readonly Record<string, unknown>[] }>;
}

/**
 * RS256 tokens in the Bot Framework's shape. `issuer` is the channel's base address; the key is kept in
 * `keyFile`, or lives as long as the process. Times are the machine's.
 */
export function createChannelTokens(options: {
  readonly issuer: string;
  readonly serviceUrl: string;
  readonly keyFile: string | undefined;
  readonly machineNow: () => Date;
}): ChannelTokens {
  const key = loadSigningKey(options.keyFile);
  return {
    tokenFor: async (botId) => {
      const { kid, privateKey } = await key;
      const now = Math.floor(options.machineNow().getTime() / 1000);
      return new SignJWT({ serviceurl: options.serviceUrl })
        .setProtectedHeader({ typ: "JWT", alg: "RS256", kid })
        .setIssuer(options.issuer)
        .setAudience(botId)
        .setIssuedAt(now)
        .setNotBefore(now)
        .setExpirationTime(now + 3600)
        .sign(privateKey);
    },
    openIdConfiguration: () => ({
      issuer: options.issuer,
      authorization_endpoint: "https://invalid.botframework.com",
      jwks_uri: `${options.issuer}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ["RS256"],
      token_endpoint_auth_methods_supported: ["private_key_jwt"],
    }),
    keys: async () => ({ keys: [{ ...(await key).publicJwk, endorsements: ["msteams"] }] }),
  };
}
