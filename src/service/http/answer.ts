import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import * as z from "zod/mini";
import type { Result } from "#domain/shared/result.ts";
import type { AppEnv } from "./app-env.ts";
import { type AnyRefusal, problemResponse } from "./problem-response.ts";

/** A view as the use-cases give it: the contract's shape, unchangeable. */
export type View<T> = T extends string | number | boolean | undefined | null
  ? T
  : T extends readonly (infer Item)[]
    ? readonly View<Item>[]
    : { readonly [Name in keyof T]: View<T[Name]> };

/**
 * Answers with a view parsed by its contract schema: what the contract does not name never leaves the service, and a
 * view that breaks the contract is a bug that shows at once.
 */
export function answerView<S extends z.ZodMiniType>(
  context: Context<AppEnv>,
  schema: S,
  view: View<z.input<S>>,
  status: ContentfulStatusCode = 200,
): Response {
  return context.json(z.parse(schema, view), status);
}

/** The same for a result: the view, or the refusal as problem details. */
export function answerResult<S extends z.ZodMiniType, R extends AnyRefusal>(
  context: Context<AppEnv>,
  schema: S,
  result: Result<View<z.input<S>>, R>,
  status: ContentfulStatusCode = 200,
): Response {
  return result.ok ? answerView(context, schema, result.value, status) : problemResponse(context, result.refusal);
}
