import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { FieldProblem, Problem } from "#contract/problem.ts";
import type { StoreFailure } from "#use-cases/ports/store-failure.ts";
import type { AppEnv } from "./app-env.ts";
import { type ProblemKind, problemTexts } from "./problem-texts.ts";

/** A refusal or failure as the use-cases answer it: a kind and the figures its sentence needs. */
export interface AnyRefusal {
  readonly kind: ProblemKind;
}

/**
 * Answers a refusal as RFC 9457 problem details in the caller's language. `code` is the refusal's kind; what the
 * refusal carries beside it goes into `data` (texts and figures) and `fields` (problems at fields).
 */
export function problemResponse(context: Context<AppEnv>, refusal: AnyRefusal): Response {
  const text = problemTexts[refusal.kind];
  const language = context.get("language");
  const data = withName(dataOf(refusal), context.get("nameOf"));
  const [title, detail] = text[language](data);
  // What the store said goes where the correlation id leads.
  if (isStoreFailure(refusal) && text.status >= 500) context.get("log").warn({ failure: refusal }, "store failure");
  const fields = fieldsOf(refusal);
  const problem: Problem = {
    type: `https://fremdrift.example/problems/${refusal.kind}`,
    title,
    status: text.status,
    detail,
    code: refusal.kind,
    instance: context.get("requestId"),
    ...(Object.keys(data).length > 0 ? { data } : {}),
    ...(fields === undefined ? {} : { fields }),
  };
  const wait = data["retryAfterS"];
  if (typeof wait === "number") context.header("Retry-After", String(wait));
  context.header("Content-Type", "application/problem+json");
  context.header("Content-Language", language);
  return context.body(JSON.stringify(problem), text.status as ContentfulStatusCode);
}

/** The sentence of a refusal, for a page that says why a button is not there. */
export function problemSentence(context: Context<AppEnv>, refusal: AnyRefusal): string {
  const data = withName(dataOf(refusal), context.get("nameOf"));
  return problemTexts[refusal.kind][context.get("language")](data)[1];
}

/** What may come from the store instead of a result: named here, so that a new kind without an entry does not compile. */
const storeKinds: Readonly<Record<StoreFailure["kind"], true>> = {
  "not-found": true,
  conflict: true,
  forbidden: true,
  throttled: true,
  unavailable: true,
  "malformed-item": true,
  "duplicate-key": true,
  "too-large": true,
};

/** Texts and figures of a refusal; of a store failure only the wait, for its own words and codes belong in the log. */
function dataOf(refusal: AnyRefusal): Record<string, string | number> {
  const data: Record<string, string | number> = {};
  const isFailure = isStoreFailure(refusal);
  for (const [name, value] of Object.entries(refusal)) {
    if (name === "kind" || (isFailure && name !== "retryAfterS")) continue;
    if (typeof value === "string" || typeof value === "number") data[name] = value;
    const listed = listOf(value);
    if (listed !== "") data[name] = listed;
  }
  return data;
}

function isStoreFailure({ kind }: AnyRefusal): boolean {
  return Object.hasOwn(storeKinds, kind);
}

/** Application numbers, plain or as part of something, as one text for the sentence. */
function listOf(value: unknown): string {
  if (!Array.isArray(value)) return "";
  const items: readonly unknown[] = value;
  return items
    .map((item) => {
      const number = typeof item === "object" && item !== null && "number" in item ? item.number : item;
      return typeof number === "string" ? number : "";
    })
    .filter((text) => text !== "")
    .join(", ");
}

/** A key under `by` becomes a name, so that the sentence can say who was first. */
function withName(
  data: Readonly<Record<string, string | number>>,
  nameOf: ((key: string) => string | undefined) | undefined,
): Record<string, string | number> {
  const by = data["by"];
  const name = typeof by === "string" ? nameOf?.(by) : undefined;
  return name === undefined ? data : { ...data, byName: name };
}

function fieldsOf(refusal: AnyRefusal): FieldProblem[] | undefined {
  if (!("problems" in refusal) || !Array.isArray(refusal.problems)) return undefined;
  const problems: readonly unknown[] = refusal.problems;
  return problems.flatMap((problem) => fieldProblem(problem) ?? []);
}

function fieldProblem(problem: unknown): FieldProblem | undefined {
  if (typeof problem !== "object" || problem === null) return undefined;
  const { field, code, data } = problem as { field?: unknown; code?: unknown; data?: unknown };
  if (typeof field !== "string" || typeof code !== "string") return undefined;
  return { field, code, data: isData(data) ? data : {} };
}

function isData(data: unknown): data is Record<string, string | number> {
  return (
    typeof data === "object" &&
    data !== null &&
    Object.values(data).every((value) => typeof value === "string" || typeof value === "number")
  );
}
