import { beforeEach, describe, expect, it } from "vitest";
import { noticeChoicesSchema } from "#contract/notice-choices.ts";
import type { Notice } from "#domain/notices/notice.ts";
import type { NoticeChoices } from "#domain/notices/notice-choices.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { chooseNotices } from "#use-cases/notices/choose-notices.ts";
import { asChosen } from "#use-cases/notices/notice-plan.ts";
import { sendNotices } from "#use-cases/notices/send-notices.ts";
import { updateCards } from "#use-cases/notices/update-cards.ts";
import { upsertPerson } from "#use-cases/organisation/upsert-person.ts";
import { type Harness, openHarness } from "./harness.ts";
import { type NoticeWorld, openNoticeWorld } from "./notice-world.ts";
import { good } from "./world.ts";

const user = "leder.hr";

describe("choosing how to be told", () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await openHarness();
  });
  const choose = (body: object, who = user) =>
    harness.http(who, "PUT", "/api/me/notices", { commandKey: harness.press(), ...body });
  const stored = (who = user) => harness.deps.records.persons.byKey(harness.personKey(who))?.value.noticeChoices;

  it("begins with everything at once in the house's hours, and says what may be chosen", async () => {
    const answer = noticeChoicesSchema.parse((await harness.http(user, "GET", "/api/me/notices")).body);
    expect(answer.groups.map(({ mode }) => mode)).toEqual(["now", "now", "now", "now", "now"]);
    expect(answer.groups.find(({ group }) => group === "own-decisions")?.modes).toEqual(["now", "morning"]);
    expect([answer.hours, answer.houseHours]).toEqual([undefined, { from: "07:00", until: "18:00" }]);
  });

  it("is stored on the person with a log line, read back after a restart, and one write", async () => {
    harness.forgetGraph();
    const hours = { from: "08:30", until: "15:00" };
    const answer = await choose({ modes: { reminders: "tab", requests: "morning" }, hours });
    expect([answer.status, harness.graphWrites().length]).toEqual([200, 1]);
    expect(noticeChoicesSchema.parse(answer.body)).toMatchObject({ hours });
    const read = good(await harness.deps.records.persons.read(harness.personKey(user)));
    expect(read.value.noticeChoices).toMatchObject({ modes: { reminders: "tab", requests: "morning" }, hours });
    expect(read.value.log.tail.at(-1)).toMatchObject({ action: "notices-chosen", detail: { reminders: "tab" } });
    harness.forgetGraph();
    await choose({ modes: { reminders: "tab", requests: "morning" }, hours });
    expect(harness.graphWrites()).toEqual([]);
  });

  it("refuses to silence what nobody else decides, other hours than the house's, and less than an hour", async () => {
    const refused = [
      { modes: { "own-decisions": "tab" } },
      { modes: {}, hours: { from: "06:00", until: "09:00" } },
      { modes: {}, hours: { from: "09:00", until: "19:00" } },
      { modes: {}, hours: { from: "09:00", until: "09:45" } },
      { modes: {}, hours: { from: "09:10", until: "12:00" } },
    ];
    for (const body of refused) expect((await choose(body)).status).toBe(400);
    expect(stored()).toBeUndefined();
  });

  it("T20 reaches nobody else, and stays when the organisation is brought up to date", async () => {
    await choose({ modes: { lists: "tab" }, personKey: harness.personKey("formand.dsg") });
    expect([stored()?.modes.lists, stored("formand.dsg")]).toEqual(["tab", undefined]);
    const person = harness.deps.records.persons.byKey(harness.personKey(user))?.value;
    if (person === undefined) throw new Error("No person");
    const { log: _, noticeChoices: __, ...known } = person;
    const command = { commandKey: harness.press(), by: "system" as const, person: { ...known, title: "Chef" } };
    expect(good(await upsertPerson(harness.deps, command)).noticeChoices?.modes.lists).toBe("tab");
  });
});

