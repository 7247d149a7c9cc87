import * as z from "zod/mini";

/** A question for tokens on behalf of a pane's person. */
export interface BrokerQuestion {
  readonly account: string;
  readonly clientId: string;
  readonly scope: string;
  readonly nonce?: string;
  readonly consent?: boolean;
  /** The library's claims request, as JSON text. */
  readonly claims?: string;
  /** True when the person has just confirmed who she is. */
  readonly confirmed?: boolean;
  readonly lifetimeS?: number;
}

const tokensSchema = z.object({
  access_token: z.string(),
  id_token: z.string(),
  expires_in: z.number(),
  scope: z.string(),
});
export type BrokerTokens = z.infer<typeof tokensSchema>;

const problemSchema = z.object({
  error: z.string(),
  error_description: z._default(z.string(), ""),
  error_codes: z._default(z.array(z.number()), []),
  suberror: z.optional(z.string()),
});

/** AADSTS number of "only an administrator can allow this". */
const administratorOnly = 90094;

export type BrokerAnswer =
  | { readonly kind: "tokens"; readonly tokens: BrokerTokens }
  /** The person must say yes first, or an administrator must. */
  | {
      readonly kind: "consent-needed";
      readonly code: string;
      readonly description: string;
      readonly byAdministrator?: boolean;
    }
  /** The organisation wants the person to show more than a sign-in. */
  | { readonly kind: "step-up"; readonly code: string; readonly description: string }
  | { readonly kind: "refused"; readonly code: string; readonly description: string }
  | { readonly kind: "no-account" }
  | { readonly kind: "no-network" };

/** Asks the identity provider; the browser adds the Origin header that proves who asks. */
export async function askBroker(identityOrigin: string, question: BrokerQuestion): Promise<BrokerAnswer> {
  const answer = await fetch(`${identityOrigin}/workspace/broker`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(question),
  }).catch(() => undefined);
  if (answer === undefined) return { kind: "no-network" };
  const body: unknown = await answer.json();
  const tokens = tokensSchema.safeParse(body);
  if (tokens.success) return { kind: "tokens", tokens: tokens.data };
  const problem = problemSchema.parse(body);
  if (problem.error === "account_unavailable") return { kind: "no-account" };
  const said = { code: problem.error, description: problem.error_description };
  if (problem.error === "interaction_required") return { kind: "step-up", ...said };
  if (problem.suberror !== "consent_required") return { kind: "refused", ...said };
  return { kind: "consent-needed", byAdministrator: problem.error_codes.includes(administratorOnly), ...said };
}
