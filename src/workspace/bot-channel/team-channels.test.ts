import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { anna, bo, carl } from "../test-seed.ts";
import {
  app,
  cardAnswer,
  cardOf,
  channelsForTests,
  messageWith,
  refusalOf,
  seedWithTeam,
  type TestChannel,
  teamApp,
} from "./bot-channel.test-support.ts";
import { channelUserId, threadIdOf } from "./channel-wire.ts";
import { createRosters } from "./rosters.ts";

const [team] = createRosters(seedWithTeam()).teams;
if (team === undefined) throw new Error("The seed has a team");
const conversationsSchema = z.object({
  conversations: z.array(z.looseObject({ id: z.string(), kind: z.string(), teamName: z.optional(z.string()) })),
});
const postedSchema = z.object({ id: z.string(), activityId: z.string() });

const open = channelsForTests();
let t: TestChannel;
let channelId: string;
beforeEach(async () => {
  t = open({ seed: seedWithTeam(), apps: () => [teamApp] });
  await t.installed();
  channelId = (await channelsOf(anna))[0]?.id ?? "";
});

async function channelsOf(person: typeof anna) {
  const answer = await t.as(person, "/conversations");
  return conversationsSchema.parse(await answer.json()).conversations.filter(({ kind }) => kind === "channel");
}
/** The bot begins a thread in the channel. */
async function newThread(text: string): Promise<z.infer<typeof postedSchema>> {
  const activity = messageWith(cardOf(text));
  const answer = await t.asBot("", { isGroup: true, channelData: { channel: { id: channelId } }, activity });
  expect(answer.status).toBe(201);
  return postedSchema.parse(await answer.json());
}
const at = (id: string, path = "messages"): string => `/conversations/${encodeURIComponent(id)}/${path}`;
const cards = async (person: typeof anna): Promise<unknown[]> =>
  (await t.page(person, channelId)).messages.flatMap((message) => message.cards);
const pressIn = (person: typeof anna, messageId: string): Promise<Response> =>
  t.as(person, at(channelId, `messages/${messageId}/invoke`), {
    action: { type: "Action.Execute", verb: "review.view", data: { key: "k1" } },
    trigger: "automatic",
  });

