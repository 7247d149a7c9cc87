import { beforeEach, describe, expect, it } from "vitest";
import { applyChoices } from "#domain/notices/apply-choices.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { ok, refuse } from "#domain/shared/result.ts";
import { defaultWorkingDayCalendar } from "#domain/shared/working-days.ts";
import { sendNotices } from "#use-cases/notices/send-notices.ts";
import type { ActivityFeed, FeedLine } from "#use-cases/ports/activity-feed.ts";
import type { MessengerFailure } from "#use-cases/ports/messenger.ts";
import { type NoticeWorld, openNoticeWorld } from "./notice-world.ts";
import { good } from "./world.ts";

let notices: NoticeWorld;
let lines: (FeedLine & { readonly to: string })[];
let failure: MessengerFailure | undefined;

const activityFeed: ActivityFeed = {
  async send(to, line) {
    if (failure !== undefined) return refuse(failure);
    lines.push({ ...line, to });
    return ok(undefined);
  },
};
const roundKey = keyOf("round", 1);
const reminder = (count = 1) => {
  const notice = notices.notice("oekonomi", { kind: "review-reminder", subjectKey: roundKey, part: `${count}` });
  const choices = { modes: { reminders: "feed" }, hours: undefined } as const;
  const wanted = applyChoices(notice, choices, defaultWorkingDayCalendar, notices.world.now());
  if (wanted === undefined) throw new Error("It is told");
  return wanted;
};
const send = async (...plan: ReturnType<typeof reminder>[]) =>
  good(await sendNotices(notices.sender({ activityFeed }), () => plan));
const deliveries = () => notices.store.records.senders.all().flatMap(({ value }) => value.deliveries);

beforeEach(async () => {
  notices = await openNoticeWorld();
  [lines, failure] = [[], undefined];
});

describe("a deadline for who wants it in the activity feed", () => {
  it("is a line that opens its page, without a chat, written down as told; no card is posted", async () => {
    await send(reminder());
    const objectId = notices.store.records.persons.byKey(notices.world.personKey("oekonomi"))?.value.objectId;
    expect(lines).toEqual([{ to: objectId, text: "review-reminder", route: `/rounds/${roundKey}/reviews` }]);
    expect(notices.messenger.posted).toEqual([]);
    expect(deliveries()).toMatchObject([{ state: "sent", activityId: "" }]);
    await send(reminder());
    expect(lines).toHaveLength(1);
  });

  it("is a card where this Fremdrift has no feed", async () => {
    await notices.installBot("oekonomi");
    await notices.send(reminder());
    expect(notices.messenger.posted).toHaveLength(1);
  });

  it("that did not arrive says so, and one of unclear fate is never sent again", async () => {
    failure = { kind: "unreachable" };
    await send(reminder(1));
    failure = { kind: "uncertain" };
    await send(reminder(2));
    failure = undefined;
    await send(reminder(1), reminder(2));
    expect([deliveries().map(({ state }) => state), lines]).toEqual([["undeliverable", "uncertain"], []]);
  });

  it("T48 comes at most ten times a minute to one person, as Graph takes them", async () => {
    const plan = Array.from({ length: 12 }, (_, count) => reminder(count));
    for (let turn = 0; turn < 12; turn += 1) {
      await send(...plan);
      notices.later(4000);
    }
    expect(lines).toHaveLength(10);
    notices.later(60_000);
    await send(...plan);
    expect(lines).toHaveLength(12);
  });
});
