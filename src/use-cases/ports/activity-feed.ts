import type { Result } from "#domain/shared/result.ts";
import type { MessengerFailure } from "./messenger.ts";

/** A line in somebody's activity feed in Teams. */
export interface FeedLine {
  /** In the reader's language; never a name or closed content. */
  readonly text: string;
  /** The tab's page a press opens, e.g. "/rounds/…/reviews". */
  readonly route: string;
}

/** Puts lines into people's activity feeds in Teams, which need no chat but the app. */
export interface ActivityFeed {
  /** @param objectId Entra object id of the person */
  send(objectId: string, line: FeedLine): Promise<Result<void, MessengerFailure>>;
}
