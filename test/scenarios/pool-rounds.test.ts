import { beforeAll, describe, expect, it } from "vitest";
import type { PoolView } from "#contract/pools.ts";
import type { Key } from "#domain/shared/keys.ts";
import { type Harness, openHarness } from "./harness.ts";
import { allocatedPool, type OpenRound, openRound } from "./pool-story.ts";

const secretariat = "puljesekretariat";

describe("the page of a pool and its rounds, by HTTP", () => {
  let harness: Harness;
  let open: OpenRound;
  beforeAll(async () => {
    harness = await openHarness();
    open = await openRound(harness);
  });
  const page = async (key: Key, user = secretariat) => {
    const { status, body } = await harness.http(user, "GET", `/api/pools/${key}`);
    return { status, view: body as PoolView };
  };
  const autumn = (more: object = {}) => ({
    commandKey: harness.press(),
    name: "Efterår 2022",
    code: "EF22",
    frameOere: 30_000_000,
    opensOn: "2022-08-15",
    closesOn: "2022-09-15",
    reviewBy: "2022-09-28",
    decisionOn: "2022-10-05",
    likeRoundKey: open.roundKey,
    ...more,
  });
  const add = (body: object, user = secretariat, key = open.poolKey) =>
    harness.http(user, "POST", `/api/pools/${key}/rounds`, body);

  it("000-01 a pool on the budget alone says so, offers to draft its case to who may, and opens no round", async () => {
    const { key } = await allocatedPool(harness, "PULJE-2023");
    const { view } = await page(key);
    expect(view).toMatchObject({ pool: { status: "allocated" }, may: { draftCase: true, addRound: false } });
    expect([view.case, view.likeRounds]).toEqual([undefined, undefined]);
    const other = await page(key, "ansoeger.sundhed");
    expect(other.view.may).toEqual({ draftCase: false, addRound: false });
    expect((await add(autumn(), secretariat, key)).body).toMatchObject({
      code: "not-released",
      detail: expect.stringMatching(/^Puljen er ikke frigivet/u) as unknown,
    });
    expect((await page(harness.press())).status).toBe(404);
  });

  it.each([
    ["more than is left", { frameOere: 30_000_001 }, "frames-exceed-appropriation"],
    ["a code another round has", { code: "fr22" }, "code-taken"],
    ["a deadline before it opens", { closesOn: "2022-08-14" }, "dates-out-of-order"],
    ["more for one project than there is", { capOere: 30_000_001 }, "cap-over-frame"],
    ["no frame", { frameOere: 0 }, "amount-not-positive"],
    ["a name that is missing", { name: "" }, "incomplete"],
    ["a round to be like that is not there", { likeRoundKey: "0".repeat(32) }, "no-round-to-be-like"],
  ])("refuses %s, and says why", async (_, wrong, code) => {
    const { body } = await add(autumn(wrong));
    expect(body).toMatchObject({ code });
    expect((await page(open.poolKey)).view.pool.rounds).toHaveLength(1);
  });

  it("B10 only the secretariat opens rounds", async () => {
    for (const user of ["ansoeger.sundhed", "formand.dsg", "udvalgssekretaer", "administrator"]) {
      expect([user, (await add(autumn(), user)).status]).toEqual([user, 403]);
      expect((await page(open.poolKey, user)).view.likeRounds).toBeUndefined();
    }
  });

  it("000-05 opens a round with the people of an earlier one, once however often it is pressed", async () => {
    const body = autumn();
    const opened = await add(body);
    expect(opened.status).toBe(201);
    expect((await add(body)).status).toBe(201);
    const { view } = await page(open.poolKey);
    expect(view.pool.rounds.map(({ code, frameOere, capOere }) => [code, frameOere, capOere])).toEqual([
      ["FR22", 30_000_000, 30_000_000],
      ["EF22", 30_000_000, 30_000_000],
    ]);
    expect(view.pool.rounds[1]).toMatchObject({
      opensAt: "2022-08-15T06:00:00.000Z",
      closesAt: "2022-09-15T22:00:00.000Z",
    });
    const [first, second] = harness.deps.records.pools.byKey(open.poolKey)?.value.rounds ?? [];
    expect([second?.reviewerKeys, second?.chairKey]).toEqual([first?.reviewerKeys, first?.chairKey]);
    expect([view.unframedOere, view.may.addRound]).toEqual([0, false]);
  });

  it("000-03 opens a municipality's first round with people who are named, and says who is not there any more", async () => {
    harness = await openHarness();
    const pool = await openRound(harness);
    open = pool;
    const first = harness.deps.records.pools.byKey(pool.poolKey)?.value.rounds[0];
    if (!first) throw new Error("No round");
    const { reviewerKeys, chairKey, deputyKey } = first;
    const named = { reviewerKeys: reviewerKeys.slice(0, 3), chairKey, deputyKey };
    const body = (code: string, people: object, more: object = {}) =>
      autumn({ code, frameOere: 1_000_000, likeRoundKey: undefined, people, ...more });
    const { view: before } = await page(pool.poolKey);
    expect(before.roundPeople?.chairs.map(({ name }) => name)).toEqual(["Birgitte Holmslund"]);
    expect(before.roundPeople?.reviewers).toHaveLength(5);
    expect((await page(pool.poolKey, "formand.dsg")).view.roundPeople).toBeUndefined();
    const opened = await add(body("NY24", named), secretariat, pool.poolKey);
    expect(opened.status).toBe(201);
    const rounds = harness.deps.records.pools.byKey(pool.poolKey)?.value.rounds;
    expect(rounds?.at(-1)).toMatchObject({ ...named, substituteKey: undefined, adviserKeys: [] });

    const codeOf = async (code: string, people: object | undefined, more: object = {}) =>
      (await add(body(code, people ?? {}, { people, ...more }), secretariat, pool.poolKey)).body;
    expect(await codeOf("X1", undefined)).toMatchObject({ code: "no-round-to-be-like" });
    expect(await codeOf("X2", { ...named, reviewerKeys: [] })).toMatchObject({ code: "too-few-reviewers" });
    expect(await codeOf("X3", { ...named, deputyKey: chairKey })).toMatchObject({ code: "person-twice" });
    expect(await codeOf("X4", { ...named, chairKey: "0".repeat(32) })).toMatchObject({ code: "person-left" });
    await leaves("formand.dsg");
    const said = await codeOf("X5", undefined, { likeRoundKey: pool.roundKey });
    expect(said).toMatchObject({
      code: "person-left",
      detail: expect.stringMatching(/^Birgitte Holmslund er ikke/u) as unknown,
    });
    const like = (await page(pool.poolKey)).view.likeRounds?.find(({ key }) => key === pool.roundKey);
    expect(like).toMatchObject({ gone: ["Birgitte Holmslund"], people: { deputyKey } });
    expect(like?.people).not.toHaveProperty("chairKey");
  });

  async function leaves(user: string): Promise<void> {
    const person = harness.deps.records.persons.byKey(harness.personKey(user));
    if (!person) throw new Error("Nobody");
    const saved = await harness.deps.records.persons.save({ ...person.value, active: false }, person.version);
    expect(saved.ok).toBe(true);
  }
});
