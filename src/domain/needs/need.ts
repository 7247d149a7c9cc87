import type { Instant } from "#domain/shared/dates.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { RecordLog } from "#domain/shared/log.ts";

export const needFrequencies = ["daily", "weekly", "monthly", "rarely"] as const;
export type NeedFrequency = (typeof needFrequencies)[number];

/** The three answers that make a need (003-06). */
export interface NeedAnswers {
  /** "Hvad er besværligt?" */
  readonly problem: string;
  /** "Hvem rammer det?": citizens, relatives or colleagues, never a name. */
  readonly affected: string;
  /** "Hvor tit?" */
  readonly frequency: NeedFrequency;
}

/** "Det rammer også os": somebody else has the same need. */
export interface NeedSupport {
  readonly personKey: Key;
  readonly centreKey: Key;
  readonly at: Instant;
}

/** What became of a need (003-07): at most one thing. */
export type NeedOutcome =
  | {
      readonly kind: "application";
      readonly draftKey: Key;
      /** Number of draft and application, e.g. "FR22-07". */
      readonly number: string;
      /** Who writes the application. */
      readonly writerKey: Key;
      readonly at: Instant;
      readonly by: Key;
    }
  | { readonly kind: "action-item"; readonly actionItemKey: Key; readonly at: Instant; readonly by: Key }
  | {
      readonly kind: "closed";
      /** A word to who found it. */
      readonly reply: string;
      readonly at: Instant;
      readonly by: Key;
    };

/** Something that is hard at work, found by who is close to it (S3: the need comes before the idea). */
export interface Need extends NeedAnswers {
  readonly key: Key;
  readonly finderKey: Key;
  /** The finder's centre when it was registered. */
  readonly centreKey: Key;
  readonly supports: readonly NeedSupport[];
  readonly registeredAt: Instant;
  readonly outcome: NeedOutcome | undefined;
  readonly log: RecordLog;
}

/** Longest texts of a need, in UTF-16 units as SharePoint counts them. */
export const needLimits = { problem: 1000, affected: 200, reply: 500 } as const;