describe("a team's channel", () => {
  it("is there for members of a team whose app is made for teams, and for nobody else", async () => {
    expect(await channelsOf(bo)).toMatchObject([{ id: channelId, teamName: "Puljegruppen", appName: app.name }]);
    expect(await channelsOf(carl)).toEqual([]);
    expect((await t.as(carl, at(channelId))).status).toBe(404);
    const personal = open({ seed: seedWithTeam() });
    await personal.installed();
    expect(personal.bot.received.filter(({ conversation }) => conversation.id.startsWith("19:"))).toEqual([]);
  });

  it("is told to the bot with its team, and the bot as the new member", () => {
    const [install, joined, ...more] = t.bot.received.filter(({ conversation }) => conversation.id === channelId);
    const channelData = {
      tenant: { id: seedWithTeam().tenant.id },
      team: { id: team.id, name: "Puljegruppen", aadGroupId: team.groupId },
      channel: { id: channelId },
    };
    expect(channelId).toMatch(/^19:.+@thread\.tacv2$/u);
    expect(install).toMatchObject({
      type: "installationUpdate",
      action: "add",
      conversation: { isGroup: true, conversationType: "channel" },
      channelData,
    });
    expect(joined).toMatchObject({
      type: "conversationUpdate",
      membersAdded: [{ id: `28:${app.id}` }],
      channelData: { ...channelData, eventType: "teamMemberAdded" },
    });
    expect(more).toEqual([]);
    expect(t.bot.refused).toEqual([]);
  });

  it("takes a thread's first message, and answers to it by the thread's raw id or by the message", async () => {
    const { id, activityId } = await newThread("en sag");
    expect(id).toBe(threadIdOf(channelId, activityId));
    expect(id).toMatch(/^19:[^%]+@thread\.tacv2;messageid=\d{13}$/u);
    expect((await t.asBot(`/${id}/activities`, messageWith(cardOf("et")))).status).toBe(201);
    const encoded = `/${encodeURIComponent(id)}/activities`;
    expect((await t.asBot(encoded, messageWith(cardOf("to")))).status).toBe(201);
    expect((await t.asBot(`/${channelId}/activities/${activityId}`, messageWith(cardOf("tre")))).status).toBe(201);
    const { messages } = await t.page(bo, channelId);
    expect(messages.map(({ rootId }) => rootId)).toEqual([undefined, activityId, activityId, activityId]);
    const edit = await t.asBot(`/${id}/activities/${activityId}`, messageWith(cardOf("rettet")), "PUT");
    expect(edit.status).toBe(200);
    expect((await cards(anna))[0]).toEqual(cardOf("rettet"));
  });

  it("knows no thread that nobody began", async () => {
    const wrong = threadIdOf(channelId, "1234567890123");
    const answer = await t.asBot(`/${wrong}/activities`, messageWith(cardOf("x")));
    expect(await refusalOf(answer)).toEqual([404, "ConversationNotFound"]);
    const activity = messageWith(cardOf("x"));
    const elsewhere = await t.asBot("", {
      isGroup: true,
      channelData: { channel: { id: "19:x@thread.tacv2" } },
      activity,
    });
    expect(await refusalOf(elsewhere)).toEqual([404, "ConversationNotFound"]);
  });

  it("shows each member the view the bot gave her, at the same time, until the message is edited", async () => {
    const { activityId } = await newThread("til alle");
    t.bot.answer = ({ from }) => cardAnswer(from.aadObjectId === anna.id ? "til Anna" : "til Bo");
    await Promise.all([pressIn(anna, activityId), pressIn(bo, activityId)]);
    expect(await cards(anna)).toEqual([cardOf("til Anna")]);
    expect(await cards(bo)).toEqual([cardOf("til Bo")]);
    t.bot.answer = () => cardAnswer("til Anna igen");
    await pressIn(anna, activityId);
    expect(await cards(bo)).toEqual([cardOf("til Bo")]);
    await t.asBot(`/${channelId}/activities/${activityId}`, messageWith(cardOf("afgjort")), "PUT");
    expect([await cards(anna), await cards(bo)]).toEqual([[cardOf("afgjort")], [cardOf("afgjort")]]);
  });

  it("says in a press where it happened: the thread, and the member who pressed by the id cards know", async () => {
    const { id, activityId } = await newThread("til alle");
    await pressIn(bo, activityId);
    const { me } = await t.page(bo, channelId);
    expect(me).toBe(channelUserId(app.id, bo.id));
    expect(t.bot.received.at(-1)).toMatchObject({
      type: "invoke",
      conversation: { id, conversationType: "channel" },
      replyToId: activityId,
      from: { id: me, aadObjectId: bo.id },
    });
  });

  it("lets the bot hear only what names it, in the thread where it was said", async () => {
    const before = t.bot.received.length;
    await t.as(bo, at(channelId), { text: "Skal vi mødes?" });
    expect(t.bot.received).toHaveLength(before);
    await t.as(bo, at(channelId), { text: "@prøveapp hjælp" });
    const [first, second] = (await t.page(anna, channelId)).messages;
    expect([first?.from, first?.text]).toEqual(["Bo Bæk", "Skal vi mødes?"]);
    expect(t.bot.received.at(-1)).toMatchObject({
      type: "message",
      text: "<at>Prøveapp</at> hjælp",
      conversation: { id: threadIdOf(channelId, second?.id ?? "") },
    });
    expect(t.bot.received.at(-1)?.["entities"]).toContainEqual({
      type: "mention",
      text: "<at>Prøveapp</at>",
      mentioned: { id: `28:${app.id}`, name: "Prøveapp" },
    });
    await t.as(anna, at(channelId), { text: "@Prøveapp og her?", rootId: second?.id });
    expect(t.bot.received.at(-1)?.conversation.id).toBe(threadIdOf(channelId, second?.id ?? ""));
    expect((await t.page(bo, channelId)).messages.at(-1)?.rootId).toBe(second?.id);
  });

  it("gives the bot its roster page by page, its team and its channels", async () => {
    const first = await t.asBot(`/${channelId}/pagedmembers?pageSize=1`);
    const page = z.object({ members: z.array(z.unknown()), continuationToken: z.string() }).parse(await first.json());
    const second = await t.asBot(`/${channelId}/pagedmembers?pageSize=1&continuationToken=${page.continuationToken}`);
    expect([page.members, await second.json()]).toMatchObject([
      [{ aadObjectId: anna.id }],
      { members: [{ aadObjectId: bo.id }] },
    ]);
    expect(await refusalOf(await t.asBot(`/${channelId}/members/${carl.id}`))).toEqual([
      404,
      "MemberNotFoundInConversation",
    ]);
    const teams = (path: string): Promise<Response> => t.call(`/connector/v3/teams/${path}`, `bot ${app.id}`);
    expect(await (await teams(team.id)).json()).toMatchObject({ name: "Puljegruppen", memberCount: 2 });
    expect(await (await teams(`${team.id}/conversations`)).json()).toMatchObject({
      conversations: [{ id: channelId }],
    });
    expect(await refusalOf(await teams("19:nobody@thread.tacv2"))).toEqual([404, "TeamNotFound"]);
  });

  it("counts what is unread for each member alone", async () => {
    await newThread("en sag");
    const { messages } = await t.page(anna, channelId);
    await t.as(anna, at(channelId, "read"), { seq: messages.at(-1)?.seq });
    expect(await channelsOf(anna)).toMatchObject([{ unread: 0 }]);
    expect(await channelsOf(bo)).toMatchObject([{ unread: 1 }]);
  });

  it("loses the app only by an owner's hand, and the bot writes there no more", async () => {
    expect((await t.as(bo, at(channelId, "uninstall"), {})).status).toBe(403);
    expect((await t.as(anna, at(channelId, "uninstall"), {})).status).toBe(204);
    const answer = await t.asBot(`/${channelId}/activities`, messageWith(cardOf("x")));
    expect(await refusalOf(answer)).toEqual([403, "BotNotInConversationRoster"]);
    await t.as(anna, at(channelId, "install"), {});
    await t.channel.settled();
    expect((await t.asBot(`/${channelId}/activities`, messageWith(cardOf("x")))).status).toBe(201);
  });

  it("hears of new messages in every member's open chat", async () => {
    const heard: string[] = [];
    t.channel.onChange(({ personId, conversationId }) => void heard.push(`${personId} ${conversationId}`));
    await newThread("en sag");
    expect(heard).toEqual([`${anna.id} ${channelId}`, `${bo.id} ${channelId}`]);
  });
});
