import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type AdminHealth, adminHealthSchema } from "#contract/health.ts";
import { meSchema } from "#contract/me.ts";
import { demoPeople } from "#demo/people.ts";
import { keyOf } from "#domain/shared/keys.ts";
import type { Service } from "#service/open-service.ts";
import { projectionLists, recordLists } from "#sharepoint/lists/all-lists.ts";
import { KEY_COLUMN } from "#sharepoint/lists/define-list.ts";
import { aConversation } from "#test/builders/a-conversation.ts";
import { siteDamage } from "#test/contract/site-damage.ts";
import { type Harness, openHarness } from "#test/scenarios/harness.ts";
import { openRound, sentSpring } from "#test/scenarios/pool-story.ts";
import { recordingMessenger } from "#test/scenarios/recording-messenger.ts";
import { startAnew } from "#test/scenarios/second-service.ts";
import { good } from "#test/scenarios/world.ts";

let harness: Harness;
let service: Service;
let messenger = recordingMessenger();

async function call(user: string, method: string, path: string, body?: object) {
  const headers = { authorization: `Bearer ${user}`, "content-type": "application/json", "accept-language": "da" };
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  const answer = await service.app.fetch(new Request(`http://service.test${path}`, init));
  const read: unknown = await answer.json();
  return { status: answer.status, body: read };
}

async function page(): Promise<AdminHealth> {
  return z.parse(adminHealthSchema, (await call("administrator", "GET", "/api/admin/health")).body);
}

async function act(name: "read-anew" | "rebuild" | "check-logs"): Promise<AdminHealth> {
  const body = { commandKey: harness.press(), act: name };
  return z.parse(adminHealthSchema, (await call("administrator", "POST", "/api/admin/health/acts", body)).body);
}

const stateOf = ({ lines }: AdminHealth, name: AdminHealth["lines"][number]["name"]) =>
  lines.find((line) => line.name === name);
const readOnly = async () => z.parse(meSchema, (await call("ansoeger.kultur", "GET", "/api/me")).body).readOnlyLists;

beforeEach(async () => {
  harness = await openHarness();
  await sentSpring(harness, (await openRound(harness)).roundKey);
  messenger = recordingMessenger();
  const started = await startAnew(harness, () => false, messenger);
  service = started.service;
  await service.background.runNow();
  return () => service.stop();
});

describe("the administrators' page", () => {
  it("B10 is open to the role administrator and to nobody else, to read and to act", async () => {
    for (const { user, roles } of demoPeople) {
      const commandKey = harness.press();
      const settle = { commandKey, noticeKey: keyOf("no notice"), fate: "arrived" };
      const answers = [
        await call(user, "GET", "/api/admin/health"),
        await call(user, "POST", "/api/admin/health/acts", { commandKey, act: "check-logs" }),
        await call(user, "POST", `/api/admin/notices/${keyOf("no sender")}`, settle),
      ];
      const status = roles.includes("administrator") ? 200 : 403;
      expect([user, ...answers.map((answer) => answer.status)]).toEqual([user, status, status, status]);
      if (status === 403) expect(JSON.stringify(answers)).not.toContain("AabneAnsoegninger");
    }
  });

  it("says of a whole service that all is well, and shows nothing of an application", async () => {
    const seen = await act("read-anew");
    expect(
      seen.lines.filter(({ state, name }) => state !== "ok" && name !== "bot" && name !== "undeliverable"),
    ).toEqual([]);
    expect(seen.lists.map(({ state }) => state)).not.toContain("fault");
    expect(seen.lists).toHaveLength(Object.keys({ ...recordLists, ...projectionLists }).length);
    const titles = harness.deps.records.applications.all().map(({ value }) => value.title);
    for (const title of titles) expect(JSON.stringify(seen)).not.toContain(title);
  });

  it.each(["deleted list", "deleted column"])(
    "T41 a %s is named with its repair and only shown, and all is well once it is back",
    async (what) => {
      await act("read-anew");
      const damage = siteDamage(harness.workspace);
      const list = recordLists.reviews;
      if (what === "deleted list") await damage.deleteList(list);
      else await damage.deleteColumn(list, KEY_COLUMN);
      // The first read meets the list's end, the second knows that there is none.
      await service.poll();
      const damaged = await act("read-anew");
      expect(damaged.state).toBe("fault");
      expect(stateOf(damaged, "sharepoint")).toMatchObject({ state: "fault", repair: "provision" });
      const found = damaged.lists.find(({ name }) => name === list.name);
      expect(found).toMatchObject({
        state: "fault",
        isFailing: true,
        findings: [{ stops: "reads", isRepairable: true }],
      });
      expect(await readOnly()).toEqual([list.title]);
      expect((await call("ansoeger.kultur", "GET", "/api/overview")).status).toBe(200);
      expect(service.deps.records.applications.all().length).toBeGreaterThan(0);

      good(await harness.workspace.provisioning().apply());
      const mended = await act("read-anew");
      expect(mended.lists.find(({ name }) => name === list.name)).toMatchObject({ state: "ok", findings: [] });
      expect(await readOnly()).toBeUndefined();
    },
  );

  it("T41 a press on a list that is gone keeps what was written and says that SharePoint does not answer", async () => {
    await siteDamage(harness.workspace).deleteList(recordLists.drafts);
    await service.poll();
    await service.poll();
    const round = service.deps.records.pools.all()[0]?.value.rounds[0]?.key ?? "";
    harness.at("2022-03-10 10:00");
    const body = { commandKey: harness.press() };
    expect(await call("ansoeger.kultur", "POST", `/api/rounds/${round}/drafts`, body)).toMatchObject({
      status: 503,
      body: { code: "unavailable" },
    });
  });
});

describe("a message whose fate is unknown", () => {
  async function uncertain(): Promise<AdminHealth["uncertain"][number]> {
    harness.at("2022-04-01 09:00");
    await talkTo("oekonomi");
    messenger.failNext("uncertain");
    await service.background.runNow();
    const [first] = (await page()).uncertain;
    if (first === undefined) throw new Error("Nothing is uncertain");
    return first;
  }

  async function talkTo(user: string): Promise<void> {
    const personKey = harness.personKey(user);
    const conversation = aConversation(user, personKey, harness.now());
    good(await service.deps.records.conversations.create(conversation));
  }

  const settle = async (each: AdminHealth["uncertain"][number], fate: string) => {
    const body = { commandKey: harness.press(), noticeKey: each.noticeKey, fate };
    const answer = await call("administrator", "POST", `/api/admin/notices/${each.senderKey}`, body);
    return z.parse(adminHealthSchema, answer.body);
  };

  it("T45 is never sent again by itself, and is only sent again when a person says so, once", async () => {
    const each = await uncertain();
    expect(each).toMatchObject({ kind: "review-request", mayResend: true });
    await service.background.runNow();
    expect(messenger.posted).toHaveLength(0);
    expect((await settle(each, "send-again")).uncertain).toEqual([]);
    await service.background.runNow();
    await settle(each, "send-again");
    await service.background.runNow();
    expect(messenger.posted.filter((card) => card.act === "send")).toHaveLength(1);
    const line = service.deps.records.audit.all().find(({ value }) => value.action === "notice-send-again");
    expect(line?.value.by).toBe(harness.personKey("administrator"));
  });

  it("T45 is done with once a person has seen that it arrived", async () => {
    const each = await uncertain();
    expect((await settle(each, "arrived")).uncertain).toEqual([]);
    await service.background.runNow();
    expect(messenger.posted).toEqual([]);
  });
});