describe("what is sent to who has chosen", () => {
  let at: NoticeWorld;
  beforeEach(async () => {
    // A Friday.
    at = await openNoticeWorld("2022-04-01 09:00");
    await at.installBot(user);
  });
  const choose = async (modes: NoticeChoices["modes"], hours?: NoticeChoices["hours"]) => {
    const actor = { personKey: at.world.personKey(user) };
    good(await chooseNotices(at.world.deps, actor, { commandKey: at.world.press(), modes, hours }));
  };
  const send = (...plan: readonly Notice[]) => at.send(...asChosen(at.world.deps, plan));
  const request = (more: Partial<Notice> = {}) => at.notice(user, { kind: "review-request", ...more });

  it("is nothing where the tab alone tells, and comes after all when the choice is taken back", async () => {
    const due = request();
    await choose({ requests: "tab" });
    expect([await send(due), at.counts()]).toMatchObject([{ sent: 0, expired: 0 }, {}]);
    await choose({});
    expect(await send(due)).toMatchObject({ sent: 1 });
  });

  it("is a reminder where only requests are told in the tab", async () => {
    await choose({ requests: "tab" });
    const reminder = at.notice(user, { kind: "review-reminder", part: "reminder" });
    expect(await send(request(), reminder)).toMatchObject({ sent: 1, expired: 0 });
  });

  it("is a letter all the same, whatever is chosen", async () => {
    await choose({ requests: "tab", reminders: "tab", answers: "tab", lists: "tab", "own-decisions": "morning" });
    expect(await send(at.notice(user, { kind: "outcome" }))).toMatchObject({ sent: 1 });
  });

  it("waits for the next working morning or for one's own hours, and is sent then", async () => {
    await choose({ requests: "morning" });
    const due = request();
    expect(await send(due)).toMatchObject({ sent: 0 });
    at.world.at("2022-04-04 06:59");
    expect(await send(due)).toMatchObject({ sent: 0 });
    at.world.at("2022-04-04 07:00");
    expect(await send(due)).toMatchObject({ sent: 1 });
    await choose({}, { from: "10:00", until: "12:00" });
    const next = request({ subjectKey: keyOf("round", 2) });
    expect(await send(next)).toMatchObject({ sent: 0 });
    at.world.at("2022-04-04 10:00");
    expect(await send(next)).toMatchObject({ sent: 1 });
  });

  it("T48 is one card for all that is collected, counted by kind, and each is told once by two services", async () => {
    await choose({ requests: "morning", reminders: "morning", answers: "morning", "own-decisions": "morning" });
    const plan = [
      request(),
      at.notice(user, { kind: "application-approved", subjectKey: keyOf("application", 7) }),
      ...[1, 2].map((index) => at.notice(user, { kind: "approval-request", subjectKey: keyOf("application", index) })),
    ];
    at.world.at("2022-04-04 07:00");
    const planNow = () => asChosen(at.world.deps, plan);
    await Promise.all([sendNotices(at.sender(), planNow), sendNotices(at.sender({ instance: "two" }), planNow)]);
    await send(...plan);
    expect(at.messenger.posted).toHaveLength(1);
    expect(at.messenger.posted[0]?.cardJson).toContain("application-approved=1,approval-request=2,review-request=1");
    expect(at.counts()).toEqual({ sent: 1, digested: 4 });
  });

  it("is the card itself where only one is collected, so that it can be answered there", async () => {
    await choose({ "own-decisions": "morning" });
    const due = at.notice(user, { kind: "approval-request" });
    at.world.at("2022-04-04 07:00");
    expect([await send(due), at.counts()]).toMatchObject([{ sent: 1 }, { sent: 1 }]);
  });

  it("U13 is never more than ten notices in a minute, whatever is chosen", async () => {
    const plan = Array.from({ length: 40 }, (_, index) => request({ subjectKey: keyOf("round", index) }));
    for (const modes of [{}, { requests: "morning" }] as const) {
      await choose(modes);
      const before = at.messenger.posted.length;
      for (let second = 0; second < 60; second += 1) {
        await send(...plan);
        at.later(1000);
      }
      expect(at.messenger.posted.length - before).toBeLessThanOrEqual(10);
    }
  });

  it("still updates a card that was sent before its kind was told in the tab only", async () => {
    await send(request());
    await choose({ requests: "tab" });
    const closed = { cardJson: "lukket", summary: "", answerable: false };
    expect(good(await updateCards(at.sender({ renderCard: () => closed })))).toBe(1);
    expect(at.messenger.posted.at(-1)).toMatchObject({ act: "update", cardJson: "lukket" });
  });
});
