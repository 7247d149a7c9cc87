import type { WorkspaceApplication } from "../workspace-seed.ts";
import { badClaims, requestedContexts } from "./conditional-access.ts";
import type { Directory } from "./directory.ts";
import type { OAuthError } from "./oauth-error.ts";
import { parseScopes, type RequestedScopes } from "./requested-scopes.ts";
import { scopeProblem } from "./token-answers.ts";

/** A checked request for an authorization code. */
export interface AuthorizeRequest {
  readonly client: WorkspaceApplication;
  readonly redirectUri: string;
  readonly responseMode: "query" | "fragment";
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  readonly scopes: RequestedScopes;
  readonly codeChallenge: string;
  readonly prompt: "none" | "login" | "select_account" | "consent" | undefined;
  readonly loginHint: string | undefined;
  /** Authentication contexts the `claims` parameter asks for. */
  readonly contexts: readonly string[];
}

export type ParsedAuthorizeRequest =
  | { readonly kind: "request"; readonly request: AuthorizeRequest }
  /** The return address is not trustworthy, so the person is told on our own page. */
  | { readonly kind: "page"; readonly message: string }
  | { readonly kind: "redirect"; readonly to: ReturnAddress; readonly problem: OAuthError };

/** Where an answer goes: the application's registered address, with the state it sent. */
export interface ReturnAddress {
  readonly redirectUri: string;
  readonly responseMode: "query" | "fragment";
  readonly state: string | undefined;
}

const prompts = ["none", "login", "select_account", "consent"] as const;

/** Reads the query of /authorize: code flow with PKCE S256 only, a registered redirect address, known scopes. */
export function parseAuthorizeRequest(query: URLSearchParams, directory: Directory): ParsedAuthorizeRequest {
  const from = registeredClient(query, directory);
  if (typeof from === "string") return { kind: "page", message: from };
  const { client, redirectUri } = from;
  const responseMode = query.get("response_mode") === "fragment" ? "fragment" : "query";
  const state = query.get("state") ?? undefined;
  const to = { redirectUri, responseMode, state } as const;
  const scopes = parseScopes(query.get("scope") ?? "", directory);
  const contexts = requestedContexts(query.get("claims"));
  const problem = requestProblem(query) ?? unknownScope(scopes, directory);
  if (problem !== undefined) return { kind: "redirect", to, problem };
  if (contexts === undefined) return { kind: "redirect", to, problem: badClaims };
  return {
    kind: "request",
    request: {
      client,
      ...to,
      nonce: query.get("nonce") ?? undefined,
      scopes,
      codeChallenge: query.get("code_challenge") ?? "",
      prompt: prompts.find((known) => known === query.get("prompt")),
      loginHint: query.get("login_hint") ?? undefined,
      contexts,
    },
  };
}

function requestProblem(query: URLSearchParams): OAuthError | undefined {
  if (query.get("response_type") !== "code") {
    return { error: "unsupported_response_type", code: 700054, description: "Only response_type=code is supported." };
  }
  if (!["query", "fragment", null].includes(query.get("response_mode"))) {
    return {
      error: "invalid_request",
      code: 9002325,
      description: "Only the response modes query and fragment are supported.",
    };
  }
  if (query.get("code_challenge_method") !== "S256" || !/^[\w-]{43}$/u.test(query.get("code_challenge") ?? "")) {
    return {
      error: "invalid_request",
      code: 9002325,
      description: "Proof Key for Code Exchange with S256 is required.",
    };
  }
  return undefined;
}

/** Who asks, and one of its registered addresses to answer to; else the sentence a person is told, for no address is safe. */
export function registeredClient(
  query: URLSearchParams,
  directory: Directory,
): { readonly client: WorkspaceApplication; readonly redirectUri: string } | string {
  const client = directory.application(query.get("client_id") ?? "");
  if (client === undefined) return "Appen er ikke registreret i organisationen (AADSTS700016).";
  const redirectUri = query.get("redirect_uri") ?? "";
  if (client.redirectUris.some((registered) => sameRedirect(registered, redirectUri))) return { client, redirectUri };
  return `Adressen ${redirectUri} er ikke registreret for ${client.displayName} (AADSTS50011).`;
}

/** A person may allow scopes of two resources in one go, so each is looked at by itself. */
function unknownScope(scopes: RequestedScopes, directory: Directory): OAuthError | undefined {
  return scopes.resources
    .map((resource) => scopeProblem({ ...scopes, resources: [resource] }, directory))
    .find((found) => found !== undefined);
}

/** Entra ignores the port of a loopback address (RFC 8252 section 7.3). */
function sameRedirect(registered: string, asked: string): boolean {
  if (registered === asked) return true;
  const [a, b] = [URL.parse(registered), URL.parse(asked)];
  if (a === null || b === null || a.protocol !== "http:" || !["localhost", "127.0.0.1"].includes(a.hostname))
    return false;
  return a.hostname === b.hostname && a.protocol === b.protocol && a.pathname === b.pathname && a.search === b.search;
}

/** The address an answer is sent to, with its parameters in query or fragment. */
export function returnUrl(to: ReturnAddress, parameters: Readonly<Record<string, string>>): string {
  const answer = new URLSearchParams({ ...parameters, ...(to.state === undefined ? {} : { state: to.state }) });
  if (to.responseMode === "fragment") return `${to.redirectUri}#${answer}`;
  return `${to.redirectUri}${to.redirectUri.includes("?") ? "&" : "?"}${answer}`;
}
