import { beforeEach, describe, expect, it } from "vitest";
import { plusMillis } from "#domain/shared/dates.ts";
import { type Key, keyOf } from "#domain/shared/keys.ts";
import { aConversation } from "#test/builders/a-conversation.ts";
import { decidePacket } from "#use-cases/grants/decide-packet.ts";
import { giveReview } from "#use-cases/grants/give-review.ts";
import { recommend } from "#use-cases/grants/recommend.ts";
import { withdrawApplication } from "#use-cases/grants/withdraw-application.ts";
import { withdrawRecommendation } from "#use-cases/grants/withdraw-recommendation.ts";
import { createNoticePauses } from "#use-cases/notices/notice-pauses.ts";
import { noticePlan } from "#use-cases/notices/notice-plan.ts";
import { sendNotices } from "#use-cases/notices/send-notices.ts";
import { deliveriesByNotice } from "#use-cases/notices/sender-shards.ts";
import type { Messenger } from "#use-cases/ports/messenger.ts";
import { recordingMessenger, textCards } from "../scenarios/recording-messenger.ts";
import { answers, good } from "../scenarios/world.ts";
import { poolOf } from "./pool-model.ts";
import { type Stage, setStage } from "./pool-stage.ts";
import { type Arena, type Instance, openArena } from "./two-instances.ts";

let arena: Arena;
let stage: Stage;
let conflicts: number;

beforeEach(async () => {
  arena = await openArena();
  stage = await setStage(arena, "T");
  conflicts = 0;
  arena.workspace.server.onRequest(({ status }) => {
    if (status === 412 || status === 409) conflicts += 1;
  });
  for (const { sharePoint } of [arena.one, arena.two]) good(await sharePoint.refreshAll());
});

const press = (name: string): Key => keyOf("press", name);

/** The same act at both services at the same moment, each with its own press. */
function atBoth<T>(what: string, act: (deps: Instance["deps"], commandKey: Key) => Promise<T>): Promise<readonly T[]> {
  return Promise.all([act(arena.one.deps, press(`${what} at one`)), act(arena.two.deps, press(`${what} at two`))]);
}

describe("T09 the last step at two services in the same moment", () => {
  it("counts both reviews once, puts one list up and decides it once; who came second sees what was done", async () => {
    const { world, one, two, observer } = arena;
    const [application] = stage.applications;
    if (application === undefined) throw new Error("No application");
    const scores = { applicationKey: application.key, answers: answers(4, 4, 4, 4, 4) };
    const [economist, head] = [world.as("oekonomi"), world.as("leder.skole")];
    good(await giveReview(one.deps, economist, { ...scores, commandKey: press("economist") }));
    const both = await Promise.all([
      giveReview(one.deps, head, { ...scores, commandKey: press("head, first window") }),
      giveReview(two.deps, economist, { ...scores, commandKey: press("economist again") }),
    ]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);

    const secretariat = world.as("puljesekretariat");
    const choice = { roundKey: stage.closed.key, offerPartial: false, reasons: {} };
    const lists = await atBoth("put up", (deps, commandKey) => recommend(deps, secretariat, { ...choice, commandKey }));
    expect(lists.map((list) => (list.ok ? "put up" : list.refusal.kind)).toSorted()).toEqual([
      "already-recommended",
      "put up",
    ]);
    expect(conflicts).toBeGreaterThan(0);

    for (const { sharePoint } of [one, two, observer]) good(await sharePoint.refreshAll());
    const [recommendation] = poolOf(observer, stage).recommendations;
    const packet = recommendation?.packets.find(({ kind }) => kind === "chair");
    if (recommendation === undefined || packet === undefined) throw new Error("Nothing to decide");
    const seen = { roundKey: stage.closed.key, packet: "chair" as const, recommendationKey: recommendation.key };
    const chair = world.as("formand.dsg");
    const ends = await atBoth("decide", (deps, commandKey) =>
      decidePacket(deps, chair, { ...seen, commandKey, totalOere: packet.totalOere }),
    );
    expect(ends.map((end) => (end.ok ? "decided" : end.refusal.kind)).toSorted()).toEqual([
      "already-decided",
      "decided",
    ]);
    const decidedAt = (instance: Instance) =>
      poolOf(instance, stage).recommendations[0]?.packets.find(({ kind }) => kind === "chair")?.decidedAt;
    expect([decidedAt(one), decidedAt(two)]).toEqual([expect.any(String), expect.any(String)]);
    good(await observer.sharePoint.refreshAll());
    expect(poolOf(observer, stage).log.tail.filter(({ action }) => action === "decided")).toHaveLength(1);
    const reviews = observer.deps.records.reviews.all().filter(({ value }) => value.applicationKey === application.key);
    expect(new Set(reviews.map(({ value }) => value.reviewerKey)).size).toBe(reviews.length);
  });
});

