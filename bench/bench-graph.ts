import { gzipSync } from "node:zlib";
import { type ParallelTime, parallelTime } from "#sharepoint/client/parallel-time.test-support.ts";
import { createGraphServer, type GraphServer } from "#workspace/graph-server/graph-server.ts";
import type { WorkspaceSeed } from "#workspace/workspace-seed.ts";

/** Graph's own address, so that every client's stock code takes the roads it takes in a tenant. */
export const GRAPH_ORIGIN = "https://graph.microsoft.com";
/** The model of performance.md: a request, an item read, a write. */
export const REQUEST_MS = 80;
export const ITEM_MS = 0.05;
export const WRITE_MS = 10;

const appId = "00000000-0000-4000-8000-0000000000b1";
const personId = "00000000-0000-4000-8000-000000000001";
const token = Buffer.from(
  JSON.stringify({
    kind: "delegated",
    userId: personId,
    userPrincipalName: "ejer@kommune.example",
    appId,
    scopes: ["Sites.FullControl.All"],
    roles: [],
  }),
).toString("base64url");

const seed: WorkspaceSeed = {
  tenant: {
    id: "00000000-0000-4000-8000-0000000000f0",
    aliases: [],
    domain: "kommune.example",
    displayName: "Prøve Kommune",
    timeZone: "Europe/Copenhagen",
  },
  people: [
    {
      id: personId,
      displayName: "Ejnar Ejer",
      givenName: "Ejnar",
      surname: "Ejer",
      userPrincipalName: "ejer@kommune.example",
      jobTitle: "Konsulent",
      department: "Digitalisering",
      preferredLanguage: "da-DK",
    },
  ],
  sites: [
    {
      path: "/sites/maaling",
      displayName: "Måling",
      members: { "ejer@kommune.example": "owner" },
      applicationGrants: {},
    },
  ],
  applications: [
    {
      id: appId,
      displayName: "Måling",
      exposedScopes: [],
      applicationPermissions: [],
      delegatedPermissions: [],
      redirectUris: [],
      publicClient: true,
    },
  ],
};

/** What a run cost. */
export interface Cost {
  readonly requests: number;
  readonly units: number;
  /** Of answers, gzipped. */
  readonly wireBytes: number;
  /** Answers 429, those inside batches too. */
  readonly refused: number;
  /** Virtual time. */
  readonly ms: number;
}

/** Refuses reads above so many units in so many milliseconds. */
export interface Throttle {
  readonly units: number;
  readonly windowMs: number;
}

export interface BenchGraph {
  readonly server: GraphServer;
  readonly time: ParallelTime;
  readonly token: string;
  /** With latency, counters and throttle. */
  readonly fetch: typeof fetch;
  /** Without any of them: for setting up and for looking at the end state. */
  readonly direct: (method: string, path: string, body?: unknown) => Promise<unknown>;
  readonly throttle: (throttle: Throttle | undefined) => void;
  /** Runs on virtual time, the globals included that foreign clients use, and tells what it cost. */
  readonly cost: (run: () => Promise<unknown>) => Promise<Cost>;
}

/** The workspace's Graph server behind a line with the latency of the model. */
export function openBenchGraph(): BenchGraph {
  const time = parallelTime(20_260_105);
  const server = createGraphServer({
    seed,
    dataFile: ":memory:",
    origin: GRAPH_ORIGIN,
    sharePointOrigin: "https://kommune.sharepoint.example",
    siteHost: "kommune.sharepoint.example",
    now: () => new Date(time.now()),
    machineNow: time.now,
    wait: () => Promise.resolve(),
    verifyToken: (bearer) => Promise.resolve(JSON.parse(Buffer.from(bearer, "base64url").toString("utf8"))),
  });
  const line = { requests: 0, wireBytes: 0, refused: 0 };
  let quota: Throttle | undefined;
  let window = { from: 0, used: 0 };

  function refusal(method: string, url: string): Response | undefined {
    if (quota === undefined || url.includes("$batch")) return undefined;
    const now = time.now();
    if (now - window.from >= quota.windowMs) window = { from: now, used: 0 };
    window.used += unitsOf(method, url);
    if (window.used <= quota.units) return undefined;
    const seconds = Math.max(1, Math.ceil((window.from + quota.windowMs - now) / 1000));
    return Response.json(
      { error: { code: "activityLimitReached", message: "The request has been throttled" } },
      { status: 429, headers: { "Retry-After": String(seconds) } },
    );
  }

  const send: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    line.requests += 1;
    await time.sleep(REQUEST_MS);
    const answer = refusal(request.method, request.url) ?? (await server.fetch(request));
    const body = Buffer.from(await answer.arrayBuffer());
    line.wireBytes += gzipSync(body, { level: 6 }).byteLength;
    const text = body.toString("utf8");
    line.refused += (text.match(/"status":429/g)?.length ?? 0) + (answer.status === 429 ? 1 : 0);
    const work = workMs(request, text);
    if (work > 0) await time.sleep(work);
    return new Response(body.byteLength === 0 ? null : body, { status: answer.status, headers: answer.headers });
  };

  return {
    server,
    time,
    token,
    fetch: send,
    direct: async (method, path, body) => {
      const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const url = path.startsWith("https:") ? path : `${GRAPH_ORIGIN}/v1.0${path}`;
      const answer = await server.fetch(new Request(url, { method, headers, ...sent }));
      if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      const text = await answer.text();
      const read: unknown = text === "" ? undefined : JSON.parse(text);
      return read;
    },
    throttle: (throttle) => {
      quota = throttle;
      window = { from: time.now(), used: 0 };
    },
    cost: async (run) => {
      Object.assign(line, { requests: 0, wireBytes: 0, refused: 0 });
      server.resetTraffic();
      const start = time.now();
      await onVirtualGlobals(time, send, run);
      return { ...line, units: server.traffic()[appId]?.units ?? 0, ms: time.now() - start };
    },
  };
}

function unitsOf(method: string, url: string): number {
  return method === "GET" && /delta\?.*token=|\/items\/\d+/.test(url) ? 1 : 2;
}

/** Reading costs the server time by the item; writing one after the other, inside a batch too. */
function workMs(request: Request, answer: string): number {
  if (request.method === "GET") return ITEM_MS * (answer.match(/"fields":\{/g)?.length ?? 0);
  if (!request.url.endsWith("$batch")) return WRITE_MS;
  return WRITE_MS * (answer.match(/"status":20/g)?.length ?? 0);
}

/** Foreign clients use the global fetch and wait by the global timer. */
async function onVirtualGlobals(time: ParallelTime, send: typeof fetch, run: () => Promise<unknown>): Promise<void> {
  const real = { fetch: globalThis.fetch, setTimeout: globalThis.setTimeout };
  const later = async (run: () => void, milliseconds: number) => {
    await time.sleep(milliseconds);
    run();
  };
  const virtualTimeout = (callback: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) => {
    void later(() => callback(...args), milliseconds);
    return 0;
  };
  Object.assign(globalThis, { fetch: send, setTimeout: virtualTimeout });
  try {
    await time.run(run());
  } finally {
    Object.assign(globalThis, real);
  }
}
