import type { Context } from "hono";
import { html } from "hono/html";
import type { WorkspaceApplication, WorkspacePerson } from "../workspace-seed.ts";
import { accountButton, messagePage, page } from "./account-page.ts";
import { registeredClient, returnUrl } from "./authorize-request.ts";
import type { IdentityParts } from "./identity-parts.ts";
import { parseScopes } from "./requested-scopes.ts";

const refused = "Der kan ikke godkendes";

interface ConsentRequest {
  readonly client: WorkspaceApplication;
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly scope: string;
}

/** GET /{tenant}/v2.0/adminconsent: an administrator allows an application what it asks for, for everybody. */
export async function adminConsent(context: Context, parts: IdentityParts): Promise<Response> {
  const request = parseRequest(new URL(context.req.url).searchParams, parts);
  if (typeof request === "string") return messagePage(refused, request, 400);
  const { client, redirectUri } = request;
  const content = html`<h1>Godkend ${client.displayName} for hele organisationen</h1>
<p>Appen beder om: ${parseScopes(request.scope, parts.directory)
    .resources.flatMap(({ names }) => names)
    .join(", ")}</p>
<p class="small">Vælg din administratorkonto. Når du vælger den, siger du ja på alles vegne.</p>
<form method="post"><ul>${administrators(parts).map((person) => accountButton(person))}</ul>
<button class="cancel" name="cancel" value="1">Annuller</button></form>`;
  const formTargets = URL.parse(redirectUri)?.origin ?? "";
  return page(`Godkend ${client.displayName}`, content, { status: 200, formTargets, script: "" });
}

/** POST of that page. */
export async function giveAdminConsent(context: Context, parts: IdentityParts): Promise<Response> {
  const url = new URL(context.req.url);
  if (context.req.header("origin") !== url.origin) return messagePage(refused, "Valget kom fra en anden side.", 403);
  const request = parseRequest(url.searchParams, parts);
  if (typeof request === "string") return messagePage(refused, request, 400);
  const { client, redirectUri, state, scope } = request;
  const to = { redirectUri, responseMode: "query", state } as const;
  const form = new URLSearchParams(await context.req.text());
  if (form.has("cancel")) {
    const description = "AADSTS65004: The administrator declined.";
    return context.redirect(returnUrl(to, { error: "access_denied", error_description: description }));
  }
  const account = form.get("account");
  if (!administrators(parts).some(({ id }) => id === account))
    return messagePage(refused, "Kun en administrator kan godkende for alle (AADSTS90094).", 403);
  parts.consents.setPolicy(client, "granted");
  return context.redirect(returnUrl(to, { admin_consent: "True", tenant: parts.directory.tenantId, scope }));
}

function administrators({ directory }: IdentityParts): readonly WorkspacePerson[] {
  return directory.people.filter(({ appRoles = {} }) =>
    Object.values(appRoles).some((roles) => roles.some((role) => role.endsWith("Administrator"))),
  );
}

/** The request, or the sentence that says what is wrong with it. */
function parseRequest(query: URLSearchParams, { directory }: IdentityParts): ConsentRequest | string {
  const from = registeredClient(query, directory);
  if (typeof from === "string") return from;
  return { ...from, state: query.get("state") ?? undefined, scope: query.get("scope") ?? ".default" };
}
