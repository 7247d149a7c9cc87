import { beforeEach, describe, expect, it } from "vitest";
import type { Notice } from "#domain/notices/notice.ts";
import { epochMs, plusMillis } from "#domain/shared/dates.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { aConversation } from "#test/builders/a-conversation.ts";
import { claimLifeMs } from "#use-cases/notices/claim-notices.ts";
import { createNoticePauses, type NoticePauses } from "#use-cases/notices/notice-pauses.ts";
import { type SendReport, sendNotices } from "#use-cases/notices/send-notices.ts";
import { openShard } from "#use-cases/notices/sender-shards.ts";
import { updateCards } from "#use-cases/notices/update-cards.ts";
import type { MessengerFailure } from "#use-cases/ports/messenger.ts";
import { type InMemoryRecords, inMemoryRecords } from "./in-memory-records.ts";
import { type RecordingMessenger, recordingMessenger, textCards } from "./recording-messenger.ts";
import { createWorld, good, type World } from "./world.ts";

let store: InMemoryRecords;
let world: World;
let messenger: RecordingMessenger;
let pauses: NoticePauses;
const subject = keyOf("application", 1);

beforeEach(async () => {
  store = inMemoryRecords();
  world = await createWorld({ records: store.records, basis: store.basis }, "2022-04-01 09:00");
  messenger = recordingMessenger();
  pauses = createNoticePauses(() => epochMs(world.now()));
});

/** A notice that is due now. */
function notice(user: string, more: Partial<Notice> = {}): Notice {
  const recipientKey = world.personKey(user);
  return {
    key: keyOf("notice", user, more.part ?? ""),
    kind: "outcome",
    recipientKey,
    subjectKey: subject,
    part: "",
    dueAt: world.now(),
    expiresAt: plusMillis(world.now(), 3_600_000),
    ...more,
  };
}

async function installBot(user: string): Promise<void> {
  const personKey = world.personKey(user);
  const conversation = aConversation(user, personKey, world.now());
  good(await store.records.conversations.create(conversation));
}

const send = async (...plan: readonly Notice[]): Promise<SendReport> =>
  good(await sendNotices({ ...world.deps, messenger, renderCard: textCards, pauses, instance: "one" }, () => plan));
const states = (): Record<string, string> =>
  Object.fromEntries(
    store.records.senders.all().flatMap(({ value }) => value.deliveries.map((each) => [each.recipientKey, each.state])),
  );
const stateOf = (user: string) => states()[world.personKey(user)];

