import { beforeEach, describe, expect, it } from "vitest";
import {
  actionItemSchema,
  actionPlanSchema,
  matchAreasSchema,
  programmePageSchema,
  programmeSchema,
} from "#contract/action-plans.ts";
import { applicationSchema } from "#contract/applications.ts";
import { searchSchema } from "#contract/search.ts";
import { demoAreas } from "#demo/plan-areas.ts";
import type { ActionItem } from "#domain/action-plans/action-item.ts";
import type { Key } from "#domain/shared/keys.ts";
import { publishChanges } from "#service/background/change-topics.ts";
import { createActionItem } from "#use-cases/action-plans/create-action-item.ts";
import { editActionItem } from "#use-cases/action-plans/edit-action-item.ts";
import { itemFromApplication } from "#use-cases/action-plans/item-from-application.ts";
import { planPage } from "#use-cases/action-plans/plan-page.ts";
import { createProgramme } from "#use-cases/action-plans/programmes.ts";
import { confirmUnchanged, reportOnActionItem } from "#use-cases/action-plans/report-on-action-item.ts";
import { decidePacket } from "#use-cases/grants/decide-packet.ts";
import { recommend } from "#use-cases/grants/recommend.ts";
import { typedFields } from "../builders/action-plans.ts";
import { type Harness, openHarness } from "./harness.ts";
import { openRound, reviewEverything, sentSpring } from "./pool-story.ts";
import { day, good, kindOf } from "./world.ts";

let harness: Harness;

const secretary = () => harness.as("puljesekretariat");

async function programme(): Promise<Key> {
  const made = await createProgramme(harness.deps, secretary(), {
    commandKey: harness.press(),
    title: "Digitaliseringsprogram 2021-2025",
    fromYear: 2021,
    toYear: 2025,
    caseNumber: "21/6103",
    supersedes: [],
    alignedWith: [],
    organisation: "",
    steeringGroup: "",
    focusAreas: demoAreas,
  });
  return good(made).key;
}

const fields = (more: Partial<ReturnType<typeof typedFields>> = {}) =>
  typedFields({
    ownerKey: harness.personKey("ansoeger.sundhed"),
    centreKey: harness.centreKey("sundhed"),
    ...more,
  });

async function item(more: Partial<ReturnType<typeof typedFields>> = {}): Promise<ActionItem> {
  const command = { commandKey: harness.press(), fields: fields(more), status: "running" } as const;
  return good(await createActionItem(harness.deps, secretary(), command));
}

beforeEach(async () => {
  harness = await openHarness("2022-03-01 10:00");
});

