import type { Context } from "hono";
import type { WorkspaceApplication } from "../workspace-seed.ts";
import { assertionProblem, assertionType } from "./client-assertion.ts";
import type { IdentityParts } from "./identity-parts.ts";
import { errorBody, type OAuthError } from "./oauth-error.ts";
import { matchesChallenge } from "./pkce.ts";
import { parseScopes } from "./requested-scopes.ts";
import { answerWithTokens, type TokenQuestion } from "./token-answers.ts";
import { tokenLifetimeS } from "./token-issuer.ts";

type Outcome = { readonly ok: true; readonly body: object } | { readonly ok: false; readonly refusal: OAuthError };

/** POST /{tenant}/oauth2/v2.0/token: trades a code, a refresh token, an assertion or (script clients) a name for tokens. */
export async function tokenEndpoint(context: Context, parts: IdentityParts): Promise<Response> {
  const form = new URLSearchParams(await context.req.text());
  const lifetime = Number(context.req.header("x-workspace-token-lifetime") ?? tokenLifetimeS);
  const outcome = await redeem(
    form,
    parts,
    Number.isFinite(lifetime) && lifetime > 0 ? Math.floor(lifetime) : tokenLifetimeS,
  );
  context.header("Cache-Control", "no-store");
  context.header("Access-Control-Allow-Origin", context.req.header("origin") ?? "*");
  if (outcome.ok) return context.json(outcome.body);
  return context.json(errorBody(outcome.refusal, parts.machineNow()), outcome.refusal.status ?? 400);
}

async function redeem(form: URLSearchParams, parts: IdentityParts, lifetimeS: number): Promise<Outcome> {
  const client = parts.directory.application(form.get("client_id") ?? "");
  if (client === undefined) {
    return refuse(
      "unauthorized_client",
      700016,
      `Application '${form.get("client_id") ?? ""}' was not found in the directory.`,
    );
  }
  const grantType = form.get("grant_type") ?? "";
  switch (grantType) {
    case "authorization_code":
      return redeemCode(form, client, parts, lifetimeS);
    case "refresh_token":
      return redeemRefreshToken(form, client, parts, lifetimeS);
    case "client_credentials":
      return redeemAssertion(form, client, parts, lifetimeS);
    case "password":
      return redeemPassword(form, client, parts, lifetimeS);
    default:
      return refuse("unsupported_grant_type", 70003, `The grant type '${grantType}' is not supported.`);
  }
}

async function redeemCode(
  form: URLSearchParams,
  client: WorkspaceApplication,
  parts: IdentityParts,
  lifetimeS: number,
): Promise<Outcome> {
  const grant = parts.grants.redeemCode(form.get("code") ?? "");
  if (grant === undefined || grant.clientId !== client.id) {
    return refuse(
      "invalid_grant",
      54005,
      "The authorization code was already redeemed, has expired or is for another application.",
    );
  }
  if (grant.redirectUri !== form.get("redirect_uri")) {
    return refuse("invalid_grant", 500112, "The redirect address does not match the one the code was issued for.");
  }
  if (!matchesChallenge(form.get("code_verifier") ?? "", grant.codeChallenge)) {
    return refuse("invalid_grant", 501481, "The code verifier does not match the code challenge.");
  }
  const person = parts.directory.person(grant.personId);
  if (person === undefined) return refuse("invalid_grant", 50034, "The account no longer exists.");
  const scope = form.get("scope") ?? firstResourceOnly(grant.scope, parts);
  const claims = form.get("claims") ?? undefined;
  const question = {
    person,
    client,
    scope,
    lifetimeS,
    claims,
    ...(grant.nonce === undefined ? {} : { nonce: grant.nonce }),
  };
  return withRefreshToken(question, grant.scope, grant.family, parts);
}

async function redeemRefreshToken(
  form: URLSearchParams,
  client: WorkspaceApplication,
  parts: IdentityParts,
  lifetimeS: number,
): Promise<Outcome> {
  const kept = parts.grants.redeemRefreshToken(form.get("refresh_token") ?? "");
  if (kept === undefined || kept.grant.clientId !== client.id) {
    return refuse("invalid_grant", 700084, "The refresh token is spent, has expired or is for another application.");
  }
  const person = parts.directory.person(kept.grant.personId);
  if (person === undefined) return refuse("invalid_grant", 50034, "The account no longer exists.");
  const scope = form.get("scope") ?? firstResourceOnly(kept.grant.scope, parts);
  const claims = form.get("claims") ?? undefined;
  return withRefreshToken({ person, client, scope, lifetimeS, claims }, kept.grant.scope, kept.family, parts);
}

async function redeemAssertion(
  form: URLSearchParams,
  client: WorkspaceApplication,
  parts: IdentityParts,
  lifetimeS: number,
): Promise<Outcome> {
  if (form.get("client_assertion_type") !== assertionType) {
    return refuse(
      "invalid_client",
      7000218,
      "The request must contain a client assertion; secrets are not accepted.",
      401,
    );
  }
  const problem = await assertionProblem(form.get("client_assertion") ?? "", client, {
    audiences: parts.tokenAddresses,
    machineNow: parts.machineNow,
  });
  if (problem !== undefined) return { ok: false, refusal: problem };
  const [resource, second] = parseScopes(form.get("scope") ?? "", parts.directory).resources;
  if (resource === undefined || second !== undefined || resource.names.join() !== ".default") {
    return refuse("invalid_scope", 1002012, "Client credentials need one scope that ends in /.default.");
  }
  const token = await parts.issuer.applicationToken({ client, audience: resource.audience, lifetimeS });
  return {
    ok: true,
    body: { token_type: "Bearer", expires_in: lifetimeS, ext_expires_in: lifetimeS, access_token: token },
  };
}

async function redeemPassword(
  form: URLSearchParams,
  client: WorkspaceApplication,
  parts: IdentityParts,
  lifetimeS: number,
): Promise<Outcome> {
  if (!client.publicClient) {
    return refuse(
      "unauthorized_client",
      7000218,
      "Only applications registered as public clients may sign in with a user name.",
      401,
    );
  }
  const person = parts.directory.personByUserName(form.get("username") ?? "");
  if (person === undefined)
    return refuse("invalid_grant", 50034, `The account '${form.get("username") ?? ""}' does not exist.`);
  const scope = form.get("scope") ?? "openid";
  return withRefreshToken({ person, client, scope, lifetimeS }, scope, parts.grants.newFamily(), parts);
}

async function withRefreshToken(
  question: TokenQuestion,
  grantedScope: string,
  family: string,
  parts: IdentityParts,
): Promise<Outcome> {
  const answer = await answerWithTokens(question, parts);
  if (!answer.ok) return answer;
  const offline = parseScopes(grantedScope, parts.directory).openId.has("offline_access");
  if (!offline) return { ok: true, body: answer.value };
  const grant = { personId: question.person.id, clientId: question.client.id, scope: grantedScope };
  return { ok: true, body: { ...answer.value, refresh_token: parts.grants.issueRefreshToken(grant, family) } };
}

/** A person may allow scopes of two resources in one go; the first answer is for the first of them. */
function firstResourceOnly(scope: string, parts: IdentityParts): string {
  const [first, second] = parseScopes(scope, parts.directory).resources;
  if (first === undefined || second === undefined) return scope;
  return scope
    .split(/\s+/u)
    .filter((part) => parseScopes(part, parts.directory).resources.every(({ audience }) => audience === first.audience))
    .join(" ");
}

function refuse(error: string, code: number, description: string, status?: 400 | 401): Outcome {
  return { ok: false, refusal: { error, code, description, ...(status === undefined ? {} : { status }) } };
}
