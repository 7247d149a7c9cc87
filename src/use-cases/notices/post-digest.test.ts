import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { digestCount } from "#domain/notices/digest.ts";
import type { Notice } from "#domain/notices/notice.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { refuse } from "#domain/shared/result.ts";
import { type NoticeWorld, openNoticeWorld } from "#test/scenarios/notice-world.ts";
import { good } from "#test/scenarios/world.ts";
import { claimLifeMs } from "./claim-notices.ts";
import { sendNotices } from "./send-notices.ts";
import type { SenderDeps } from "./sender-deps.ts";
import { uncertainDeliveries } from "./sender-shards.ts";

const head = "leder.hr";
const shownSchema = z.object({ part: z.string() });
let at: NoticeWorld;
let plan: readonly Notice[];

beforeEach(begin);

async function begin(): Promise<void> {
  at = await openNoticeWorld();
  await at.installBot(head);
  plan = Array.from({ length: 8 }, (_, index) =>
    at.notice(head, { kind: "approval-request", subjectKey: keyOf("application", index) }),
  );
}

type Act = "create" | "save";
/** Another service, whose writes of sender records are looked at first: `fault` names what one meets, from 1 on. */
function disturbed(fault: (write: number, act: Act) => "throttled" | "killed" | "unanswered" | undefined): SenderDeps {
  const { senders } = at.store.records;
  let writes = 0;
  const failure = { kind: "throttled", requestId: undefined, retryAfterS: undefined } as const;
  const meet = async <T>(act: Act, write: () => Promise<T>) => {
    writes += 1;
    const met = fault(writes, act);
    if (met === "killed") throw new Error("killed");
    if (met === "throttled") return refuse(failure);
    const done = await write();
    return met === "unanswered" ? refuse({ ...failure, kind: "unavailable" as const }) : done;
  };
  const watched: typeof senders = {
    ...senders,
    create: (value) => meet("create", () => senders.create(value)),
    save: (value, version) => meet("save", () => senders.save(value, version)),
  };
  return at.sender({ records: { ...at.store.records, senders: watched }, instance: "disturbed" });
}

const run = (deps: SenderDeps) => sendNotices(deps, () => plan);
/** How many notices the head has been told of, and how many wait for a person's word. */
function told(): { readonly told: number; readonly uncertain: number } {
  const all = at.store.records.senders.all().flatMap(({ value }) => value.deliveries);
  const states = new Map(all.map((each) => [`digest:${each.noticeKey}`, each.state]));
  const fates = plan.map(({ key }) => {
    const own = all.find(({ noticeKey }) => noticeKey === key);
    return own?.state === "digested" ? states.get(own.activityId) : own?.state;
  });
  return {
    told: fates.filter((fate) => fate === "sent").length,
    uncertain: fates.filter((fate) => fate === "uncertain").length,
  };
}
/** What stood on the cards that were posted. */
const counted = (): number => {
  const parts = at.messenger.posted.map(({ cardJson }) => shownSchema.parse(JSON.parse(cardJson)).part);
  return parts.reduce((sum, part) => sum + (digestCount(part) ?? 1), 0);
};

describe("a digest whose service meets a failure before the card is posted", () => {
  it.each([1, 2, 4, 9])("is one card in the next run when write %d was throttled", async (which) => {
    const first = await run(disturbed((write) => (write === which ? "throttled" : undefined)));
    expect([first.ok, at.messenger.posted.length, at.counts()]).toEqual([false, 0, {}]);
    expect(await at.send(...plan)).toMatchObject({ sent: 1, uncertain: 0 });
    expect([told(), counted()]).toEqual([{ told: 8, uncertain: 0 }, 8]);
  });

  it("is told also when nothing can be written for a while, each notice once or left to a person", async () => {
    await run(disturbed((write) => (write >= 4 ? "throttled" : undefined)));
    at.later(claimLifeMs);
    await at.send(...plan);
    at.later(claimLifeMs);
    await at.send(...plan);
    expect([told(), counted()]).toEqual([{ told: 6, uncertain: 2 }, 6]);
  });

  it("T45 leaves no notice under a card that was let go, when a write arrived and its answer did not", async () => {
    await run(disturbed((write) => (write === 4 ? "unanswered" : undefined)));
    expect(at.counts()).toEqual({});
    expect(await at.send(...plan)).toMatchObject({ sent: 1 });
    expect([told(), counted()]).toEqual([{ told: 8, uncertain: 0 }, 8]);
  });

  it("T45 is one card after a kill between its own claim and the first notice's", async () => {
    await expect(run(disturbed((write) => (write === 2 ? "killed" : undefined)))).rejects.toThrow("killed");
    await at.send(...plan);
    expect(at.messenger.posted).toEqual([]);
    at.later(claimLifeMs);
    expect(await at.send(...plan)).toMatchObject({ sent: 1, uncertain: 1 });
    at.later(claimLifeMs);
    await at.send(...plan);
    expect([told(), counted(), at.messenger.posted.length]).toEqual([{ told: 8, uncertain: 0 }, 8, 1]);
  });

  it("T45 is one card after a kill when its notices were let go and itself was not", async () => {
    at.messenger.failNext("not-sent");
    let saves = 0;
    const isLast = (act: Act): boolean => act === "save" && ++saves === 9;
    await expect(run(disturbed((_, act) => (isLast(act) ? "killed" : undefined)))).rejects.toThrow("killed");
    expect(at.counts()).toEqual({ sending: 1 });
    at.later(claimLifeMs);
    await at.send(...plan);
    expect([told(), counted()]).toEqual([{ told: 8, uncertain: 0 }, 8]);
  });

  it("leaves nothing to find out about a digest that stood for no notice", async () => {
    await expect(run(disturbed((write) => (write === 2 ? "killed" : undefined)))).rejects.toThrow("killed");
    at.later(claimLifeMs);
    await at.send(...plan);
    expect(at.counts()).toMatchObject({ uncertain: 1 });
    expect(uncertainDeliveries(at.store.records)).toEqual([]);
    await begin();
    await expect(run(disturbed((write) => (write === 4 ? "killed" : undefined)))).rejects.toThrow("killed");
    at.later(claimLifeMs);
    good(await run(at.sender({ instance: "two" })));
    expect(uncertainDeliveries(at.store.records)).toHaveLength(1);
  });

  it("T45 killed with some notices claimed tells the others and leaves these to a person", async () => {
    await expect(run(disturbed((write) => (write === 4 ? "killed" : undefined)))).rejects.toThrow("killed");
    at.later(claimLifeMs);
    good(await run(at.sender({ instance: "two" })));
    expect([told(), counted()]).toEqual([{ told: 6, uncertain: 2 }, 6]);
  });
});
