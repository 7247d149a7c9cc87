import * as z from "zod/mini";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";

/** A failed Graph call: what the port may tell, plus what only `src/sharepoint` and the log need. */
export interface GraphFailure extends StoreFailure {
  readonly status: number | undefined;
  /** Innermost error code Graph gave, e.g. "resourceModified". */
  readonly code: string | undefined;
  /** Graph's own words; never shown to people. */
  readonly message: string;
  /** The call may have been carried out although no good answer came (504, reset): look before repeating. */
  readonly ambiguous: boolean;
  readonly cause?: unknown;
}

const envelope = z.object({ error: z.looseObject({}) });

interface ErrorNode {
  readonly codes: readonly string[];
  readonly message: string;
  readonly requestId: string | undefined;
}

/**
 * The one place where Graph's answers become store failures (status first, code second, message last: several list
 * errors share `invalidRequest` and differ only in their words). `retryAfterMs` is the wait the answer asked for.
 */
export function graphFailure(
  status: number,
  body: unknown,
  headers: { get(name: string): string | null },
  retryAfterMs: number | undefined,
): GraphFailure {
  const error = readError(body);
  const kind = kindOf(status, error, retryAfterMs);
  return {
    kind,
    requestId: error.requestId ?? headers.get("request-id") ?? undefined,
    retryAfterS: retryAfterMs === undefined ? undefined : Math.ceil(retryAfterMs / 1000),
    status,
    code: error.codes.at(-1),
    message: error.message,
    // A refusal with a known meaning is clear, whatever its status.
    ambiguous: kind === "unavailable" && isAmbiguousStatus(status, retryAfterMs),
  };
}

/** No answer at all: broken connection, time-out, aborted wait. */
export function connectionFailure(cause: unknown, ambiguous: boolean): GraphFailure {
  return {
    kind: "unavailable",
    requestId: undefined,
    retryAfterS: undefined,
    status: undefined,
    code: undefined,
    message: cause instanceof Error ? cause.message : String(cause),
    ambiguous,
    cause,
  };
}

/** A failure found by ourselves before or after a call, e.g. an answer that is not what Graph promises. */
export function ownFailure(kind: StoreFailure["kind"], message: string, cause?: unknown): GraphFailure {
  return {
    kind,
    requestId: undefined,
    retryAfterS: undefined,
    status: undefined,
    code: undefined,
    message,
    ambiguous: false,
    cause,
  };
}

/** 5xx and 408 leave open whether the server acted; a 503 with Retry-After is a refusal like 429. */
export function isAmbiguousStatus(status: number, retryAfterMs: number | undefined): boolean {
  if (status === 503) return retryAfterMs === undefined;
  return status === 408 || status === 500 || status === 502 || status === 504;
}

const BY_STATUS: Readonly<Record<number, StoreFailure["kind"]>> = {
  400: "malformed-item",
  401: "forbidden",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
  412: "conflict",
  413: "too-large",
  429: "throttled",
};

function kindOf(status: number, error: ErrorNode, retryAfterMs: number | undefined): StoreFailure["kind"] {
  // SharePoint's words for a broken unique column come with 409, 400 or 500 (graph.md 5.3).
  if (/duplicate values were found/i.test(error.message)) return "duplicate-key";
  if (status === 409 && error.codes.includes("nameAlreadyExists")) return "duplicate-key";
  if (error.codes.includes("preconditionFailed")) return "conflict";
  if (/invalid text value/i.test(error.message)) return "too-large";
  if (status === 503 && retryAfterMs !== undefined) return "throttled";
  return BY_STATUS[status] ?? "unavailable";
}

function readError(body: unknown): ErrorNode {
  const parsed = envelope.safeParse(body);
  if (!parsed.success) return { codes: [], message: "", requestId: undefined };
  const codes: string[] = [];
  let requestId: string | undefined;
  let node: Record<string, unknown> | undefined = parsed.data.error;
  const message = text(node["message"]) ?? "";
  // The more specific code is nested; the older spelling is `innererror`.
  for (let depth = 0; node && depth < 6; depth += 1) {
    const code = text(node["code"]);
    if (code) codes.push(code);
    requestId = text(node["request-id"]) ?? requestId;
    node = record(node["innerError"] ?? node["innererror"]);
  }
  return { codes, message, requestId };
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function record(value: unknown): Record<string, unknown> | undefined {
  const parsed = z.looseObject({}).safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