describe("the action plan", () => {
  it("001-17 an item stands in the plan at once, under exactly one main area, in one create", async () => {
    await programme();
    harness.forgetGraph();
    const body = { ...fields({ focusArea: 2, furtherAreas: [5, 2] }), commandKey: harness.press(), status: "idea" };
    const made = await harness.http("puljesekretariat", "POST", "/api/action-items", body);
    expect([made.status, harness.graphWrites().length]).toEqual([201, 1]);
    expect(actionItemSchema.parse(made.body).item).toMatchObject({ focusArea: 2, furtherAreas: [5], status: "idea" });
    expect((await harness.http("puljesekretariat", "POST", "/api/action-items", body)).status).toBe(201);
    const plan = actionPlanSchema.parse((await harness.http("raad.aeldre", "GET", "/api/action-plan")).body);
    expect(plan.areas.map(({ items }) => items.length)).toEqual([0, 1, 0, 0, 0, 0]);
    const wrong = await harness.http("puljesekretariat", "POST", "/api/action-items", {
      ...body,
      commandKey: harness.press(),
      focusArea: 7,
    });
    expect([wrong.status, wrong.body]).toMatchObject([
      422,
      { fields: [{ field: "focusArea", code: "no-such-choice" }] },
    ]);
  });

  it("001-18 the plan stands by area in KL's order with status, owner, next milestone and days since; an empty area with none", async () => {
    await programme();
    const milestones = [{ title: "Udbud", due: day("2022-05-01") }];
    await item({ focusArea: 6, title: "Åben data", milestones });
    await item({ focusArea: 6, title: "Ældre systemer" });
    harness.at("2022-03-11 10:00");
    const { areas } = planPage(harness.deps, harness.as("raad.aeldre"));
    expect(areas.map(({ number, name, items }) => [number, name, items.length])).toEqual(
      demoAreas.map(({ name }, index) => [index + 1, name, index === 5 ? 2 : 0]),
    );
    expect(areas[5]?.items.map(({ title }) => title)).toEqual(["Ældre systemer", "Åben data"]);
    expect(areas[5]?.items[1]).toMatchObject({
      status: "running",
      owner: { name: "Mette Skovgaard" },
      nextMilestone: { title: "Udbud" },
      daysSinceUpdate: 10,
      may: { edit: false, report: false },
    });
  });

  it("001-19 names are matched, proposed, and known once somebody has confirmed them", async () => {
    const key = await programme();
    const names = ["Borger, teknologi og lokaldemokrati", "Klima og ressourcer", "Noget helt andet"];
    const matches = async () => {
      const { body } = await harness.http("puljesekretariat", "POST", `/api/programmes/${key}/match-areas`, { names });
      return matchAreasSchema.parse(body).matches.map(({ number, isCertain }) => [number, isCertain]);
    };
    expect(await matches()).toEqual([
      [1, false],
      [4, true],
      [undefined, false],
    ]);
    const confirm = { commandKey: harness.press(), names: [{ name: names[0], number: 1 }] };
    expect((await harness.http("ansoeger.sundhed", "POST", `/api/programmes/${key}/area-names`, confirm)).status).toBe(
      403,
    );
    const { body } = await harness.http("puljesekretariat", "POST", `/api/programmes/${key}/area-names`, confirm);
    expect(programmeSchema.parse(body).key).toBe(key);
    expect((await matches())[0]).toEqual([1, true]);
  });

  it("002-05 verdensmål 9 and 16 stay on the item as numbers, whose names and colours are C6's", async () => {
    await programme();
    const { key } = await item({ sdgs: [16, 9] });
    const { body } = await harness.http("direktion", "GET", `/api/action-items/${key}`);
    expect(actionItemSchema.parse(body).item.sdgs).toEqual([9, 16]);
  });

  it("003-07 an item of a need is one item, and says which need it came from", async () => {
    await programme();
    const needKey = harness.press();
    const make = async () =>
      good(
        await createActionItem(harness.deps, secretary(), {
          commandKey: harness.press(),
          fields: fields(),
          status: "idea",
          needKey,
        }),
      );
    const [first, second] = [await make(), await make()];
    expect(second).toEqual(first);
    const { body } = await harness.http("ansoeger.sundhed", "GET", `/api/action-items/${first.key}`);
    expect(actionItemSchema.parse(body).needKey).toBe(needKey);
  });

  it("without a programme there is no plan to put items into, and it is said", async () => {
    const answer = await harness.http("puljesekretariat", "POST", "/api/action-items", {
      ...fields(),
      commandKey: harness.press(),
      status: "idea",
    });
    expect([answer.status, answer.body]).toMatchObject([409, { code: "no-programme" }]);
    expect(planPage(harness.deps, secretary())).toMatchObject({ areas: [], may: { create: false, programme: true } });
    expect(planPage(harness.deps, harness.as("ansoeger.sundhed")).may.programme).toBe(false);
  });

  it("T11 two people moving the same bar: the second is told what stands there, and both changes are in the history", async () => {
    await programme();
    const { key, to } = await item();
    const move = (user: string, wanted: string) =>
      harness.http(user, "POST", `/api/action-items/${key}/edit`, {
        commandKey: harness.press(),
        changes: { to: wanted },
        seen: { to },
      });
    expect((await move("ansoeger.sundhed", "2023-06-30")).status).toBe(200);
    const second = await move("leder.sundhed", "2023-09-30");
    expect([second.status, second.body]).toMatchObject([
      409,
      { code: "changed-meanwhile", fields: [{ field: "to", data: { theirs: "2023-06-30" } }] },
    ]);
    const { body } = await harness.http("leder.sundhed", "GET", `/api/action-items/${key}`);
    const view = actionItemSchema.parse(body);
    expect(view.item.to).toBe("2023-06-30");
    expect(view.timeline[0]).toMatchObject({ action: "moved", who: "Mette Skovgaard", data: { toBefore: to } });
  });

  it("T11 two who write at the same moment lose nothing: the slower one decides again on what is there", async () => {
    await programme();
    const { key } = await item();
    const { deps } = harness;
    const [a, b] = await Promise.all([
      editActionItem(deps, secretary(), {
        commandKey: harness.press(),
        itemKey: key,
        changes: { title: "Nyt navn" },
        seen: {},
      }),
      reportOnActionItem(deps, harness.as("ansoeger.sundhed"), {
        commandKey: harness.press(),
        itemKey: key,
        note: "Godt i gang",
      }),
    ]);
    expect([a.ok, b.ok]).toEqual([true, true]);
    const stored = good(await deps.records.actionItems.read(key)).value;
    expect(stored).toMatchObject({ title: "Nyt navn", notes: [{ text: "Godt i gang" }], log: { count: 3 } });
  });

  it("a press that arrives twice is one line; the item page says what the reader may do", async () => {
    await programme();
    const { key } = await item();
    const command = { commandKey: harness.press(), itemKey: key };
    const owner = harness.as("ansoeger.sundhed");
    good(await confirmUnchanged(harness.deps, owner, command));
    expect(good(await confirmUnchanged(harness.deps, owner, command)).log.count).toBe(2);
    const may = async (user: string) =>
      actionItemSchema.parse((await harness.http(user, "GET", `/api/action-items/${key}`)).body).item.may;
    expect(await may("ansoeger.sundhed")).toEqual({ edit: false, report: true });
    expect(await may("leder.sundhed")).toEqual({ edit: true, report: true });
    expect(await may("leder.skole")).toEqual({ edit: false, report: false });
    expect(
      (await harness.http("leder.skole", "POST", `/api/action-items/${key}/unchanged`, { commandKey: harness.press() }))
        .status,
    ).toBe(403);
    const day = await harness.http("leder.sundhed", "POST", `/api/action-items/${key}/edit`, {
      commandKey: harness.press(),
      changes: { to: "2023-02-31" },
      seen: {},
    });
    expect([day.status, day.body]).toMatchObject([400, { code: "malformed-body" }]);
  });

  it("an open tab hears of an item by the plan's and the item's own topic", async () => {
    await programme();
    const { key } = await item();
    const heard: string[] = [];
    const stop = harness.feed.subscribe(({ topics }) => heard.push(...topics));
    publishChanges(harness.deps, harness.feed, "actionItems", [key]);
    stop();
    expect(heard).toEqual(["overview", "action-plan", `action-item:${key}`]);
  });
});

