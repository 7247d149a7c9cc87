import type { Context, Middleware } from "@microsoft/microsoft-graph-client";
import { orAborted } from "./abort.ts";
import { noteOf } from "./call-note.ts";

/** A token or a row would have left for a place that is not Graph. */
export class ForeignOriginError extends Error {
  override name = "ForeignOriginError";
}

const USER_AGENT = "NONISV|Fremdrift|Fremdrift/0.1";

/** A middleware of the Graph SDK from one function; the SDK links the chain through `setNext`. */
export function middleware(run: (context: Context, next: () => Promise<void>) => Promise<void>): Middleware {
  let following: Middleware | undefined;
  return {
    setNext: (next) => {
      following = next;
    },
    execute: (context) => run(context, () => following?.execute(context) ?? Promise.resolve()),
  };
}

/** The SDK understands absolute `https://` links only; over http it nests a nextLink into a path (graph.md 14). */
export function unnest(): Middleware {
  return middleware(async (context, next) => {
    context.request = urlOf(context).replace(/^https?:\/\/[^/]+\/[^/]+\/(https?:\/\/.+)$/, "$1");
    await next();
  });
}

/** A token for Graph; told which one Graph has refused, it answers another. */
export type TokenForGraph = (refused?: string) => Promise<string>;

/**
 * Adds the token; refuses every origin but Graph's, so that a forged nextLink gets nothing. A token that was revoked
 * before its time is answered 401, and nothing is carried out: once, another is tried.
 */
export function authenticate(graphOrigin: string, token: TokenForGraph): Middleware {
  return middleware(async (context, next) => {
    const origin = new URL(urlOf(context)).origin;
    if (origin !== graphOrigin) throw new ForeignOriginError(`Not Graph: ${origin}`);
    const { signal } = noteOf(context).facts;
    const bearer = await orAborted(token(), signal);
    addHeaders(context, { authorization: `Bearer ${bearer}` });
    await next();
    if (context.response?.status !== 401) return;
    const another = await orAborted(token(bearer), signal);
    if (another === bearer) return;
    addHeaders(context, { authorization: `Bearer ${another}` });
    await next();
  });
}

/** Tells SharePoint which application calls (undecorated traffic is throttled first, graph.md 8). */
export function decorate(): Middleware {
  return middleware(async (context, next) => {
    addHeaders(context, { "User-Agent": USER_AGENT, "client-request-id": crypto.randomUUID() });
    await next();
  });
}

/** Sends one attempt and reads the whole answer, so that a connection cut in the middle is seen by the retry. */
export function sendWith(fetchImpl: typeof fetch): Middleware {
  return middleware(async (context) => {
    const { facts, attemptMs } = noteOf(context);
    const { signal } = facts;
    const timeout = AbortSignal.timeout(attemptMs);
    const both = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
    const first = await fetchImpl(urlOf(context), { ...context.options, signal: both, redirect: "manual" });
    const target = first.status === 302 ? first.headers.get("location") : null;
    // A file's content stands at a pre-authenticated address: asked without token, it may be any host's.
    const answer = target === null ? first : await fetchImpl(new URL(target, urlOf(context)).href, { signal: both });
    const body = await answer.arrayBuffer();
    context.response = new Response(body.byteLength === 0 ? null : body, {
      status: answer.status,
      statusText: answer.statusText,
      headers: answer.headers,
    });
  });
}

/** The SDK's types speak of the browser's; in our pipeline the request is always a string. */
function urlOf(context: Context): string {
  const request: unknown = context.request;
  if (typeof request === "string") return request;
  throw new TypeError("The Graph SDK was asked with something else than an address");
}

function addHeaders(context: Context, added: Readonly<Record<string, string>>): void {
  const present: unknown = context.options?.headers;
  const headers = new Headers(isHeaders(present) ? present : {});
  for (const [name, value] of Object.entries(added)) headers.set(name, value);
  context.options = { ...context.options, headers };
}

function isHeaders(value: unknown): value is Headers | Record<string, string> {
  return typeof value === "object" && value !== null;
}
