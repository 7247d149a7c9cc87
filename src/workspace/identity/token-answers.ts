import type { WorkspaceApplication, WorkspacePerson } from "../workspace-seed.ts";
import { badClaims, type ConditionalAccess, requestedContexts, stepUpRequired } from "./conditional-access.ts";
import { type Consents } from "./consents.ts";
import type { Directory } from "./directory.ts";
import type { OAuthError } from "./oauth-error.ts";
import { isExposed, parseScopes, type RequestedResource, type RequestedScopes } from "./requested-scopes.ts";
import { type TokenIssuer, tokenLifetimeS } from "./token-issuer.ts";

export interface TokenQuestion {
  readonly person: WorkspacePerson;
  readonly client: WorkspaceApplication;
  /** The scope parameter. */
  readonly scope: string;
  readonly nonce?: string | undefined;
  readonly lifetimeS?: number | undefined;
  /** The `claims` parameter. */
  readonly claims?: string | undefined;
}

/** The part of an answer that all ways to a token have in common; the field names are Entra's. */
export interface UserTokens {
  readonly token_type: "Bearer";
  readonly scope: string;
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
  readonly id_token: string;
  /** base64url of {uid, utid}: MSAL makes its account key of it. */
  readonly client_info: string;
}

export type TokenAnswer =
  | { readonly ok: true; readonly value: UserTokens }
  | { readonly ok: false; readonly refusal: OAuthError };

interface AnswerParts {
  readonly issuer: TokenIssuer;
  readonly directory: Directory;
  readonly consents: Consents;
  readonly conditionalAccess: ConditionalAccess;
}

/** Issues the tokens of one question, or says why not (unknown scope, two resources, consent or a step-up missing). */
export async function answerWithTokens(
  question: TokenQuestion,
  { issuer, directory, consents, conditionalAccess }: AnswerParts,
): Promise<TokenAnswer> {
  const requested = parseScopes(question.scope, directory);
  const problem = scopeProblem(requested, directory);
  if (problem !== undefined) return { ok: false, refusal: problem };
  const { person, client } = question;
  const missing = consents.missing(client, person.id, requested);
  if (missing.length > 0) return { ok: false, refusal: consentRequired(missing, false) };
  const asked = requestedContexts(question.claims);
  if (asked === undefined) return { ok: false, refusal: badClaims };
  const contexts = conditionalAccess.needed(
    requested.resources.map(({ audience: of }) => of),
    asked,
  );
  const unshown = conditionalAccess.missing(person.id, contexts);
  if (unshown.length > 0) return { ok: false, refusal: stepUpRequired(unshown) };
  const [resource] = requested.resources;
  const { audience, scopes } = grantedScopes(resource, client, consents, person.id);
  const lifetimeS = question.lifetimeS ?? tokenLifetimeS;
  const accessToken = await issuer.userAccessToken({ person, client, scopes, audience, lifetimeS, contexts });
  const idToken = await issuer.idToken({
    person,
    client,
    ...(question.nonce === undefined ? {} : { nonce: question.nonce }),
  });
  return {
    ok: true,
    value: {
      token_type: "Bearer",
      scope: requested.text,
      expires_in: lifetimeS,
      ext_expires_in: lifetimeS,
      access_token: accessToken,
      id_token: idToken,
      client_info: Buffer.from(JSON.stringify({ uid: person.id, utid: directory.tenantId })).toString("base64url"),
    },
  };
}

/** Sign-in without a resource gets Graph's basic permission, as in Entra. */
function grantedScopes(
  resource: RequestedResource | undefined,
  client: WorkspaceApplication,
  consents: Consents,
  personId: string,
): { readonly audience: string; readonly scopes: readonly string[] } {
  if (resource === undefined) return { audience: "https://graph.microsoft.com", scopes: ["User.Read"] };
  const all = resource.names.includes(".default");
  return {
    audience: resource.audience,
    scopes: all ? consents.consented(client, personId, resource.audience) : resource.names,
  };
}

/** What is wrong with a scope parameter before anybody is asked for consent. */
export function scopeProblem(requested: RequestedScopes, directory: Directory): OAuthError | undefined {
  const [first, second] = requested.resources;
  if (first !== undefined && second !== undefined) {
    return {
      error: "invalid_scope",
      code: 28000,
      description: `Scope is for more than one resource: ${first.audience} and ${second.audience}.`,
    };
  }
  const unknown = first?.names.find((name) => !isExposed(first.audience, name, directory));
  if (first === undefined || unknown === undefined) return undefined;
  return {
    error: "invalid_scope",
    code: 65005,
    description: `The resource ${first.audience} does not offer the scope ${unknown}.`,
  };
}

/** The refusal that means: ask the person (or, when only that helps, an administrator) first. */
export function consentRequired(missing: readonly string[], onlyAdministrator: boolean): OAuthError {
  if (onlyAdministrator) {
    return {
      error: "invalid_grant",
      code: 90094,
      description: `Only an administrator may consent to ${missing.join(", ")} for this organization.`,
    };
  }
  return {
    error: "invalid_grant",
    code: 65001,
    description: `The user or administrator has not consented to use the application with ${missing.join(", ")}. Send an interactive authorization request.`,
  };
}
