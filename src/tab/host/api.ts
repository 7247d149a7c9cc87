import type * as z from "zod/mini";
import { problemSchema } from "#contract/problem.ts";
import type { Language } from "#domain/shared/language.ts";
import { ApiProblem } from "./api-problem.ts";
import { ServiceSignals } from "./service-signals.ts";
import { SignInNeededError, signInReason } from "./sign-in-needed.ts";
import type { TokenSource } from "./token-source.ts";

const LIMIT_MS = 30_000;

export type WriteMethod = "POST" | "PUT" | "PATCH" | "DELETE";

/** The service as the screens see it: every answer parsed by its contract. All functions throw `ApiProblem`. */
export interface Api {
  read<T>(path: string, schema: z.ZodMiniType<T>, signal?: AbortSignal): Promise<T>;
  send<T>(method: WriteMethod, path: string, body: unknown, schema: z.ZodMiniType<T>, keepalive?: boolean): Promise<T>;
  /** Opens a stream; it lasts until the signal or the service ends it. */
  open(path: string, signal: AbortSignal): Promise<Response>;
  /** What all calls together have told of the service. */
  readonly signals: ServiceSignals;
}

interface ApiParts {
  /** Origin of the service, with or without "/api"; "" for the tab's own origin. */
  readonly baseUrl: string;
  readonly tokens: Pick<TokenSource, "token">;
  readonly language: () => Language;
}

interface Call {
  readonly path: string;
  readonly method?: WriteMethod;
  readonly body?: unknown;
  readonly signal: AbortSignal;
  readonly keepalive?: boolean;
}

/** The API client: token, language and correlation id on every request, one fresh token after a 401. */
export function createApi({ baseUrl, tokens, language }: ApiParts): Api {
  const root = `${baseUrl.replace(/\/+$/, "").replace(/\/api$/, "")}/api`;
  const signals = new ServiceSignals();

  const once = async (call: Call, refused?: Response): Promise<Response> => {
    const challenge = refused?.headers.get("WWW-Authenticate") ?? undefined;
    const token = await tokens.token({ fresh: refused !== undefined, challenge }).catch((error: unknown) => {
      throw tokenProblem(error);
    });
    const requestId = crypto.randomUUID();
    const headers: Record<string, string> = {
      Authorization: `Bearer ${token}`,
      "Accept-Language": language(),
      "X-Correlation-Id": requestId,
    };
    if (call.body !== undefined) headers["Content-Type"] = "application/json";
    try {
      return await fetch(root + call.path, {
        method: call.method ?? "GET",
        headers,
        signal: call.signal,
        keepalive: call.keepalive ?? false,
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      });
    } catch (error) {
      if (!call.signal.aborted) throw unreached(error, requestId);
      if (isTimeout(call.signal.reason))
        throw new ApiProblem({ status: 0, code: "no-answer", requestId, cause: error });
      throw error;
    }
  };

  const request = async (call: Call): Promise<Response> => {
    try {
      const first = await once(call);
      const response = first.status === 401 ? await once(call, first) : first;
      if (response.status !== 401) signals.tell({ signInNeeded: false });
      if (!response.ok) throw await problemOf(response);
      return response;
    } catch (error) {
      if (error instanceof ApiProblem && error.code === "sign-in-needed")
        signals.tell({ signInNeeded: true, signInReason: signInReason(error.cause) });
      throw error;
    }
  };

  return {
    signals,
    async read(path, schema, signal) {
      const limit = AbortSignal.timeout(LIMIT_MS);
      const response = await request({ path, signal: signal ? AbortSignal.any([signal, limit]) : limit });
      return parsed(response, schema);
    },
    async send(method, path, body, schema, keepalive = false) {
      const response = await request({ path, method, body, keepalive, signal: AbortSignal.timeout(LIMIT_MS) });
      return parsed(response, schema);
    },
    open: (path, signal) => request({ path, signal }),
  };
}

function tokenProblem(error: unknown): ApiProblem {
  const code = error instanceof SignInNeededError ? "sign-in-needed" : "offline";
  return new ApiProblem({ status: 0, code, cause: error });
}

/** Nothing came back: a machine without a network needs no number, a lost connection is looked up by the one sent along. */
function unreached(cause: unknown, requestId: string): ApiProblem {
  return new ApiProblem({ status: 0, code: "offline", cause, requestId: navigator.onLine ? requestId : "" });
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === "TimeoutError";
}

async function parsed<T>(response: Response, schema: z.ZodMiniType<T>): Promise<T> {
  const body: unknown = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const requestId = response.headers.get("X-Correlation-Id") ?? "";
  throw new ApiProblem({ status: response.status, code: "unexpected-answer", requestId, cause: result.error });
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined);
  const problem = problemSchema.safeParse(body);
  const wait = Number(response.headers.get("Retry-After") ?? Number.NaN);
  const retryAfterS = Number.isFinite(wait) ? wait : undefined;
  const requestId = response.headers.get("X-Correlation-Id") ?? "";
  if (response.status === 401) {
    // A fresh token was refused as well: only the person can bring another.
    const more = response.headers.get("WWW-Authenticate")?.includes("claims=") === true;
    const cause = new SignInNeededError(more ? "more" : "sign-in");
    return new ApiProblem({ status: 401, code: "sign-in-needed", requestId, cause });
  }
  if (!problem.success)
    return new ApiProblem({ status: response.status, code: "unexpected-answer", requestId, retryAfterS });
  const { code, detail, instance, fields, data } = problem.data;
  return new ApiProblem({
    status: response.status,
    code,
    detail,
    requestId: instance,
    fields: fields ?? [],
    retryAfterS,
    where: String(data?.["where"] ?? ""),
  });
}
