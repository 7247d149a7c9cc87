import { isJsonObject, type Json } from "./http/json.ts";

/** An answer of Graph as tests read it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
  /** The member of the body at a path, e.g. `at("value", 0, "id")`; undefined when it is not there. */
  readonly at: (...path: readonly (string | number)[]) => Json | undefined;
  /** The same where the test needs a text to go on. */
  readonly text: (...path: readonly (string | number)[]) => string;
}

/** Reads the whole answer; what is not JSON becomes one text. */
export async function readAnswer(response: Response): Promise<Answer> {
  const content = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true && content !== "";
  const body = isJson ? (JSON.parse(content) as Json) : content;
  const at = (...path: readonly (string | number)[]): Json | undefined => {
    let found: Json | undefined = body;
    for (const step of path) found = member(found, step);
    return found;
  };
  const text = (...path: readonly (string | number)[]): string => {
    const found = at(...path);
    if (typeof found !== "string") throw new Error(`No text at ${path.join(".")} in ${JSON.stringify(body)}`);
    return found;
  };
  return { status: response.status, headers: response.headers, body, at, text };
}

/** The body of a request: bytes as they are, a text as it is, anything else as JSON. */
export function requestBody(body: unknown): NonNullable<RequestInit["body"]> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return typeof body === "string" ? body : JSON.stringify(body);
}

function member(value: Json | undefined, step: string | number): Json | undefined {
  if (typeof step === "number") return isJsonArray(value) ? value.at(step) : undefined;
  return isJsonObject(value) ? value[step] : undefined;
}

function isJsonArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
