import { FluentProvider, teamsLightTheme } from "@fluentui/react-components";
import { QueryClientProvider } from "@tanstack/react-query";
import { type RenderResult, render } from "@testing-library/react";
import type { ReactElement } from "react";
import { vi } from "vitest";
import { createQueryClient } from "../app/query-client.ts";
import { ToastsProvider } from "../app/toasts-provider.tsx";
import { SessionContext } from "../components/session.ts";
import { createApi } from "../host/api.ts";
import type { Host } from "../host/host.ts";
import { da } from "../texts/da.ts";
import { TextsContext } from "../texts/texts-context.ts";

/** What the page asked the service for. */
export interface ServiceCall {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  /** What stands after "?" in the address. */
  readonly query?: URLSearchParams;
}

/** An answer, a status with problem details, no answer at all, or one that is still on its way. */
export type FakeAnswer =
  | { readonly status: number; readonly body: unknown; readonly retryAfterS?: number }
  | { readonly unreachable: true; readonly pending?: true };

/** Answers by "GET /overview"; a function is asked at every call. */
export type FakeService = Readonly<Record<string, (call: ServiceCall) => FakeAnswer>>;

/** 200 with a body. */
export function answered(body: unknown): FakeAnswer {
  return { status: 200, body };
}

/** Problem details as the service writes them. */
export function refused(status: number, code: string, detail: string): FakeAnswer {
  return { status, body: { type: "about:blank", title: code, status, detail, code, instance: "nr-4711" } };
}

const host: Host = {
  kind: "browser",
  context: { theme: "default", locale: "da-dk", userId: undefined, loginHint: undefined, route: undefined },
  subscribe: () => () => undefined,
  reportLoaded: () => undefined,
  reportSuccess: () => undefined,
  reportFailure: () => undefined,
  share: () => Promise.resolve("copied"),
};

/** What jsdom knows of but cannot do: opening dialogs and scrolling. */
function teachJsdom(): void {
  Element.prototype.scrollIntoView = () => undefined;
  window.scrollTo = () => undefined;
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false;
  };
}

/** Puts a `fetch` in place that answers like the service; every call is noted. */
export function fakeFetch(service: FakeService): readonly ServiceCall[] {
  const calls: ServiceCall[] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit = {}) => {
    const { pathname, searchParams } = new URL(url);
    const path = pathname.replace(/^\/api/, "");
    const body: unknown = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
    const query = searchParams.size === 0 ? {} : { query: searchParams };
    const call = { method: init.method ?? "GET", path, body, ...query };
    calls.push(call);
    const answer = service[`${call.method} ${path}`]?.(call) ?? refused(404, "not-found", "Findes ikke.");
    if ("unreachable" in answer) {
      return answer.pending === true
        ? new Promise<never>(() => undefined)
        : Promise.reject(new TypeError("Failed to fetch"));
    }
    const headers = new Headers({ "Content-Type": "application/json", "X-Correlation-Id": "nr-4711" });
    if (answer.retryAfterS !== undefined) headers.set("Retry-After", String(answer.retryAfterS));
    return Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status, headers }));
  });
  return calls;
}

/** Shows a page as the started tab would, in Danish, against a fake service. */
export function renderPage(page: ReactElement, service: FakeService): RenderResult & { calls: readonly ServiceCall[] } {
  teachJsdom();
  const calls = fakeFetch(service);
  const tokens = {
    token: () => Promise.resolve("token"),
    signIn: () => Promise.resolve(true),
    signOut: () => Promise.resolve(),
    adminConsentUrl: () => Promise.resolve("https://login.test/tenant/v2.0/adminconsent?client_id=app"),
  };
  const api = createApi({ baseUrl: "http://service.test", tokens, language: () => "da" });
  const queries = createQueryClient();
  queries.setDefaultOptions({ queries: { ...queries.getDefaultOptions().queries, retryDelay: 0 } });
  const rendered = render(
    <SessionContext value={{ api, host, tokens, setLanguage: () => undefined }}>
      <TextsContext value={{ language: "da", texts: da }}>
        <QueryClientProvider client={queries}>
          <FluentProvider theme={teamsLightTheme}>
            <ToastsProvider>{page}</ToastsProvider>
          </FluentProvider>
        </QueryClientProvider>
      </TextsContext>
    </SessionContext>,
  );
  return Object.assign(rendered, { calls });
}
