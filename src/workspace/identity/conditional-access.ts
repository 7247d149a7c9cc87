import * as z from "zod/mini";
import type { OAuthError } from "./oauth-error.ts";

/**
 * Conditional access with authentication contexts: a resource (or the organisation, for one resource) asks for more
 * than a sign-in, e.g. "c1" = a second factor, and the person shows it once with somebody looking at the screen.
 */
export interface ConditionalAccess {
  /** From now on every token for the resource needs this context; undefined takes the demand away. */
  require(audience: string, context: string | undefined): void;
  /** What a token needs: what the organisation demands of the resource, and what the request's claims ask for. */
  needed(audiences: readonly string[], requested: readonly string[]): readonly string[];
  /** Those of them the person has not shown yet. */
  missing(personId: string, needed: readonly string[]): readonly string[];
  confirm(personId: string, contexts: readonly string[]): void;
  /** Everybody has to show everything again. */
  forget(): void;
}

/** Keeps what people have shown in memory: a new start asks again. */
export function createConditionalAccess(): ConditionalAccess {
  const demanded = new Map<string, string>();
  const shown = new Map<string, ReadonlySet<string>>();
  return {
    require(audience, context) {
      if (context === undefined) demanded.delete(audience);
      else demanded.set(audience, context);
    },
    needed: (audiences, requested) => [
      ...new Set([...audiences.flatMap((audience) => demanded.get(audience) ?? []), ...requested]),
    ],
    missing: (personId, needed) => needed.filter((context) => shown.get(personId)?.has(context) !== true),
    confirm(personId, contexts) {
      shown.set(personId, new Set([...(shown.get(personId) ?? []), ...contexts]));
    },
    forget: () => shown.clear(),
  };
}

const oneClaim = z.object({ value: z.optional(z.string()), values: z.optional(z.array(z.string())) });
const claimsRequest = z.object({
  access_token: z.optional(z.nullable(z.object({ acrs: z.optional(z.nullable(oneClaim)) }))),
});

/** The contexts a `claims` parameter asks for (OpenID Connect 5.5); undefined when it is no JSON of that form. */
export function requestedContexts(claims: string | null | undefined): readonly string[] | undefined {
  if (claims === null || claims === undefined || claims === "") return [];
  const parsed = claimsRequest.safeParse(parseJson(claims));
  if (!parsed.success) return undefined;
  const { value, values = [] } = parsed.data.access_token?.acrs ?? {};
  return value === undefined ? values : [value, ...values];
}

/** The refusal that means: ask again with these claims while the person looks. */
export function stepUpRequired(missing: readonly string[]): OAuthError {
  return {
    error: "interaction_required",
    code: 50076,
    description: "Due to a configuration change made by your administrator, you must use multi-factor authentication.",
    claims: JSON.stringify({ access_token: { acrs: { essential: true, value: missing[0] } } }),
  };
}

export const badClaims: OAuthError = {
  error: "invalid_request",
  code: 90011,
  description: "The claims parameter is not a claims request.",
};

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
