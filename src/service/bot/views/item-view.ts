import type { ReportAttempt, StaleItem } from "#cards/stale-item-card.ts";
import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Records } from "#use-cases/ports/records.ts";
import { nameOf } from "./names.ts";

/** An item as its card shows it now; undefined when it is gone. */
export function staleItemOf(
  records: Records,
  itemKey: Key,
  now: Instant,
  asks: boolean,
  attempt?: ReportAttempt,
): StaleItem | undefined {
  const item = records.actionItems.byKey(itemKey)?.value;
  return item && { item, now, asks, updatedByName: nameOf(records, item.updatedBy), attempt };
}
