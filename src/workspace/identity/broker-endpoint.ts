import type { Context } from "hono";
import * as z from "zod/mini";
import { requestedContexts } from "./conditional-access.ts";
import type { IdentityParts } from "./identity-parts.ts";
import { errorBody } from "./oauth-error.ts";
import { parseScopes, type RequestedScopes } from "./requested-scopes.ts";
import { answerWithTokens, consentRequired } from "./token-answers.ts";

/** What the host page asks on behalf of a framed application (nested app authentication). */
const brokerRequest = z.object({
  /** Object id of the person who uses the pane. */
  account: z.string(),
  clientId: z.string(),
  scope: z.string(),
  nonce: z.optional(z.string()),
  /** The claims request of the application, as it was challenged by a resource. */
  claims: z.optional(z.nullable(z.string())),
  /** True when the host has had the person confirm who it is, as the claims ask for. */
  confirmed: z.optional(z.boolean()),
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
  const { account, clientId, scope, nonce, claims, confirmed, consent, lifetimeS } = body.data;
  const person = parts.directory.person(account);
  const client = parts.directory.application(clientId);
  if (person === undefined) return context.json({ error: "account_unavailable" }, 404);
  if (client === undefined) return context.json({ error: "unauthorized_client" }, 400);
  const requested = parseScopes(scope, parts.directory);
  if (consent === true) parts.consents.accept(client, person.id, requested);
  if (confirmed === true) confirm(person.id, requested, claims, parts);
  const refused = consent === true ? parts.consents.missing(client, person.id, requested) : [];
  // Her yes does not count here: only an administrator's does.
  if (refused.length > 0) return context.json(errorBody(consentRequired(refused, true), parts.machineNow()));
  const answer = await answerWithTokens(
    {
      person,
      client,
      scope,
      claims: claims ?? undefined,
      nonce,
      lifetimeS,
    },
    parts,
  );
  // A refusal is an expected answer here, not a failed request: browsers write those to the console.
  if (!answer.ok) return context.json(errorBody(answer.refusal, parts.machineNow()));
  return context.json(answer.value);
}

/** The person has shown the host what the organisation or the resource asks for. */
function confirm(
  personId: string,
  { resources }: RequestedScopes,
  claims: string | null | undefined,
  { conditionalAccess }: IdentityParts,
): void {
  const audiences = resources.map(({ audience }) => audience);
  conditionalAccess.confirm(personId, conditionalAccess.needed(audiences, requestedContexts(claims) ?? []));
}
