import type { Context } from "hono";
import * as z from "zod/mini";
import { type Key, parseKey } from "#domain/shared/keys.ts";
import { ok, type Result, refuse } from "#domain/shared/result.ts";
import type { AppEnv } from "./app-env.ts";

/** A body that is no JSON or not what the contract says. */
export interface BodyRefusal {
  readonly kind: "malformed-body";
  /** Where it is wrong, e.g. "changes.title". */
  readonly where: string;
}

/** The request's JSON body by its contract schema. */
export async function readBody<S extends z.ZodMiniType>(
  context: Context<AppEnv>,
  schema: S,
): Promise<Result<z.output<S>, BodyRefusal>> {
  if (!/^application\/json\b/iu.test(context.req.header("content-type") ?? "")) {
    return refuse({ kind: "malformed-body", where: "content-type" });
  }
  const text = await context.req.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refuse({ kind: "malformed-body", where: "json" });
  }
  const parsed = z.safeParse(schema, body);
  if (parsed.success) return ok(parsed.data);
  return refuse({ kind: "malformed-body", where: parsed.error.issues[0]?.path.join(".") ?? "" });
}

/** The key in the address; anything that is no key is "not there" before anything is asked (T22). */
export function keyParam(context: Context<AppEnv>, name = "key"): Result<Key, { readonly kind: "not-found" }> {
  const text = context.req.param(name);
  const key = text !== undefined && /^[0-9a-f]{32}$/u.test(text) ? parseKey(text) : undefined;
  return key === undefined ? refuse({ kind: "not-found" }) : ok(key);
}

/** A key the contract has already checked; a wrong one is a bug in the contract. */
export function keyIn(text: string): Key {
  const key = parseKey(text);
  if (key === undefined) throw new Error("A key passed the contract that is none");
  return key;
}
