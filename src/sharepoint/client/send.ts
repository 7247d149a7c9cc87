import { Client, type GraphRequest, ResponseType } from "@microsoft/microsoft-graph-client";
import * as z from "zod/mini";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import { CallNote } from "./call-note.ts";
import { connectionFailure, type GraphFailure, graphFailure, ownFailure } from "./graph-error.ts";
import { graphLimits } from "./graph-limits.ts";
import { laneOf } from "./lane.ts";
import { authenticate, decorate, ForeignOriginError, sendWith, type TokenForGraph, unnest } from "./pipeline.ts";
import { type RetryEvent, retry } from "./retry.ts";
import { retryAfterMs } from "./retry-after.ts";
import {
  ALONE_SHARES,
  createUnitScheduler,
  type Lane,
  type Machine,
  SERVICE_SHARES,
  type UnitScheduler,
} from "./unit-scheduler.ts";

/** Where Graph is and what the client runs on. */
export interface GraphClientOptions extends Machine {
  /** e.g. `https://graph.microsoft.com`; the token goes to this origin only. */
  readonly graphOrigin: string;
  readonly token: TokenForGraph;
  readonly fetch?: typeof fetch;
  readonly log: (event: RetryEvent) => void;
  /** The app's limit; 1,250 up to 1,000 licences. Infinity switches the budget off. */
  readonly unitsPerMinute?: number;
  /** No person and no poll beside it (an import, provisioning): any lane may use the whole budget. */
  readonly alone?: boolean;
}

/** What a caller may say about any call. */
export interface CallOptions {
  readonly lane?: Lane;
  readonly signal?: AbortSignal;
}

export interface GraphCall {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** Encoded path with query below `/v1.0`, or an absolute link Graph gave (nextLink, deltaLink). */
  readonly path: string;
  readonly units: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: reads, and writes with If-Match. */
  readonly repeatable?: boolean;
  readonly options: CallOptions | undefined;
}

export interface GraphAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly bytes: Uint8Array;
  /** The parsed JSON body; undefined when there is none. */
  readonly body: unknown;
  /** A former attempt of the same call ended unclear, so it may have been carried out before. */
  readonly afterUnclear: boolean;
}

export interface GraphFailureAnswer extends GraphFailure {
  readonly afterUnclear: boolean;
}

export interface Sender {
  readonly send: (call: GraphCall) => Promise<Result<GraphAnswer, GraphFailureAnswer>>;
  readonly scheduler: UnitScheduler;
  readonly machine: Machine;
}

/** The pipeline on the Graph SDK: unnest → retry and budget → token → telemetry → fetch. */
export function createSender(options: GraphClientOptions): Sender {
  const graphOrigin = new URL(options.graphOrigin).origin;
  const machine: Machine = { now: options.now, sleep: options.sleep, random: options.random };
  const scheduler = createUnitScheduler(
    machine,
    options.unitsPerMinute ?? graphLimits.unitsPerMinute,
    options.alone === true ? ALONE_SHARES : SERVICE_SHARES,
  );
  const client = Client.initWithMiddleware({
    baseUrl: `${graphOrigin}/`,
    defaultVersion: "v1.0",
    middleware: [
      unnest(),
      retry(machine, scheduler, options.log),
      authenticate(graphOrigin, options.token),
      decorate(),
      sendWith(options.fetch ?? fetch),
    ],
  });

  async function send(call: GraphCall): Promise<Result<GraphAnswer, GraphFailureAnswer>> {
    const note = new CallNote({
      lane: laneOf(call.options),
      units: call.units,
      repeatable: call.repeatable ?? (call.method === "GET" || call.headers?.["If-Match"] !== undefined),
      signal: call.options?.signal,
    });
    const request = client
      .api(call.path)
      .responseType(ResponseType.RAW)
      .middlewareOptions([note])
      .headers({ ...call.headers });
    try {
      return await readAnswer(await run(request, call), note, machine.now());
    } catch (cause) {
      const thrown = note.thrown ?? cause;
      if (call.options?.signal?.aborted) throw call.options.signal.reason;
      if (thrown instanceof ForeignOriginError || thrown instanceof GraphPipelineError) throw thrown;
      return refuse({ ...connectionFailure(thrown, true), afterUnclear: note.unclearBefore > 0 });
    }
  }

  return { send, scheduler, machine };
}

/** The SDK answers `any`; with RAW it is the Response our own pipeline made. */
async function run(request: GraphRequest, call: GraphCall): Promise<Response> {
  const answer: unknown = await start(request, call);
  if (answer instanceof Response) return answer;
  throw new GraphPipelineError("The Graph SDK gave no raw response");
}

function start(request: GraphRequest, call: GraphCall): Promise<unknown> {
  switch (call.method) {
    case "GET":
      return request.get();
    case "POST":
      return request.post(call.body ?? {});
    case "PATCH":
      return request.patch(call.body ?? {});
    case "PUT":
      return request.put(call.body ?? "");
    case "DELETE":
      return request.delete();
  }
}

async function readAnswer(
  response: Response,
  note: CallNote,
  now: number,
): Promise<Result<GraphAnswer, GraphFailureAnswer>> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const body = parseJson(bytes, response.headers.get("content-type"));
  const afterUnclear = note.unclearBefore > 0;
  if (response.ok) return ok({ status: response.status, headers: response.headers, bytes, body, afterUnclear });
  const failure = graphFailure(response.status, body, response.headers, retryAfterMs(response.headers, now));
  return refuse({ ...failure, afterUnclear });
}

function parseJson(bytes: Uint8Array, contentType: string | null): unknown {
  if (bytes.byteLength === 0 || !contentType?.includes("json")) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** Reads an answer's body by its schema; what Graph does not promise is `unavailable`, not a crash. */
export function parsed<T>(
  answer: Result<GraphAnswer, GraphFailure>,
  schema: z.ZodMiniType<T>,
): Result<T, GraphFailure> {
  if (!answer.ok) return answer;
  const body = z.safeParse(schema, answer.value.body);
  if (body.success) return ok(body.data);
  return refuse(ownFailure("unavailable", "Graph's answer is not of the promised shape", body.error));
}

class GraphPipelineError extends Error {
  override name = "GraphPipelineError";
}
