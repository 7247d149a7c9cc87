import * as z from "zod/mini";
import type { PageConfig } from "./page-config.ts";

/** Why something could not be read. */
export type ReadRefusal = "no-access" | "not-found" | "unreachable" | "throttled" | "failed";

export class ReadFailure extends Error {
  override readonly name = "ReadFailure";
  readonly refusal: ReadRefusal;
  constructor(refusal: ReadRefusal, detail: string) {
    super(detail);
    this.refusal = refusal;
  }
}

/** Graph's answer to a write; 0: there was none. */
export interface WriteAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Reads and writes Graph, and reads SharePoint REST, as the persona. */
export interface GraphReader {
  /** `path` follows "/v1.0". */
  get<T extends z.ZodMiniType>(schema: T, path: string): Promise<z.infer<T>>;
  /** All pages of a collection, handed on as they come; stops when `more` says no. */
  pages<T extends z.ZodMiniType>(schema: T, path: string, more: (rows: z.infer<T>[]) => boolean): Promise<void>;
  /** Waits out throttling as reads do; what else is refused is for the caller to tell. */
  write(method: "POST" | "PATCH" | "DELETE", path: string, body: unknown, ifMatch?: string): Promise<WriteAnswer>;
  /** `path` follows the site's address. */
  rest<T extends z.ZodMiniType>(schema: T, path: string): Promise<z.infer<T>>;
}

const tokenSchema = z.object({ access_token: z.string(), expires_in: z.number() });
const graphScope = "https://graph.microsoft.com/.default";
const attempts = 5;

/**
 * Reads and writes Graph, and SharePoint's REST of the site at `sitePath` (server-relative), as the
 * configured persona. Throttling and short outages are waited out. Reads throw a ReadFailure that names why, or a parse
 * error for an answer of another shape; writes answer with their status, and throw a ReadFailure only where signing in
 * fails, that is before anything was sent.
 */
export function createGraphReader(config: PageConfig, sitePath: string): GraphReader {
  const tokenFor = createTokens(config);
  const read = async (url: string, scope: string): Promise<unknown> => {
    const headers = { authorization: `Bearer ${await tokenFor(scope)}`, accept: "application/json;odata=nometadata" };
    const response = await patiently(url, { headers });
    if (!response.ok) throw new ReadFailure(refusalOf(response.status), `${url} answered ${response.status}`);
    return response.json();
  };
  const graph = (path: string): string => `${config.graphOrigin}/v1.0${path}`;
  return {
    get: async (schema, path) => schema.parse(await read(graph(path), graphScope)),
    pages: async (schema, path, more) => {
      const page = z.object({ value: z.array(schema), "@odata.nextLink": z.optional(z.string()) });
      let next: string | undefined = graph(path);
      while (next !== undefined) {
        const answer: { value: z.infer<typeof schema>[]; "@odata.nextLink"?: string | undefined } = page.parse(
          await read(next, graphScope),
        );
        next = more(answer.value) ? answer["@odata.nextLink"] : undefined;
      }
    },
    write: async (method, path, body, ifMatch) => {
      const headers = {
        authorization: `Bearer ${await tokenFor(graphScope)}`,
        "content-type": "application/json",
        ...(ifMatch === undefined ? {} : { "if-match": ifMatch }),
      };
      const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      const response = await patiently(graph(path), init, method === "POST").catch(() => undefined);
      return { status: response?.status ?? 0, body: await response?.json().catch(() => undefined) };
    },
    rest: async (schema, path) =>
      schema.parse(await read(`${config.origin}${sitePath}${path}`, config.restScope ?? graphScope)),
  };
}

/** Signs the persona in by name, once per resource and token life. */
function createTokens(config: PageConfig): (scope: string) => Promise<string> {
  const kept = new Map<string, { token: Promise<string>; until: number }>();
  const ask = async (scope: string): Promise<string> => {
    const body = new URLSearchParams({
      grant_type: "password",
      client_id: config.scriptClientId,
      username: config.persona.userPrincipalName,
      password: "x",
      scope,
    });
    const response = await patiently(config.tokenAddress, { method: "POST", body });
    if (!response.ok) throw new ReadFailure("failed", `Sign-in answered ${response.status}`);
    const { access_token, expires_in } = tokenSchema.parse(await response.json());
    const entry = kept.get(scope);
    if (entry !== undefined) entry.until = performance.now() + (expires_in - 60) * 1000;
    return access_token;
  };
  return (scope) => {
    const entry = kept.get(scope);
    if (entry !== undefined && performance.now() < entry.until) return entry.token;
    const token = ask(scope);
    kept.set(scope, { token, until: Number.POSITIVE_INFINITY });
    token.catch(() => kept.delete(scope));
    return token;
  };
}

/** Waits out throttling and short outages, never before `Retry-After`. `once`: repeated only if it was turned away. */
async function patiently(url: string, init: RequestInit, once = false): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, init).catch(() => undefined);
    const turnedAway = response !== undefined && [429, 503].includes(response.status);
    const passing = turnedAway || (!once && (response === undefined || [500, 502, 504].includes(response.status)));
    if (!passing || attempt === attempts) {
      if (response === undefined) throw new ReadFailure("unreachable", `${url} cannot be reached`);
      return response;
    }
    const seconds = Number(response?.headers.get("retry-after") ?? attempt / 2);
    await new Promise((resolve) => setTimeout(resolve, Math.max(seconds, 0.2) * 1000));
  }
}

function refusalOf(status: number): ReadRefusal {
  if (status === 401 || status === 403) return "no-access";
  if (status === 429 || status === 503) return "throttled";
  return status === 404 ? "not-found" : "failed";
}
