import { expect, it } from "vitest";
import { demoPeople } from "#demo/people.ts";
import { keyOf } from "#domain/shared/keys.ts";
import { aConversation } from "#test/builders/a-conversation.ts";
import { confirmUnchanged } from "#use-cases/action-plans/report-on-action-item.ts";
import { overview } from "#use-cases/grants/overview.ts";
import { noticePlan } from "#use-cases/notices/notice-plan.ts";
import { sendNotices } from "#use-cases/notices/send-notices.ts";
import { anActionItem } from "../builders/action-plans.ts";
import { inMemoryRecords } from "./in-memory-records.ts";
import { openNoticeWorld, watching } from "./notice-world.ts";
import { createWorld, danish, day, good } from "./world.ts";

it("T48 500 owners are asked once each, in the morning and no faster than Teams takes", async () => {
  const at = await openNoticeWorld("2022-05-02 06:30");
  const { records } = at.store;
  const [first] = records.persons.all();
  if (first === undefined || demoPeople.length === 0) throw new Error("Nobody");
  for (let number = 0; number < 500; number += 1) {
    const key = keyOf("person", "owner", number);
    const objectId = `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
    good(await records.persons.create({ ...first.value, key, objectId, roles: [] }));
    good(await records.conversations.create(aConversation(`owner-${number}`, key, at.world.now())));
    const updatedAt = danish("2022-03-01 10:00");
    good(await records.actionItems.create(anActionItem({ key: keyOf("item", number), ownerKey: key, updatedAt })));
  }
  const plan = () => noticePlan(at.world.deps);
  expect(plan().filter(({ kind }) => kind === "stale-item")).toHaveLength(500);
  const sentAt: number[] = [];
  const messenger = watching(at.messenger, () => sentAt.push(Date.parse(at.world.now())));
  const send = async () => good(await sendNotices(at.sender({ messenger }), plan));
  await send();
  // Before seven nobody is disturbed.
  expect(sentAt).toEqual([]);
  at.world.setNow(danish("2022-05-02 07:00"));
  for (let turns = 0; turns < 200; turns += 1) {
    const { left, held } = await send();
    if (left > 0) continue;
    const waitMs = at.pauses.nextEndMs();
    if (waitMs === undefined || held === 0) break;
    at.later(waitMs);
  }
  expect(at.counts()).toEqual({ sent: 500 });
  const most = Math.max(...sentAt.map((from) => sentAt.filter((time) => time >= from && time < from + 1000).length));
  expect(most).toBeLessThanOrEqual(25);
});

it("what the card asks of an owner waits in the tab too, a milestone that is due first, until it is reported", async () => {
  const { records, basis } = inMemoryRecords();
  const world = await createWorld({ records, basis }, "2022-04-29 09:00");
  const ownerKey = world.personKey("ansoeger.skole");
  const centreKey = world.centreKey("sundhed");
  const updatedAt = danish("2022-03-01 10:00");
  const items = [
    anActionItem({ key: keyOf("item", 1), title: "Stille", ownerKey, centreKey, updatedAt }),
    anActionItem({
      key: keyOf("item", 2),
      title: "Milepæl",
      ownerKey,
      centreKey,
      updatedAt,
      milestones: [{ key: keyOf("milestone"), title: "Udbud", due: day("2022-04-30"), doneOn: undefined }],
    }),
    anActionItem({ key: keyOf("item", 3), title: "Færdig", status: "done", ownerKey, centreKey, updatedAt }),
    anActionItem({ key: keyOf("item", 4), title: "Ingen ejer", ownerKey: undefined, centreKey, updatedAt }),
  ];
  for (const item of items) good(await records.actionItems.create(item));
  const waiting = (user: string) =>
    overview(world.deps, world.as(user)).tasks.map(({ kind, subject, roundName }) => [kind, subject, roundName]);
  expect(waiting("ansoeger.skole")).toEqual([]);
  world.at("2022-04-30 09:00");
  const [milestone, silent] = [
    ["update-item", "Milepæl", "Udbud"],
    ["update-item", "Stille", ""],
  ];
  expect(waiting("ansoeger.skole")).toEqual([milestone, silent]);
  expect(waiting("leder.sundhed")).toEqual([["update-item", "Ingen ejer", ""]]);
  const command = { commandKey: world.press(), itemKey: keyOf("item", 1) };
  good(await confirmUnchanged(world.deps, world.as("ansoeger.skole"), command));
  expect(waiting("ansoeger.skole")).toEqual([milestone]);
});
