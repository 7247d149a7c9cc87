import { beforeAll, describe, expect, it } from "vitest";
import { deliveriesSchema } from "#contract/notice-deliveries.ts";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import type { Key } from "#domain/shared/keys.ts";
import type { Service } from "#service/open-service.ts";
import { aConversation } from "#test/builders/a-conversation.ts";
import { type Harness, openHarness } from "./harness.ts";
import { filledDraft, openRound, send } from "./pool-story.ts";
import { recordingMessenger } from "./recording-messenger.ts";
import { get, startAnew } from "./second-service.ts";
import { good } from "./world.ts";

let harness: Harness;
let service: Service;
let writes: string[];
let settle: () => Promise<void>;
let applicationKey: Key;

const open = async (user: string, path: string): Promise<number> => {
  const headers = { authorization: `Bearer ${user}` };
  return (await service.app.fetch(new Request(`http://service.test${path}`, { headers }))).status;
};
const page = async () => {
  const view = deliveriesSchema.parse(JSON.parse((await get(service, "/api/notices/deliveries")).text));
  const isRequest = ({ kind }: { readonly kind: string }): boolean => kind === "approval-request";
  return [view.deliveries.find(isRequest)?.seenAt, view.tasks.find(isRequest)?.seenAt];
};

describe("a notice whose page was opened", () => {
  beforeAll(async () => {
    harness = await openHarness();
    const { roundKey } = await openRound(harness);
    const [application] = firstRoundApplications;
    if (application === undefined) throw new Error("No application");
    applicationKey = good(
      await send(harness, application.applicant, await filledDraft(harness, roundKey, application)),
    );
    const conversation = aConversation("leder.sundhed", harness.personKey("leder.sundhed"), harness.now());
    good(await harness.deps.records.conversations.create(conversation));
    ({ service, writes, settle } = await startAnew(harness, () => false, recordingMessenger()));
    await settle();
    return () => service.stop();
  });

  it("is not seen while only others have opened it, or its recipient has opened something else", async () => {
    expect(await open("puljesekretariat", `/api/applications/${applicationKey}`)).toBe(200);
    expect(await open("leder.sundhed", "/api/overview")).toBe(200);
    await settle();
    expect(await page()).toEqual([undefined, undefined]);
  });

  it("is seen from the first opening on; the page costs no request to Graph, and the look is written once", async () => {
    writes.length = 0;
    const seenAt = harness.now();
    expect(await open("leder.sundhed", `/api/applications/${applicationKey}`)).toBe(200);
    expect(writes).toEqual([]);
    await settle();
    expect(writes).toEqual([expect.stringMatching(/^PATCH /u)]);
    expect(await page()).toEqual([seenAt, seenAt]);
    harness.at("2022-03-18 10:20");
    expect(await open("leder.sundhed", `/api/applications/${applicationKey}`)).toBe(200);
    writes.length = 0;
    await settle();
    expect([writes, await page()]).toEqual([[], [seenAt, seenAt]]);
  });
});
