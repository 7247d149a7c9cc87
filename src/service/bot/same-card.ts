import type { NoticeKind } from "#domain/notices/notice.ts";
import type { Delivery, SenderRecord } from "#domain/notices/sender-record.ts";
import type { Records } from "#use-cases/ports/records.ts";

/** Request and reminder are one card to the reviewer, wherever it was pressed. */
const reviewKinds: readonly NoticeKind[] = ["review-request", "review-reminder"];

/** The messages in a chat that hold the same card as the pressed one, itself first. */
export function messagesOfCard(
  { senders }: Pick<Records, "senders">,
  conversationId: string,
  activityId: string,
): readonly string[] {
  const all = senders.all().map(({ value }) => value);
  const isPressed = (each: Delivery): boolean =>
    each.activityId === activityId && each.conversationId === conversationId;
  const pressed = all.find((record) => record.deliveries.some(isPressed));
  if (pressed === undefined || !reviewKinds.includes(pressed.kind)) return [activityId];
  const others = all
    .filter((record) => isTwin(record, pressed))
    .flatMap((record) => record.deliveries)
    .filter((each) => each.conversationId === conversationId && each.state === "sent" && each.activityId !== activityId)
    .map((each) => each.activityId);
  return [activityId, ...others];
}

function isTwin(record: SenderRecord, pressed: SenderRecord): boolean {
  return record.subjectKey === pressed.subjectKey && reviewKinds.includes(record.kind);
}
