/** What goes out over the wire. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [member: string]: Json;
}

/** A JSON object as it is put together, member by member in the order Graph shows them. */
export type JsonDraft = Record<string, Json>;

/** Whether a JSON value is an object with members. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
