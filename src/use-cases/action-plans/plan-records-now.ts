import type { ActionItem } from "#domain/action-plans/action-item.ts";
import type { Programme } from "#domain/action-plans/programme.ts";
import { programmeOn } from "#domain/action-plans/programme-commands.ts";
import type { PlanRecords } from "#domain/projections/action-rows.ts";
import { plainDateOf } from "#domain/shared/dates.ts";
import type { Deps } from "../ports/deps.ts";

/** All records of the action plan as projections and notices read them, from the replica. 0 Graph requests. */
export function planRecordsNow({ records }: Pick<Deps, "records">): PlanRecords {
  return {
    programmes: records.programmes.all().map(({ value }) => value),
    actionItems: records.actionItems.all().map(({ value }) => value),
  };
}

/** The programme of today, from the replica. 0 Graph requests. */
export function programmeNow({ records, clock }: Pick<Deps, "records" | "clock">): Programme | undefined {
  const programmes = records.programmes.all().map(({ value }) => value);
  return programmeOn(programmes, plainDateOf(clock.now()));
}

/** All items of a programme, from the replica. 0 Graph requests. */
export function itemsOf({ records }: Pick<Deps, "records">, programme: Programme): readonly ActionItem[] {
  return records.actionItems.all().flatMap(({ value }) => (value.programmeKey === programme.key ? [value] : []));
}
