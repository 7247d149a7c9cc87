import { withRefresh } from "#cards/card-refresh.ts";
import type { Key } from "#domain/shared/keys.ts";
import { houseNoticePlan } from "#use-cases/notices/notice-plan.ts";
import { deliveriesByNotice } from "#use-cases/notices/sender-shards.ts";
import type { NoticeSubject } from "#use-cases/ports/card-renderer.ts";
import type { Deps } from "#use-cases/ports/deps.ts";
import { createCardRenderer } from "../card-renderer.ts";
import { notAllowed, type Press, type PressAnswer } from "./press.ts";

/**
 * The card of a notice as it is now, for the one it was sent to, and the note that she has seen it. Another's view of a
 * forwarded card tells nothing and notes nothing. 0 Graph requests.
 *
 * @param userId the viewer as the channel names her, for whom the card asks again
 */
export function viewNotice(press: Press, noticeKey: Key, userId: string): PressAnswer {
  const { deps, actor, screen } = press;
  const notice = noticeOf(deps, noticeKey);
  if (notice === undefined) return notAllowed(press, "gone");
  if (notice.recipientKey !== actor.personKey) return notAllowed(press, "not-yours");
  deps.seen?.note(actor.personKey, "card", noticeKey);
  const card = createCardRenderer(screen.appId)(notice, deps.records, screen.language, deps.clock.now());
  if (card === undefined) return notAllowed(press, "gone");
  return { kind: "view", cardJson: withRefresh(card.cardJson, noticeKey, userId) };
}

/** What was sent under the key, or is to be: a sender record may be lost. */
function noticeOf(deps: Pick<Deps, "records" | "clock">, noticeKey: Key): NoticeSubject | undefined {
  const held = deliveriesByNotice(deps.records).get(noticeKey);
  if (held === undefined) return houseNoticePlan(deps).find(({ key }) => key === noticeKey);
  const { recipientKey, part } = held.delivery;
  return { key: noticeKey, kind: held.record.kind, recipientKey, subjectKey: held.record.subjectKey, part };
}
