import type { Context } from "hono";
import * as z from "zod/mini";
import type { AppEnv } from "../http/app-env.ts";
import { activitySchema } from "./activity.ts";
import type { CheckCall, TokenRefusal } from "./channel-token.ts";
import type { RefusalLog } from "./refusal-log.ts";
import type { TeamsTransport } from "./teams-transport.ts";

export interface EndpointOptions {
  readonly transport: TeamsTransport;
  readonly check: CheckCall;
  readonly refused: RefusalLog;
}

/** Without keys nobody can be told from anybody: the channel may try again. */
function statusOf(refusal: TokenRefusal): 403 | 503 {
  return refusal === "keys-unavailable" ? 503 : 403;
}

/** The other end of the connection; requests that came over none (tests) have no address. */
const connectionSchema = z.object({ incoming: z.object({ socket: z.object({ remoteAddress: z.string() }) }) });

function sourceOf(context: Context<AppEnv>): string {
  const connection = connectionSchema.safeParse(context.env);
  return connection.success ? connection.data.incoming.socket.remoteAddress : "unknown";
}

/** POST /api/messages: nothing runs before the caller is checked; refusals tell the caller nothing. */
export function messagesEndpoint({ transport, check, refused }: EndpointOptions) {
  return async (context: Context<AppEnv>): Promise<Response> => {
    const body: unknown = await context.req.json().catch(() => undefined);
    const activity = activitySchema.safeParse(body);
    if (!activity.success) return context.body(null, context.req.header("authorization") === undefined ? 403 : 400);
    const refusal = await check(context.req.raw.headers, activity.data);
    if (refusal !== undefined) {
      refused(refusal, sourceOf(context));
      return context.body(null, statusOf(refusal));
    }
    const answer = await transport.receive(activity.data, body);
    const status = answer.status === 200 ? 200 : 500;
    return answer.body === undefined ? context.body(null, status) : context.json(answer.body, status);
  };
}
