import { randomBytes } from "node:crypto";
import { html, raw } from "hono/html";
import type { WorkspacePerson } from "../workspace-seed.ts";
import type { AuthorizeRequest } from "./authorize-request.ts";
import type { IdentityParts } from "./identity-parts.ts";

type Html = ReturnType<typeof html>;

/** "Vælg konto": every person of the tenant, featured ones first, with a search field that works on the page. */
export function accountPage(request: AuthorizeRequest, parts: IdentityParts, stepUp: boolean): Promise<Response> {
  const people = parts.directory.people.toSorted((a, b) => rank(a, request) - rank(b, request));
  const asked = request.scopes.resources.flatMap(({ names }) => names);
  const content = html`<h1>Vælg konto</h1>
<p>for at fortsætte til <strong>${request.client.displayName}</strong></p>
${asked.length > 0 ? html`<p class="small">Appen beder om: ${asked.join(", ")}. Når du vælger en konto, siger du ja til det.</p>` : ""}
${stepUp ? html`<p><strong>Organisationen kræver en ekstra bekræftelse.</strong> Når du vælger din konto, bekræfter du, at det er dig.</p>` : ""}
<label for="search">Søg efter navn, titel eller afdeling</label>
<input id="search" type="search" autocomplete="off" value="${request.loginHint ?? ""}">
<form method="post">
<ul>${people.map((person) => accountButton(person))}</ul>
<p id="empty" hidden>Ingen konti passer til søgningen.</p>
<button class="cancel" name="cancel" value="1">Annuller</button>
</form>`;
  const target = URL.parse(request.redirectUri)?.origin ?? "";
  return page("Vælg konto", content, { status: 200, formTargets: target, script: filterScript });
}

/** What a person is told who may not allow the permissions herself; the one button leads back to the app. */
export function approvalPage(
  { client, redirectUri }: AuthorizeRequest,
  person: WorkspacePerson,
  missing: readonly string[],
): Promise<Response> {
  const content = html`<h1>Godkendelse fra en administrator er nødvendig</h1>
<p><strong>${client.displayName}</strong> beder om ${missing.join(", ")}. Det kan kun en administrator give lov til.</p>
<form method="post"><input type="hidden" name="account" value="${person.id}">
<button class="cancel" name="back" value="1">Tilbage til appen uden at godkende</button></form>`;
  const formTargets = URL.parse(redirectUri)?.origin ?? "";
  return page("Godkendelse er nødvendig", content, { status: 200, formTargets, script: "" });
}

/** A page with one message, for requests that cannot be answered to the application. */
export function messagePage(title: string, message: string, status: number): Promise<Response> {
  return page(title, html`<h1>${title}</h1><p>${message}</p>`, { status, formTargets: "", script: "" });
}

/** One account to choose. */
export function accountButton(person: WorkspacePerson): Html {
  const words = [person.displayName, person.jobTitle, person.department, person.userPrincipalName]
    .join(" ")
    .toLowerCase();
  return html`<li data-words="${words}"><button name="account" value="${person.id}">
<span class="name">${person.displayName}</span>
<span class="small">${person.jobTitle}${person.department === "" ? "" : `, ${person.department}`}</span>
<span class="small">${person.userPrincipalName}</span></button></li>`;
}

function rank(person: WorkspacePerson, request: AuthorizeRequest): number {
  if (person.userPrincipalName.toLowerCase() === request.loginHint?.toLowerCase()) return 0;
  return person.featured === true ? 1 : 2;
}

const filterScript = `
const search = document.getElementById("search");
const rows = [...document.querySelectorAll("li")];
const filter = () => {
  const wanted = search.value.trim().toLowerCase();
  for (const row of rows) row.hidden = !row.dataset.words.includes(wanted);
  document.getElementById("empty").hidden = rows.some((row) => !row.hidden);
};
search.addEventListener("input", filter);
filter();
search.focus();`;

const style = `
:root { color-scheme: light dark; font: 16px/1.4 "Segoe UI", system-ui, sans-serif; }
body { margin: 0; display: grid; place-items: center; min-height: 100vh; background: Canvas; color: CanvasText; }
main { width: min(28rem, calc(100vw - 3rem)); padding: 1.5rem 0; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
p { margin: 0 0 1rem; }
label, input { display: block; width: 100%; box-sizing: border-box; }
input { font: inherit; padding: .5rem; margin: .25rem 0 1rem; }
ul { list-style: none; margin: 0 0 1rem; padding: 0; max-height: 60vh; overflow: auto; }
li button { font: inherit; display: grid; width: 100%; text-align: left; padding: .6rem .75rem; border: 0; border-bottom: 1px solid GrayText; background: none; color: inherit; cursor: pointer; }
li button:hover { background: color-mix(in srgb, CanvasText 8%, Canvas); }
:focus-visible { outline: 3px solid Highlight; outline-offset: -3px; }
.name { font-weight: 600; }
.small { font-size: .85rem; }
.cancel { font: inherit; padding: .5rem 1rem; }`;

/** A whole page under its own content policy. */
export async function page(
  title: string,
  content: Html,
  options: { readonly status: number; readonly formTargets: string; readonly script: string },
): Promise<Response> {
  const nonce = randomBytes(16).toString("base64");
  const document = html`<!doctype html>
<html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="icon" href="data:,"><style nonce="${nonce}">${raw(style)}</style></head>
<body><main>${content}</main>${options.script === "" ? "" : html`<script nonce="${nonce}">${raw(options.script)}</script>`}</body></html>`;
  // form-action also governs where an answer to the form may redirect, so the application's origin is listed.
  const policy = `default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; form-action 'self' ${options.formTargets}; frame-ancestors 'none'; base-uri 'none'`;
  return new Response((await document).toString(), {
    status: options.status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      "Cache-Control": "no-store",
    },
  });
}
