import { type BotActivity, tenantOf } from "./activity.ts";
import { isLoopback } from "./bot-config.ts";
import type { CheckCall, TokenRefusal } from "./channel-token.ts";

/**
 * Lets calls without a token through, for Microsoft's Agents Playground on this machine; what carries a token is
 * checked as ever. What needs no token to be seen is still asked for: a service address on this machine, or cards and
 * the bot's own token would go to whoever asks; our tenant; and no web page as the caller, since a page of anybody can
 * post to this machine from the browser of whoever reads it.
 */
export function createAnonymousCheck(tenantId: string, checked: CheckCall): CheckCall {
  return async (headers, activity) => {
    if (headers.get("authorization") !== null) return checked(headers, activity);
    return callerRefusal(headers) ?? activityRefusal(activity, tenantId);
  };
}

function callerRefusal(headers: Headers): TokenRefusal | undefined {
  const isPage = headers.has("origin") || headers.has("sec-fetch-site");
  const isJson = /^application\/json\b/iu.test(headers.get("content-type") ?? "");
  return isPage || !isJson ? "web-page" : undefined;
}

function activityRefusal(activity: BotActivity, tenantId: string): TokenRefusal | undefined {
  if (activity.channelId !== "msteams") return "wrong-channel";
  if (!isLoopback(activity.serviceUrl)) return "wrong-service-url";
  return tenantOf(activity) === tenantId ? undefined : "wrong-tenant";
}
