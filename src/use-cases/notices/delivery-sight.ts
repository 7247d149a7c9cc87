import { applicationAccess } from "#domain/grants/grant-access.ts";
import { roundStates } from "#domain/grants/grant-records.ts";
import {
  type ReviewProgress,
  type RoundState,
  reviewProgress,
  reviewsVisible,
} from "#domain/grants/review-progress.ts";
import { isSecretariat } from "#domain/grants/who.ts";
import type { NoticeKind } from "#domain/notices/notice.ts";
import type { Actor } from "#domain/organisation/actor.ts";
import type { Key } from "#domain/shared/keys.ts";
import { grantRecordsNow } from "../grants/grant-records-now.ts";
import type { Deps } from "../ports/deps.ts";

/** What a notice is about, as far as its reader may know. */
export interface About {
  readonly round?: { readonly key: Key; readonly name: string };
  /** Title and page of the record; left out for who may know that somebody was told, but not of what. */
  readonly subject?: { readonly title: string; readonly number: string; readonly link: string };
}

/** Kinds that are about nothing but the recipient's own edit or choice. */
const ownMatters: readonly NoticeKind[] = ["edit-put-back", "daily-digest"];

/**
 * What the reader may know of who was told what (B10): the secretariat handles pools and sees their notices by name and
 * title, an administrator that something was sent, and whether it arrived. Who reviews in a round is told of no other
 * reviewer while the round is blind, and who is out of an application's handling nothing of that application, whatever
 * other role. Undefined: the notice is not the reader's to know of.
 */
export function deliverySight(
  deps: Pick<Deps, "records" | "clock">,
  actor: Actor,
): (kind: NoticeKind, subjectKey: Key, recipientKey: Key) => About | undefined {
  const now = deps.clock.now();
  const rounds = roundStates(grantRecordsNow(deps)).map((state) => ({ state, progress: reviewProgress(state) }));
  const byRound = new Map(rounds.map((each) => [each.state.round.key, each]));
  const byApplication = new Map(
    rounds.flatMap(({ state, progress }) =>
      state.applications.map((application) => [application.key, { application, state, progress }] as const),
    ),
  );
  const handles = isSecretariat(actor);
  const isBlind = ({ state: { round }, progress }: { state: RoundState; progress: ReviewProgress }): boolean =>
    (round.reviewerKeys.includes(actor.personKey) || round.substituteKey === actor.personKey) &&
    !reviewsVisible(round, progress, now);

  return (kind, subjectKey, recipientKey) => {
    const found = byApplication.get(subjectKey);
    if (found !== undefined) {
      const { application, state, progress } = found;
      const round = { key: state.round.key, name: state.round.name };
      if (!handles) return isBlind(found) ? undefined : { round };
      if (!applicationAccess(actor, application, state, progress, now).has("notes")) return undefined;
      const { title, number } = application;
      return { round, subject: { title, number, link: `/applications/${subjectKey}` } };
    }
    const about = byRound.get(subjectKey);
    if (about !== undefined) {
      if (isBlind(about) && recipientKey !== actor.personKey) return undefined;
      const { key, name } = about.state.round;
      const round = { key, name };
      return handles ? { round, subject: { title: name, number: "", link: `/rounds/${key}` } } : { round };
    }
    if (ownMatters.includes(kind)) return {};
    // Of other areas an administrator knows no more than that something was sent.
    return handles ? undefined : {};
  };
}
