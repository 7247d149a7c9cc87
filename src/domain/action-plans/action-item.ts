import type { Instant, PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { RecordLog } from "#domain/shared/log.ts";

/** Statuses in the order of B8: idé, planlagt, i gang, på hold, gennemført, stoppet. */
export const actionStatuses = ["idea", "planned", "running", "on-hold", "done", "stopped"] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/** Best first. */
export const actionLights = ["green", "yellow", "red"] as const;
export type ActionLight = (typeof actionLights)[number];

export interface Milestone {
  readonly key: Key;
  readonly title: string;
  readonly due: PlainDate;
  readonly doneOn: PlainDate | undefined;
}

/** What somebody wrote about how it goes. */
export interface StatusNote {
  readonly at: Instant;
  readonly by: Key;
  readonly text: string;
}

/** A light somebody set worse than the facts, and why. */
export interface SetLight {
  readonly light: Exclude<ActionLight, "green">;
  readonly reason: string;
  readonly by: Key;
  readonly at: Instant;
}

/** What people change of an item without saying how it goes. */
export interface ActionItemFields {
  readonly title: string;
  readonly description: string;
  /** The role that owns it, e.g. "Biblioteksleder": stays when the person leaves. */
  readonly ownerRole: string;
  /** The person in that role; undefined while nobody is. */
  readonly ownerKey: Key | undefined;
  readonly centreKey: Key;
  /** Number of its one main focus area (001-17). */
  readonly focusArea: number;
  /** Further areas, never the main one, ascending. */
  readonly furtherAreas: readonly number[];
  readonly sdgs: readonly number[];
  readonly from: PlainDate;
  /** Last day, included. */
  readonly to: PlainDate;
  /** In order of their days. */
  readonly milestones: readonly Milestone[];
}

/** An item of the action plan (indsats): administrative, living, in the plan at once without political approval. */
export interface ActionItem extends ActionItemFields {
  readonly key: Key;
  readonly programmeKey: Key;
  readonly status: ActionStatus;
  readonly setLight: SetLight | undefined;
  /** Newest last. */
  readonly notes: readonly StatusNote[];
  /** When somebody last said how it goes ("uændret" too); changing words does not count. */
  readonly updatedAt: Instant;
  readonly updatedBy: Key;
  readonly createdAt: Instant;
  /** The awarded application it came from. */
  readonly applicationKey: Key | undefined;
  /** The need it came from. */
  readonly needKey: Key | undefined;
  readonly log: RecordLog;
}
