import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { RecordLog } from "#domain/shared/log.ts";

/** One of a programme's areas; a new programme may have other areas, so they are data and no constant (domain C6). */
export interface FocusArea {
  /** KL's order, from 1. */
  readonly number: number;
  readonly name: string;
  /** What the joint public programme says. */
  readonly klText: string;
  /** What the municipality has decided beside it. */
  readonly localStrategy: string;
  readonly examples: readonly string[];
  /** Other ways of writing the name that somebody has confirmed (001-19). */
  readonly otherNames: readonly string[];
}

export const programmeStates = ["draft", "provisionally-approved", "approved"] as const;
export type ProgrammeState = (typeof programmeStates)[number];

/** A version of the programme's text as it was approved; the case says so (001-03, 001-15). */
export interface ProgrammeVersion {
  readonly number: number;
  readonly state: Exclude<ProgrammeState, "draft">;
  /** Day of the approval, as an instant. */
  readonly at: Instant;
  readonly caseKey: Key | undefined;
}

/** A digitalisation programme: approved text with focus areas. The action plan is never part of it (S1). */
export interface Programme {
  readonly key: Key;
  readonly title: string;
  /** First and last calendar year. */
  readonly fromYear: number;
  readonly toYear: number;
  /** "21/6103", or "" for a programme without a case. */
  readonly caseNumber: string;
  /** Titles of what it takes the place of. */
  readonly supersedes: readonly string[];
  /** What it follows, e.g. KL's programme. */
  readonly alignedWith: readonly string[];
  /** Who works with it, and who steers it from day to day. */
  readonly organisation: string;
  readonly steeringGroup: string;
  readonly focusAreas: readonly FocusArea[];
  readonly versions: readonly ProgrammeVersion[];
  readonly createdAt: Instant;
  readonly log: RecordLog;
}

/** How far the programme's newest version is. */
export function programmeState({ versions }: Pick<Programme, "versions">): ProgrammeState {
  return versions.at(-1)?.state ?? "draft";
}
