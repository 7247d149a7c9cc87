import type { ActionItemView, ActionRow } from "#contract/action-plans.ts";
import { formatShortDate } from "#domain/shared/format-dates.ts";
import { readTypedDate } from "#domain/shared/typed-date.ts";
import { dayOf } from "./timeline-scale.ts";

/** A milestone as it is typed. */
interface TypedMilestone {
  /** "" for a new one. */
  readonly key: string;
  /** Names the row on the screen. */
  readonly id: string;
  readonly title: string;
  readonly due: string;
  /** "" while it is not reached. */
  readonly doneOn: string;
}

/** The form of an item as it is typed; "" is not chosen. */
export interface ItemValues {
  readonly title: string;
  readonly description: string;
  readonly focusArea: string;
  readonly furtherAreas: readonly number[];
  readonly ownerRole: string;
  readonly ownerKey: string;
  readonly centreKey: string;
  readonly from: string;
  readonly to: string;
  readonly sdgs: readonly number[];
  readonly milestones: readonly TypedMilestone[];
  readonly status: ActionRow["status"];
}

export const emptyItem: ItemValues = {
  title: "",
  description: "",
  focusArea: "",
  furtherAreas: [],
  ownerRole: "",
  ownerKey: "",
  centreKey: "",
  from: "",
  to: "",
  sdgs: [],
  milestones: [],
  status: "planned",
};

/** An item as its form shows it. */
export function valuesOf({ item, description }: Pick<ActionItemView, "item" | "description">): ItemValues {
  return {
    title: item.title,
    description,
    focusArea: String(item.focusArea),
    furtherAreas: item.furtherAreas,
    ownerRole: item.ownerRole,
    ownerKey: item.owner?.key ?? "",
    centreKey: item.centreKey,
    from: shown(item.from),
    to: shown(item.to),
    sdgs: item.sdgs,
    milestones: item.milestones.map(({ key, title, due, doneOn }) => ({
      key,
      id: key,
      title,
      due: shown(due),
      doneOn: doneOn === undefined ? "" : doneOn,
    })),
    status: item.status,
  };
}

/** Paths of days that are none; nothing is sent while there are any. */
export function wrongDays({ from, to, milestones }: ItemValues): readonly string[] {
  const days: readonly (readonly [string, string])[] = [
    ["from", from],
    ["to", to],
    ...milestones.map(({ due }, index) => [`milestones.${index}.due`, due] as const),
  ];
  return days.flatMap(([path, text]) => (readTypedDate(text).ok ? [] : [path]));
}

/** The fields as the service takes them, by name; the days have been looked at before. */
export function requestOf(values: ItemValues): Readonly<Record<string, unknown>> {
  const { title, description, furtherAreas, ownerRole, ownerKey, centreKey, sdgs } = values;
  return {
    title,
    description,
    ownerRole,
    ownerKey: ownerKey === "" ? null : ownerKey,
    centreKey,
    focusArea: Number(values.focusArea),
    furtherAreas,
    sdgs,
    from: sent(values.from),
    to: sent(values.to),
    milestones: values.milestones.map(({ key, title: name, due, doneOn }) => ({
      ...(key === "" ? {} : { key }),
      title: name,
      due: sent(due),
      ...(doneOn === "" ? {} : { doneOn }),
    })),
  };
}

/** What differs from what stood there when the form was opened, and what stood there. */
export function changesOf(
  values: ItemValues,
  before: ItemValues,
): { readonly changes: Readonly<Record<string, unknown>>; readonly seen: Readonly<Record<string, unknown>> } {
  const [now, then] = [requestOf(values), requestOf(before)];
  const changed = Object.keys(now).filter((name) => JSON.stringify(now[name]) !== JSON.stringify(then[name]));
  const only = (all: typeof now): typeof now => Object.fromEntries(changed.map((name) => [name, all[name]]));
  return { changes: only(now), seen: only(then) };
}

function shown(day: string): string {
  return formatShortDate(dayOf(day));
}

function sent(text: string): string {
  const read = readTypedDate(text);
  return read.ok ? read.value : text;
}
