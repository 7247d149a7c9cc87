import { beforeEach, describe, expect, it } from "vitest";
import { applicationSchema } from "#contract/applications.ts";
import { firstRoundApplications } from "#demo/applications-first-round.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { type Harness, openHarness } from "./harness.ts";
import { approve, filledDraft, openRound, send } from "./pool-story.ts";
import { good } from "./world.ts";

const application = firstRoundApplications[0] ?? never();
let harness: Harness;
let path: string;

function never(): never {
  throw new Error("No application");
}

/** Sent on a Friday evening: the head is asked on Monday at seven. */
beforeEach(async () => {
  harness = await openHarness();
  const { roundKey } = await openRound(harness);
  const draftKey = await filledDraft(harness, roundKey, application);
  harness.at("2022-03-18 19:30");
  path = `/api/applications/${good(await send(harness, application.applicant, draftKey))}`;
});

const notices = async (user: string) => applicationSchema.parse((await harness.http(user, "GET", path)).body).notices;
async function installBot(blocked = false): Promise<void> {
  const personKey = harness.personKey("leder.sundhed");
  const conversation = {
    key: keyOf("conversation", personKey),
    personKey,
    objectId: "",
    serviceUrl: "http://channel.test",
    conversationId: "chat",
    userId: "",
    botId: "",
    tenantId: "",
    locale: "da-DK",
    blockedAt: blocked ? harness.now() : undefined,
    installedAt: harness.now(),
  };
  good(await harness.deps.records.conversations.create(conversation));
}

describe("the messages about an application", () => {
  it("tell the applicant and the secretariat that the head is asked on Monday at 07.00", async () => {
    const expected = [
      { kind: "approval-request", to: "Karin Thorup", state: "planned", at: "2022-03-21T06:00:00.000Z" },
    ];
    expect([await notices(application.applicant), await notices("puljesekretariat")]).toEqual([expected, expected]);
  });

  it("are nobody else's business", async () => {
    expect(await notices("leder.sundhed")).toBeUndefined();
  });

  it("are told as sent when they are", async () => {
    await installBot();
    harness.at("2022-03-21 07:00");
    await harness.settle();
    expect(await notices(application.applicant)).toMatchObject([{ state: "sent", at: "2022-03-21T06:00:00.000Z" }]);
  });

  it.each([true, false])("T46 say that nobody is reached, with the bot blocked: %s", async (blocked) => {
    if (blocked) await installBot(true);
    harness.at("2022-03-21 07:00");
    await harness.settle();
    expect(await notices("puljesekretariat")).toMatchObject([{ to: "Karin Thorup", state: "no-chat" }]);
  });

  it.each(["unreachable", "refused"] as const)("T46 T47 stay with the secretariat when one ends %s", async (kind) => {
    await installBot();
    harness.messenger.failNext(kind);
    harness.at("2022-03-21 07:00");
    await harness.settle();
    harness.at("2022-03-21 09:00");
    await harness.settle();
    expect(await notices("puljesekretariat")).toMatchObject([{ to: "Karin Thorup", state: "undeliverable" }]);
  });

  it("say of a request that was answered while nobody could be reached that it was not needed", async () => {
    harness.at("2022-03-21 09:00");
    good(await approve(harness, keyIn(path)));
    const settled = { how: "approved", at: harness.now() };
    harness.at("2022-03-22 09:00");
    await harness.settle();
    const told = await notices(application.applicant);
    expect(told).toMatchObject([{ kind: "approval-request", to: "Karin Thorup", state: "expired", settled }]);
  });

  it("say nothing of a request that was answered before it could leave", async () => {
    good(await approve(harness, keyIn(path)));
    const told = await notices("puljesekretariat");
    expect(told?.map(({ kind }) => kind)).toEqual(["application-approved"]);
  });
});

function keyIn(address: string) {
  const found = harness.deps.records.applications.all().find(({ value }) => address.endsWith(value.key));
  return found?.value.key ?? never();
}