describe("sending notices", () => {
  it("claims before it posts and keeps the activity's id", async () => {
    await installBot("leder.hr");
    const claimed: (string | undefined)[] = [];
    const watching = {
      ...messenger,
      send: (...parts: Parameters<typeof messenger.send>) => {
        claimed.push(stateOf("leder.hr"));
        return messenger.send(...parts);
      },
    };
    good(
      await sendNotices({ ...world.deps, messenger: watching, renderCard: textCards, pauses, instance: "one" }, () => [
        notice("leder.hr"),
      ]),
    );
    expect([claimed, stateOf("leder.hr")]).toEqual([["sending"], "sent"]);
    const [delivery] = store.records.senders.all()[0]?.value.deliveries ?? [];
    expect(delivery).toMatchObject({ activityId: "activity-1", conversationId: "chat-leder.hr" });
  });

  it("does not remind of what is told only now, but of what was told before", async () => {
    await installBot("leder.hr");
    const request = notice("leder.hr", { kind: "review-request", part: "request" });
    const reminder = notice("leder.hr", { kind: "review-reminder", part: "reminder" });
    expect(await send(request, reminder)).toMatchObject({ sent: 1, expired: 1 });
    world.at("2022-04-04 09:00");
    expect(await send(notice("leder.hr", { kind: "review-reminder", part: "later" }))).toMatchObject({ sent: 1 });
  });

  it.each<MessengerFailure["kind"]>(["uncertain", "unreachable"])(
    "reminds of a request that ended %s: there it is needed most",
    async (failure) => {
      await installBot("leder.hr");
      messenger.failNext(failure);
      await send(notice("leder.hr", { kind: "review-request", part: "request" }));
      world.at("2022-04-04 09:00");
      expect(await send(notice("leder.hr", { kind: "review-reminder", part: "reminder" }))).toMatchObject({
        sent: 1,
        expired: 0,
      });
    },
  );

  it("does not remind of a request that is told at the same moment or later", async () => {
    await installBot("leder.hr");
    const reminder = notice("leder.hr", { kind: "review-reminder", part: "reminder" });
    await send(notice("leder.hr", { kind: "review-request", part: "request" }));
    expect(await send(reminder)).toMatchObject({ sent: 0, expired: 1 });
  });

  it("shows a card that was closed again when it can be answered once more", async () => {
    await installBot("leder.hr");
    await send(notice("leder.hr"));
    const show = async (text: string, answerable: boolean): Promise<number> =>
      good(
        await updateCards({
          ...world.deps,
          messenger,
          pauses,
          instance: "one",
          renderCard: () => ({ cardJson: text, summary: text, answerable }),
        }),
      );
    expect([await show("Afgjort", false), await show("Afgjort", false)]).toEqual([1, 0]);
    expect([await show("Afgør", true), await show("Afgør nu", true)]).toEqual([1, 0]);
    expect(messenger.posted.at(-1)).toMatchObject({ act: "update", cardJson: "Afgør" });
  });

  it("T45 a claim another instance left behind becomes uncertain and is never sent again", async () => {
    await installBot("leder.hr");
    const shard = openShard(store.records, "outcome", subject, 1);
    const { key: noticeKey, recipientKey } = notice("leder.hr");
    const delivery = {
      noticeKey,
      recipientKey,
      part: "",
      at: world.now(),
      conversationId: "",
      activityId: "",
      cardHash: "",
      closed: false,
    };
    good(await store.records.senders.create({ ...shard, deliveries: [{ ...delivery, state: "sending" }] }));
    await send(notice("leder.hr"));
    expect([stateOf("leder.hr"), messenger.posted]).toEqual(["sending", []]);
    world.setNow(plusMillis(world.now(), claimLifeMs));
    expect(await send(notice("leder.hr"))).toMatchObject({ sent: 0, uncertain: 1 });
    await send(notice("leder.hr"));
    expect([stateOf("leder.hr"), messenger.posted]).toEqual(["uncertain", []]);
  });

  it.each<[MessengerFailure["kind"], string, number]>([
    ["uncertain", "uncertain", 0],
    ["unreachable", "undeliverable", 0],
    ["not-sent", "sent", 1],
  ])("T46 a post that ends %s is %s after the next run", async (failure, state, posts) => {
    await installBot("leder.hr");
    messenger.failNext(failure);
    const told = notice("leder.hr");
    await send(told);
    world.setNow(plusMillis(world.now(), 1000));
    await send(told);
    expect([stateOf("leder.hr"), messenger.posted.length]).toEqual([state, posts]);
  });

  it("T46 a channel that refuses is left alone as long as it says, and nothing is written meanwhile", async () => {
    await installBot("leder.hr");
    messenger.failNext("not-sent");
    const told = notice("leder.hr");
    expect(await send(told)).toMatchObject({ sent: 0, failed: 1 });
    store.writes.length = 0;
    world.setNow(plusMillis(world.now(), 999));
    expect([await send(told), pauses.nextEndMs(), store.writes]).toMatchObject([{ sent: 0, failed: 0 }, 1, []]);
    world.setNow(plusMillis(world.now(), 1));
    expect(await send(told)).toMatchObject({ sent: 1 });
    await send(told);
    expect(pauses.nextEndMs()).toBeUndefined();
  });

  it("a channel that does not say when is asked less and less often, at last every five minutes", () => {
    const key = notice("leder.hr").key;
    const seconds = Array.from({ length: 8 }, () => {
      pauses.refused(key, undefined);
      const waitMs = pauses.nextEndMs() ?? 0;
      world.setNow(plusMillis(world.now(), waitMs));
      return waitMs / 1000;
    });
    expect(seconds).toEqual([5, 10, 20, 40, 80, 160, 300, 300]);
  });

  it("T07 a card does not wait for the record of what has expired", async () => {
    await installBot("leder.hr");
    const expired = notice("leder.hr", { part: "late", expiresAt: world.now(), subjectKey: keyOf("application", 2) });
    const before: number[] = [];
    const watching = {
      ...messenger,
      send: (...parts: Parameters<typeof messenger.send>) => {
        before.push(store.records.senders.all().length);
        return messenger.send(...parts);
      },
    };
    const plan = [expired, notice("leder.hr")];
    const deps = { ...world.deps, messenger: watching, renderCard: textCards, pauses, instance: "one" };
    good(await sendNotices(deps, () => plan));
    expect([before, store.records.senders.all().length]).toEqual([[1], 2]);
  });

  it("what has expired is recorded and not sent", async () => {
    await installBot("leder.hr");
    const late = notice("leder.hr", { expiresAt: world.now() });
    expect(await send(late)).toEqual({
      sent: 0,
      expired: 1,
      uncertain: 0,
      undeliverable: 0,
      failed: 0,
      left: 0,
      held: 0,
    });
    expect([stateOf("leder.hr"), messenger.posted]).toEqual(["expired", []]);
  });

  it("what is not due yet waits, and somebody the bot cannot reach keeps waiting", async () => {
    await installBot("leder.hr");
    await send(notice("leder.hr", { dueAt: plusMillis(world.now(), 1) }), notice("leder.skole"));
    expect([states(), messenger.posted]).toEqual([{}, []]);
    await installBot("leder.skole");
    await send(notice("leder.skole"));
    expect(stateOf("leder.skole")).toBe("sent");
  });

  it("many of one subject are two writes of the sender record", async () => {
    const users = ["leder.hr", "leder.skole", "leder.kultur"];
    for (const user of users) await installBot(user);
    store.writes.length = 0;
    expect((await send(...users.map((user) => notice(user)))).sent).toBe(3);
    expect(store.writes.map(({ list, act }) => [list, act])).toEqual([
      ["senders", "create"],
      ["senders", "save"],
    ]);
  });

  it("two instances that claim at the same moment send one card", async () => {
    await installBot("leder.hr");
    store.failNext("senders", "conflict");
    const plan = [notice("leder.hr")];
    const other = createNoticePauses(() => epochMs(world.now()));
    const two = { ...world.deps, messenger, renderCard: textCards, pauses: other, instance: "two" };
    await Promise.all([send(...plan), sendNotices(two, () => plan)]);
    const posts = messenger.posted.filter(({ act }) => act === "send");
    expect(posts).toHaveLength(1);
  });
});
