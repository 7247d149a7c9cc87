import { beforeEach, describe, expect, it } from "vitest";
import { demoPeople } from "#demo/people.ts";
import { digestCount } from "#domain/notices/digest.ts";
import type { Notice } from "#domain/notices/notice.ts";
import { atTime } from "#domain/shared/dates.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { refuse } from "#domain/shared/result.ts";
import { claimLifeMs } from "#use-cases/notices/claim-notices.ts";
import { createNoticePauses } from "#use-cases/notices/notice-pauses.ts";
import { sendNotices } from "#use-cases/notices/send-notices.ts";
import { updateCards } from "#use-cases/notices/update-cards.ts";
import type { MessengerFailure } from "#use-cases/ports/messenger.ts";
import { day } from "../builders/clock.ts";
import { type NoticeWorld, openNoticeWorld, watching } from "./notice-world.ts";
import { good } from "./world.ts";

let at: NoticeWorld;
const head = "leder.hr";

beforeEach(async () => {
  at = await openNoticeWorld();
});

/** So many requests for approval to one head, each about an application of its own. */
const requests = (count: number, user = head): readonly Notice[] =>
  Array.from({ length: count }, (_, index) =>
    at.notice(user, { kind: "approval-request", subjectKey: keyOf("application", user, index) }),
  );
/** So many notices of another kind, which are never put together. */
const outcomes = (count: number, user = head): readonly Notice[] =>
  Array.from({ length: count }, (_, index) => at.notice(user, { subjectKey: keyOf("application", user, index) }));
const digests = (): readonly (number | undefined)[] =>
  at.store.records.senders
    .all()
    .flatMap(({ value }) => value.deliveries)
    .flatMap(({ part, state }) => (part === "" ? [] : [state === "sent" ? digestCount(part) : undefined]));

describe("T48 many notices at once", () => {
  it("T48 500 requests to one head are one card that counts them, and no other ever", async () => {
    await at.installBot(head);
    const plan = requests(500);
    expect(await at.send(...plan)).toMatchObject({ sent: 1, left: 0, held: 0 });
    expect([at.messenger.posted.length, digests(), at.counts()]).toEqual([1, [500], { sent: 1, digested: 500 }]);
    at.later(600_000);
    await at.send(...plan);
    expect(at.messenger.posted).toHaveLength(1);
  });

  it("T48 up to five are a card each, because there the head can answer on the card", async () => {
    await at.installBot(head);
    expect(await at.send(...requests(5))).toMatchObject({ sent: 5 });
    expect(at.counts()).toEqual({ sent: 5 });
  });

  it("T48 500 records for many people are at most ten notices a minute to each, and each is told once", async () => {
    const users = demoPeople.slice(0, 20).map(({ user }) => user);
    for (const user of users) await at.installBot(user);
    const plan = users.flatMap((user) => outcomes(25, user));
    const sentAt: { readonly to: string; readonly at: number }[] = [];
    const messenger = watching(at.messenger, (_, to) => sentAt.push({ to, at: Date.parse(at.world.now()) }));
    for (let turns = 0; turns < 2000; turns += 1) {
      const report = good(await sendNotices(at.sender({ messenger }), () => plan));
      if (report.left > 0) continue;
      const waitMs = at.pauses.nextEndMs();
      if (waitMs === undefined || report.held === 0) break;
      at.later(waitMs);
    }
    expect(at.counts()).toEqual({ sent: 500 });
    const within = (times: readonly number[], ms: number): number =>
      Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + ms).length));
    expect(
      within(
        sentAt.map((each) => each.at),
        1000,
      ),
    ).toBe(25);
    for (const user of users) {
      const own = sentAt.filter(({ to }) => to === `chat-${user}`).map((each) => each.at);
      expect([own.length, within(own, 1000) <= 7, within(own, 2000) <= 8, within(own, 60_000)]).toEqual([
        25,
        true,
        true,
        10,
      ]);
    }
  });

  it("T48 a digest the channel refuses for now lets its notices wait, and is one card later", async () => {
    await at.installBot(head);
    at.messenger.failNext("not-sent");
    const plan = requests(12);
    expect(await at.send(...plan)).toMatchObject({ sent: 0, failed: 12 });
    expect(at.counts()).toEqual({});
    at.later(at.pauses.nextEndMs() ?? 0);
    expect(await at.send(...plan)).toMatchObject({ sent: 1 });
    expect([digests(), at.counts()]).toEqual([[12], { sent: 1, digested: 12 }]);
  });

  it("T45 two services that put the same notices together send one card", async () => {
    await at.installBot(head);
    const plan = requests(12);
    const other = { pauses: createNoticePauses(() => Date.parse(at.world.now())), instance: "two" };
    await Promise.all([sendNotices(at.sender(), () => plan), sendNotices(at.sender(other), () => plan)]);
    expect([at.messenger.posted.length, at.counts()]).toEqual([1, { sent: 1, digested: 12 }]);
  });

  it("T45 a notice another service took first is not counted on the digest", async () => {
    await at.installBot(head);
    const plan = requests(12);
    const [first, second] = plan;
    if (first === undefined || second === undefined) throw new Error("No notices");
    const others = watching(at.messenger, () => undefined);
    await sendNotices(at.sender({ messenger: others, instance: "two" }), () => [first, second]);
    await at.send(...plan);
    expect([digests(), at.counts()]).toEqual([[10], { sent: 3, digested: 10 }]);
  });

  it("T45 a service that dies after claiming a digest leaves an uncertain one, and no second card", async () => {
    await at.installBot(head);
    const plan = requests(12);
    const dying = { ...at.messenger, send: () => Promise.reject(new Error("killed")) };
    await expect(sendNotices(at.sender({ messenger: dying, instance: "dying" }), () => plan)).rejects.toThrow("killed");
    at.later(claimLifeMs);
    expect(await at.send(...plan)).toMatchObject({ sent: 0, uncertain: 1 });
    expect([at.messenger.posted, at.counts()]).toEqual([[], { uncertain: 1, digested: 12 }]);
  });
});

