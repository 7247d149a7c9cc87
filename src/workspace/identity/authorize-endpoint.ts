import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { WorkspacePerson } from "../workspace-seed.ts";
import { accountPage, approvalPage, messagePage } from "./account-page.ts";
import { type AuthorizeRequest, parseAuthorizeRequest, type ReturnAddress, returnUrl } from "./authorize-request.ts";
import { stepUpRequired } from "./conditional-access.ts";
import type { IdentityParts } from "./identity-parts.ts";
import { errorBody, type OAuthError } from "./oauth-error.ts";
import { consentRequired } from "./token-answers.ts";

const cookieName = "workspace-session";

/** GET /{tenant}/oauth2/v2.0/authorize: signs in silently where it may, otherwise asks which account to use. */
export async function authorize(context: Context, parts: IdentityParts): Promise<Response> {
  const parsed = parseAuthorizeRequest(new URL(context.req.url).searchParams, parts.directory);
  if (parsed.kind === "page") return messagePage("Der kan ikke logges ind", parsed.message, 400);
  if (parsed.kind === "redirect") return sendBack(context, parsed.to, parsed.problem, parts);
  const { request } = parsed;
  const account = silentAccount(request, context, parts);
  if (request.prompt === "none" && account === undefined) return sendBack(context, request, loginRequired, parts);
  const missing = account === undefined ? [] : parts.consents.missing(request.client, account.id, request.scopes);
  const unshown = account === undefined ? [] : parts.conditionalAccess.missing(account.id, contextsOf(request, parts));
  if (request.prompt === "none") {
    if (missing.length > 0) return sendBack(context, request, interactionRequired, parts);
    if (unshown.length > 0) return sendBack(context, request, stepUpRequired(unshown), parts);
  }
  const mayPass = [undefined, "none"].includes(request.prompt) && missing.length === 0 && unshown.length === 0;
  if (mayPass && account !== undefined) return sendCode(context, request, account, parts);
  return accountPage(request, parts, contextsOf(request, parts).length > 0);
}

function contextsOf({ scopes, contexts }: AuthorizeRequest, parts: IdentityParts): readonly string[] {
  return parts.conditionalAccess.needed(
    scopes.resources.map(({ audience }) => audience),
    contexts,
  );
}

/**
 * POST of the account page: the person pressed an account, which also accepts the permissions shown and confirms who
 * it is. Where only an administrator may allow them she is told so, and goes back without.
 */
export async function chooseAccount(context: Context, parts: IdentityParts): Promise<Response> {
  const url = new URL(context.req.url);
  if (context.req.header("origin") !== url.origin)
    return messagePage("Der kan ikke logges ind", "Valget kom fra en anden side.", 403);
  const parsed = parseAuthorizeRequest(url.searchParams, parts.directory);
  if (parsed.kind === "page") return messagePage("Der kan ikke logges ind", parsed.message, 400);
  if (parsed.kind === "redirect") return sendBack(context, parsed.to, parsed.problem, parts);
  const { request } = parsed;
  const form = new URLSearchParams(await context.req.text());
  if (form.has("cancel")) return sendBack(context, request, accessDenied, parts);
  const person = parts.directory.person(form.get("account") ?? "");
  const contexts = contextsOf(request, parts);
  if (person === undefined) return accountPage(request, parts, contexts.length > 0);
  parts.consents.accept(request.client, person.id, request.scopes);
  const missing = parts.consents.missing(request.client, person.id, request.scopes);
  if (missing.length > 0) {
    return form.has("back")
      ? sendBack(context, request, consentRequired(missing, true), parts)
      : approvalPage(request, person, missing);
  }
  parts.conditionalAccess.confirm(person.id, contexts);
  return sendCode(context, request, person, parts);
}

/** GET /{tenant}/oauth2/v2.0/logout: forgets the browser's accounts. */
export async function logout(context: Context, parts: IdentityParts): Promise<Response> {
  parts.sessions.end(getCookie(context, cookieName));
  const back = new URL(context.req.url).searchParams.get("post_logout_redirect_uri");
  const origins = parts.directory.applicationOrigins;
  if (back !== null && origins.has(URL.parse(back)?.origin ?? "")) return context.redirect(back);
  return messagePage("Du er logget ud", "Du kan lukke fanen.", 200);
}

function silentAccount(request: AuthorizeRequest, context: Context, parts: IdentityParts): WorkspacePerson | undefined {
  const accounts = parts.sessions
    .accounts(getCookie(context, cookieName))
    .map((id) => parts.directory.person(id))
    .filter((person) => person !== undefined);
  if (request.loginHint === undefined) return accounts[0];
  const hint = request.loginHint.toLowerCase();
  return accounts.find((person) => person.userPrincipalName.toLowerCase() === hint);
}

function sendCode(
  context: Context,
  request: AuthorizeRequest,
  person: WorkspacePerson,
  parts: IdentityParts,
): Response {
  const sessionId = parts.sessions.signIn(getCookie(context, cookieName), person.id);
  setCookie(context, cookieName, sessionId, { httpOnly: true, sameSite: "Lax", path: "/" });
  const code = parts.grants.issueCode({
    personId: person.id,
    clientId: request.client.id,
    scope: request.scopes.text,
    ...(request.nonce === undefined ? {} : { nonce: request.nonce }),
    redirectUri: request.redirectUri,
    codeChallenge: request.codeChallenge,
  });
  const clientInfo = Buffer.from(JSON.stringify({ uid: person.id, utid: parts.directory.tenantId })).toString(
    "base64url",
  );
  return context.redirect(returnUrl(request, { code, client_info: clientInfo, session_state: person.id }));
}

const loginRequired: OAuthError = {
  error: "login_required",
  code: 50058,
  description: "Nobody is signed in, and the request was silent.",
};
const interactionRequired: OAuthError = {
  error: "interaction_required",
  code: 65001,
  description: "Consent is missing, and the request was silent.",
};
const accessDenied: OAuthError = { error: "access_denied", code: 65004, description: "The person declined." };

function sendBack(context: Context, to: ReturnAddress, problem: OAuthError, parts: IdentityParts): Response {
  const { error, error_description: description, suberror, claims } = errorBody(problem, parts.machineNow());
  const given = Object.entries({ error, error_description: description, suberror, claims });
  const answer = given.flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  return context.redirect(returnUrl(to, Object.fromEntries(answer)));
}
