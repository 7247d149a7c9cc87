import { beforeEach, describe, expect, it } from "vitest";
import { refuse } from "#domain/shared/result.ts";
import { type NoticeWorld, openNoticeWorld } from "#test/scenarios/notice-world.ts";
import { good } from "#test/scenarios/world.ts";
import type { CardRenderer } from "#use-cases/ports/card-renderer.ts";
import type { MessengerFailure } from "../ports/messenger.ts";
import { sendNotices } from "./send-notices.ts";
import { updateCards } from "./update-cards.ts";

const head = "leder.hr";
const aDay = 86_400_000;
const closed: CardRenderer = () => ({ cardJson: "{}", summary: "", answerable: false });
let at: NoticeWorld;

beforeEach(async () => {
  at = await openNoticeWorld();
  await at.installBot(head);
});

async function block(): Promise<void> {
  const [chat] = at.store.records.conversations.all();
  if (chat === undefined) throw new Error("No chat");
  good(await at.store.records.conversations.save({ ...chat.value, blockedAt: at.world.now() }, chat.version));
}

/** A channel that answers every update with this, and counts them. */
function refusing(failure: MessengerFailure) {
  const asked: string[] = [];
  const update = (_: unknown, activityId: string) => {
    asked.push(activityId);
    return Promise.resolve(refuse(failure));
  };
  return { asked, deps: at.sender({ messenger: { ...at.messenger, update }, renderCard: closed }) };
}

describe("when the sender comes again by itself", () => {
  it("T46 is never for a refused notice whose recipient has blocked the bot since", async () => {
    const told = at.notice(head);
    at.messenger.failNext("not-sent");
    await at.send(told);
    expect(at.pauses.nextEndMs()).toBe(1000);
    await block();
    for (let day = 0; day < 3; day += 1) {
      at.later(aDay);
      await at.send(told);
      expect(at.pauses.nextEndMs()).toBeUndefined();
    }
  });

  it("T46 is never for a refused notice that has no card any more", async () => {
    const told = at.notice(head);
    at.messenger.failNext("not-sent");
    await at.send(told);
    at.later(aDay);
    good(await sendNotices(at.sender({ renderCard: () => undefined }), () => [told]));
    expect(at.pauses.nextEndMs()).toBeUndefined();
  });

  it("T46 is never for a card whose reader has blocked the bot since it could not be replaced", async () => {
    await at.send(at.notice(head));
    const { deps } = refusing({ kind: "not-sent", retryAfterS: undefined });
    good(await updateCards(deps));
    expect(at.pauses.nextEndMs()).toBe(5000);
    await block();
    at.later(aDay);
    good(await updateCards(deps));
    expect(at.pauses.nextEndMs()).toBeUndefined();
  });

  it("T46 is later and later for the cards in a chat that is gone, of which one is asked about", async () => {
    for (const part of ["first", "second"]) await at.send(at.notice(head, { part }));
    const { asked, deps } = refusing({ kind: "unreachable" });
    const waits: (number | undefined)[] = [];
    for (let run = 0; run < 4; run += 1) {
      good(await updateCards(deps));
      good(await updateCards(deps));
      waits.push(at.pauses.nextEndMs());
      at.later(waits.at(-1) ?? 0);
    }
    expect([waits, asked.length]).toEqual([[5000, 10_000, 20_000, 40_000], 4]);
    await block();
    good(await updateCards(deps));
    expect([at.pauses.nextEndMs(), asked.length]).toEqual([undefined, 4]);
  });
});