describe("a channel that says no", () => {
  it("T46 a wait the channel asks for holds for everything in that chat, and for no other chat", async () => {
    await at.installBot(head);
    await at.installBot("leder.skole");
    const asked: string[] = [];
    const messenger = {
      ...at.messenger,
      send: (...parts: Parameters<typeof at.messenger.send>) => {
        asked.push(parts[0].conversationId);
        if (asked.length === 1) return Promise.resolve(refuse({ kind: "not-sent" as const, retryAfterS: 30 }));
        return at.messenger.send(...parts);
      },
    };
    const plan = [...outcomes(4), ...outcomes(1, "leder.skole")];
    const run = async () => good(await sendNotices(at.sender({ messenger }), () => plan));
    expect(await run()).toMatchObject({ sent: 1, failed: 1, held: 3 });
    at.later(29_999);
    await run();
    expect([asked, at.pauses.nextEndMs()]).toEqual([[`chat-${head}`, "chat-leder.skole"], 1]);
    at.later(1);
    expect(await run()).toMatchObject({ sent: 4 });
  });

  it.each<[MessengerFailure["kind"]]>([["refused"], ["unreachable"]])(
    "T47 T46 a card that ends %s is marked, counted and never tried again",
    async (kind) => {
      await at.installBot(head);
      at.messenger.failNext(kind);
      const told = at.notice(head);
      expect(await at.send(told)).toMatchObject({ sent: 0, undeliverable: 1 });
      at.later(86_400_000);
      expect(await at.send(told)).toMatchObject({ sent: 0, undeliverable: 0 });
      expect([at.messenger.posted, at.counts()]).toEqual([[], { undeliverable: 1 }]);
    },
  );

  it("T46 a card in a chat that is blocked is not updated again and again", async () => {
    await at.installBot(head);
    await at.send(at.notice(head));
    const acts: string[] = [];
    const messenger = watching(at.messenger, (act) => acts.push(act));
    const [chat] = at.store.records.conversations.all();
    if (chat === undefined) throw new Error("No chat");
    const renderCard = () => ({ cardJson: "{}", summary: "", answerable: false });
    good(await at.store.records.conversations.save({ ...chat.value, blockedAt: at.world.now() }, chat.version));
    expect([good(await updateCards(at.sender({ messenger, renderCard }))), acts]).toEqual([0, []]);
  });

  it.each<[MessengerFailure, number, number]>([
    [{ kind: "not-sent", retryAfterS: 30 }, 30_000, 2],
    [{ kind: "uncertain" }, 5000, 2],
    [{ kind: "refused" }, 0, 1],
  ])("T46 an update that ends %j is left alone for %d ms", async (failure, waitMs, tries) => {
    await at.installBot(head);
    await at.send(at.notice(head));
    let asked = 0;
    const messenger = {
      ...at.messenger,
      update: () => {
        asked += 1;
        return Promise.resolve(refuse(failure));
      },
    };
    const renderCard = () => ({ cardJson: "{}", summary: "", answerable: false });
    const run = () => updateCards(at.sender({ messenger, renderCard }));
    await run();
    at.later(Math.max(waitMs - 1, 0));
    await run();
    expect([asked, at.pauses.nextEndMs()]).toEqual([1, waitMs === 0 ? undefined : 1]);
    at.later(1);
    await run();
    expect(asked).toBe(tries);
  });
});

describe("T35 a reminder at 02.30 on the nights when the clock is changed", () => {
  it.each([
    ["2027-03-28", "2027-03-28T01:30:00.000Z"],
    ["2027-10-31", "2027-10-31T00:30:00.000Z"],
  ])("T35 on %s is sent once, at %s", async (date, instant) => {
    await at.installBot(head);
    at.world.at(`${date} 00:00`);
    const plan = [at.notice(head, { dueAt: atTime(day(date), "02:30") })];
    const sentAt: string[] = [];
    const messenger = watching(at.messenger, () => sentAt.push(at.world.now()));
    for (let quarter = 0; quarter < 24; quarter += 1) {
      good(await sendNotices(at.sender({ messenger }), () => plan));
      at.later(900_000);
    }
    expect(sentAt).toEqual([instant]);
  });
});
