import { describe, expect, it } from "vitest";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import { projectionLists } from "#sharepoint/lists/all-lists.ts";
import { createListReplica } from "#sharepoint/replica/list-replica.ts";
import { aConversation } from "#test/builders/a-conversation.ts";
import { type Harness, openHarness } from "./harness.ts";
import { filledDraft, openRound, send } from "./pool-story.ts";
import { recordingMessenger } from "./recording-messenger.ts";
import { get, startAnew } from "./second-service.ts";
import { good } from "./world.ts";

/** The head of Sundhed has the bot. */
async function installBot(harness: Harness, user: string): Promise<void> {
  const personKey = harness.personKey(user);
  const conversation = aConversation(user, personKey, harness.now());
  good(await harness.deps.records.conversations.create(conversation));
}

describe("the service's background", () => {
  it("T46 leaves a channel that refuses alone until it may be asked again, and its own writes start nothing", async () => {
    const harness = await openHarness();
    const { roundKey } = await openRound(harness);
    const [application] = firstRoundApplications;
    if (application === undefined) throw new Error("No application");
    good(await send(harness, application.applicant, await filledDraft(harness, roundKey, application)));
    await installBot(harness, "leder.sundhed");
    const messenger = recordingMessenger();
    let asked = 0;
    const refusing = {
      ...messenger,
      send: (...parts: Parameters<typeof messenger.send>) => {
        asked += 1;
        messenger.failNext("not-sent");
        return messenger.send(...parts);
      },
    };
    const { service, timers, writes, settle } = await startAnew(harness, () => false, refusing);
    await settle();
    expect([asked, timers.map(({ ms }) => ms)]).toEqual([1, [1000]]);
    writes.length = 0;
    good(await service.poll());
    await settle();
    expect([asked, writes, timers.map(({ ms }) => ms)]).toEqual([1, [], [1000]]);
    service.stop();
    expect(timers).toEqual([]);
  });

  it("an open list that fails keeps none of the others from being written, and the health page counts it", async () => {
    const harness = await openHarness();
    await openRound(harness);
    const { listId } = good(await harness.sharePoint.directory.locate(projectionLists["open-centres"]));
    const { service, settle } = await startAnew(harness, (path) => path.includes(listId));
    await settle();
    const rounds = createListReplica(
      harness.workspace.serviceClient(),
      projectionLists["open-rounds"],
      harness.sharePoint.directory,
    );
    good(await rounds.refresh());
    expect(rounds.rows.all()).toHaveLength(1);
    const health: unknown = JSON.parse((await get(service, "/api/health")).text);
    expect(health).toMatchObject({ status: "degraded", checks: { failingProjections: 1, brokenLogs: 0 } });
    service.stop();
  });

  it("a chat that is new lets waiting cards out", async () => {
    const harness = await openHarness();
    const { roundKey } = await openRound(harness);
    const [application] = firstRoundApplications;
    if (application === undefined) throw new Error("No application");
    good(await send(harness, application.applicant, await filledDraft(harness, roundKey, application)));
    const messenger = recordingMessenger();
    const { service, timers, settle } = await startAnew(harness, () => false, messenger);
    await settle();
    expect([messenger.posted.length, timers.length]).toEqual([0, 0]);
    await installBot(harness, "leder.sundhed");
    good(await service.sharePoint.refreshAll());
    expect(timers).toHaveLength(1);
    await settle();
    expect(messenger.posted).toHaveLength(1);
    service.stop();
  });
});
