import type { ActivityFeed } from "../ports/activity-feed.ts";
import type { CardRenderer } from "../ports/card-renderer.ts";
import type { Deps } from "../ports/deps.ts";
import type { Messenger } from "../ports/messenger.ts";
import type { NoticePauses } from "./notice-pauses.ts";

/** What sending and updating cards stands on. */
export interface SenderDeps extends Deps {
  readonly messenger: Messenger;
  readonly renderCard: CardRenderer;
  /** Where deadlines go for who wants them there; as cards without. */
  readonly activityFeed?: ActivityFeed;
  /** What the channel has refused for now; lives as long as the service. */
  readonly pauses: NoticePauses;
  /** Tells this running service from another one, so that each knows its own claims; never the same for two. */
  readonly instance: string;
}
