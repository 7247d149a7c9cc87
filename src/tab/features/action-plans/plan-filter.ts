import type { ActionRow } from "#contract/action-plans.ts";
import { searchKey } from "#domain/shared/plain-text.ts";
import type { PlanFilter } from "./plan-address.ts";

/** Whether an item is shown; every word of the search must stand in title, owner or centre. */
export function isShown(row: ActionRow, filter: PlanFilter, myKey: string | undefined): boolean {
  const areas = [row.focusArea, ...row.furtherAreas].map(String);
  const wanted: readonly (readonly [wanted: string, has: readonly string[]])[] = [
    [filter.centre, [row.centreKey]],
    [filter.owner, [row.owner?.key ?? ""]],
    [filter.status, [row.status]],
    [filter.light, [row.light?.light ?? "none"]],
    [filter.area, areas],
  ];
  if (filter.mine && row.owner?.key !== myKey) return false;
  return wanted.every(([value, has]) => value === "" || has.includes(value)) && isFound(row, filter.search);
}

function isFound({ title, ownerRole, owner, centreName }: ActionRow, search: string): boolean {
  const words = searchKey(search).split(" ").filter(Boolean);
  if (words.length === 0) return true;
  const text = searchKey(`${title} ${ownerRole} ${owner?.name ?? ""} ${centreName}`);
  return words.every((word) => text.includes(word));
}
