import { expect, it } from "vitest";
import { createNoticePauses } from "#use-cases/notices/notice-pauses.ts";
import { nextDueInstant, noticePlan } from "#use-cases/notices/notice-plan.ts";
import { sendNotices } from "#use-cases/notices/send-notices.ts";
import { recordNames } from "#use-cases/ports/record-collection.ts";
import type { Version, Versioned } from "#use-cases/ports/versioned.ts";
import { aConversation } from "../builders/a-conversation.ts";
import { at, springClock } from "../builders/clock.ts";
import { aLine, anApplication, anAward, aPool, aRecommendation } from "../builders/grants.ts";
import { centres, people } from "../builders/organisation.ts";
import { inMemoryRecords } from "./in-memory-records.ts";
import { recordingMessenger, textCards } from "./recording-messenger.ts";
import { good } from "./world.ts";

it("T48 10,000 notices are planned and looked through in one pass with no request to Graph", async () => {
  const { records, basis, answerFiles, writes, refreshes } = inMemoryRecords();
  for (const centre of centres) await records.centres.create(centre);
  for (const person of Object.values(people)) await records.persons.create(person);
  const applications: Versioned<ReturnType<typeof anApplication>>[] = Array.from({ length: 10_000 }, (_, index) => ({
    value: anApplication({ number: `FR22-${index}`, approval: undefined }),
    version: "1" as Version,
  }));
  await records.pools.create(aPool({ awards: applications.slice(0, 100).map(({ value }) => anAward(value)) }));
  const asked: string[] = [];
  for (const name of recordNames) {
    const ask = (): never => {
      throw new Error(`Asked Graph for ${name}`);
    };
    Object.assign(records[name], { read: ask, create: ask, save: ask, remove: ask });
  }
  Object.assign(records.applications, {
    all: () => {
      asked.push("applications");
      return applications;
    },
  });
  writes.length = 0;
  const deps = { records, basis, answerFiles, clock: { now: () => springClock.lastMinute } };
  const plan = noticePlan(deps);
  expect([plan.length, new Set(plan.map(({ key }) => key)).size, asked]).toEqual([10_000, 10_000, ["applications"]]);
  expect(nextDueInstant(deps)).toBe(springClock.closed);
  const pauses = createNoticePauses(() => 0);
  const sender = { ...deps, messenger: recordingMessenger(), renderCard: textCards, pauses, instance: "test" };
  const report = good(await sendNotices(sender, () => plan));
  expect(report).toMatchObject({ sent: 0, expired: 0, left: 0, held: 0 });
  expect([writes, refreshes]).toEqual([[], []]);
});

it.each([
  ["old", "2022-03-28T08:00:00.000Z", false, 0],
  ["of this week", "2022-03-22T08:00:00.000Z", false, 1],
  ["of a round whose list is put up", "2022-03-22T08:00:00.000Z", true, 0],
] as const)(
  "of an approval that is %s, seen at %s (list put up: %s), a run makes %i records",
  async (_what, now, listed, creates) => {
    const { records, basis, answerFiles, writes } = inMemoryRecords();
    for (const centre of centres) await records.centres.create(centre);
    for (const person of Object.values(people)) await records.persons.create(person);
    const { key, name } = people.applicant;
    await records.conversations.create(aConversation(name, key, at("2022-03-01T08:00:00.000Z")));
    const approval = { at: at("2022-03-19T20:00:00.000Z"), by: people.head.key, how: "head" } as const;
    const application = anApplication({ approval });
    await records.applications.create(application);
    // Put up long ago and not for anybody the bot reaches.
    const recommendation = aRecommendation([aLine(application)], { recommendedAt: at("2022-03-20T08:00:00.000Z") });
    await records.pools.create(aPool(listed ? { recommendations: [recommendation] } : {}));
    writes.length = 0;
    const deps = { records, basis, answerFiles, clock: { now: () => at(now) } };
    const messenger = recordingMessenger();
    const sender = { ...deps, messenger, renderCard: textCards, pauses: createNoticePauses(() => 0), instance: "test" };
    good(await sendNotices(sender, () => noticePlan(deps)));
    const told = records.senders.all().filter(({ value }) => value.kind === "application-approved");
    expect([told.length, messenger.posted.length]).toEqual([creates, creates]);
  },
);
