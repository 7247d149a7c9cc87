import type { JsonDraft } from "./json.ts";

/** Keeps the selected members (annotations and anything expanded stay); without `$select` everything stays. */
export function selectMembers(
  json: JsonDraft,
  select: readonly string[] | undefined,
  keep: readonly string[] = [],
): JsonDraft {
  if (select === undefined || select.includes("*")) return json;
  const wanted = new Set([...select, ...keep]);
  const kept: JsonDraft = {};
  for (const [member, value] of Object.entries(json)) {
    if (member.includes("@odata.") || wanted.has(member)) kept[member] = value;
  }
  return kept;
}