/** FR22-01, awarded, and FR22-03, rejected. */
async function decidedSpring(): Promise<readonly [Key, Key]> {
  const { deps } = harness;
  const round = await openRound(harness);
  const keys = await sentSpring(harness, round.roundKey);
  await reviewEverything(harness, round);
  harness.at("2022-04-21 10:00");
  const press = { commandKey: harness.press(), roundKey: round.roundKey, offerPartial: false, reasons: {} };
  const [recommendation] = good(await recommend(deps, secretary(), press)).recommendations;
  const part = recommendation?.packets.find(({ kind }) => kind === "chair");
  const [awarded, , refused] = keys;
  if (recommendation === undefined || part === undefined || awarded === undefined || refused === undefined) {
    throw new Error("Not put up");
  }
  const keysOf = { commandKey: harness.press(), roundKey: round.roundKey, recommendationKey: recommendation.key };
  good(await decidePacket(deps, harness.as("formand.dsg"), { ...keysOf, packet: "chair", totalOere: part.totalOere }));
  return [awarded, refused];
}

describe("an awarded application", () => {
  it("becomes an item once, by the secretariat, and both show each other", async () => {
    await programme();
    const [awarded, refused] = await decidedSpring();
    const view = async (user: string) =>
      applicationSchema.parse((await harness.http(user, "GET", `/api/applications/${awarded}`)).body);
    expect([(await view("puljesekretariat")).mayBecomeItem, (await view("ansoeger.sundhed")).mayBecomeItem]).toEqual([
      true,
      undefined,
    ]);
    const make = (user: string, key: Key) =>
      itemFromApplication(harness.deps, harness.as(user), { commandKey: harness.press(), applicationKey: key });
    expect(kindOf(await make("ansoeger.sundhed", awarded))).toBe("not-allowed");
    expect(kindOf(await make("puljesekretariat", refused))).toBe("not-awarded");
    const made = good(await make("puljesekretariat", awarded));
    expect(good(await make("formand.dsg", awarded))).toEqual(made);
    const after = await view("ansoeger.sundhed");
    expect(after).toMatchObject({ actionItem: { key: made.key, title: made.title } });
    const { body } = await harness.http("ansoeger.sundhed", "GET", `/api/action-items/${made.key}`);
    expect(actionItemSchema.parse(body).application).toEqual({
      key: awarded,
      number: after.number,
      title: after.title,
    });
  });
});