describe("an application withdrawn at one service while the other puts the list up", () => {
  it("is not granted: the decision is refused until the list is put up without it", async () => {
    const { world, one, two, observer } = arena;
    const [application] = stage.applications;
    if (application === undefined) throw new Error("No application");
    const scores = { applicationKey: application.key, answers: answers(4, 4, 4, 4, 4) };
    good(await giveReview(two.deps, world.as("oekonomi"), { ...scores, commandKey: press("economist") }));
    const secretariat = world.as("puljesekretariat");
    const putUp = async (name: string) => {
      const choice = { roundKey: stage.closed.key, offerPartial: false, reasons: {} };
      good(await recommend(two.deps, secretariat, { ...choice, commandKey: press(name) }));
      const [recommendation] = poolOf(two, stage).recommendations;
      const packet = recommendation?.packets.find(({ kind }) => kind === "chair");
      if (recommendation === undefined || packet === undefined) throw new Error("Nothing to decide");
      const { totalOere } = packet;
      const seen = { roundKey: stage.closed.key, packet: "chair" as const, recommendationKey: recommendation.key };
      return decidePacket(two.deps, world.as("formand.dsg"), {
        ...seen,
        totalOere,
        commandKey: press(`decide ${name}`),
      });
    };
    // The list is put up between the withdrawal's look at the pool and its write.
    const { applications } = one.deps.records;
    const crossing: typeof applications = {
      ...applications,
      async save(...parts) {
        const choice = { roundKey: stage.closed.key, offerPartial: false, reasons: {} };
        good(await recommend(two.deps, secretariat, { ...choice, commandKey: press("first list") }));
        return applications.save(...parts);
      },
    };
    const deps = { ...one.deps, records: { ...one.deps.records, applications: crossing } };
    const command = { commandKey: press("withdraw"), applicationKey: application.key };
    good(await withdrawApplication(deps, world.as("ansoeger.arbejdsmarked"), command));
    expect(await putUp("first list")).toMatchObject({
      ok: false,
      refusal: { kind: "application-left", numbers: [application.number] },
    });
    const takeBack = { commandKey: press("take back"), roundKey: stage.closed.key };
    good(await withdrawRecommendation(two.deps, secretariat, takeBack));
    good(await putUp("second list"));
    good(await observer.sharePoint.refreshAll());
    const named = poolOf(observer, stage).awards.map(({ applicationKey }) => applicationKey);
    expect(named).not.toContain(application.key);
    expect(named.length).toBeGreaterThan(0);
  });
});

describe("T45 two services with the same cards to send", () => {
  beforeEach(async () => {
    const { world, observer, one, two } = arena;
    for (const user of ["oekonomi", "leder.skole"]) {
      const personKey = world.personKey(user);
      good(await observer.deps.records.conversations.create(aConversation(user, personKey, world.now())));
    }
    for (const { sharePoint } of [one, two]) good(await sharePoint.refreshAll());
  });

  const run = (instance: Instance, name: string, messenger: Messenger) => {
    const pauses = createNoticePauses(arena.workspace.machine.now);
    const sender = { ...instance.deps, messenger, renderCard: textCards, pauses, instance: name };
    return sendNotices(sender, () => noticePlan(instance.deps));
  };
  const waiting = () => {
    const reachable = ["oekonomi", "leder.skole"].map(arena.world.personKey);
    const now = arena.world.now();
    return noticePlan(arena.two.deps).filter(
      ({ dueAt, recipientKey }) => dueAt <= now && reachable.includes(recipientKey),
    );
  };
  const states = () => [...deliveriesByNotice(arena.two.deps.records).values()].map(({ delivery }) => delivery.state);

  it("send each of them once", async () => {
    expect(waiting().length).toBeGreaterThan(0);
    const messenger = recordingMessenger();
    await Promise.all([run(arena.one, "one", messenger), run(arena.two, "two", messenger)]);
    good(await arena.two.sharePoint.refreshAll());
    expect(new Set(messenger.posted.map(({ to, cardJson }) => `${to} ${cardJson}`)).size).toBe(messenger.posted.length);
    expect(states().filter((state) => state === "sent")).toHaveLength(messenger.posted.length);
    expect(messenger.posted.length).toBeGreaterThan(0);
    expect(conflicts).toBeGreaterThan(0);
  });

  it("one that dies after claiming leaves a card that nobody sends again and everybody can see is uncertain", async () => {
    const { world, one, two } = arena;
    let isDead = false;
    const never = new Promise<never>(() => undefined);
    const dying: Messenger = {
      ...recordingMessenger(),
      send: () => {
        isDead = true;
        return never;
      },
    };
    void run(one, "one", dying);
    while (!isDead) await new Promise((resolve) => setImmediate(resolve));
    const messenger = recordingMessenger();
    good(await two.sharePoint.refreshAll());
    const claimed = states().filter((state) => state === "sending").length;
    expect(claimed).toBeGreaterThan(0);
    good(await run(two, "two", messenger));
    world.setNow(plusMillis(world.now(), 600_000));
    good(await run(two, "two", messenger));
    good(await run(two, "two", messenger));
    expect(states().filter((state) => state === "uncertain")).toHaveLength(claimed);
    expect(states()).not.toContain("sending");
    const sent = states().filter((state) => state === "sent").length;
    expect(messenger.posted).toHaveLength(sent);
  });
});
