import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { runCount, runSeed } from "#bench/run-count.ts";
import type { Notice } from "#domain/notices/notice.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { refuse } from "#domain/shared/result.ts";
import { type NoticeWorld, openNoticeWorld } from "#test/scenarios/notice-world.ts";
import { good } from "#test/scenarios/world.ts";
import { claimLifeMs } from "./claim-notices.ts";
import { sendNotices } from "./send-notices.ts";
import type { SenderDeps } from "./sender-deps.ts";
import { settleNotice } from "./settle-notice.ts";

const heads = ["leder.hr", "leder.skole", "leder.bibliotek"];
/** What a write of a sender record meets: refused, or done with its answer lost. */
type Fault = "throttled" | "unanswered" | undefined;
let at: NoticeWorld;
let plan: readonly Notice[];

beforeEach(async () => {
  await begin();
});

async function begin(): Promise<void> {
  at = await openNoticeWorld();
  for (const head of heads) await at.installBot(head);
  plan = heads.map((head, index) => at.notice(head, { kind: "outcome", subjectKey: keyOf("application", index) }));
}

/** The service with faults that come one after the other; what comes after the last is undisturbed. */
function over(faults: Fault[], more: Partial<SenderDeps> = {}): SenderDeps {
  const { senders } = at.store.records;
  const failure = { requestId: undefined, retryAfterS: undefined };
  const meet = async <T>(write: () => Promise<T>) => {
    const fault = faults.shift();
    if (fault === "throttled") return refuse({ ...failure, kind: "throttled" as const });
    const done = await write();
    return fault === "unanswered" ? refuse({ ...failure, kind: "unavailable" as const }) : done;
  };
  const watched: typeof senders = {
    ...senders,
    create: (value) => meet(() => senders.create(value)),
    save: (value, version) => meet(() => senders.save(value, version)),
  };
  return at.sender({ records: { ...at.store.records, senders: watched }, ...more });
}

const run = (deps: SenderDeps, notices = plan) => sendNotices(deps, () => notices);

describe("a letter whose record SharePoint does not take", () => {
  it.each<Fault>(["throttled", "unanswered"])("is sent once and known as sent, when its end was %s", async (fault) => {
    expect((await run(over([undefined, fault]), plan.slice(0, 1))).ok).toBe(false);
    expect(at.messenger.posted).toHaveLength(1);
    good(await run(at.sender(), plan.slice(0, 1)));
    expect([at.counts(), at.messenger.posted.length]).toEqual([{ sent: 1 }, 1]);
  });

  it("T45 goes out in the next run, once, when its claim arrived and the answer did not", async () => {
    await run(over(["unanswered"]), plan.slice(0, 1));
    expect([at.counts(), at.messenger.posted]).toEqual([{ sending: 1 }, []]);
    good(await run(at.sender({ instance: "two" }), plan.slice(0, 1)));
    expect(at.messenger.posted).toEqual([]);
    good(await run(at.sender(), plan.slice(0, 1)));
    expect([at.counts(), at.messenger.posted.length]).toEqual([{ sent: 1 }, 1]);
  });

  it("T46 waits again, when the channel did not take it and that could not be stored", async () => {
    at.messenger.failNext("not-sent");
    await run(over([undefined, "throttled"]), plan.slice(0, 1));
    at.later(1000);
    good(await run(at.sender(), plan.slice(0, 1)));
    at.later(claimLifeMs);
    good(await run(at.sender(), plan.slice(0, 1)));
    expect([at.counts(), at.messenger.posted.length]).toEqual([{ sent: 1 }, 1]);
  });

  it("holds back no other's, until three could not be written", async () => {
    await run(over(["throttled"]));
    expect(at.messenger.posted).toHaveLength(2);
    await begin();
    const more = [...plan, at.notice("leder.hr", { subjectKey: keyOf("application", 9) })];
    await run(over(["throttled", "throttled", "throttled"]), more);
    expect(at.messenger.posted).toHaveLength(0);
  });

  it("T45 is not posted again when its record is out of sight for a while", async () => {
    await run(over([undefined, "throttled"]), plan.slice(0, 1));
    const { senders } = at.store.records;
    const unseen: typeof senders = { ...senders, all: () => [], byKey: () => undefined };
    const deps = at.sender({ records: { ...at.store.records, senders: unseen } });
    await run(deps, plan.slice(0, 1));
    await run(deps, plan.slice(0, 1));
    good(await run(at.sender(), plan.slice(0, 1)));
    expect([at.counts(), at.messenger.posted.length]).toEqual([{ sent: 1 }, 1]);
  });

  it("T42 keeps nobody waiting for records that nobody can read, and what has expired is noted", async () => {
    const { senders } = at.store.records;
    const more = Array.from({ length: 3 }, (_, index) =>
      at.notice("leder.hr", { part: `${index}`, subjectKey: keyOf("unreadable", index) }),
    );
    const unreadable = new Set(more.map(({ subjectKey }) => subjectKey));
    const failure = { kind: "malformed-item", requestId: undefined, retryAfterS: undefined } as const;
    const broken: typeof senders = {
      ...senders,
      create: async (value) => (unreadable.has(value.subjectKey) ? refuse(failure) : senders.create(value)),
    };
    const late = at.notice("leder.skole", { part: "late", subjectKey: keyOf("late"), expiresAt: at.world.now() });
    const deps = at.sender({ records: { ...at.store.records, senders: broken } });
    expect(good(await run(deps, [...more, late, ...plan]))).toMatchObject({ sent: 3, failed: 3, expired: 1 });
    expect(at.counts()).toEqual({ sent: 3, expired: 1 });
  });

  it("stays as a person has settled it", async () => {
    await run(over([undefined, "throttled"]), plan.slice(0, 1));
    at.later(claimLifeMs);
    good(await run(at.sender({ instance: "two" }), plan.slice(0, 1)));
    const [record] = at.store.records.senders.all();
    const noticeKey = plan[0]?.key;
    if (record === undefined || noticeKey === undefined) throw new Error("No record");
    const press = { commandKey: at.world.press(), senderKey: record.value.key, noticeKey };
    good(await settleNotice(at.world.deps, at.world.as("administrator"), { ...press, fate: "arrived" }));
    good(await run(at.sender(), plan.slice(0, 1)));
    expect(at.store.records.senders.all()[0]?.value.deliveries).toMatchObject([{ state: "sent", conversationId: "" }]);
  });
});

it(`T45 whatever two services meet when they write, each letter is sent once and none is left in doubt (seed ${runSeed(20_261_122)})`, async () => {
  const fault = fc.constantFrom<Fault>("throttled", "unanswered", undefined);
  const turns = fc.array(
    fc.record({
      who: fc.constantFrom("one", "two"),
      faults: fc.array(fault, { maxLength: 6 }),
      passedMs: fc.nat(claimLifeMs * 2),
    }),
    { minLength: 1, maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(turns, async (script) => {
      await begin();
      const services = new Map([
        ["one", at.sender().pauses],
        ["two", at.sender({ instance: "two" }).pauses],
      ]);
      const service = (instance: string): Partial<SenderDeps> => {
        const pauses = services.get(instance);
        return pauses === undefined ? { instance } : { instance, pauses };
      };
      for (const { who, faults, passedMs } of script) {
        await run(over([...faults], service(who)));
        at.later(passedMs);
      }
      for (const who of ["one", "two", "one"]) good(await run(at.sender(service(who))));
      expect([at.counts(), at.messenger.posted.length]).toEqual([{ sent: 3 }, 3]);
    }),
    { seed: runSeed(20_261_122), numRuns: runCount(100) },
  );
});
