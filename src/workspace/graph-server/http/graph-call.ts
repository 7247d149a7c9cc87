import type * as z from "zod/mini";
import type { TokenClaims } from "../token-claims.ts";
import { invalidRequest } from "./graph-error.ts";
import type { JsonObject } from "./json.ts";
import type { QueryOptions } from "./query-options.ts";

/** One request, alone or inside a batch, after sign-in and before routing. */
export interface GraphCall {
  readonly method: string;
  /** Below `/v1.0`, still percent-encoded, e.g. "/sites/root/lists". */
  readonly path: string;
  readonly query: QueryOptions;
  readonly headers: Headers;
  readonly body: CallBody;
  readonly claims: TokenClaims;
}

/** A call whose path has been matched: `param("list")` is the decoded value of `{list}`. */
export interface RoutedCall extends GraphCall {
  readonly param: (name: string) => string;
}

export interface CallBody {
  readonly isEmpty: boolean;
  readonly bytes: () => Uint8Array;
  /** Parsed JSON; refuses malformed text with 400. */
  readonly json: () => unknown;
}

export interface GraphReply {
  readonly status: number;
  readonly body?: JsonObject;
  /** Bytes instead of JSON: a picture. */
  readonly content?: { readonly type: string; readonly bytes: Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
}

/** The body of a request that came as bytes. */
export function bodyOfBytes(bytes: Uint8Array): CallBody {
  return {
    isEmpty: bytes.byteLength === 0,
    bytes: () => bytes,
    json: () => {
      try {
        return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
      } catch {
        throw invalidRequest(
          "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
        );
      }
    },
  };
}

/** The body of a request inside a batch, already parsed with the batch. */
export function bodyOfValue(value: unknown): CallBody {
  return {
    isEmpty: value === undefined,
    bytes: () =>
      typeof value === "string" ? Buffer.from(value, "base64") : new TextEncoder().encode(JSON.stringify(value)),
    json: () => value,
  };
}

/** The JSON body in the shape the operation needs, or 400 "Invalid request". */
export function readBody<T>(call: GraphCall, schema: z.ZodMiniType<T>): T {
  const parsed = schema.safeParse(call.body.json());
  if (!parsed.success) throw invalidRequest("Invalid request");
  return parsed.data;
}