describe("the search", () => {
  it("finds items for everybody, and offers to make one to those who may", async () => {
    await programme();
    const { key } = await item({ title: "Robotter i økonomi" });
    const searched = async (user: string, typed: string) =>
      searchSchema.parse((await harness.http(user, "GET", `/api/search?q=${encodeURIComponent(typed)}`)).body);
    expect((await searched("raad.ungdom", "robotter")).hits).toMatchObject([
      { kind: "action-item", link: `/action-items/${key}` },
    ]);
    const offered = async (user: string) =>
      (await searched(user, "")).commands.filter(({ kind }) => kind === "create-item").length;
    expect([
      await offered("puljesekretariat"),
      await offered("leder.skole"),
      await offered("ansoeger.sundhed"),
    ]).toEqual([1, 1, 0]);
  });
});

describe("programmes", () => {
  const words = {
    title: "Digitaliseringsprogram 2026-2030",
    fromYear: 2026,
    toYear: 2030,
    caseNumber: "",
    supersedes: [],
    alignedWith: [],
    organisation: "IT",
    steeringGroup: "",
    areas: [{ name: "Borger", klText: "", localStrategy: "", examples: [] }],
  };
  const read = (body: unknown) => programmePageSchema.parse(body);

  it("B10 are made and changed by secretariat and chair and read by everybody; a repeated press makes one", async () => {
    const body = { ...words, commandKey: harness.press() };
    expect((await harness.http("leder.sundhed", "POST", "/api/programmes", body)).status).toBe(403);
    const made = await harness.http("puljesekretariat", "POST", "/api/programmes", body);
    expect([made.status, (await harness.http("puljesekretariat", "POST", "/api/programmes", body)).status]).toEqual([
      201, 201,
    ]);
    const key = read(made.body).programme?.key ?? "";
    const again = await harness.http("formand.dsg", "POST", "/api/programmes", {
      ...body,
      commandKey: harness.press(),
    });
    expect([again.status, again.body]).toMatchObject([409, { code: "programme-exists" }]);
    const change = { changes: { areas: [{ number: 1, klText: "KL siger" }] }, seen: {} };
    const path = `/api/programmes/${key}`;
    const edit = (user: string) => harness.http(user, "PATCH", path, { ...change, commandKey: harness.press() });
    expect((await edit("ansoeger.sundhed")).status).toBe(403);
    harness.forgetGraph();
    expect(read((await edit("formand.dsg")).body).areas).toMatchObject([{ name: "Borger", klText: "KL siger" }]);
    expect(harness.graphWrites()).toHaveLength(1);
    const reader = read((await harness.http("ansoeger.sundhed", "GET", "/api/programmes/current")).body);
    expect(reader).toMatchObject({ programme: { key }, may: { create: false, edit: false } });
  });

  it("says what is wrong at its field, and that there is no such programme", async () => {
    const body = { ...words, toYear: 2020, commandKey: harness.press() };
    const wrong = await harness.http("puljesekretariat", "POST", "/api/programmes", body);
    expect([wrong.status, wrong.body]).toMatchObject([
      422,
      { fields: [{ field: "toYear", code: "end-before-start" }] },
    ]);
    expect((await harness.http("puljesekretariat", "GET", `/api/programmes/${harness.press()}`)).status).toBe(404);
  });
});
