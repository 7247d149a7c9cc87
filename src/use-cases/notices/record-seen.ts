import type { Delivery, DeliveryState, SenderRecord } from "#domain/notices/sender-record.ts";
import type { Instant } from "#domain/shared/dates.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { ok, type Result } from "#domain/shared/result.ts";
import { commit } from "../commit.ts";
import type { Deps } from "../ports/deps.ts";
import type { StoreFailure } from "../ports/store-failure.ts";
import { noticePages } from "./notice-pages.ts";
import type { SeenMark } from "./seen-marks.ts";

/** Told in the chat, as far as anybody knows. */
const told: readonly DeliveryState[] = ["sent", "digested", "uncertain"];

/**
 * Writes down who has seen what was told: one write for each sender record concerned, however many looked, and none for
 * what has been seen before (law 4: it stands in the notice's own item). Only the recipient's own look counts. A card
 * looked at before its sending is written down keeps its mark until it is.
 *
 * @returns how many sender records were written
 */
export async function recordSeen(deps: Deps): Promise<Result<number, StoreFailure>> {
  const { records, seen } = deps;
  const marks = seen?.take() ?? [];
  if (seen === undefined || marks.length === 0) return ok(0);
  const byPerson = groupBy(marks, ({ personKey }) => personKey);
  const early = new Set<SeenMark>();
  let count = 0;
  for (const { value: record } of records.senders.all()) {
    const firstLook = (delivery: Delivery): Instant | undefined => {
      if (delivery.seenAt !== undefined) return undefined;
      const looks = (byPerson.get(delivery.recipientKey) ?? []).filter((mark) => shows(deps, mark, record, delivery));
      if (delivery.state === "sending") for (const mark of looks) early.add(mark);
      if (!told.includes(delivery.state)) return undefined;
      return looks.map(({ at }) => at).toSorted()[0];
    };
    if (!record.deliveries.some((delivery) => firstLook(delivery) !== undefined)) continue;
    const saved = await commit<SenderRecord, StoreFailure>(records.senders, record.key, (current) => {
      const deliveries = current.deliveries.map((delivery) => {
        const seenAt = firstLook(delivery);
        return seenAt === undefined ? delivery : { ...delivery, seenAt };
      });
      const isNew = deliveries.some((delivery, index) => delivery !== current.deliveries[index]);
      return ok(isNew ? { ...current, deliveries } : current);
    });
    if (!saved.ok) {
      seen.giveBack(marks);
      return saved;
    }
    count += 1;
  }
  seen.giveBack([...early]);
  return ok(count);
}

/** Whether this look was one at what the notice tells; a page seen before it was sent is no answer to it. */
function shows({ records }: Deps, { what, id, at }: SeenMark, record: SenderRecord, delivery: Delivery): boolean {
  switch (what) {
    case "card":
      return delivery.noticeKey === id;
    case "message":
      return delivery.activityId === id;
    case "page":
      return (
        at >= delivery.at &&
        noticePages(records, record, delivery).some((page) => id === page || id.startsWith(`${page}/`))
      );
  }
}
