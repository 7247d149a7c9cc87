import { createRemoteJWKSet, customFetch, errors, jwtVerify } from "jose";
import * as z from "zod/mini";
import { isKeyFetch } from "../http/sign-in.ts";
import { type BotActivity, tenantOf } from "./activity.ts";
import type { BotConfig } from "./bot-config.ts";

/** Why an activity is not taken; for the log, never for the sender. */
export type TokenRefusal =
  | "no-token"
  | "bad-token"
  | "keys-unavailable"
  | "no-endorsement"
  | "wrong-service-url"
  | "wrong-channel"
  | "wrong-tenant"
  /** In anonymous mode only: a browser's page called. */
  | "web-page";

/** Checks who sent an activity; undefined when everything is in order. */
export type CheckCall = (headers: Headers, activity: BotActivity) => Promise<TokenRefusal | undefined>;

export interface ChannelTokenOptions {
  readonly config: BotConfig;
  readonly fetch: typeof fetch;
  readonly machineNow: () => number;
}

/** Channels a key of the OpenID document may speak for. */
const endorsedSchema = z.object({ endorsements: z.array(z.string()) });

/**
 * The seven checks of a bot's endpoint, with the key's endorsement and our own tenant. They are made here and not in
 * the SDK, which also takes tokens that any Entra tenant has issued for our client id, without a service address: a
 * signed-in user's own token would let him speak for anybody.
 */
export function createChannelTokenCheck({ config, fetch: fetchKeys, machineNow }: ChannelTokenOptions): CheckCall {
  const keys = createRemoteJWKSet(new URL(config.openIdUrl.replace(/\/openidconfiguration$/u, "/keys")), {
    // A rotated key is found within 5 s, and unknown key ids cost one fetch per 5 s (T15).
    cooldownDuration: 5000,
    cacheMaxAge: 24 * 3600 * 1000,
    timeoutDuration: 5000,
    [customFetch]: (input, init) => fetchKeys(input, init),
  });
  const isEndorsed = (kid: string | undefined, channelId: string): boolean => {
    const key = endorsedSchema.safeParse(keys.jwks()?.keys.find((each) => each.kid === kid));
    return key.success && key.data.endorsements.includes(channelId);
  };
  return async (headers, activity) => {
    const token = /^Bearer ([\w.-]+)$/u.exec(headers.get("authorization") ?? "")?.[1];
    if (token === undefined) return "no-token";
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer: config.issuer,
        audience: config.appId,
        algorithms: ["RS256"],
        clockTolerance: 300,
        currentDate: new Date(machineNow()),
        requiredClaims: ["exp"],
      });
      if (activity.channelId !== "msteams") return "wrong-channel";
      if (!isEndorsed(protectedHeader.kid, activity.channelId)) return "no-endorsement";
      if (!isSameAddress(payload["serviceurl"], activity.serviceUrl)) return "wrong-service-url";
      return tenantOf(activity) === config.tenantId ? undefined : "wrong-tenant";
    } catch (error) {
      if (isKeyFetch(error)) return "keys-unavailable";
      if (error instanceof errors.JOSEError) return "bad-token";
      throw error;
    }
  };
}

function isSameAddress(claim: unknown, serviceUrl: string): boolean {
  return typeof claim === "string" && claim.replace(/\/+$/u, "") === serviceUrl.replace(/\/+$/u, "");
}
