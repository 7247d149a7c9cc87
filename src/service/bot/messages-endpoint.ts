import type { Context } from "hono";
import type { AppEnv } from "../http/app-env.ts";
import { activitySchema } from "./activity.ts";
import type { CheckChannelToken, TokenRefusal } from "./channel-token.ts";
import type { TeamsTransport } from "./teams-transport.ts";

export interface EndpointOptions {
  readonly transport: TeamsTransport;
  /** Undefined only in anonymous mode on this machine. */
  readonly checkToken: CheckChannelToken | undefined;
  readonly refused: (reason: TokenRefusal) => void;
}

/** Without keys nobody can be told from anybody: the channel may try again. */
function statusOf(refusal: TokenRefusal): 401 | 403 | 503 {
  if (refusal === "no-token") return 401;
  return refusal === "keys-unavailable" ? 503 : 403;
}

/** POST /api/messages: nothing runs before the channel's token is checked; refusals tell the caller nothing. */
export function messagesEndpoint({ transport, checkToken, refused }: EndpointOptions) {
  return async (context: Context<AppEnv>): Promise<Response> => {
    const body: unknown = await context.req.json().catch(() => undefined);
    const activity = activitySchema.safeParse(body);
    if (!activity.success) return context.body(null, context.req.header("authorization") === undefined ? 401 : 400);
    const refusal = await checkToken?.(context.req.header("authorization"), activity.data);
    if (refusal !== undefined) {
      refused(refusal);
      return context.body(null, statusOf(refusal));
    }
    const answer = await transport.receive(activity.data, body);
    const status = answer.status === 200 ? 200 : 500;
    return answer.body === undefined ? context.body(null, status) : context.json(answer.body, status);
  };
}
