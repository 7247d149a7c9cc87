import type { Context } from "hono";
import * as z from "zod/mini";
import type { IdentityParts } from "./identity-parts.ts";
import { errorBody } from "./oauth-error.ts";
import { parseScopes } from "./requested-scopes.ts";
import { answerWithTokens } from "./token-answers.ts";

/** What the host page asks on behalf of a framed application (nested app authentication). */
const brokerRequest = z.object({
  /** Object id of the person who uses the pane. */
  account: z.string(),
  clientId: z.string(),
  scope: z.string(),
  nonce: z.optional(z.string()),
  /** True when the person has just accepted the permissions in the host's own dialog. */
  consent: z.optional(z.boolean()),
  /** Seconds; for trying out expiry. */
  lifetimeS: z.optional(z.int().check(z.positive())),
});

/**
 * POST /workspace/broker on the identity origin: tokens for the host page's person. Only the host page may ask,
 * so the Origin header must be its own; browsers do not let a page choose that header.
 */
export async function brokerEndpoint(context: Context, parts: IdentityParts): Promise<Response> {
  const origin = context.req.header("origin");
  if (origin === undefined || !parts.hostOrigins.includes(origin))
    return context.json({ error: "forbidden_origin" }, 403);
  context.header("Access-Control-Allow-Origin", origin);
  context.header("Cache-Control", "no-store");
  const body = brokerRequest.safeParse(await context.req.json().catch(() => undefined));
  if (!body.success) return context.json({ error: "invalid_request" }, 400);
  const { account, clientId, scope, nonce, consent, lifetimeS } = body.data;
  const person = parts.directory.person(account);
  const client = parts.directory.application(clientId);
  if (person === undefined) return context.json({ error: "account_unavailable" }, 404);
  if (client === undefined) return context.json({ error: "unauthorized_client" }, 400);
  if (consent === true) parts.consents.accept(client, person.id, parseScopes(scope, parts.directory));
  const answer = await answerWithTokens(
    {
      person,
      client,
      scope,
      ...(nonce === undefined ? {} : { nonce }),
      ...(lifetimeS === undefined ? {} : { lifetimeS }),
    },
    parts,
  );
  // A refusal is an expected answer here, not a failed request: browsers write those to the console.
  if (!answer.ok) return context.json(errorBody(answer.refusal, parts.machineNow()));
  return context.json(answer.value);
}
