import type { ActionItem, ActionStatus, Milestone } from "#domain/action-plans/action-item.ts";
import {
  daysSinceUpdate,
  isStale,
  type LightOfItem,
  lightOf,
  nextMilestone,
} from "#domain/action-plans/action-light.ts";
import { nextStatuses } from "#domain/action-plans/action-status.ts";
import { mayActOn } from "#domain/action-plans/plan-access.ts";
import {
  type Programme,
  type ProgrammeState,
  type ProgrammeVersion,
  programmeState,
} from "#domain/action-plans/programme.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import { findCentre, findPerson, type Organisation } from "#domain/organisation/organisation.ts";
import type { Instant, PlainDate } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import { type PersonRefView, personRef } from "../organisation/organisation-now.ts";

export interface NoteView {
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
}

/** An item as one line of the plan. */
export interface ActionRowView {
  readonly key: Key;
  readonly title: string;
  readonly status: ActionStatus;
  readonly light?: LightOfItem;
  readonly ownerRole: string;
  readonly owner?: PersonRefView;
  readonly ownerLeft: boolean;
  readonly centreKey: Key;
  readonly centreName: string;
  readonly focusArea: number;
  readonly furtherAreas: readonly number[];
  readonly sdgs: readonly number[];
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly milestones: readonly Milestone[];
  readonly nextMilestone?: Milestone;
  readonly updatedAt: Instant;
  readonly daysSinceUpdate: number;
  readonly isStale: boolean;
  readonly lastNote?: NoteView;
  readonly may: { readonly edit: boolean; readonly report: boolean };
  readonly nextStatuses: readonly ActionStatus[];
}

/** What a row is made with. */
export interface RowSight {
  readonly organisation: Organisation;
  readonly actor: Actor;
  readonly today: PlainDate;
}

/** One item as the reader meets it; everybody employed reads all of it (B10). */
export function actionRow(item: ActionItem, { organisation, actor, today }: RowSight): ActionRowView {
  const { key, title, status, ownerRole, centreKey, focusArea, furtherAreas, sdgs, from, to, milestones } = item;
  const owner = findPerson(organisation, item.ownerKey);
  const light = lightOf(item, today);
  const next = nextMilestone(item);
  const last = item.notes.at(-1);
  return {
    key,
    title,
    status,
    ...(light === undefined ? {} : { light }),
    ownerRole,
    ...(owner === undefined ? {} : { owner: personRef(organisation, owner.key) }),
    ownerLeft: item.ownerKey !== undefined && owner?.active !== true,
    centreKey,
    centreName: findCentre(organisation, centreKey)?.name ?? "",
    focusArea,
    furtherAreas,
    sdgs,
    from,
    to,
    milestones,
    ...(next === undefined ? {} : { nextMilestone: next }),
    updatedAt: item.updatedAt,
    daysSinceUpdate: daysSinceUpdate(item, today),
    isStale: isStale(item, today),
    ...(last === undefined ? {} : { lastNote: { ...last, by: personRef(organisation, last.by).name } }),
    may: { edit: mayActOn(actor, "edit", item), report: mayActOn(actor, "report", item) },
    nextStatuses: nextStatuses(status),
  };
}

export interface ProgrammeView {
  readonly key: Key;
  readonly title: string;
  readonly fromYear: number;
  readonly toYear: number;
  readonly caseNumber: string;
  readonly state: ProgrammeState;
  readonly supersedes: readonly string[];
  readonly alignedWith: readonly string[];
  readonly organisation: string;
  readonly steeringGroup: string;
  readonly versions: readonly ProgrammeVersion[];
}

/** A programme as its page shows it. */
export function programmeView(programme: Programme): ProgrammeView {
  const { key, title, fromYear, toYear, caseNumber, supersedes, alignedWith, organisation } = programme;
  const { steeringGroup, versions } = programme;
  return {
    key,
    title,
    fromYear,
    toYear,
    caseNumber,
    state: programmeState(programme),
    supersedes,
    alignedWith,
    organisation,
    steeringGroup,
    versions,
  };
}
